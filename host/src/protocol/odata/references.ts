import type { TableMetadata } from '@bbl/dataverse';
import { FaultCode, HostFault } from '../../faults';
import type { Engine } from '../../pipeline/engine';
import { badPayload } from './errors';
import { readAddress, readSegments } from './path';

export interface RowReference {
  readonly table: TableMetadata;
  readonly id: string;
}

/**
 * The row that an address in a payload or `$id` means: `/accounts(<id>)`, `accounts(accountnumber='A1')` or an absolute
 * address. Throws 400 when it is none, 404 when no row has the key.
 */
export function resolveReference(reference: string, { metadata, store }: Engine): RowReference {
  const segments = readSegments(relativePath(reference));
  const [segment] = segments;
  const table = segment && metadata.tableBySetName(segment.name);
  if (segments.length !== 1 || !segment || !table || segment.args === undefined) {
    throw badPayload(`'${reference}' does not name a row, as '/accounts(<id>)' does.`);
  }
  const address = readAddress(table, segment.args, metadata);
  if ('id' in address) return { table, id: address.id };
  const id = store.findByKey(table.name, Object.keys(address.key), address.key);
  if (id === undefined) {
    throw new HostFault(404, FaultCode.ObjectDoesNotExist, `${table.name} With key ${segment.args} Does Not Exist`);
  }
  return { table, id };
}

/** Cuts scheme, host and the root of the service off. */
function relativePath(reference: string): string {
  const path = reference.replace(/^https?:\/\/[^/]+/i, '');
  return decodeURIComponent(path.replace(/^\/api\/data\/v\d+\.\d+\//i, '/')).replace(/^\/+/, '');
}
