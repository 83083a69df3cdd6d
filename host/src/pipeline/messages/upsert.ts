import type { Row } from '@bbl/dataverse/ports';
import { FaultCode, HostFault } from '../../faults';
import type { RowAddress, UpsertRequest, UpsertResponse } from '../requests';
import type { Scope } from '../scope';

/** Upsert: decides between Create and Update and runs that message with its steps. */
export function upsert(request: UpsertRequest, scope: Scope): UpsertResponse {
  const { table, target, row, only, rowVersion } = request;
  const existingId = find(table, target, scope);
  if (existingId === undefined) {
    if (only === 'update' || rowVersion !== undefined) throw missing(table, target);
    const created = 'id' in target ? { table, id: target.id, row } : { table, row: { ...target.key, ...row } };
    return { id: scope.dispatch('Create', created), isCreated: true };
  }
  if (only === 'create') {
    throw new HostFault(412, FaultCode.DuplicateRecord, 'A record with matching key values already exists.');
  }
  const update = { table, id: existingId, row };
  scope.dispatch('Update', rowVersion === undefined ? update : { ...update, rowVersion });
  return { id: existingId, isCreated: false };
}

function find(table: string, target: RowAddress, { engine }: Scope): string | undefined {
  if ('key' in target) return engine.store.findByKey(table, Object.keys(target.key), target.key);
  return engine.store.get(table, target.id, []) ? target.id : undefined;
}

function missing(table: string, target: RowAddress): HostFault {
  const what = 'id' in target ? `Id = ${target.id}` : `key ${describeKey(target.key)}`;
  return new HostFault(404, FaultCode.ObjectDoesNotExist, `${table} With ${what} Does Not Exist`);
}

const describeKey = (key: Row): string =>
  Object.entries(key)
    .map(([column, value]) => `${column}=${JSON.stringify(value)}`)
    .join(',');
