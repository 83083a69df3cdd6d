import { type MinorUnits, subtract, sum } from '../money/minorUnits';
import type { Percent } from '../money/percent';
import { multiplyQuantity, type Quantity, quantity } from '../money/quantity';
import { splitAmount, splitScaled } from './splitAmount';

/** A quantity at a price, with its tax. */
export interface QuantityLine {
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

export interface QuantityPart {
  readonly quantity: Quantity;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/**
 * An unbilled row split over the customers: the quantity by the split rule in four decimals; each amount is the
 * customer's quantity × price, the rounding customer's what is left of quantity × price; the tax by percentage.
 * domain.md 5.3-2.
 */
export function splitQuantityLine(
  line: QuantityLine,
  percents: readonly Percent[],
  roundingIndex: number,
): QuantityPart[] {
  const totalMinor = multiplyQuantity(line.quantity, line.priceMinor);
  const quantities = splitScaled(line.quantity, percents, roundingIndex).map(quantity);
  const amountsMinor = quantities.map((part) => multiplyQuantity(part, line.priceMinor));
  const othersMinor = sum(amountsMinor.filter((_, index) => index !== roundingIndex));
  const taxesMinor = splitAmount(line.taxMinor, percents, roundingIndex);
  return quantities.map((part, index) => ({
    quantity: part,
    amountMinor: index === roundingIndex ? subtract(totalMinor, othersMinor) : at(amountsMinor, index),
    taxMinor: at(taxesMinor, index),
  }));
}

function at(amountsMinor: readonly MinorUnits[], index: number): MinorUnits {
  const amountMinor = amountsMinor[index];
  if (amountMinor === undefined) throw new RangeError('A split gives one part per percentage');
  return amountMinor;
}
