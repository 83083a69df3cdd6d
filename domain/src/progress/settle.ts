import { deriveHeaderStatus } from '../milestone/headerStatus';
import {
  type ExistingMilestone,
  type ExistingSplit,
  hasBillingActivity,
  type ProgressColumns,
} from '../milestone/milestone';
import { add, subtract, sum } from '../money/minorUnits';
import { percent, percentOf, ZERO_PERCENT } from '../money/percent';
import type { HeaderStatus, SourceStatus } from '../statuses';
import {
  changeBetween,
  openSlices,
  type ProgressChange,
  type ProgressMilestone,
  slicesOfRound,
} from './progressMilestone';

/**
 * The milestone with slices whose statuses have changed: draft, release, confirmation, credit, Lost, or marks. All
 * that happens in one transaction comes in one call. domain.md 3.4-21, 3.3-4.
 */
export function changeSliceStatuses(
  milestone: ProgressMilestone,
  statuses: ReadonlyMap<string, SourceStatus>,
): ProgressChange {
  return changeBetween(milestone, withStatuses(milestone, statuses));
}

/** The header status of a milestone of either kind once its splits have new statuses. domain.md 3.3-4. */
export function headerStatusAfter(
  milestone: ExistingMilestone,
  statuses: ReadonlyMap<string, SourceStatus>,
): HeaderStatus {
  const splits = milestone.splits.map((split) => ({
    ...split,
    billingStatus: statuses.get(split.id) ?? split.billingStatus,
  }));
  return deriveHeaderStatus(splits, milestone.progress ? 'ProgressBased' : 'CompletedMilestones');
}

/** The state after slices took their statuses, everything derived. */
export function withStatuses(
  milestone: ProgressMilestone,
  statuses: ReadonlyMap<string, SourceStatus>,
): ProgressMilestone {
  const splits = milestone.splits.map((slice) => {
    const billingStatus = statuses.get(slice.id) ?? slice.billingStatus;
    return { ...slice, billingStatus, wasInvoiced: slice.wasInvoiced || billingStatus === 'InvoicePosted' };
  });
  return settle({ ...milestone, splits });
}

/** Everything that follows from the slices: the fate of the open round, the header's figures and status. */
export function settle(milestone: ProgressMilestone): ProgressMilestone {
  return withFigures(withOpenRound(milestone));
}

/** What became of the open round. domain.md 3.4-8 to 3.4-10, 3.4-13. */
function withOpenRound(milestone: ProgressMilestone): ProgressMilestone {
  const { progress } = milestone;
  const { openRound } = progress;
  if (openRound === null) return milestone;
  const members = slicesOfRound(milestone.splits, openRound);
  if (members.every(({ billingStatus }) => billingStatus === 'InvoicePosted')) {
    return { ...milestone, progress: { ...closedRequest(progress), openRound: null } };
  }
  const nextInvoiceStatus = nextInvoiceStatusOf(members);
  if (nextInvoiceStatus !== 'NotReady') return { ...milestone, progress: { ...progress, nextInvoiceStatus } };
  return members.some(hasBillingActivity)
    ? { ...milestone, progress: closedRequest(progress) }
    : withdrawRound(milestone, openRound);
}

/** One Created: Created; else one Ready: Ready; else Not ready. domain.md 3.4-9. */
export function nextInvoiceStatusOf(members: readonly Pick<ExistingSplit, 'billingStatus'>[]): SourceStatus {
  const has = (status: SourceStatus): boolean => members.some(({ billingStatus }) => billingStatus === status);
  if (has('InvoiceCreated')) return 'InvoiceCreated';
  return has('Ready') ? 'Ready' : 'NotReady';
}

/** A next invoice that is over empties the request, so that no second round opens by accident. domain.md 3.4-13. */
function closedRequest(progress: ProgressColumns): ProgressColumns {
  const isTurning = progress.nextInvoiceStatus !== 'NotReady';
  if (!isTurning) return progress;
  return { ...progress, nextInvoiceStatus: 'NotReady', nextInvoicePercent: null, nextInvoiceAmountMinor: null };
}

/**
 * The round goes back to round 0: a slice whose customer has no round 0 slice becomes that slice itself, any other is
 * merged into it. The request keeps its values. domain.md 3.4-11.
 */
export function withdrawRound(milestone: ProgressMilestone, round: number): ProgressMilestone {
  const { progress } = milestone;
  const members = slicesOfRound(milestone.splits, round);
  const others = milestone.splits.filter((slice) => slice.round !== round);
  const splits = members.reduce<ExistingSplit[]>(giveBack, others);
  return {
    ...milestone,
    splits,
    progress: {
      ...progress,
      nextInvoiceStatus: 'NotReady',
      openRound: null,
      percentAllotted: percent(progress.percentAllotted - (progress.nextInvoicePercent ?? ZERO_PERCENT)),
    },
  };
}

function giveBack(slices: ExistingSplit[], member: ExistingSplit): ExistingSplit[] {
  const remainder = openSlices(slices).find(({ lineCustomerId }) => lineCustomerId === member.lineCustomerId);
  if (!remainder) return [...slices, { ...member, round: 0, billingStatus: 'NotReady' }];
  const amountMinor = add(remainder.amountMinor, member.amountMinor);
  const taxMinor = add(remainder.taxMinor, member.taxMinor);
  const merged = { ...remainder, amountMinor, taxMinor, amountAfterTaxMinor: add(amountMinor, taxMinor) };
  return slices.map((slice) => (slice === remainder ? merged : slice));
}

/** Invoiced to date, remaining, percent invoiced, header status. domain.md 3.3, 3.4-1. */
function withFigures(milestone: ProgressMilestone): ProgressMilestone {
  const posted = milestone.splits.filter(({ billingStatus }) => billingStatus === 'InvoicePosted');
  const invoicedToDateMinor = sum(posted.map(({ amountMinor }) => amountMinor));
  return {
    ...milestone,
    headerStatus: deriveHeaderStatus(milestone.splits, 'ProgressBased'),
    progress: {
      ...milestone.progress,
      invoicedToDateMinor,
      percentInvoiced: percentOf(invoicedToDateMinor, milestone.amountMinor),
      remainingAmountMinor: subtract(milestone.amountMinor, invoicedToDateMinor),
    },
  };
}
