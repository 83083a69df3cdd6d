import { unzipSync, zipSync, type Zippable } from 'fflate';
import { checkZip, PackageError, type PackageFiles } from '@bbl/dataverse/package';

/** The first moment that a zip file can hold: no time of the machine gets into the bytes. */
const TIME_STAMP = new Date(1980, 0, 1);

/** A zip whose bytes depend on names, order and contents alone. */
export function writeZip(parts: PackageFiles): Uint8Array {
  const entries: Zippable = {};
  for (const [name, bytes] of parts) entries[name] = [bytes, { mtime: TIME_STAMP, level: 9, os: 0 }];
  return zipSync(entries);
}

/** The parts of a zip by name, folders left out. @throws PackageError when it is none, or damaged. */
export function readZip(bytes: Uint8Array): Map<string, Uint8Array> {
  const parts = partsOf(bytes);
  checkZip(bytes, parts);
  return parts;
}

function partsOf(bytes: Uint8Array): Map<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/')));
  } catch {
    throw new PackageError('the package', 'is no zip file, or not a whole one');
  }
}
