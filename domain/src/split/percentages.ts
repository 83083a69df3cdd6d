import { formatPercent, HUNDRED_PERCENT, type Percent, percent } from '../money/percent';
import { type Violation, violation } from '../violation';

/** What a customer of a level carries. */
export interface Share {
  readonly percent: Percent;
  readonly isRounding: boolean;
}

/**
 * Whether a level may be used: it totals exactly 100 % and has one rounding customer, with more than 0 %.
 * @param level how a sentence calls it, such as `the contract` or `line Design`.
 * @returns SPL-01, SPL-02. domain.md 5.1-2.
 */
export function balanceViolations(level: string, shares: readonly Share[]): Violation[] {
  const total = percent(shares.reduce((sum, share) => sum + share.percent, 0));
  const rounding = shares.filter((share) => share.isRounding);
  const hasOneRounding = rounding.length === 1 && rounding[0] !== undefined && rounding[0].percent > 0;
  return [
    ...(total === HUNDRED_PERCENT
      ? []
      : [violation('BBL-SPL-01', { level, sum: formatPercent(total) }, 'billingSplit')]),
    ...(hasOneRounding ? [] : [violation('BBL-SPL-02', { level: capitalised(level) }, 'isRounding')]),
  ];
}

/**
 * Evenly distribute: 100 ÷ count cut to four decimals for everybody, the rounding customer what is missing to 100.
 * domain.md 5.1-4.
 */
export function evenlyDistribute(count: number, roundingIndex: number): Percent[] {
  const each = Math.floor(HUNDRED_PERCENT / count);
  return Array.from({ length: count }, (_, index) =>
    percent(index === roundingIndex ? HUNDRED_PERCENT - each * (count - 1) : each),
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
