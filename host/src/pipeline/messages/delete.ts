import type { RelationshipMetadata } from '@bbl/dataverse';
import { FaultCode, HostFault } from '../../faults';
import type { DeleteRequest } from '../requests';
import { writablePlan } from '../rows/plan';
import type { Scope } from '../scope';
import { runStages } from '../stages';
import { noteWrite } from '../writes';
import { checkVersion } from './version';

/**
 * Delete, with what CascadeDelete of the relationships says about rows that point to it. The platform clears lookups
 * (RemoveLink) before stage 20, so steps find them at stage 10 alone; Restrict (0x80048416) and Cascade belong to the
 * main operation.
 */
export function remove(request: DeleteRequest, scope: Scope): void {
  const { engine, caller } = scope;
  const { table, id } = request;
  const plan = writablePlan(engine.plans, table, 'Delete');

  runStages(
    {
      message: 'Delete',
      table,
      id,
      knownId: id,
      target: null,
      authorize: () => {
        engine.security.authorizeDelete(caller.userId, plan.table, id);
        checkVersion(request, scope);
      },
      prepare: () => forEach(scope, table, 'RemoveLink', (relationship) => clearLookups(relationship, id, scope)),
      main: () => {
        forEach(scope, table, 'Restrict', (relationship) => refuseWhenRelated(relationship, id, scope));
        forEach(scope, table, 'Cascade', (relationship) => deleteRelated(relationship, request, scope));
        engine.store.remove(table, id);
        noteWrite(table, scope);
      },
    },
    scope,
  );
}

function forEach(
  { engine }: Scope,
  table: string,
  kind: 'RemoveLink' | 'Restrict' | 'Cascade',
  act: (relationship: RelationshipMetadata) => void,
): void {
  for (const relationship of engine.metadata.collectionsOf(table)) {
    if (relationship.cascadeDelete === kind) act(relationship);
  }
}

/** The platform's own write: no step of the other table runs. */
function clearLookups(relationship: RelationshipMetadata, id: string, scope: Scope): void {
  const cleared = scope.engine.store.clearLookup(relationship, id);
  if (cleared.length > 0) noteWrite(relationship.referencingTable, scope);
}

function refuseWhenRelated(relationship: RelationshipMetadata, id: string, { engine }: Scope): void {
  if (engine.store.childrenOf(relationship, id).length === 0) return;
  throw new HostFault(
    400,
    FaultCode.RestrictedDelete,
    `The object you tried to delete is associated with another object and cannot be deleted. ` +
      `Rows of ${relationship.referencingTable} point to it (${relationship.name}).`,
  );
}

function deleteRelated(relationship: RelationshipMetadata, { table, id }: DeleteRequest, scope: Scope): void {
  const below = scope.inside('Delete', table);
  for (const childId of scope.engine.store.childrenOf(relationship, id)) {
    below.dispatch('Delete', { table: relationship.referencingTable, id: childId });
  }
}
