import { deleteBoundViolations, saveBoundViolations } from '../bounds';
import { closedViolations } from '../contract/contractStatus';
import { formatUs, type PlainDate } from '../dates/plainDate';
import { missingViolations } from '../fieldViolations';
import { add, type MinorUnits, subtract, ZERO } from '../money/minorUnits';
import { percentOf } from '../money/percent';
import type { HeaderStatus } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import { type Field, FIELD_WORDS } from '../words';
import { amountViolations, lineViolations } from './createMilestone';
import { deriveHeaderStatus } from './headerStatus';
import { isAmountFree, isDateFree } from './lockedFields';
import {
  type ExistingMilestone,
  hasBillingActivity,
  type MilestoneLine,
  type ProgressColumns,
  NO_SPLIT_CHANGES,
  type SplitChanges,
  type SplitColumns,
} from './milestone';
import { planSplits, resplit, type SplitSource } from './planSplits';
import { applySplitChanges, changedRowsCount, splitUpdates } from './splitUpdates';

/** What a person sends. A missing field is not sent, null is emptied. */
export interface MilestonePatch {
  readonly name?: string | null;
  readonly date?: PlainDate | null;
  readonly amountMinor?: MinorUnits | null;
  readonly taxMinor?: MinorUnits | null;
}

/** The header's columns as they shall be, and what becomes of its splits. */
export interface MilestoneEdit {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly amountAfterTaxMinor: MinorUnits;
  readonly headerStatus: HeaderStatus;
  /** Null on completed milestones. */
  readonly progress: ProgressColumns | null;
  readonly splits: SplitChanges;
}

/**
 * A change of name, date, amount or tax. The splits follow the name and the date; with another amount or tax they
 * are made again. The request for the next invoice has a rule of its own (`requestNextInvoice`).
 * @returns GRD-11, CON-04, CON-12, SPL-01, SPL-02, MST-04, MST-06. domain.md 2.5-3.
 */
export function editMilestone(
  current: ExistingMilestone,
  patch: MilestonePatch,
  line: MilestoneLine,
): Ruling<MilestoneEdit> {
  const wanted = wantedFigures(current, patch);
  const isDated = wanted.date !== current.date;
  const isReckoned = wanted.amountMinor !== current.amountMinor || wanted.taxMinor !== current.taxMinor;
  const violations = [
    ...closedViolations(line.contractStatus),
    ...emptiedViolations(patch),
    ...(isDated && !isDateFree(current) ? [inBilling('date')] : []),
    ...(isReckoned ? reckoningViolations(current, patch, line) : []),
  ];
  if (violations.length > 0) return ruled<MilestoneEdit>(violations, () => edited(current, wanted, NO_SPLIT_CHANGES));

  const splits = isReckoned ? madeAgain(current, wanted, line) : following(current, wanted);
  return ruled(saveBoundViolations(changedRowsCount(splits), 'Use fewer customers.'), () =>
    edited(current, wanted, splits),
  );
}

/** An open milestone taken over by a schedule: name, amount and tax as planned, splits made again. domain.md 4.3-6. */
export function replanMilestone(
  current: ExistingMilestone,
  wanted: SplitSource,
  line: Pick<MilestoneLine, 'shares'>,
): MilestoneEdit {
  return edited(current, wanted, madeAgain(current, wanted, line));
}

/** What keeps a milestone from being deleted; its splits go with it. @returns CON-04, CON-12, MST-05. domain.md 2.5-4. */
export function deleteMilestoneBlockers(
  milestone: Pick<ExistingMilestone, 'splits'>,
  line: Pick<MilestoneLine, 'contractStatus'>,
): readonly Violation[] {
  return inCatalogueOrder([
    ...closedViolations(line.contractStatus),
    ...deleteBoundViolations(milestone.splits.length, 'Use fewer customers.'),
    ...(milestone.splits.some(hasBillingActivity) ? [violation('BBL-MST-05', {})] : []),
  ]);
}

function wantedFigures(current: ExistingMilestone, patch: MilestonePatch): SplitSource {
  const date = patch.date ?? current.date;
  return {
    name: patch.name === undefined ? current.name : patch.name || formatUs(date),
    date,
    amountMinor: patch.amountMinor ?? current.amountMinor,
    taxMinor: patch.taxMinor === undefined ? current.taxMinor : (patch.taxMinor ?? ZERO),
  };
}

function reckoningViolations(current: ExistingMilestone, patch: MilestonePatch, line: MilestoneLine): Violation[] {
  const { amountMinor, taxMinor } = wantedFigures(current, patch);
  const blocked = (field: Field, isChanged: boolean): Violation[] =>
    isChanged && !isAmountFree(current) ? [inBilling(field)] : [];
  return [
    ...blocked('amount', amountMinor !== current.amountMinor),
    ...blocked('tax', taxMinor !== current.taxMinor),
    ...amountViolations(amountMinor, taxMinor),
    ...lineViolations(line),
  ];
}

function madeAgain(current: ExistingMilestone, wanted: SplitSource, line: Pick<MilestoneLine, 'shares'>): SplitChanges {
  return resplit(
    current.splits,
    planSplits(wanted, line.shares, current.progress ? 'ProgressBased' : 'CompletedMilestones'),
  );
}

/** Every split follows the name; the date moves those that are not on an invoice. */
function following(current: ExistingMilestone, wanted: SplitSource): SplitChanges {
  const updated = current.splits.flatMap((split) => {
    const isMovable = split.billingStatus === 'NotReady' || split.billingStatus === 'Ready';
    const columns: Partial<SplitColumns> = { name: wanted.name, ...(isMovable ? { date: wanted.date } : {}) };
    return splitUpdates(split, columns);
  });
  return { ...NO_SPLIT_CHANGES, updated };
}

function edited(current: ExistingMilestone, wanted: SplitSource, splits: SplitChanges): MilestoneEdit {
  const scheduleType = current.progress ? 'ProgressBased' : 'CompletedMilestones';
  return {
    ...wanted,
    progress: current.progress && reckonedAgain(current.progress, current, wanted.amountMinor),
    amountAfterTaxMinor: add(wanted.amountMinor, wanted.taxMinor),
    headerStatus: deriveHeaderStatus(applySplitChanges(current.splits, splits), scheduleType),
    splits,
  };
}

/** Figures that hang on the total. A request that was entered keeps its amount: the amount counts. domain.md 3.4-1, 3.4-3. */
function reckonedAgain(
  progress: ProgressColumns,
  current: ExistingMilestone,
  amountMinor: MinorUnits,
): ProgressColumns {
  if (amountMinor === current.amountMinor) return progress;
  const { nextInvoiceAmountMinor } = progress;
  return {
    ...progress,
    nextInvoicePercent: nextInvoiceAmountMinor === null ? null : percentOf(nextInvoiceAmountMinor, amountMinor),
    percentInvoiced: percentOf(progress.invoicedToDateMinor, amountMinor),
    remainingAmountMinor: subtract(amountMinor, progress.invoicedToDateMinor),
  };
}

/** Date and amount can be changed, not emptied. */
const emptiedViolations = ({ date, amountMinor }: MilestonePatch): Violation[] => [
  ...(date === undefined ? [] : missingViolations('date', date)),
  ...(amountMinor === undefined ? [] : missingViolations('amount', amountMinor)),
];

const inBilling = (field: Field): Violation => violation('BBL-MST-04', { column: FIELD_WORDS[field] }, field);
