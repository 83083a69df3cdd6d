import { type MinorUnits, minorUnits, subtract, ZERO } from '../money/minorUnits';
import { divideTruncated } from '../money/rounding';

export interface Spread {
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/**
 * An amount and its tax over so many dates: each gets the whole divided by the count and cut off, the last one what
 * is left. When that leaves milestones without amount, they carry no tax and the last one carries all of it.
 * domain.md 4.3-3, 4.3-4.
 */
export function spread(total: Spread, datesCount: number): Spread[] {
  const amountsMinor = equalParts(total.amountMinor, datesCount);
  const isFirstEmpty = amountsMinor[0] === 0 && datesCount > 1;
  const taxesMinor = isFirstEmpty ? allOnLast(total.taxMinor, datesCount) : equalParts(total.taxMinor, datesCount);
  return amountsMinor.map((amountMinor, index) => ({ amountMinor, taxMinor: taxesMinor[index] ?? ZERO }));
}

/** Equal parts in minor units, the last one taking what is left. domain.md 4.3-3, 7.1-2. */
export function equalParts(totalMinor: MinorUnits, count: number): MinorUnits[] {
  const each = divideTruncated(totalMinor, count);
  const last = subtract(totalMinor, minorUnits(each * (count - 1)));
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? last : minorUnits(each)));
}

function allOnLast(totalMinor: MinorUnits, count: number): MinorUnits[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? totalMinor : ZERO));
}
