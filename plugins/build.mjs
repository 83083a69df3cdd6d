#!/usr/bin/env node
// Builds the rules bundle: one ES2020 script that defines the global `BblRules`, run alike by V8 and by Jint.
import { fileURLToPath } from 'node:url';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const PLUGINS = dirname(fileURLToPath(import.meta.url));

/**
 * Writes `rules.js` to `outDir` (default `build/plugins`) and returns its path and size.
 * Neither engine offers Node, a DOM, timers or Intl, so the platform is neutral and nothing is external.
 */
export async function buildRules({ outDir = join(PLUGINS, '..', 'build', 'plugins') } = {}) {
  const outfile = join(resolve(outDir), 'rules.js');
  const result = await build({
    entryPoints: [join(PLUGINS, 'src', 'runtime', 'entry.ts')],
    outfile,
    bundle: true,
    format: 'iife',
    globalName: 'BblRules',
    platform: 'neutral',
    target: 'es2020',
    mainFields: ['module', 'main'],
    minifySyntax: true,
    minifyWhitespace: true,
    // Names stay: the trace and a stack from the field should say where they come from.
    minifyIdentifiers: false,
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  });
  const [output] = Object.values(result.metafile.outputs);
  return { file: outfile, bytes: output.bytes };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { file, bytes } = await buildRules();
  process.stdout.write(`${file}: ${Math.round(bytes / 1024)} KB\n`);
}
