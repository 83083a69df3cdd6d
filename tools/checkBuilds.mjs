#!/usr/bin/env node
// The build results that are committed below solution/ must be what the sources give: builds them again and compares.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from './lib/hash.mjs';
import { ROOT } from './lib/root.mjs';
import { runMain, say, SetupError } from './lib/say.mjs';

const COMMITTED = ['solution/WebResources/bbl_/js', 'solution/WebResources/bbl_/strings', 'solution/Controls'];

const contents = () => new Map(filesBelow(COMMITTED).map((file) => [file, readFileSync(file).toString('base64')]));

await runMain(async () => {
  const before = contents();
  const { buildWebResources } = await import(join(ROOT, 'webresources/build.mjs'));
  const { buildControls } = await import(join(ROOT, 'pcf-controls/build.mjs'));
  await buildWebResources();
  await buildControls();
  const after = contents();
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (changed.length > 0) {
    throw new SetupError(
      `Out of date, run \`npm run build\` and commit:\n${changed.map((file) => `  ${file}`).join('\n')}`,
    );
  }
  say(`${after.size} committed files are what their sources give.`);
});
