import { closedViolations } from '../contract/contractStatus';
import { negativeViolations } from '../fieldViolations';
import type { ProgressColumns } from '../milestone/milestone';
import { type Currency, formatMoney } from '../money/amount';
import { type MinorUnits, subtract } from '../money/minorUnits';
import { HUNDRED_PERCENT, type Percent, percentOf, shareOf } from '../money/percent';
import type { ContractStatus } from '../statuses';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import { BILLING_STATUS_WORDS } from '../words';
import { allottedMinor, openRemainderMinor } from './progressMilestone';

/** The header that a next invoice is asked of. `progress` is null on completed milestones. */
export interface RequestedHeader {
  readonly amountMinor: MinorUnits;
  readonly progress: ProgressColumns | null;
  readonly splits: readonly { readonly round: number; readonly amountMinor: MinorUnits }[];
  readonly contractStatus: ContractStatus;
  readonly currency: Currency;
}

/** What a person sends. A missing field is not sent, null is emptied; if both come the amount counts. */
export interface NextInvoicePatch {
  readonly percent?: Percent | null;
  readonly amountMinor?: MinorUnits | null;
}

/** The request as it is stored: the share of the total for this round, and its amount. */
export interface NextInvoice {
  readonly percent: Percent | null;
  readonly amountMinor: MinorUnits | null;
}

/**
 * The request for the next invoice: one of the two is written, the other follows. A percentage that brings all
 * rounds to 100 takes exactly the open remainder.
 * @returns GRD-11 for a negative amount, CON-04, PRG-02, PRG-03, PRG-04, PRG-07. domain.md 3.4-3, 3.4-4.
 */
export function requestNextInvoice(header: RequestedHeader, patch: NextInvoicePatch): Ruling<NextInvoice> {
  const { progress } = header;
  if (!progress) return ruled<NextInvoice>([violation('BBL-PRG-07', {})], () => EMPTY);
  const violations = [
    ...closedViolations(header.contractStatus),
    ...(progress.nextInvoiceStatus === 'NotReady' ? [] : [underWay(progress)]),
  ];
  if (violations.length > 0) return ruled<NextInvoice>(violations, () => EMPTY);
  if (typeof patch.amountMinor === 'number') return byAmount(header, patch.amountMinor);
  if (typeof patch.percent === 'number') return byPercent(header, progress, patch.percent);
  return ruled([], () => EMPTY);
}

/** "The work is c % complete": the amount that brings what is allotted to c % of the total. domain.md 3.4-3. */
export function amountForCompletion(
  header: Pick<RequestedHeader, 'amountMinor' | 'splits'>,
  completion: Percent,
): MinorUnits {
  return subtract(shareOf(header.amountMinor, completion), allottedMinor(header.splits));
}

/** @returns PRG-02 above the open remainder, PRG-03 unless above 0. domain.md 3.4-4. */
export function nextAmountViolations(
  amountMinor: MinorUnits,
  remainderMinor: MinorUnits,
  currency: Currency,
): Violation[] {
  if (amountMinor <= 0) return [violation('BBL-PRG-03', {}, 'nextInvoiceAmount')];
  return amountMinor > remainderMinor ? [tooMuch(remainderMinor, currency, 'nextInvoiceAmount')] : [];
}

function byAmount(header: RequestedHeader, amountMinor: MinorUnits): Ruling<NextInvoice> {
  const violations =
    amountMinor < 0
      ? negativeViolations('nextInvoiceAmount', amountMinor)
      : nextAmountViolations(amountMinor, openRemainderMinor(header.splits), header.currency);
  return ruled(violations, () => ({ percent: percentOf(amountMinor, header.amountMinor), amountMinor }));
}

function byPercent(header: RequestedHeader, progress: ProgressColumns, share: Percent): Ruling<NextInvoice> {
  const remainderMinor = openRemainderMinor(header.splits);
  const total = progress.percentAllotted + share;
  const isLastRound = Math.abs(total - HUNDRED_PERCENT) <= toleranceOf(header);
  const amountMinor = isLastRound ? remainderMinor : shareOf(header.amountMinor, share);
  const isTooMuch = !isLastRound && total > HUNDRED_PERCENT;
  const violations = isTooMuch
    ? [tooMuch(remainderMinor, header.currency, 'nextInvoicePercent')]
    : nextAmountViolations(amountMinor, remainderMinor, header.currency);
  return ruled(violations, () => ({ percent: share, amountMinor }));
}

/** One ten-thousandth of a percent per round, this one included: three rounds of 33.3333 % are the whole. domain.md 3.4-4. */
function toleranceOf({ splits }: RequestedHeader): number {
  const rounds = new Set(splits.filter(({ round }) => round > 0).map(({ round }) => round));
  return rounds.size + 1;
}

const tooMuch = (
  remainderMinor: MinorUnits,
  currency: Currency,
  field: 'nextInvoiceAmount' | 'nextInvoicePercent',
): Violation => violation('BBL-PRG-02', { remaining: formatMoney(remainderMinor, currency) }, field);

/** @returns PRG-04. domain.md 3.4-4, 3.4-19. */
export const underWay = ({ nextInvoiceStatus }: Pick<ProgressColumns, 'nextInvoiceStatus'>): Violation =>
  violation('BBL-PRG-04', { status: BILLING_STATUS_WORDS[nextInvoiceStatus] });

const EMPTY: NextInvoice = { percent: null, amountMinor: null };
