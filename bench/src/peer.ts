import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';

/** What the product is measured against is no dependency of it: it is installed aside, when somebody measures. */
export interface Peer {
  /** Where `node_modules` goes. */
  readonly folder: string;
  /** With their exact versions. */
  readonly packages: readonly string[];
  /** For peers that would want other versions of what lies beside them. */
  readonly isWithoutPeerDependencies?: boolean;
}

/** Installs a peer with npm. @throws Error when the registry is not at hand. */
export function installPeer({ folder, packages, isWithoutPeerDependencies = false }: Peer): void {
  mkdirSync(folder, { recursive: true });
  console.log(`Installing ${packages.join(', ')} …`);
  const options = ['--prefix', '.', '--no-audit', '--no-fund', '--save-exact'];
  if (isWithoutPeerDependencies) options.push('--legacy-peer-deps');
  const { status } = spawnSync('npm', ['install', ...options, ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    // On Windows npm is a script. The folder, which may hold blanks, is no argument of it.
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    throw new Error(`${packages.join(', ')} could not be installed; measured only where the registry is at hand.`);
  }
}
