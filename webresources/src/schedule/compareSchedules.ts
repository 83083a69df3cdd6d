import type { MinorUnits, PlainDate } from '@bbl/domain';

interface Entry {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/** A milestone of the schedule that a command would leave behind. */
export interface PlannedEntry extends Entry {
  readonly kept: boolean;
}

export type ScheduleChange = 'kept' | 'unchanged' | 'changed' | 'added' | 'removed';

/** One line of the comparison: how it is, how it would be. */
export interface ComparedRow {
  readonly change: ScheduleChange;
  readonly before?: Entry;
  readonly after?: Entry;
}

/**
 * A schedule beside the one that takes its place, in date order. Kept entries find themselves again; a planned entry
 * takes the place of the first open one on its date, other open ones go. domain.md 4.3-6.
 */
export function compareSchedules(before: readonly Entry[], planned: readonly PlannedEntry[]): ComparedRow[] {
  const rest = [...before];
  const take = (isWanted: (entry: Entry) => boolean): Entry | undefined => {
    const at = rest.findIndex(isWanted);
    return at < 0 ? undefined : rest.splice(at, 1)[0];
  };
  const kept = planned
    .filter((entry) => entry.kept)
    .map((after): ComparedRow => ({ change: 'kept', before: take((entry) => isSame(entry, after)) ?? after, after }));
  const placed = planned
    .filter((entry) => !entry.kept)
    .map((after): ComparedRow => {
      const open = take(({ date }) => date === after.date);
      if (!open) return { change: 'added', after };
      return { change: isSame(open, after) ? 'unchanged' : 'changed', before: open, after };
    });
  const removed = rest.map((entry): ComparedRow => ({ change: 'removed', before: entry }));
  return [...kept, ...placed, ...removed].sort((left, right) =>
    dateOf(left) < dateOf(right) ? -1 : dateOf(left) > dateOf(right) ? 1 : 0,
  );
}

const dateOf = ({ before, after }: ComparedRow): string => (after ?? before)?.date ?? '';

const isSame = (left: Entry, right: Entry): boolean =>
  left.date === right.date &&
  left.name === right.name &&
  left.amountMinor === right.amountMinor &&
  left.taxMinor === right.taxMinor;
