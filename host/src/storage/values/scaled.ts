import { canonicalDecimal } from '@bbl/dataverse/query';

/** SQLite's integers, and with them the range of money: ±922,337,203,685,477.5807. */
export const INTEGER_MAX = 9_223_372_036_854_775_807n;
export const INTEGER_MIN = -9_223_372_036_854_775_808n;

/** Digits that a double surely holds; a number is quicker to bind than a bigint. */
const SAFE_DIGITS = 15;

const SHORT = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * The scaled value as a number, for texts that are short enough to be computed with in doubles; undefined for all others,
 * which {@link scaleDecimal} takes.
 */
export function scaleShort(text: string, scale: number): number | undefined {
  if (text.length > SAFE_DIGITS - scale) return undefined;
  const match = SHORT.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (fraction.length > scale) return undefined;
  const units = Number(whole + fraction.padEnd(scale, '0'));
  return sign === '' || units === 0 ? units : -units;
}

/** A decimal times 10^scale, rounded down, and whether nothing was lost. */
export interface Scaled {
  readonly units: bigint;
  readonly isExact: boolean;
}

/** Scales a decimal text; undefined when it is none. */
export function scaleDecimal(text: string, scale: number): Scaled | undefined {
  const canonical = canonicalDecimal(text);
  if (canonical === undefined) return undefined;
  const [whole = '', fraction = ''] = canonical.split('.');
  const isNegative = canonical.startsWith('-');
  const isExact = fraction.length <= scale;
  // Cutting digits off rounds towards zero, for negative values that is up.
  const units = BigInt(whole + fraction.slice(0, scale).padEnd(scale, '0'));
  return { units: isNegative && !isExact ? units - 1n : units, isExact };
}

/** The value to bind for an integer: a number where it is safe. */
export function bindable(units: bigint): number | bigint {
  const text = units.toString();
  return text.length <= SAFE_DIGITS ? Number(text) : units;
}

/** The decimal that SQLite's integer `text` stands for, without zeros at the end: `1234500` with scale 4 is `123.45`. */
export function unscale(text: string, scale: number): string {
  if (scale === 0) return text;
  const sign = text.startsWith('-') ? '-' : '';
  const digits = (sign ? text.slice(1) : text).padStart(scale + 1, '0');
  const point = digits.length - scale;
  let end = digits.length;
  while (end > point && digits.charCodeAt(end - 1) === ZERO) end--;
  return sign + digits.slice(0, point) + (end > point ? `.${digits.slice(point, end)}` : '');
}

const ZERO = 48;
