#!/usr/bin/env node
// Type-checks each code component with its own tsconfig: pcf-scripts' webpack transpiles without checking other folders.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { ROOT } from './lib/root.mjs';
import { runMain, SetupError } from './lib/say.mjs';

await runMain(() => {
  const folder = join(ROOT, 'pcf-controls');
  const controls = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'ControlManifest.Input.xml')));
  if (controls.length === 0) throw new SetupError('There is no control below pcf-controls/.');
  for (const control of controls) {
    const tsc = join(ROOT, 'node_modules/.bin/tsc');
    const result = spawnSync(tsc, ['--noEmit', '-p', join(folder, control)], { cwd: ROOT, stdio: 'inherit' });
    if (result.status !== 0) throw new SetupError(`The types of ${control} do not check.`);
  }
});
