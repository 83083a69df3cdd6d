import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageError, unpackSolution } from '@bbl/dataverse/package';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip } from '../shared/zip';
import { bringHome } from './bringHome';

const SOLUTION = 'BillingBacklog';

/**
 * Brings a package into a solution folder; returns a line for each file that it wrote or removed, and the counts.
 * @throws PackageError on a missing, damaged or foreign package; the folder is as it was then.
 */
export function unpackInto(folder: string, zipPath: string): string[] {
  if (!existsSync(zipPath)) throw new PackageError(zipPath, 'not found; usage: npm run unpack -- <package.zip>');
  const unpacked = unpackSolution(readZip(readFileSync(zipPath)));
  const name = /<UniqueName>([^<]*)</.exec(new TextDecoder().decode(unpacked.get('Other/Solution.xml')))?.[1];
  if (name !== SOLUTION) {
    throw new PackageError(zipPath, `holds the solution ${name ?? 'without a name'}, not ${SOLUTION}`);
  }
  const known = readSolutionFolder(folder);
  const { written, removed } = bringHome(known, unpacked);
  for (const [path, bytes] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  for (const path of removed) rmSync(join(folder, path));
  return [
    ...[...written.keys()].map((path) => `${known.has(path) ? 'changed' : 'added'} ${path}`),
    ...removed.map((path) => `removed ${path}`),
    `${written.size} files written, ${removed.length} removed, ${unpacked.size - written.size} unchanged.`,
  ];
}
