import { QueryFault } from '@bbl/dataverse/query';
import { HostFault } from './faults';

/** Runs a parser; what is wrong with a query becomes 400 with its code, what the host does not know 501. */
export function translatingQueryFaults<T>(parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof QueryFault)) throw error;
    throw new HostFault(error.kind === 'unsupported' ? 501 : 400, error.code, error.message);
  }
}
