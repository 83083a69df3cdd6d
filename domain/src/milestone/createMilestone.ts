import { saveBoundViolations } from '../bounds';
import { closedViolations } from '../contract/contractStatus';
import { formatUs, type PlainDate } from '../dates/plainDate';
import { missingViolations, negativeViolations } from '../fieldViolations';
import { add, type MinorUnits, ZERO } from '../money/minorUnits';
import { ZERO_PERCENT } from '../money/percent';
import { balanceViolations } from '../split/percentages';
import type { HeaderStatus } from '../statuses';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import type { MilestoneLine, ProgressColumns, SplitColumns } from './milestone';
import { planSplits } from './planSplits';

/** What a person enters. Null or an empty text is "not given". */
export interface MilestoneDraft {
  readonly name: string | null;
  readonly date: PlainDate | null;
  readonly amountMinor: MinorUnits | null;
  readonly taxMinor: MinorUnits | null;
}

/** A milestone with everything that the server derives, splits included. */
export interface NewMilestone {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly amountAfterTaxMinor: MinorUnits;
  readonly headerStatus: HeaderStatus;
  readonly progress: ProgressColumns | null;
  readonly splits: readonly SplitColumns[];
}

/**
 * A new milestone by hand. Tax defaults to 0, the name to the date as MM/DD/YYYY.
 * @returns GRD-11 for a missing date or amount and for negative figures, CON-04, CON-12, SPL-01, SPL-02, MST-01,
 * MST-06. domain.md 2.5-1, 2.5-2, 3.2-1.
 */
export function createMilestone(draft: MilestoneDraft, line: MilestoneLine): Ruling<NewMilestone> {
  const { date, amountMinor } = draft;
  const violations = [
    ...missingViolations('date', date),
    ...amountViolations(amountMinor, draft.taxMinor),
    ...lineViolations(line),
    ...closedViolations(line.contractStatus),
    ...saveBoundViolations(line.shares.length, 'Use fewer customers.'),
  ];
  if (date === null || amountMinor === null) return ruled<NewMilestone>(violations, neverReached);
  return ruled(violations, () =>
    planMilestone({ name: draft.name || formatUs(date), date, amountMinor, taxMinor: draft.taxMinor ?? ZERO }, line),
  );
}

/** The milestone itself, for figures and a line that were checked before. domain.md 2.5-2, 3.4-1. */
export function planMilestone(
  figures: Pick<NewMilestone, 'name' | 'date' | 'amountMinor' | 'taxMinor'>,
  line: Pick<MilestoneLine, 'scheduleType' | 'shares'>,
): NewMilestone {
  const scheduleType = line.scheduleType ?? 'CompletedMilestones';
  return {
    ...figures,
    amountAfterTaxMinor: add(figures.amountMinor, figures.taxMinor),
    headerStatus: 'NotStarted',
    progress: scheduleType === 'ProgressBased' ? startingProgress(figures.amountMinor) : null,
    splits: planSplits(figures, line.shares, scheduleType),
  };
}

/** A header before its first round: everything is open. domain.md 3.4-1. */
export function startingProgress(amountMinor: MinorUnits): ProgressColumns {
  return {
    nextInvoicePercent: null,
    nextInvoiceAmountMinor: null,
    nextInvoiceStatus: 'NotReady',
    openRound: null,
    percentAllotted: ZERO_PERCENT,
    invoicedToDateMinor: ZERO,
    percentInvoiced: ZERO_PERCENT,
    remainingAmountMinor: amountMinor,
  };
}

/**
 * @returns MST-01 unless it is a fixed price project line, whose percentages alone matter: SPL-01 and SPL-02.
 * domain.md 2.5-1, 5.1-2.
 */
export function lineViolations(line: MilestoneLine): Violation[] {
  const isFixedPrice = line.lineType === 'Project' && line.billingMethod === 'FixedPrice';
  if (!isFixedPrice) return [violation('BBL-MST-01', {}, 'contractLineId')];
  return balanceViolations(`line ${line.name}`, line.shares);
}

/** @returns GRD-11 for a missing amount and negative figures, MST-06 for tax without amount. domain.md 2.1-4, 2.5-1. */
export function amountViolations(amountMinor: MinorUnits | null, taxMinor: MinorUnits | null): Violation[] {
  return [
    ...missingViolations('amount', amountMinor),
    ...negativeViolations('amount', amountMinor),
    ...negativeViolations('tax', taxMinor),
    ...(amountMinor === 0 && (taxMinor ?? 0) > 0 ? [violation('BBL-MST-06', {}, 'tax')] : []),
  ];
}

function neverReached(): never {
  throw new Error('A milestone without date or amount has violations');
}
