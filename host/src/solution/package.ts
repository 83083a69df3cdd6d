import { unpackSolution } from '@bbl/dataverse/package';
import { unzipSync } from 'fflate';
import type { SolutionFiles } from '@bbl/dataverse';

/** The files of a packed solution as they lie in an unpacked folder. @throws PackageError naming the part that is wrong */
export function readPackage(zip: Uint8Array): SolutionFiles {
  const parts = Object.entries(unzipSync(zip)).filter(([name]) => !name.endsWith('/'));
  return unpackSolution(new Map(parts));
}
