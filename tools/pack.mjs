#!/usr/bin/env node
// `npm run pack`: builds everything, the plug-in assembly too, and writes both packages to dist/.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureAssembly } from './lib/dotnet.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ROOT } from './lib/root.mjs';
import { runMain, SetupError } from './lib/say.mjs';

await runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  await ensureAssembly();
  const packed = spawnSync(process.execPath, [join(ROOT, 'tools/run.mjs'), 'tools/src/pack/main.ts'], {
    stdio: 'inherit',
  });
  if (packed.status !== 0) throw new SetupError('Packing failed; see above.');
});
