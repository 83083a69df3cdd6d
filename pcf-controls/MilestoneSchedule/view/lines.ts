import type { ShownRow } from '@bbl/pcf-shared/schedule-core';
import type { SplitFacts } from '../mapping/facts';
import type { RowFacts } from '../mapping/rows';

/** A line of the grid: a milestone, or what one customer gets of it. */
export type ScheduleLine =
  | { readonly kind: 'row'; readonly key: string; readonly row: ShownRow; readonly facts: RowFacts | undefined }
  | { readonly kind: 'split'; readonly key: string; readonly row: ShownRow; readonly split: SplitFacts };

/** All lines in sight: below an expanded milestone its customers. */
export function linesOf(
  rows: readonly ShownRow[],
  factsOf: (id: string) => RowFacts | undefined,
  expandedIds: ReadonlySet<string>,
): readonly ScheduleLine[] {
  return rows.flatMap((row): ScheduleLine[] => {
    const facts = factsOf(row.id);
    const splits = expandedIds.has(row.id) ? (facts?.splits ?? []) : [];
    return [
      { kind: 'row', key: row.id, row, facts },
      ...splits.map((split): ScheduleLine => ({ kind: 'split', key: `${row.id} ${split.id}`, row, split })),
    ];
  });
}
