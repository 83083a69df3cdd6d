#!/usr/bin/env node
// `npm run bench-jint`: builds the rules, the plug-in assembly and the replay, then measures Jint against V8.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureReplay } from './lib/dotnet.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { runMain, SetupError } from './lib/say.mjs';

await runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  const { assembly, program } = await ensureReplay();
  const args = [join(ROOT, 'tools/run.mjs'), 'bench/src/jint.ts', assembly, program];
  const { status } = spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new SetupError('Measuring failed; see above.');
});
