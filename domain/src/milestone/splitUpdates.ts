import type { ExistingSplit, SplitChanges, SplitColumns, SplitUpdate } from './milestone';

/** The update that gives `row` its wanted columns; none when it has them already. */
export function splitUpdates(row: ExistingSplit, wanted: Partial<SplitColumns>): SplitUpdate[] {
  const names = Object.keys(wanted) as (keyof SplitColumns)[];
  const changed = names.filter((name) => wanted[name] !== row[name]);
  if (changed.length === 0) return [];
  return [{ id: row.id, changes: Object.fromEntries(changed.map((name) => [name, wanted[name]])) }];
}

/** The splits as they stand once `changes` are written. New rows have no id yet and never stood on an invoice. */
export function applySplitChanges(splits: readonly ExistingSplit[], changes: SplitChanges): ExistingSplit[] {
  const updates = new Map(changes.updated.map((update) => [update.id, update.changes]));
  const removed = new Set(changes.removedIds);
  const kept = splits.filter(({ id }) => !removed.has(id)).map((split) => ({ ...split, ...updates.get(split.id) }));
  return [...kept, ...changes.created.map((columns) => ({ ...columns, id: '', wasInvoiced: false }))];
}

/** Rows that a list of changes writes. */
export const changedRowsCount = (changes: SplitChanges): number =>
  changes.created.length + changes.updated.length + changes.removedIds.length;
