import type { SolutionFiles } from '@bbl/dataverse';
import { unsupported } from '../faults';

export function readPackage(_content: Uint8Array): SolutionFiles {
  throw unsupported('packed solutions');
}
