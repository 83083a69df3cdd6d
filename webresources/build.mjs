import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, '../solution/WebResources/bbl_');
const BANNER = '/* Generated from webresources/ by `npm run build`. Do not edit. */';

/** One bundle a purpose: file name below bbl_/js → entry. Each adds its part to the global `Bbl`. */
const BUNDLES = {
  commands: 'src/commands.ts',
  completion: 'src/pages/completion.ts',
  createinvoice: 'src/pages/createInvoice.ts',
  forms: 'src/forms.ts',
  generatemilestones: 'src/pages/generateMilestones.ts',
  results: 'src/pages/results.ts',
  rundates: 'src/pages/runDates.ts',
};

/** Writes bundles (ES2017 syntax, one IIFE each), pages and the base language's resx into solution/WebResources. */
export async function buildWebResources() {
  mkdirSync(join(target, 'js'), { recursive: true });
  for (const [name, entry] of Object.entries(BUNDLES)) {
    await build({
      entryPoints: [join(here, entry)],
      outfile: join(target, 'js', `${name}.js`),
      bundle: true,
      format: 'iife',
      platform: 'browser',
      target: 'es2017',
      minify: true,
      legalComments: 'eof',
      charset: 'ascii',
      banner: { js: `${BANNER}\n"use strict";` },
      logLevel: 'error',
    });
  }
  mkdirSync(join(target, 'pages'), { recursive: true });
  for (const page of readdirSync(join(here, 'pages'))) {
    copyFileSync(join(here, 'pages', page), join(target, 'pages', page));
  }
  await writeStrings();
}

/** Texts of the browser parts and sentences of the rules, by key and code. */
async function writeStrings() {
  const bundled = await build({
    stdin: {
      contents: `export { TEXTS } from './src/texts'; export { SENTENCES } from '@bbl/domain/messages';`,
      resolveDir: here,
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'error',
  });
  const code = Buffer.from(bundled.outputFiles[0].contents).toString('base64');
  const { TEXTS, SENTENCES } = await import(`data:text/javascript;base64,${code}`);
  const entries = [...Object.entries(TEXTS), ...Object.entries(SENTENCES)].sort(([a], [b]) => (a < b ? -1 : 1));
  const data = entries.map(
    ([name, value]) => `  <data name="${name}" xml:space="preserve"><value>${escape(value)}</value></data>`,
  );
  mkdirSync(join(target, 'strings'), { recursive: true });
  writeFileSync(
    join(target, 'strings/messages.1033.resx'),
    [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<!-- Generated from webresources/src/texts.ts and domain/src/messages.ts by `npm run build`. Do not edit. -->',
      '<root>',
      '  <resheader name="resmimetype"><value>text/microsoft-resx</value></resheader>',
      '  <resheader name="version"><value>2.0</value></resheader>',
      '  <resheader name="reader"><value>System.Resources.ResXResourceReader, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089</value></resheader>',
      '  <resheader name="writer"><value>System.Resources.ResXResourceWriter, System.Windows.Forms, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089</value></resheader>',
      ...data,
      '</root>',
      '',
    ].join('\n'),
  );
}

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
