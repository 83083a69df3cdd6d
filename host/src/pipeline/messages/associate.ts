import type { Association } from '@bbl/dataverse/metadataIndex';
import { guid } from '@bbl/dataverse/ports';
import { badRequest, FaultCode, HostFault, rowNotFound } from '../../faults';
import { allRows, idIn, isEqual } from '../../reads';
import { newId } from '../ids';
import type { AssociateRequest } from '../requests';
import type { Scope } from '../scope';
import { noteWrite } from '../writes';

/** Associate through a many-to-many relationship. Throws 0x80040237 when the two are associated already. */
export function associate(request: AssociateRequest, scope: Scope): void {
  const association = prepare(request, scope);
  const { relationship, own, other } = association;
  if (idOfLink(request, association, scope) !== undefined) {
    throw new HostFault(412, FaultCode.DuplicateRecord, 'A record with matching key values already exists.');
  }
  scope.engine.store.insert(relationship.intersectTable, newId(), {
    [own.column]: guid(request.id),
    [other.column]: guid(request.related.id),
  });
  noteWrite(relationship.intersectTable, scope);
}

/** Disassociate; nothing happens when the two are not associated. */
export function disassociate(request: AssociateRequest, scope: Scope): void {
  const association = prepare(request, scope);
  const linkId = idOfLink(request, association, scope);
  if (linkId === undefined) return;
  scope.engine.store.remove(association.relationship.intersectTable, linkId);
  noteWrite(association.relationship.intersectTable, scope);
}

function prepare({ table, id, navigation, related }: AssociateRequest, scope: Scope): Association {
  const { metadata, store } = scope.engine;
  const association = metadata.association(table, navigation);
  if (!association || association.other.table !== related.table) {
    throw badRequest(FaultCode.InvalidArgument, `'${navigation}' does not relate ${table} to ${related.table}.`);
  }
  if (!store.get(table, id, [])) throw rowNotFound(table, id);
  if (!store.get(related.table, related.id, [])) throw rowNotFound(related.table, related.id);
  authorize(association, { [table]: id, [related.table]: related.id }, scope);
  return association;
}

/** Roles are given with prvAssignRole; membership in teams and profiles by whoever may change the team or profile. */
function authorize(
  { relationship, own, other }: Association,
  ids: { readonly [table: string]: string },
  scope: Scope,
): void {
  const { security, plans } = scope.engine;
  const userId = scope.caller.userId;
  const tables = [own.table, other.table];
  if (tables.includes('role')) {
    security.requireNamedPrivilege(userId, 'prvAssignRole');
    return;
  }
  const changed = ['team', 'fieldsecurityprofile'].find((table) => tables.includes(table));
  if (changed !== undefined) {
    security.authorizeRow(userId, plans.of(changed).table, ids[changed] ?? '', 'Write');
    return;
  }
  throw new HostFault(
    501,
    FaultCode.NotSupported,
    `The local host does not support associating through ${relationship.name}.`,
  );
}

function idOfLink(
  { id, related }: AssociateRequest,
  { relationship, own, other }: Association,
  { engine }: Scope,
): string | undefined {
  const table = relationship.intersectTable;
  const { primaryId } = engine.plans.of(table).table;
  const filter = { kind: 'and' as const, filters: [isEqual(own.column, id), isEqual(other.column, related.id)] };
  const [row] = allRows(engine.store, { table, columns: [], filter });
  return row && idIn(row[primaryId]);
}
