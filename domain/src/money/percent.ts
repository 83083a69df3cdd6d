import { fail, ok } from '../result';
import { type Ruling, violation } from '../violation';
import type { Field } from '../words';
import { readScaled, writeScaled } from './decimalText';
import { type MinorUnits, multiplyDivide } from './minorUnits';
import { multiplyDivideHalfUp } from './rounding';

declare const percentBrand: unique symbol;

/** A percentage as a whole number of ten-thousandths of a percent: 33.3333 % is 333,333 and 100 % is 1,000,000. */
export type Percent = number & { readonly [percentBrand]: true };

export const PERCENT_DECIMALS = 4;

/** Asserts a whole number of ten-thousandths. Sums above 100 % and shares below 0 are percentages too. */
export function percent(tenThousandths: number): Percent {
  if (!Number.isSafeInteger(tenThousandths)) throw new RangeError(`Not a percentage: ${tenThousandths}`);
  return (tenThousandths === 0 ? 0 : tenThousandths) as Percent;
}

export const ZERO_PERCENT = percent(0);
export const HUNDRED_PERCENT = percent(1_000_000);

/** Reads "33.3333". @returns SPL-07 unless it is 0 to 100 with at most four decimals. domain.md 2.1-4, 5.1-1. */
export function parsePercent(text: string, field: Field = 'billingSplit'): Ruling<Percent> {
  const reading = readScaled(text, PERCENT_DECIMALS);
  const isShare = reading.kind === 'value' && reading.scaled >= 0 && reading.scaled <= HUNDRED_PERCENT;
  return isShare ? ok(percent(reading.scaled)) : fail([violation('BBL-SPL-07', {}, field)]);
}

/**
 * Reads a percentage that rules calculated, which need not lie between 0 and 100. domain.md 3.4-1 to 3.4-3.
 * @returns SPL-07 unless it has at most four decimals.
 */
export function parseAnyPercent(text: string, field: Field = 'billingSplit'): Ruling<Percent> {
  const reading = readScaled(text, PERCENT_DECIMALS);
  return reading.kind === 'value' ? ok(percent(reading.scaled)) : fail([violation('BBL-SPL-07', {}, field)]);
}

/** 333,333 as "33.3333": always four decimals. */
export function formatPercent(value: Percent): string {
  return writeScaled(value, PERCENT_DECIMALS);
}

/** part ÷ whole as a percentage, half up in its fourth decimal; of nothing it is 0. domain.md 3.4-1, 3.4-3. */
export function percentOf(partMinor: MinorUnits, wholeMinor: MinorUnits): Percent {
  return wholeMinor === 0 ? ZERO_PERCENT : percent(multiplyDivideHalfUp(partMinor, HUNDRED_PERCENT, wholeMinor));
}

/** `share` percent of an amount, half up in minor units. domain.md 3.4-3, 5.2-1. */
export function shareOf(amountMinor: MinorUnits, share: Percent): MinorUnits {
  return multiplyDivide(amountMinor, share, HUNDRED_PERCENT);
}
