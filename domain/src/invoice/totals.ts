import { add, type MinorUnits, subtract, sum, ZERO } from '../money/minorUnits';
import type { BillingType, TransactionClass } from '../statuses';

/** What a detail adds to its line and invoice. */
export interface CountedDetail {
  /** Null for billed retainers: they share a line without contract line. */
  readonly contractLineId: string | null;
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  /** On a correction: what the corrected detail held. Null on an ordinary detail. */
  readonly original: { readonly amountMinor: MinorUnits; readonly taxMinor: MinorUnits } | null;
}

export interface LineTotals {
  readonly chargeableAmountMinor: MinorUnits;
  readonly nonChargeableAmountMinor: MinorUnits;
  readonly complimentaryAmountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly extendedAmountMinor: MinorUnits;
}

export interface InvoiceTotals {
  readonly lineAmountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly retainerAppliedMinor: MinorUnits;
  readonly totalAmountMinor: MinorUnits;
}

/** Chargeable: amount + tax. Others show their amount; tax and extended amount are 0. domain.md 8.4-3. */
export function detailFigures(
  billingType: BillingType,
  amountMinor: MinorUnits,
  taxMinor: MinorUnits,
): { readonly amountMinor: MinorUnits; readonly taxMinor: MinorUnits; readonly extendedAmountMinor: MinorUnits } {
  if (billingType !== 'Chargeable') return { amountMinor, taxMinor: ZERO, extendedAmountMinor: ZERO };
  return { amountMinor, taxMinor, extendedAmountMinor: add(amountMinor, taxMinor) };
}

/** The figures of one invoice line from its details; one pass, for a draft is added up after every change. domain.md 8.4-4, 8.4-6. */
export function lineTotals(details: readonly CountedDetail[]): LineTotals {
  let [chargeableAmountMinor, nonChargeableAmountMinor, complimentaryAmountMinor, taxMinor] = [ZERO, ZERO, ZERO, ZERO];
  for (const detail of details) {
    const amountMinor = countedAmount(detail);
    taxMinor = add(taxMinor, countedTax(detail));
    if (detail.billingType === 'Chargeable') chargeableAmountMinor = add(chargeableAmountMinor, amountMinor);
    else if (detail.billingType === 'NonChargeable')
      nonChargeableAmountMinor = add(nonChargeableAmountMinor, amountMinor);
    else if (detail.billingType === 'Complimentary')
      complimentaryAmountMinor = add(complimentaryAmountMinor, amountMinor);
  }
  return {
    chargeableAmountMinor,
    nonChargeableAmountMinor,
    complimentaryAmountMinor,
    taxMinor,
    extendedAmountMinor: add(chargeableAmountMinor, taxMinor),
  };
}

/** The figures of an invoice from its details, applications and refunds. domain.md 8.4-5, 8.4-6. */
export function invoiceTotals(details: readonly CountedDetail[], appliedMinor: readonly MinorUnits[]): InvoiceTotals {
  const { chargeableAmountMinor, taxMinor, extendedAmountMinor } = lineTotals(details);
  const retainerAppliedMinor = sum(appliedMinor);
  return {
    lineAmountMinor: chargeableAmountMinor,
    taxMinor,
    retainerAppliedMinor,
    totalAmountMinor: subtract(extendedAmountMinor, retainerAppliedMinor),
  };
}

/** Details by contract line: there is one invoice line for each. Null keys the line of billed retainers. domain.md 8.4-1. */
export function detailsByLine<Detail extends Pick<CountedDetail, 'contractLineId'>>(
  details: readonly Detail[],
): Map<string | null, Detail[]> {
  const lines = new Map<string | null, Detail[]>();
  for (const detail of details) {
    const line = lines.get(detail.contractLineId);
    if (line) line.push(detail);
    else lines.set(detail.contractLineId, [detail]);
  }
  return lines;
}

/** What a detail counts with; on a correction the difference to what it corrects. domain.md 8.4-6. */
export const countedAmount = ({ amountMinor, original }: CountedDetail): MinorUnits =>
  original ? subtract(amountMinor, original.amountMinor) : amountMinor;

const countedTax = ({ taxMinor, original }: CountedDetail): MinorUnits =>
  original ? subtract(taxMinor, original.taxMinor) : taxMinor;
