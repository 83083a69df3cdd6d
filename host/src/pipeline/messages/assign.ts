import type { LookupValue } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import type { Scope } from '../scope';

export interface Assignment {
  readonly table: string;
  readonly id: string;
  readonly owner: LookupValue;
  readonly previousOwner: string;
}

/**
 * The rows that get a new owner together with their parent, as CascadeAssign of their relationships says. Each is an
 * update of its own with its steps; the right to assign is asked for on the parent alone.
 */
export function assignRelated({ table, id, owner, previousOwner }: Assignment, scope: Scope): void {
  const { metadata, plans, store } = scope.engine;
  const below = scope.inside('Update', table);
  for (const relationship of metadata.collectionsOf(table)) {
    const { cascadeAssign, referencingTable } = relationship;
    if (cascadeAssign === 'NoCascade' || !plans.of(referencingTable).isOwned) continue;
    for (const childId of store.childrenOf(relationship, id)) {
      const child = store.get(referencingTable, childId, ['ownerid', 'statecode']);
      const ownerId = isKind(child?.['ownerid'], 'lookup') ? child['ownerid'].id : '';
      const isInactive = isKind(child?.['statecode'], 'choice') && child['statecode'].v !== 0;
      if (ownerId === owner.id) continue;
      if (cascadeAssign === 'UserOwned' && ownerId !== previousOwner) continue;
      if (cascadeAssign === 'Active' && isInactive) continue;
      below.dispatch('Update', { table: referencingTable, id: childId, row: { ownerid: owner }, isCascade: true });
    }
  }
}
