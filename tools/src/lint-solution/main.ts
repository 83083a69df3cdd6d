import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSolution, SolutionReadError } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import type { Finding } from './finding';
import { lint } from './lint';
import { currentLock, type Lock } from './lock';
import { handlersOf } from './rulesBundle';
import { lintSubject } from './subject';
import { SURFACE } from './surface';

const LOCK_PATH = join(ROOT, 'tools', 'src', 'lint-solution', 'ids.json');
const BUNDLE_PATH = join(ROOT, 'build', 'plugins', 'rules.js');

/** `npm run lint-solution` checks `solution/`; with `--accept` it takes its ids, types and values as they are now. */
function main(args: readonly string[]): number {
  const files = readSolutionFolder(join(ROOT, 'solution'));
  const system = readSolution(readSolutionFolder(join(ROOT, 'host', 'system')));
  const given = { system, surface: SURFACE, handlers: handlersOf(BUNDLE_PATH) };
  if (args.includes('--accept')) writeLock(currentLock(lintSubject(files, { ...given, lock: {} })));
  SURFACE.postponed.forEach((part) => console.log(`not there yet, and not looked for: ${part}`));
  return report(lint(lintSubject(files, { ...given, lock: readLock() })));
}

function readLock(): Lock {
  return existsSync(LOCK_PATH) ? (JSON.parse(readFileSync(LOCK_PATH, 'utf8')) as Lock) : {};
}

function writeLock(lock: Lock): void {
  writeFileSync(LOCK_PATH, `${JSON.stringify(lock, null, 2)}\n`);
}

function report(findings: readonly Finding[]): number {
  for (const { file, rule, problem, remedy } of findings) console.log(`${file}: ${problem} [${rule}]\n  ${remedy}`);
  console.log(`${findings.length} findings`);
  return findings.length > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof SolutionReadError)) throw error;
  process.exitCode = report([
    { file: error.file, rule: 'readable', problem: error.problem, remedy: 'Write the shape of platform.md section 1.' },
  ]);
}
