import type {
  ExistingMilestone,
  ExistingSplit,
  ProgressColumns,
  SplitChanges,
  SplitColumns,
} from '../milestone/milestone';
import { splitUpdates } from '../milestone/splitUpdates';
import { type MinorUnits, sum } from '../money/minorUnits';
import type { HeaderStatus, SourceStatus } from '../statuses';

/** A progress-based milestone: a header with its next invoice, and its slices. domain.md 3.4. */
export interface ProgressMilestone extends ExistingMilestone {
  readonly progress: ProgressColumns;
}

export const isProgressBased = (milestone: ExistingMilestone): milestone is ProgressMilestone =>
  milestone.progress !== null;

/** A slice that a command has just made has no id yet. */
export const NEW_SLICE_ID = '';

/** The open remainder: slices not yet in a round. */
export const openSlices = <Slice extends { readonly round: number }>(slices: readonly Slice[]): Slice[] =>
  slices.filter(({ round }) => round === 0);

/** The slices of one next invoice. */
export const slicesOfRound = <Slice extends { readonly round: number }>(
  slices: readonly Slice[],
  round: number,
): Slice[] => slices.filter((slice) => slice.round === round);

/** What is in rounds already, whatever became of it. domain.md 3.4-2. */
export const allottedMinor = (
  slices: readonly { readonly round: number; readonly amountMinor: MinorUnits }[],
): MinorUnits => sum(slices.filter(({ round }) => round > 0).map(({ amountMinor }) => amountMinor));

/** What a next invoice can still take. domain.md 3.4-2. */
export const openRemainderMinor = (
  slices: readonly { readonly round: number; readonly amountMinor: MinorUnits }[],
): MinorUnits => sum(openSlices(slices).map(({ amountMinor }) => amountMinor));

/** The highest round so far; 0 before the first. */
export const lastRound = (slices: readonly { readonly round: number }[]): number =>
  slices.reduce((highest, { round }) => Math.max(highest, round), 0);

/** A status that changes; each is one line of the history. */
export interface StatusChange {
  readonly id: string;
  readonly from: SourceStatus;
  readonly to: SourceStatus;
}

/** What a command or event makes of a progress-based milestone. */
export interface ProgressChange {
  /** Created slices carry the status Ready when they open a round: they start Not ready and become Ready at once. */
  readonly slices: SplitChanges;
  /** Every status change of a row that was there, also of one that is removed: it was set to Not ready first. */
  readonly statusChanges: readonly StatusChange[];
  readonly progress: ProgressColumns;
  readonly headerStatus: HeaderStatus;
}

/** The writes that lead from one state of a milestone to another. */
export function changeBetween(before: ProgressMilestone, after: ProgressMilestone): ProgressChange {
  const afterOf = new Map(after.splits.map((slice) => [slice.id, slice]));
  const pairs = before.splits.map((slice) => ({ slice, now: afterOf.get(slice.id) }));
  return {
    slices: {
      created: after.splits.filter(({ id }) => id === NEW_SLICE_ID).map(columnsOf),
      updated: pairs.flatMap(({ slice, now }) => (now ? splitUpdates(slice, columnsOf(now)) : [])),
      removedIds: pairs.filter(({ now }) => !now).map(({ slice }) => slice.id),
    },
    statusChanges: pairs.flatMap(({ slice, now }) => {
      const to = now ? now.billingStatus : 'NotReady';
      return to === slice.billingStatus ? [] : [{ id: slice.id, from: slice.billingStatus, to }];
    }),
    progress: after.progress,
    headerStatus: after.headerStatus,
  };
}

/** The columns of a slice without what only the store knows. */
function columnsOf(slice: ExistingSplit): SplitColumns {
  return {
    lineCustomerId: slice.lineCustomerId,
    accountId: slice.accountId,
    name: slice.name,
    date: slice.date,
    amountMinor: slice.amountMinor,
    taxMinor: slice.taxMinor,
    amountAfterTaxMinor: slice.amountAfterTaxMinor,
    billingStatus: slice.billingStatus,
    round: slice.round,
    percent: slice.percent,
    isRounding: slice.isRounding,
  };
}
