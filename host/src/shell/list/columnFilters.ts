import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import type { LookupRef } from '../api/rows';
import { splitColumn, type FilterCondition, type FilterGroup } from '../fetch/filter';
import { containsPattern } from '../fetch/quickFind';

/** What a person set in a column's filter. */
export type ColumnFilter =
  | { readonly kind: 'text'; readonly contains: string }
  | { readonly kind: 'options'; readonly values: readonly number[] }
  | { readonly kind: 'range'; readonly from?: string; readonly to?: string }
  | { readonly kind: 'lookup'; readonly row: LookupRef }
  | { readonly kind: 'empty' };

/** How a column is filtered. */
export function filterKindOf(column: ColumnMetadata): 'text' | 'options' | 'number' | 'date' | 'lookup' {
  if (column.targets) return 'lookup';
  if (column.options || column.type === 'boolean') return 'options';
  if (column.type === 'dateonly' || column.type === 'datetime') return 'date';
  if (column.type === 'integer' || column.type === 'decimal' || column.type === 'money' || column.type === 'bigint') {
    return 'number';
  }
  return 'text';
}

/** The filter of all columns together; `isDate` says of which columns a range is in days. */
export function toFilterGroup(
  filters: ReadonlyMap<string, ColumnFilter>,
  isDate: (column: string) => boolean,
): FilterGroup {
  const conditions = [...filters].flatMap(([name, filter]) => toConditions(name, filter, isDate(name)));
  return { operator: 'and', conditions, groups: [] };
}

function toConditions(name: string, filter: ColumnFilter, isDate: boolean): readonly FilterCondition[] {
  const at = splitColumn(name);
  switch (filter.kind) {
    case 'text':
      return [{ ...at, operator: 'like', values: [containsPattern(filter.contains)] }];
    case 'options':
      return [{ ...at, operator: 'in', values: filter.values.map(String) }];
    case 'lookup':
      return [{ ...at, operator: 'eq', values: [filter.row.id] }];
    case 'empty':
      return [{ ...at, operator: 'null', values: [] }];
    case 'range':
      return [
        ...(filter.from === undefined
          ? []
          : [{ ...at, operator: isDate ? 'on-or-after' : 'ge', values: [filter.from] }]),
        ...(filter.to === undefined ? [] : [{ ...at, operator: isDate ? 'on-or-before' : 'le', values: [filter.to] }]),
      ];
  }
}
