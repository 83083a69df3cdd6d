import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageError, unpackSolution } from '@bbl/dataverse/package';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip } from '../shared/zip';
import { bringHome } from './bringHome';

/** `npm run unpack -- <package.zip>`: brings a package, also one that a maker exported, back into solution/. */
function main(zipPath: string | undefined): void {
  if (zipPath === undefined || !existsSync(zipPath)) {
    throw new PackageError(zipPath ?? 'package', 'not found; usage: npm run unpack -- <package.zip>');
  }
  const unpacked = unpackSolution(readZip(readFileSync(zipPath)));
  const name = /<UniqueName>([^<]*)</.exec(new TextDecoder().decode(unpacked.get('Other/Solution.xml')))?.[1];
  if (name !== 'BillingBacklog') {
    throw new PackageError(zipPath, `holds the solution ${name ?? 'without a name'}, not BillingBacklog`);
  }
  const folder = join(ROOT, 'solution');
  const known = readSolutionFolder(folder);
  const { written, removed } = bringHome(known, unpacked);
  for (const [path, bytes] of written) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    console.log(`${known.has(path) ? 'changed' : 'added'} ${path}`);
  }
  for (const path of removed) {
    rmSync(join(folder, path));
    console.log(`removed ${path}`);
  }
  console.log(`${written.size} files written, ${removed.length} removed, ${unpacked.size - written.size} unchanged.`);
}

try {
  main(process.argv[2]);
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
