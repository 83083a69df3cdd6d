import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runSteps } from './build.mjs';
import { ROOT } from './root.mjs';
import { say, SetupError } from './say.mjs';

const HOST_NET = 'plugins/host-net';
const MERGED = 'build/dotnet/merged';
const PROBE = 'build/dotnet/merged-probe';
const RECORDINGS = join(ROOT, 'build', 'conformance');
const RESULTS = join(ROOT, '.cache', 'dotnet-tests');
const MANIFEST = 'solution/Other/Solution.xml';

export const MISSING_SDK =
  'The .NET SDK 10 is missing. Install it from https://dotnet.microsoft.com/download (Debian, Ubuntu: package dotnet-sdk-10.0).';

const SOURCES = [
  'Host',
  'Facade',
  'Merge',
  'Directory.Build.props',
  'BillingBacklog.snk',
  'THIRD-PARTY-NOTICES.txt',
].map((name) => `${HOST_NET}/${name}`);

/** The merged, signed assembly that ships, around `build/plugins/rules.js`. Its file version is the solution's. */
const ASSEMBLY = {
  name: 'plug-in assembly',
  inputs: [...SOURCES, 'build/plugins/rules.js', MANIFEST],
  result: `${MERGED}/BillingBacklogPlugins.dll`,
  run: () => dotnet(['build', `${HOST_NET}/Host`, '-c', 'Release', `-p:BblFileVersion=${solutionVersion()}`]),
};

/** What the .NET tests need besides: the same host around the probe bundle, and the replay for both runtimes. */
const TEST_PARTS = [
  {
    name: 'probe assembly',
    inputs: [...SOURCES, `${HOST_NET}/Tests/bundles`],
    result: `${PROBE}/BillingBacklogPlugins.dll`,
    run: () =>
      dotnet([
        'build',
        `${HOST_NET}/Host`,
        ...['-c', 'Probe'],
        `-p:RulesBundle=${join(ROOT, HOST_NET, 'Tests/bundles/probe.js')}`,
        `-p:MergedFolder=${join(ROOT, PROBE)}/`,
      ]),
  },
  {
    name: 'replay of recordings',
    inputs: [`${HOST_NET}/Replay`, `${HOST_NET}/Facade`, `${HOST_NET}/Directory.Build.props`],
    result: 'build/dotnet/Replay/bin/Release/net462/Replay.exe',
    run: () => dotnet(['build', `${HOST_NET}/Replay`, '-c', 'Release']),
  },
];

export const hasDotnet = () => spawnSync('dotnet', ['--version']).status === 0;

/** Builds the merged assembly when it is out of date; returns the names of the steps that ran. */
export function ensureAssembly() {
  if (!hasDotnet()) throw new SetupError(MISSING_SDK);
  return runSteps([ASSEMBLY]);
}

/** `build/dotnet/merged/BillingBacklogPlugins.dll` and what replays recordings in it. */
export async function ensureReplay() {
  await ensureAssembly();
  await runSteps(TEST_PARTS.slice(1));
  return {
    assembly: join(ROOT, ASSEMBLY.result),
    program: join(ROOT, 'build/dotnet/Replay/bin/Release/net10.0/Replay.dll'),
  };
}

/** As {@link testDotnet}; without an SDK the suites cannot pass, so that is a failure. */
export async function runDotnet() {
  say('\n— tests of the plug-in assembly');
  try {
    return await testDotnet();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    const leaveOut = error.message === MISSING_SDK ? ' Or leave these tests out: BBL_SKIP_DOTNET=1 npm test' : '';
    say(`✗ ${error.message}${leaveOut}`);
    return { passed: 0, failed: 1 };
  }
}

/** Runs the .NET suites; returns their counts. What the local host recorded before is replayed in the assembly. */
async function testDotnet() {
  await ensureAssembly();
  await runSteps(TEST_PARTS);
  rmSync(RESULTS, { recursive: true, force: true });
  const args = ['test', `${HOST_NET}/Tests`, '-c', 'Release', '--logger', 'trx', '--results-directory', RESULTS];
  const { status } = spawnDotnet(args, { stdio: 'inherit' });
  const { passed, failed } = countersIn(RESULTS);
  const counted = status !== 0 && failed === 0 ? 1 : failed;
  const onMono = replayOnMono();
  return { passed: passed + onMono.passed, failed: counted + onMono.failed };
}

/** The build for .NET Framework on Mono, where there is one: one more check, the summary line says how it went. */
function replayOnMono() {
  if (spawnSync('mono', ['--version']).error) {
    say('Mono is not installed: the recordings were replayed on current .NET alone.');
    return { passed: 0, failed: 0 };
  }
  const program = join(ROOT, 'build/dotnet/Replay/bin/Release/net462/Replay.exe');
  const files = existsSync(RECORDINGS) ? readdirSync(RECORDINGS).map((name) => join(RECORDINGS, name)) : [];
  say('Replaying the recordings on Mono …');
  const { status } = spawnSync('mono', [program, join(ROOT, ASSEMBLY.result), ...files], { stdio: 'inherit' });
  if (status === 0) return { passed: 1, failed: 0 };
  say(
    '✗ the replay on Mono, see above. It needs mono-runtime, libmono-system-core4.0-cil and libmono-system-numerics4.0-cil.',
  );
  return { passed: 0, failed: 1 };
}

/** The counters of the result files that `dotnet test` wrote; none written is no test passed. */
function countersIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.trx')) : [];
  const texts = files.map((name) => readFileSync(join(folder, name), 'utf8'));
  const sum = (name) =>
    texts.reduce(
      (total, text) => total + Number(new RegExp(`<Counters[^>]* ${name}="(\\d+)"`).exec(text)?.[1] ?? 0),
      0,
    );
  return { passed: sum('passed'), failed: sum('total') - sum('passed') };
}

export const solutionVersion = () =>
  /<Version>([\d.]+)<\/Version>/.exec(readFileSync(join(ROOT, MANIFEST), 'utf8'))?.[1] ?? '';

function dotnet(args) {
  const { status, stdout, stderr } = spawnDotnet([...args, '--nologo', '-v', 'q']);
  if (status !== 0) throw new SetupError(`dotnet ${args.join(' ')} failed.\n${stdout ?? ''}${stderr ?? ''}`);
}

/** Build nodes that stay in memory would keep the output of a finished command open. */
function spawnDotnet(args, options = {}) {
  const env = { ...process.env, MSBUILDDISABLENODEREUSE: '1', DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_NOLOGO: '1' };
  return spawnSync('dotnet', args, { cwd: ROOT, encoding: 'utf8', env, ...options });
}
