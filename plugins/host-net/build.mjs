import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');

/** Runs the .NET command line; rejects with its output when it fails. */
export function dotnet(args, { inherit = false } = {}) {
  const result = spawnSync('dotnet', args, { cwd: root, encoding: 'utf8', stdio: inherit ? 'inherit' : 'pipe' });
  if (result.error?.code === 'ENOENT') throw new Error(MISSING_SDK);
  if (result.status !== 0) throw new Error(`dotnet ${args.join(' ')} failed.\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  return result.stdout ?? '';
}

/** What to do where there is no SDK. */
export const MISSING_SDK =
  'The .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download (Debian, Ubuntu: package dotnet-sdk-10.0).';

export const hasDotnet = () => spawnSync('dotnet', ['--version']).status === 0;

/** Builds the merged, signed assembly around `build/plugins/rules.js` to `build/dotnet/merged/BillingBacklogPlugins.dll`. */
export async function buildAssembly() {
  dotnet(['build', join(here, 'Host'), '-c', 'Release', '--nologo', '-v', 'q']);
}

/** The same host around the probe bundle of its tests. */
export async function buildProbeAssembly() {
  dotnet([
    'build',
    join(here, 'Host'),
    '-c',
    'Probe',
    '--nologo',
    '-v',
    'q',
    `-p:RulesBundle=${join(here, 'Tests/bundles/probe.js')}`,
    `-p:MergedFolder=${join(root, 'build/dotnet/merged-probe')}/`,
  ]);
}
