import type { PlainDate } from '../dates/plainDate';
import { add, type MinorUnits } from '../money/minorUnits';
import { splitByShares } from '../split/splitAmount';
import type { ScheduleType } from '../statuses';
import type { CustomerShare, ExistingSplit, SplitChanges, SplitColumns } from './milestone';
import { splitUpdates } from './splitUpdates';

/** What the splits take from their header. */
export interface SplitSource {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/**
 * The splits of a new milestone: one per customer above 0 %, amount and tax each by the split rule, Not ready.
 * `shares` are balanced. domain.md 2.5-2, 5.2, 5.3-1.
 */
export function planSplits(
  header: SplitSource,
  shares: readonly CustomerShare[],
  scheduleType: ScheduleType,
): SplitColumns[] {
  const customers = shares.filter(({ percent }) => percent > 0);
  const amountsMinor = splitByShares(header.amountMinor, customers);
  const taxesMinor = splitByShares(header.taxMinor, customers);
  return customers.map((customer, index) => {
    const amountMinor = amountsMinor[index] as MinorUnits;
    const taxMinor = taxesMinor[index] as MinorUnits;
    return {
      lineCustomerId: customer.lineCustomerId,
      accountId: customer.accountId,
      name: header.name,
      date: header.date,
      amountMinor,
      taxMinor,
      amountAfterTaxMinor: add(amountMinor, taxMinor),
      billingStatus: 'NotReady',
      round: scheduleType === 'ProgressBased' ? 0 : 1,
      percent: customer.percent,
      isRounding: customer.isRounding,
    };
  });
}

/**
 * The splits made again with the line's present percentages: a customer who stays keeps the row and its status, one
 * who left loses it, a new one gets one. No split has billing activity. domain.md 2.5-3, 5.1-5.
 */
export function resplit(existing: readonly ExistingSplit[], planned: readonly SplitColumns[]): SplitChanges {
  const rowOf = new Map(existing.map((split) => [split.lineCustomerId, split]));
  const staying = new Set(planned.map(({ lineCustomerId }) => lineCustomerId));
  return {
    created: planned.filter(({ lineCustomerId }) => !rowOf.has(lineCustomerId)),
    updated: planned.flatMap((plan) => {
      const row = rowOf.get(plan.lineCustomerId);
      return row ? splitUpdates(row, { ...plan, billingStatus: row.billingStatus }) : [];
    }),
    removedIds: existing.filter(({ lineCustomerId }) => !staying.has(lineCustomerId)).map(({ id }) => id),
  };
}
