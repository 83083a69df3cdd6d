import type { ViewColumnSpec, ViewFilter, ViewSpec } from './view';

export interface ViewSetSpec {
  /** Schema name */
  readonly table: string;
  readonly displayName: string;
  readonly displayCollectionName: string;
  readonly columns: readonly ViewColumnSpec[];
  readonly order: { readonly column: string; readonly isDescending?: boolean };
  /** What quick find searches; lookups are searched by the name of the row they point to. */
  readonly findColumns: readonly string[];
  /** The table has a default view of its own beside this set. */
  readonly hasOtherDefault?: boolean;
}

const state = (value: string): ViewFilter => ({ column: 'statecode', operator: 'eq', value });

/** The six views that a table ships with; without them the platform would make its own. platform.md 1.11 */
export function viewSet(set: ViewSetSpec): ViewSpec[] {
  const { table, displayName, displayCollectionName, columns } = set;
  const common = { table, columns, orders: [set.order], filters: [state('0')] };
  return [
    { ...common, kind: 'public', name: `Active ${displayCollectionName}`, isDefault: !set.hasOtherDefault },
    { ...common, kind: 'public', name: `Inactive ${displayCollectionName}`, filters: [state('1')] },
    { ...common, kind: 'associated', name: `${displayName} Associated View` },
    {
      ...common,
      kind: 'quickFind',
      name: `Quick Find Active ${displayCollectionName}`,
      findColumns: set.findColumns,
    },
    { ...common, kind: 'lookup', name: `${displayName} Lookup View`, columns: columns.slice(0, 3) },
    { ...common, kind: 'advancedFind', name: `${displayName} Advanced Find View` },
  ];
}
