import { isDue, type PlainDate } from '@bbl/domain';
import type { RowSummary } from '../client/rowSummaries';

/** More of them than this are counted in a dialog: nobody reads them before a click. */
export const GROUPS_SHOWN_MAX = 6;

/** What one draft invoice will hold. */
export interface BilledGroup {
  readonly customer: string;
  readonly contract: string;
  readonly rows: readonly RowSummary[];
}

/** One group for each draft that there will be, the order of the rows kept. domain.md 8.2-1. */
export function billedGroups(rows: readonly RowSummary[]): readonly BilledGroup[] {
  const groups = new Map<string, BilledGroup & { readonly rows: RowSummary[] }>();
  for (const row of rows) {
    const { draft, customer, contract, name } = row;
    const group = groups.get(draft) ?? { customer, contract: contract || name, rows: [] };
    group.rows.push(row);
    groups.set(draft, group);
  }
  return [...groups.values()];
}

/** Rows that an invoice of this date takes along; the others stay in the backlog. domain.md 8.2-2. */
export const dueBy = (date: PlainDate, rows: readonly RowSummary[]): readonly RowSummary[] =>
  rows.filter((row) => isDue(row, date));
