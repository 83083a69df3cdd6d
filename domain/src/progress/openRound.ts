import type { ExistingSplit } from '../milestone/milestone';
import { add, type MinorUnits, multiplyDivide, negate, subtract, sum, ZERO } from '../money/minorUnits';
import { percent, percentOf, ZERO_PERCENT } from '../money/percent';
import { splitByShares } from '../split/splitAmount';
import {
  allottedMinor,
  lastRound,
  NEW_SLICE_ID,
  openRemainderMinor,
  openSlices,
  type ProgressMilestone,
} from './progressMilestone';

/** What one customer gets in a round. */
interface Slice {
  /** Any slice of the customer: it knows account, percentage and rounding flag as they were when it was made. */
  readonly customer: ExistingSplit;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/**
 * Opens the next round for the header's next invoice amount, which was checked. Slices are cut from the cumulative
 * amount, so that no cent drifts over the rounds; round 0 loses what they take. domain.md 3.4-5 to 3.4-8.
 */
export function openRound(milestone: ProgressMilestone): ProgressMilestone {
  const round = lastRound(milestone.splits) + 1;
  const slices = sliceNextInvoice(milestone, milestone.progress.nextInvoiceAmountMinor ?? ZERO);
  const opened = slices.map((slice): ExistingSplit => ({
    ...rowOf(milestone, slice.customer),
    round,
    billingStatus: 'Ready',
    amountMinor: slice.amountMinor,
    taxMinor: slice.taxMinor,
    amountAfterTaxMinor: add(slice.amountMinor, slice.taxMinor),
  }));
  const remainders = slices.reduce((rows, slice) => takeFromRemainder(rows, slice, milestone), milestone.splits);
  const { progress } = milestone;
  return {
    ...milestone,
    splits: dropSpentRemainders([...remainders, ...opened]),
    progress: {
      ...progress,
      nextInvoiceStatus: 'Ready',
      openRound: round,
      percentAllotted: percent(progress.percentAllotted + (progress.nextInvoicePercent ?? ZERO_PERCENT)),
    },
  };
}

/**
 * Round 0 marked by one of its slices: all that is left enters the next round whole, as the same rows. The marked
 * slice becomes Ready, the others stay Not ready. domain.md 3.4-18.
 */
export function takeRemainder(milestone: ProgressMilestone, markedId: string): ProgressMilestone {
  const { progress, amountMinor } = milestone;
  const round = lastRound(milestone.splits) + 1;
  const remainderMinor = openRemainderMinor(milestone.splits);
  const nextInvoicePercent = percentOf(remainderMinor, amountMinor);
  return {
    ...milestone,
    splits: milestone.splits.map((slice) => {
      if (slice.round > 0 || isEmpty(slice)) return slice;
      return { ...slice, round, billingStatus: slice.id === markedId ? 'Ready' : 'NotReady' };
    }),
    progress: {
      ...progress,
      nextInvoiceAmountMinor: remainderMinor,
      nextInvoicePercent,
      nextInvoiceStatus: 'Ready',
      openRound: round,
      percentAllotted: percent(progress.percentAllotted + nextInvoicePercent),
    },
  };
}

export const isEmpty = ({
  amountMinor,
  taxMinor,
}: {
  readonly amountMinor: number;
  readonly taxMinor: number;
}): boolean => amountMinor === 0 && taxMinor === 0;

/** Each customer's part of the cumulative amount and tax, less what it was allotted before. domain.md 3.4-5 to 3.4-7. */
function sliceNextInvoice(milestone: ProgressMilestone, nextMinor: MinorUnits): Slice[] {
  const customers = customersOf(milestone.splits);
  const cumulativeMinor = add(allottedMinor(milestone.splits), nextMinor);
  const cumulativeTaxMinor = multiplyDivide(milestone.taxMinor, cumulativeMinor, milestone.amountMinor);
  const isLast = cumulativeMinor === milestone.amountMinor;
  const partsMinor = splitByShares(cumulativeMinor, customers);
  const taxPartsMinor = splitByShares(cumulativeTaxMinor, customers);
  return customers
    .map((customer, index): Slice => {
      const before = milestone.splits.filter((slice) => slice.round > 0 && isOf(slice, customer));
      const amountMinor = subtract(partsMinor[index] ?? ZERO, sum(before.map((slice) => slice.amountMinor)));
      const taxMinor = subtract(taxPartsMinor[index] ?? ZERO, sum(before.map((slice) => slice.taxMinor)));
      // Tax waits for the next slice with an amount, unless there is none to come.
      return { customer, amountMinor, taxMinor: amountMinor === 0 && !isLast ? ZERO : taxMinor };
    })
    .filter((slice) => !isEmpty(slice));
}

/** One slice of each customer, in the order of the rows. */
function customersOf(slices: readonly ExistingSplit[]): ExistingSplit[] {
  const seen = new Set<string>();
  return slices.filter(({ lineCustomerId }) => {
    const isFirst = !seen.has(lineCustomerId);
    seen.add(lineCustomerId);
    return isFirst;
  });
}

/**
 * Round 0 loses what a slice takes. A customer without round 0 slice has nothing left, but a tiny invoice can move
 * the rounding customer's part by a few minor units; then what it owes the remainder gets a row.
 */
function takeFromRemainder(
  rows: readonly ExistingSplit[],
  slice: Slice,
  milestone: ProgressMilestone,
): ExistingSplit[] {
  const hasRemainder = openSlices(rows).some((row) => isOf(row, slice.customer));
  if (!hasRemainder) {
    const owed = {
      ...rowOf(milestone, slice.customer),
      round: 0,
      amountMinor: negate(slice.amountMinor),
      taxMinor: negate(slice.taxMinor),
    };
    return [...rows, { ...owed, billingStatus: 'NotReady', amountAfterTaxMinor: add(owed.amountMinor, owed.taxMinor) }];
  }
  return rows.map((row) => {
    if (row.round > 0 || !isOf(row, slice.customer)) return row;
    const amountMinor = subtract(row.amountMinor, slice.amountMinor);
    const taxMinor = subtract(row.taxMinor, slice.taxMinor);
    return { ...row, amountMinor, taxMinor, amountAfterTaxMinor: add(amountMinor, taxMinor) };
  });
}

/** A round 0 slice without amount and tax goes when its customer has another slice. domain.md 3.4-5. */
function dropSpentRemainders(rows: readonly ExistingSplit[]): ExistingSplit[] {
  const inRounds = new Set(rows.filter(({ round }) => round > 0).map(({ lineCustomerId }) => lineCustomerId));
  return rows.filter((row) => row.round > 0 || !isEmpty(row) || !inRounds.has(row.lineCustomerId));
}

/** A row that is not in the store yet, for a customer of the milestone. */
function rowOf({ name, date }: ProgressMilestone, customer: ExistingSplit): ExistingSplit {
  return { ...customer, id: NEW_SLICE_ID, name, date, wasInvoiced: false };
}

const isOf = (slice: ExistingSplit, customer: ExistingSplit): boolean =>
  slice.lineCustomerId === customer.lineCustomerId;
