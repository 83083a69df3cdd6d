import { checkZip, PackageError, unpackSolution } from '@bbl/dataverse/package';
import { unzipSync } from 'fflate';
import type { SolutionFiles } from '@bbl/dataverse';

/** The files of a packed solution as they lie in an unpacked folder. @throws PackageError naming the part that is wrong */
export function readPackage(zip: Uint8Array): SolutionFiles {
  const parts = partsOf(zip);
  checkZip(zip, parts);
  return unpackSolution(parts);
}

function partsOf(zip: Uint8Array): ReadonlyMap<string, Uint8Array> {
  try {
    return new Map(Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/')));
  } catch {
    throw new PackageError('the package', 'is no zip file, or not a whole one');
  }
}
