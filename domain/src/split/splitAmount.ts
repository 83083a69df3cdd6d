import { type MinorUnits, minorUnits } from '../money/minorUnits';
import { HUNDRED_PERCENT, type Percent } from '../money/percent';
import { multiplyDivideHalfUp } from '../money/rounding';
import type { Share } from './percentages';

/**
 * The parts of a total, one per percentage: every customer but the rounding one gets total × percentage half up, the
 * rounding customer what is left. They always add up to the total. A customer with 0 % has the part 0 and gets no
 * row; that is the caller's business. domain.md 5.2.
 */
export function splitAmount(totalMinor: MinorUnits, percents: readonly Percent[], roundingIndex: number): MinorUnits[] {
  return splitScaled(totalMinor, percents, roundingIndex).map(minorUnits);
}

/** `splitAmount` for the shares of a level, which is balanced: it has one rounding customer. */
export function splitByShares(totalMinor: MinorUnits, shares: readonly Share[]): MinorUnits[] {
  return splitAmount(
    totalMinor,
    shares.map((share) => share.percent),
    roundingIndexOf(shares),
  );
}

/** Where the rounding customer stands. */
export function roundingIndexOf(shares: readonly Share[]): number {
  return shares.findIndex((share) => share.isRounding);
}

/** The split rule for any whole number: minor units or ten-thousandths of a quantity. */
export function splitScaled(total: number, percents: readonly Percent[], roundingIndex: number): number[] {
  if (percents[roundingIndex] === undefined) throw new RangeError('A split needs its rounding customer');
  const parts = percents.map((share) => multiplyDivideHalfUp(total, share, HUNDRED_PERCENT));
  const others = parts.reduce((sum, part, index) => (index === roundingIndex ? sum : sum + part), 0);
  parts[roundingIndex] = total - others;
  return parts;
}
