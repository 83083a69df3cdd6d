import { unzipSync } from 'fflate';
import type { SolutionFiles } from '@bbl/dataverse';
import { PackageError, unpackSolution } from '@bbl/dataverse/package';
import { badRequest, FaultCode } from '../faults';

/** The files of a packed solution, as `solution/` would hold them. Throws a fault with what is wrong on a damaged or foreign zip. */
export function readPackage(content: Uint8Array): SolutionFiles {
  try {
    return unpackSolution(new Map(Object.entries(unzipSync(content))));
  } catch (error) {
    const why = error instanceof PackageError ? error.message : 'it is no zip file';
    throw badRequest(FaultCode.InvalidArgument, `The solution package cannot be read: ${why}.`);
  }
}
