import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PackageError, unpackSolution } from '@bbl/dataverse/package';
import { parseXml, printXml } from '@bbl/dataverse/xmlTree';
import { ROOT } from '../shared/root';
import { readSolutionFolder } from '../shared/solutionFolder';
import { readZip } from '../shared/zip';

/**
 * `npm run unpack -- <package.zip>`: brings a package, also one that a maker exported, back into solution/. Files
 * that say the same are left alone, so that the difference is the change.
 */
function main(zipPath: string | undefined): void {
  if (zipPath === undefined || !existsSync(zipPath)) throw new PackageError(zipPath ?? 'package', 'not found; usage: npm run unpack -- <package.zip>');
  const unpacked = unpackSolution(readZip(readFileSync(zipPath)));
  const folder = join(ROOT, 'solution');
  const known = readSolutionFolder(folder);
  const name = /<UniqueName>([^<]*)</.exec(textOf(unpacked.get('Other/Solution.xml')))?.[1];
  if (name !== 'BillingBacklog') throw new PackageError(zipPath, `holds the solution ${name ?? 'without a name'}, not BillingBacklog`);

  let written = 0;
  for (const [path, bytes] of unpacked) {
    if (saysTheSame(path, known.get(path), bytes)) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
    console.log(`${known.has(path) ? 'changed' : 'added'} ${path}`);
    written++;
  }
  const gone = [...known.keys()].filter((path) => !unpacked.has(path));
  for (const path of gone) {
    rmSync(join(folder, path));
    console.log(`removed ${path}`);
  }
  console.log(`${written} files written, ${gone.length} removed, ${unpacked.size - written} unchanged.`);
}

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** XML is compared by its elements: white space and line ends of the exporter are no change. */
function saysTheSame(path: string, before: Uint8Array | undefined, after: Uint8Array): boolean {
  if (!before) return false;
  if (Buffer.compare(before, after) === 0) return true;
  if (!path.endsWith('.xml')) return false;
  const print = (bytes: Uint8Array) => printXml(parseXml(textOf(bytes)), { declaration: false });
  return print(before) === print(after);
}

try {
  main(process.argv[2]);
} catch (error) {
  if (!(error instanceof PackageError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
