import { multiplyDivideHalfUp } from './rounding';

declare const minorUnitsBrand: unique symbol;

/** Money as a whole number of its currency's smallest unit (cents of USD, fils of KWD). Always a safe integer. */
export type MinorUnits = number & { readonly [minorUnitsBrand]: true };

/** The largest amount either way: beyond it a number can no longer tell neighbouring minor units apart. */
export const AMOUNT_MINOR_MAX = Number.MAX_SAFE_INTEGER;

/** Asserts that `value` is a safe integer; anything else is a bug, for amounts from outside go through `parseAmount`. */
export function minorUnits(value: number): MinorUnits {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe amount in minor units: ${value}`);
  return (value === 0 ? 0 : value) as MinorUnits; // Minus zero would show as "-0.00".
}

export const ZERO = minorUnits(0);

export const add = (left: MinorUnits, right: MinorUnits): MinorUnits => minorUnits(left + right);

export const subtract = (left: MinorUnits, right: MinorUnits): MinorUnits => minorUnits(left - right);

export const negate = (amountMinor: MinorUnits): MinorUnits => minorUnits(-amountMinor);

export function sum(amountsMinor: readonly MinorUnits[]): MinorUnits {
  let totalMinor = ZERO;
  for (const amountMinor of amountsMinor) totalMinor = add(totalMinor, amountMinor);
  return totalMinor;
}

/** `amountMinor` × numerator ÷ denominator, half up. Exact: the product is never rounded. domain.md 10-1, 10-2. */
export function multiplyDivide(amountMinor: MinorUnits, numerator: number, denominator: number): MinorUnits {
  return minorUnits(multiplyDivideHalfUp(amountMinor, numerator, denominator));
}
