import type { AddedRow, RowEdit } from './rows';
import type { ScheduleState } from './state';
import { shownRows } from './state';

/** One write to the server. */
export type ScheduleChange =
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'update'; readonly id: string; readonly edit: RowEdit }
  | { readonly kind: 'create'; readonly id: string; readonly row: AddedRow };

/** The writes that bring the draft to the server: what goes, what changes, what is new. A row that goes is not changed first. */
export function changesOf({ draft }: ScheduleState): readonly ScheduleChange[] {
  return [
    ...[...draft.removedIds].map((id) => ({ kind: 'remove', id }) as const),
    ...[...draft.edits]
      .filter(([id]) => !draft.removedIds.has(id))
      .map(([id, edit]) => ({ kind: 'update', id, edit }) as const),
    ...draft.added.map((row) => ({ kind: 'create', id: row.id, row }) as const),
  ];
}

/** What a new row lacks before it is worth a write: an amount, or a name by which it is told from the others. */
export function lackOf(row: AddedRow, state: ScheduleState): 'name' | 'amount' | undefined {
  const isNamesake = shownRows(state).some(
    ({ id, name, state: kind }) => id !== row.id && kind !== 'removed' && name === row.name,
  );
  if (row.name === '' || isNamesake) return 'name';
  return row.amountMinor === 0 ? 'amount' : undefined;
}
