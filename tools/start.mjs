#!/usr/bin/env node
// `npm start [-- options]`: installs and builds what is missing, then serves the app on this machine.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { runMain } from './lib/say.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ROOT } from './lib/root.mjs';

await runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  const host = spawn(process.execPath, [join(ROOT, 'build/host/main.cjs'), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => host.kill(signal));
  host.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1);
  });
});
