#!/usr/bin/env node
// `npm test`: every check, one after the other; the last line counts them. A check that cannot run has failed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/root.mjs';
import { runMain, say, SetupError } from './lib/say.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { hasDotnet, runDotnet } from './lib/dotnet.mjs';
import { closingLine, total } from './lib/results.mjs';

const bin = (name) => join(ROOT, 'node_modules', '.bin', name);
const node = process.execPath;
const tool = (file, ...args) => [node, [join(ROOT, 'tools/run.mjs'), file, ...args]];

const CHECKS = [
  ['types', [bin('tsc'), ['--build']]],
  ['types of the controls', [node, [join(ROOT, 'tools/checkControls.mjs')]]],
  ['lint', [bin('eslint'), ['.', '--max-warnings', '0']]],
  ['format', [bin('prettier'), ['--check', '--log-level', 'warn', '.']]],
  [
    'import directions',
    [bin('depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'err', ...importing()]],
  ],
  ['generated code is up to date', tool('tools/src/gen/main.ts', '--check')],
  ['committed builds are up to date', [node, [join(ROOT, 'tools/checkBuilds.mjs')]]],
  ['solution lint', tool('tools/src/lint-solution/main.ts')],
  ['upgrade from the last release', tool('tools/src/upgrade/main.ts')],
  ['repository text', [node, [join(ROOT, 'tools/checkText.mjs')]]],
];

const BROWSER_TESTS = ['--selectProjects', 'test', '--runInBand', '--testPathPatterns', '/test/e2e/'];

/** Jest runs apart: what needs a browser one file at a time, the rest on all cores. */
const JEST_RUNS = [
  ['unit, property and contract tests', ['--testPathIgnorePatterns', '/node_modules/', '/test/e2e/']],
  ['browser tests', BROWSER_TESTS],
];

function importing() {
  return ['domain', 'dataverse', 'plugins', 'webresources', 'pcf-controls', 'host', 'tools', 'test', 'bench'];
}

/** What the tests of the local host record is replayed in the plug-in assembly afterwards. */
const RECORDINGS = join(ROOT, 'build', 'conformance');
const skipsDotnet = process.env.BBL_SKIP_DOTNET === '1';

function runCheck(name, [command, args]) {
  say(`\n— ${name}`);
  const result = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit' });
  const passed = result.status === 0;
  if (!passed) say(`✗ ${name}${result.error ? `: ${result.error.message}` : ''}`);
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1 };
}

/** Counts jest's tests; a suite that could not even load counts as a failure, so does a run without tests. */
function runJest(name, args, env = { BBL_RECORD: skipsDotnet ? '0' : '1' }) {
  say(`\n— ${name}`);
  const report = join(ROOT, '.cache', `jest-${process.pid}.json`);
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const result = spawnSync(bin('jest'), ['--ci', '--json', '--outputFile', report, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=4096', ...env },
  });
  try {
    const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } = JSON.parse(
      readFileSync(report, 'utf8'),
    );
    const broken = numFailedTests + numRuntimeErrorTestSuites + numPendingTests;
    const failed = broken === 0 && (result.status !== 0 || numPassedTests === 0) ? 1 : broken;
    return { passed: numPassedTests, failed };
  } catch {
    return { passed: 0, failed: 1 };
  } finally {
    rmSync(report, { force: true });
  }
}

/** What an administrator imports bills like the folder that it was packed from: the same browser tests, on the managed zip. */
function runPackageTests() {
  const packed = runCheck('packages', tool('tools/src/pack/main.ts'));
  if (packed.failed > 0) return [packed];
  const env = { BBL_RECORD: '0', BBL_E2E_SOLUTION: 'dist/BillingBacklog_managed.zip' };
  return [packed, runJest('browser tests on the managed package', BROWSER_TESTS, env)];
}

await runMain(async () => {
  ensureInstalled();
  await ensureBuilt();
  rmSync(RECORDINGS, { recursive: true, force: true });
  const results = CHECKS.map(([name, command]) => runCheck(name, command));
  for (const [name, args] of JEST_RUNS) results.push(runJest(name, args));
  if (!skipsDotnet) {
    results.push(await runDotnet());
    // Without its assembly there is no package.
    if (hasDotnet()) results.push(...runPackageTests());
  }

  say(`\n${closingLine(results, { skipsDotnet })}`);
  if (total(results, 'failed') > 0) throw new SetupError('Some checks failed; see above.');
});
