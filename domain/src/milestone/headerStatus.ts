import type { HeaderStatus, ScheduleType, SourceStatus } from '../statuses';

export interface SplitStanding {
  readonly billingStatus: SourceStatus;
  readonly amountMinor: number;
  readonly taxMinor: number;
}

/**
 * Header status as the splits have it; never set, always derived. Completed when a split is Posted and every other
 * one is too, or is an empty slice (amount 0, tax 0, Not ready) of a progress-based milestone. domain.md 3.3.
 */
export function deriveHeaderStatus(splits: readonly SplitStanding[], scheduleType: ScheduleType): HeaderStatus {
  const isSettled = (split: SplitStanding): boolean =>
    split.billingStatus === 'InvoicePosted' || (scheduleType === 'ProgressBased' && isEmptySlice(split));
  const hasPosted = splits.some(({ billingStatus }) => billingStatus === 'InvoicePosted');
  if (hasPosted && splits.every(isSettled)) return 'Completed';
  return splits.some(({ billingStatus }) => billingStatus !== 'NotReady') ? 'InProgress' : 'NotStarted';
}

const isEmptySlice = ({ billingStatus, amountMinor, taxMinor }: SplitStanding): boolean =>
  billingStatus === 'NotReady' && amountMinor === 0 && taxMinor === 0;
