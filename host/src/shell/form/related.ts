import { hasPrivilege } from '../model/privileges';
import type { FormModel } from './formModel';

/** Rows of another table that point to the form's row. */
export interface RelatedList {
  readonly key: string;
  readonly label: string;
  readonly table: string;
  readonly column: string;
}

/** What the Related menu offers: tables of the app that the user may read, one entry a relationship. */
export function relatedLists({ model, table }: FormModel): readonly RelatedList[] {
  const inApp = new Set(model.app.tables);
  return model.index
    .collectionsOf(table.name)
    .flatMap((relationship) => {
      const related = model.findTable(relationship.referencingTable);
      if (!related || !inApp.has(related.name) || !hasPrivilege(model.description.user, related, 'Read')) return [];
      return [
        {
          key: relationship.name,
          label: related.displayCollectionName,
          table: related.name,
          column: relationship.referencingColumn,
        },
      ];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}
