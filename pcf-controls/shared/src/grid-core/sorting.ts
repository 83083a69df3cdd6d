/** How one column sorts the rows; several sort in their order. */
export interface ColumnSort {
  readonly columnKey: string;
  readonly isDescending: boolean;
}

/**
 * A press on a header: the column sorts ascending, pressed again descending, and alone unless `isAdding`. Adding a
 * column that sorts already turns it around in its place.
 */
export function sortBy(sorts: readonly ColumnSort[], columnKey: string, isAdding = false): readonly ColumnSort[] {
  const present = sorts.find((sort) => sort.columnKey === columnKey);
  const next: ColumnSort = { columnKey, isDescending: present !== undefined && !present.isDescending };
  if (!isAdding) return [next];
  return present ? sorts.map((sort) => (sort === present ? next : sort)) : [...sorts, next];
}

/** aria-sort of a header. ARIA knows one sorted column, so only the first one says it. */
export function ariaSortOf(sorts: readonly ColumnSort[], columnKey: string): 'ascending' | 'descending' | 'none' {
  const [first] = sorts;
  if (first?.columnKey !== columnKey) return 'none';
  return first.isDescending ? 'descending' : 'ascending';
}
