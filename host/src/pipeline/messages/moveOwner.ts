import { isKind } from '@bbl/dataverse/ports';
import type { Row } from '@bbl/dataverse/ports';
import type { Scope } from '../scope';
import { noteWrite } from '../writes';

const OWNERS: ReadonlySet<string> = new Set(['systemuser', 'team']);

/** A user or team that moves to another business unit takes its rows along. The platform's own write: no step runs. */
export function moveOwnedRows(table: string, id: string, row: Row, scope: Scope): void {
  const unit = row['businessunitid'];
  if (!OWNERS.has(table) || !isKind(unit, 'lookup')) return;
  const { metadata, store, plans } = scope.engine;
  for (const relationship of metadata.collectionsOf(table)) {
    const { referencingTable, referencingColumn } = relationship;
    if (referencingColumn !== 'ownerid' || !plans.of(referencingTable).ownerColumns.businessUnit) continue;
    for (const rowId of store.childrenOf(relationship, id)) {
      store.update(referencingTable, rowId, { owningbusinessunit: unit });
      noteWrite(referencingTable, scope);
    }
  }
}
