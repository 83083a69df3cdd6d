import { formatAmount, type Currency } from '../money/amount';
import { add, type MinorUnits, subtract } from '../money/minorUnits';
import { type Violation, violation } from '../violation';

/** Levels of limits in the order they are judged. domain.md 6.1-1. */
export type LimitLevel = 'Line customer' | 'Contract line' | 'Contract customer' | 'Contract';

/** A level with a limit, and what the invoice to confirm adds to it. */
export interface InvoiceLimit {
  readonly level: LimitLevel;
  readonly name: string;
  readonly currency: Currency;
  readonly limitMinor: MinorUnits;
  readonly invoicedMinor: MinorUnits;
  readonly committedMinor: MinorUnits;
  /** Chargeable details of the level less what their actuals hold as Committed and, on corrections, the previous amounts. */
  readonly addedMinor: MinorUnits;
}

/** @returns NTE-03 for the first level that the invoice would exceed. domain.md 6.3-2. */
export function invoiceLimitViolations(limits: readonly InvoiceLimit[]): Violation[] {
  const exceeded = limits.find((limit) => limit.addedMinor > 0 && shortMinor(limit) > 0);
  return exceeded ? [violation('BBL-NTE-03', { detail: limitDetail(exceeded) })] : [];
}

function shortMinor({ limitMinor, invoicedMinor, committedMinor, addedMinor }: InvoiceLimit): MinorUnits {
  return subtract(add(add(invoicedMinor, committedMinor), addedMinor), limitMinor);
}

/** The figures of a level in the form of domain.md 6.1-5. */
function limitDetail(limit: InvoiceLimit): string {
  const { code, decimals } = limit.currency;
  const text = (amountMinor: MinorUnits): string => formatAmount(amountMinor, decimals);
  return [
    `${limit.level} ${limit.name}: limit ${text(limit.limitMinor)} ${code}`,
    `invoiced ${text(limit.invoicedMinor)}`,
    `committed ${text(limit.committedMinor)}`,
    `this invoice ${text(limit.addedMinor)}`,
    `short by ${text(shortMinor(limit))}.`,
  ].join('; ');
}
