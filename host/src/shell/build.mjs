#!/usr/bin/env node
// Builds the app in the browser: app.js and app.css, which the host's page loads.
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const SHELL = dirname(fileURLToPath(import.meta.url));

/**
 * Writes the shell to `outDir` (default `build/shell`) and returns the path and size of its script. React and Fluent
 * are inside: components share them through globals.
 */
export async function buildShell({ outDir = join(SHELL, '../../../build/shell'), minify = true } = {}) {
  const target = resolve(outDir);
  const result = await build({
    entryPoints: [join(SHELL, 'main.tsx')],
    outfile: join(target, 'app.js'),
    bundle: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    jsx: 'transform',
    minify,
    sourcemap: minify ? false : 'inline',
    legalComments: 'linked',
    define: { 'process.env.NODE_ENV': JSON.stringify(minify ? 'production' : 'development') },
    // Fluent would fetch fonts from a foreign host; an empty base keeps it from that. It reads this while loading.
    banner: { js: 'window.FabricConfig={fontBaseUrl:""};' },
    metafile: true,
    logLevel: 'error',
  });
  const script = Object.entries(result.metafile.outputs).find(([file]) => file.endsWith('app.js'));
  return { file: join(target, 'app.js'), bytes: script ? script[1].bytes : 0 };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { file, bytes } = await buildShell();
  process.stdout.write(`${file}: ${Math.round(bytes / 1024)} KB\n`);
}
