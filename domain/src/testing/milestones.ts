import { createMilestone } from '../milestone/createMilestone';
import type { CustomerShare, ExistingMilestone, MilestoneLine, SplitChanges } from '../milestone/milestone';
import { applySplitChanges } from '../milestone/splitUpdates';
import { type ProgressChange, type ProgressMilestone } from '../progress/progressMilestone';
import type { SourceStatus } from '../statuses';
import { day, decided, pct, usd } from './values';

/** Customers c1, c2, … with these percentages; the last one is rounding. */
export function shares(...percents: string[]): CustomerShare[] {
  return percents.map((text, index) => ({
    lineCustomerId: `c${index + 1}`,
    accountId: `a${index + 1}`,
    percent: pct(text),
    isRounding: index === percents.length - 1,
  }));
}

/** A fixed price line of one customer on a Confirmed contract, unless the test says otherwise. */
export function fixedPriceLine(changes: Partial<MilestoneLine> = {}): MilestoneLine {
  return {
    name: 'Design',
    lineType: 'Project',
    billingMethod: 'FixedPrice',
    scheduleType: 'CompletedMilestones',
    contractStatus: 'Confirmed',
    shares: shares('100'),
    ...changes,
  };
}

export const progressLine = (...percents: string[]): MilestoneLine =>
  fixedPriceLine({ scheduleType: 'ProgressBased', shares: shares(...percents) });

/** A stored milestone: what `createMilestone` makes, its splits numbered s1, s2, …. */
export function storedMilestone(line: MilestoneLine, figures: { amount: string; tax?: string }): ExistingMilestone {
  const draft = {
    name: 'Kick-off',
    date: day('2026-03-31'),
    amountMinor: usd(figures.amount),
    taxMinor: usd(figures.tax ?? '0'),
  };
  const { splits, ...header } = decided(createMilestone(draft, line));
  return { ...header, splits: splits.map((split, index) => ({ ...split, id: `s${index + 1}`, wasInvoiced: false })) };
}

export const storedProgress = (line: MilestoneLine, figures: { amount: string; tax?: string }): ProgressMilestone =>
  storedMilestone(line, figures) as ProgressMilestone;

/** The milestone after its changes are written; new rows get the next free id. */
export function written(milestone: ProgressMilestone, change: ProgressChange): ProgressMilestone {
  return {
    ...milestone,
    headerStatus: change.headerStatus,
    progress: change.progress,
    splits: writtenSplits(milestone, change.slices),
  };
}

export function writtenSplits(milestone: ExistingMilestone, changes: SplitChanges): ExistingMilestone['splits'] {
  let last = Math.max(...milestone.splits.map(({ id }) => Number(id.slice(1))));
  return applySplitChanges(milestone.splits, changes).map((split) => ({
    ...split,
    id: split.id === '' ? `s${(last += 1)}` : split.id,
    wasInvoiced: split.wasInvoiced || split.billingStatus === 'InvoicePosted',
  }));
}

/** These slices with this status, for `changeSliceStatuses`. */
export const all = (ids: readonly string[], status: SourceStatus): Map<string, SourceStatus> =>
  new Map(ids.map((id) => [id, status]));
