import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hash.mjs';
import { ROOT } from './root.mjs';
import { say, SetupError } from './say.mjs';

const NODE_MAJOR_MIN = 20;
const STAMP = join(ROOT, 'node_modules', '.billing-backlog-lock');

/** Installs the packages of the lockfile when they are missing or the lockfile changed since. */
export function ensureInstalled() {
  if (Number(process.versions.node.split('.')[0]) < NODE_MAJOR_MIN) {
    throw new SetupError(`Billing Backlog needs Node ${NODE_MAJOR_MIN} or newer; this is ${process.version}.`);
  }
  const lock = hashOf(['package-lock.json']);
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;

  say('Installing packages from package-lock.json (a few minutes the first time) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const result = spawnSync(npm, ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (result.status !== 0) {
    throw new SetupError(
      'Installing the packages failed; see the lines above. Where better-sqlite3 has no prebuilt binary it is compiled, which needs Python 3, make and a C++ compiler.',
    );
  }
  writeFileSync(STAMP, lock);
}
