import type { LookupValue, Row } from '@bbl/dataverse/ports';
import { guid } from '@bbl/dataverse/ports';
import { badRequest, FaultCode, HostFault } from '../../faults';
import { allRows, idIn, isEqual } from '../../reads';
import { newId } from '../ids';
import type { Outputs, Parameters } from '../requests';
import type { Scope } from '../scope';
import { noteWrite } from '../writes';
import { lookupParameter, numberParameter } from './parameters';

const SHARES = 'principalobjectaccess';

/** `Target` is the row, `Principal` the user or team, `AccessMask` the platform's bits of AccessRights. */
export function grantAccess(parameters: Parameters, scope: Scope): Outputs {
  return share(parameters, scope, (current, granted) => current | granted);
}

export function modifyAccess(parameters: Parameters, scope: Scope): Outputs {
  return share(parameters, scope, (_current, granted) => granted);
}

/** Takes back everything that was shared with `Revokee`. */
export function revokeAccess(parameters: Parameters, scope: Scope): Outputs {
  const target = lookupParameter(parameters, 'Target');
  const existing = prepare(target, lookupParameter(parameters, 'Revokee'), scope);
  if (existing) {
    scope.engine.store.remove(SHARES, existing.id);
    noteWrite(SHARES, scope);
  }
  return {};
}

/** `AccessRights` of `Principal` on `Target` as the platform's bits. */
export function retrievePrincipalAccess(parameters: Parameters, { engine }: Scope): Outputs {
  const target = lookupParameter(parameters, 'Target');
  const principal = lookupParameter(parameters, 'Principal');
  const { table } = engine.plans.of(target.table);
  return { AccessRights: engine.security.accessBits(principal.id, table, target.id) };
}

function share(parameters: Parameters, scope: Scope, combine: (current: number, granted: number) => number): Outputs {
  const target = lookupParameter(parameters, 'Target');
  const principal = lookupParameter(parameters, 'Principal');
  const existing = prepare(target, principal, scope);
  const mask = combine(existing?.mask ?? 0, numberParameter(parameters, 'AccessMask'));
  const { store } = scope.engine;
  if (existing) store.update(SHARES, existing.id, { accessrightsmask: mask });
  else store.insert(SHARES, newId(), newShare(target, principal, mask));
  noteWrite(SHARES, scope);
  return {};
}

const newShare = (target: LookupValue, principal: LookupValue, mask: number): Row => ({
  objectid: guid(target.id),
  objecttypecode: target.table,
  principalid: guid(principal.id),
  principaltypecode: principal.table,
  accessrightsmask: mask,
  inheritedaccessrightsmask: 0,
});

/** Checks the right to share and finds what is shared already. */
function prepare(target: LookupValue, principal: LookupValue, scope: Scope): { id: string; mask: number } | undefined {
  const { engine, caller } = scope;
  const { table } = engine.plans.of(target.table);
  if (table.ownership !== 'user') {
    throw badRequest(FaultCode.InvalidArgument, `Rows of ${table.name} have no owner and cannot be shared.`);
  }
  if (!['systemuser', 'team'].includes(principal.table)) {
    throw new HostFault(400, FaultCode.InvalidArgument, 'Rows are shared with users and teams.');
  }
  engine.security.businessUnitOf(principal.id);
  engine.security.authorizeRow(caller.userId, table, target.id, 'Share');
  const filter = {
    kind: 'and' as const,
    filters: [isEqual('objectid', target.id), isEqual('principalid', principal.id)],
  };
  const [row] = allRows(engine.store, { table: SHARES, columns: ['accessrightsmask'], filter });
  if (!row) return undefined;
  const mask = row['accessrightsmask'];
  return { id: idIn(row['principalobjectaccessid']), mask: typeof mask === 'number' ? mask : 0 };
}
