import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSolution } from '@bbl/dataverse/solution';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { generateFiles } from './generate';
import { subjectOf } from './subject';

const TARGET = join(ROOT, 'dataverse', 'generated');

/** `npm run gen` writes `dataverse/generated`; with `--check` it only says what differs, and fails if anything does. */
async function main(args: readonly string[]): Promise<number> {
  const solution = readSolution(readSolutionFolder(join(ROOT, 'solution')));
  const system = readSolution(readSolutionFolder(join(ROOT, 'host', 'system')));
  const files = await generateFiles(subjectOf(solution, system));
  const changed = [...files].filter(([name, text]) => readIfPresent(join(TARGET, name)) !== text).map(([name]) => name);
  const obsolete = presentFiles().filter((name) => !files.has(name));
  if (args.includes('--check')) return report([...changed, ...obsolete]);

  mkdirSync(TARGET, { recursive: true });
  changed.forEach((name) => writeFileSync(join(TARGET, name), files.get(name) ?? ''));
  obsolete.forEach((name) => rmSync(join(TARGET, name)));
  console.log(`dataverse/generated: ${changed.length} written, ${obsolete.length} removed, ${files.size} in all`);
  return 0;
}

function report(different: readonly string[]): number {
  different.forEach((name) => console.error(`dataverse/generated/${name} is not what solution/ says: run npm run gen`));
  return different.length > 0 ? 1 : 0;
}

function presentFiles(): string[] {
  return existsSync(TARGET) ? readdirSync(TARGET) : [];
}

function readIfPresent(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

void main(process.argv.slice(2)).then((exitCode) => {
  process.exitCode = exitCode;
});
