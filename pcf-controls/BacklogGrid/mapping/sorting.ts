import type { ColumnSort } from '@bbl/pcf-shared/grid-core';
import type { SortStatus } from './dataset';

const ASCENDING = 0;
const DESCENDING = 1;

/** The dataset's sorting; columns that do not sort are left out. */
export const mapSorting = (sorting: readonly SortStatus[]): readonly ColumnSort[] =>
  sorting
    .filter(({ sortDirection }) => sortDirection === ASCENDING || sortDirection === DESCENDING)
    .map(({ name, sortDirection }) => ({ columnKey: name, isDescending: sortDirection === DESCENDING }));

/** Writes sorts into the dataset's own list: the platform reads that list again at the next refresh. */
export function writeSorting(sorting: SortStatus[], sorts: readonly ColumnSort[]): void {
  const next = sorts.map(({ columnKey, isDescending }): SortStatus => ({
    name: columnKey,
    sortDirection: isDescending ? DESCENDING : ASCENDING,
  }));
  sorting.splice(0, sorting.length, ...next);
}
