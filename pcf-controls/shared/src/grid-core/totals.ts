import type { ExactAmount } from './amounts';
import { addExact } from './amounts';

/** One amount of one row. */
export interface AmountCell {
  /** What tells currencies apart: an id, or the sign where the view shows no currency. */
  readonly currencyKey: string;
  readonly currencyName: string;
  /** Undefined where the amount cannot be read exactly. */
  readonly amount: ExactAmount | undefined;
  /** As the platform formats it: the model for the total's own text. */
  readonly text: string;
}

/** The sum of a column in one currency. */
export interface CurrencyTotal {
  readonly currencyKey: string;
  readonly currencyName: string;
  /** Undefined when an amount among them cannot be read exactly. */
  readonly total: ExactAmount | undefined;
  readonly sampleText: string;
}

/** Sums per currency, in the order in which the currencies appear. Empty cells are not passed. domain.md 1.7-2. */
export function totalAmounts(cells: Iterable<AmountCell>): readonly CurrencyTotal[] {
  const totals = new Map<string, { name: string; total: ExactAmount | undefined; sample: string }>();
  for (const { currencyKey, currencyName, amount, text } of cells) {
    const present = totals.get(currencyKey);
    if (!present) totals.set(currencyKey, { name: currencyName, total: amount, sample: text });
    else present.total = present.total && amount && addExact(present.total, amount);
  }
  return [...totals].map(([currencyKey, { name, total, sample }]) => ({
    currencyKey,
    currencyName: name,
    total,
    sampleText: sample,
  }));
}
