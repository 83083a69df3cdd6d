#!/usr/bin/env node
// Builds the rules bundle: one ES2020 script that defines the global `BblRules`, run alike by V8 and by Jint.
import { fileURLToPath } from 'node:url';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

const PLUGINS = dirname(fileURLToPath(import.meta.url));
const RUNTIME = join(PLUGINS, 'src', 'runtime');

/** Neither engine offers Node, a DOM, timers or Intl, so the platform is neutral and nothing is external. */
const OPTIONS = {
  bundle: true,
  format: 'iife',
  platform: 'neutral',
  target: 'es2020',
  mainFields: ['module', 'main'],
  minifySyntax: true,
  minifyWhitespace: true,
  // Names stay: the trace and a stack from the field should say where they come from.
  minifyIdentifiers: false,
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'error',
};

/**
 * `lazyRules.ts` as it is in the bundle: the rules are a script of their own within a function, which runs when they
 * are first asked for. One function costs nothing until then; a function a module, as bundlers offer it, would have to
 * be made a thousand times at every start.
 */
const LAZY_RULES = {
  name: 'lazy rules',
  setup: (pluginBuild) =>
    pluginBuild.onLoad({ filter: /[\\/]lazyRules\.ts$/ }, async () => {
      const rules = await build({
        ...OPTIONS,
        entryPoints: [join(RUNTIME, 'rules.ts')],
        globalName: 'rules',
        write: false,
      });
      const start = `const start = () => {${rules.outputFiles[0].text}return rules;};`;
      return { contents: `let started;${start}export const loadRules = () => (started ??= start());`, loader: 'js' };
    }),
};

/** Writes `rules.js` to `outDir` (default `build/plugins`) and returns its path and size. */
export async function buildRules({ outDir = join(PLUGINS, '..', 'build', 'plugins') } = {}) {
  const outfile = join(resolve(outDir), 'rules.js');
  const result = await build({
    ...OPTIONS,
    entryPoints: [join(RUNTIME, 'entry.ts')],
    outfile,
    globalName: 'BblRules',
    plugins: [LAZY_RULES],
    metafile: true,
  });
  const [output] = Object.values(result.metafile.outputs);
  return { file: outfile, bytes: output.bytes };
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { file, bytes } = await buildRules();
  process.stdout.write(`${file}: ${Math.round(bytes / 1024)} KB\n`);
}
