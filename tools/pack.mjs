#!/usr/bin/env node
// `npm run pack`: builds everything, the plug-in assembly too, and writes both packages to dist/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { runMain, say, SetupError } from './lib/say.mjs';

await runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  const { buildAssembly, hasDotnet, MISSING_SDK } = await import('../plugins/host-net/build.mjs');
  if (!hasDotnet()) throw new SetupError(MISSING_SDK);
  say('Building the plug-in assembly …');
  await buildAssembly();
  const packed = spawnSync(process.execPath, [join(ROOT, 'tools/run.mjs'), 'tools/src/pack/main.ts'], { stdio: 'inherit' });
  if (packed.status !== 0) throw new SetupError('Packing failed; see above.');
});
