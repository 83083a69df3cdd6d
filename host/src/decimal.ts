/**
 * Exact decimals as `units / 10^scale`. Money and decimal columns hold at most 38 digits; nothing here passes through
 * binary floating point.
 */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const LITERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/** Reads `-1200.50` or `1.2e3`; undefined when the text is no decimal number. */
export function parseDecimal(text: string): Decimal | undefined {
  const match = LITERAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = '', exponent] = match;
  if (whole === '' && fraction === '') return undefined;
  const units = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const scale = fraction.length - Number(exponent ?? 0);
  return scale >= 0 ? { units, scale } : { units: units * tenTo(-scale), scale: 0 };
}

/** Shortest text of the value: no trailing zeros after the point, `-0` is `0`. */
export function formatDecimal(value: Decimal): string {
  const text = formatFixed(value);
  if (value.scale === 0) return text;
  const shortened = text.replace(/\.?0+$/, '');
  return shortened === '-0' ? '0' : shortened;
}

/** Text with exactly `value.scale` digits after the point. */
export function formatFixed({ units, scale }: Decimal): string {
  if (scale === 0) return units.toString();
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0');
  const at = digits.length - scale;
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}

/** The value with `scale` digits; one half goes away from zero. */
export function roundTo(value: Decimal, scale: number): Decimal {
  if (value.scale <= scale) return { units: value.units * tenTo(scale - value.scale), scale };
  return { units: divideHalfUp(value.units, tenTo(value.scale - scale)), scale };
}

/** `dividend / divisor` with `scale` digits; one half goes away from zero. The divisor is not zero. */
export function divide(dividend: Decimal, divisor: Decimal, scale: number): Decimal {
  const shift = scale + divisor.scale - dividend.scale;
  const numerator = shift >= 0 ? dividend.units * tenTo(shift) : dividend.units;
  const denominator = shift >= 0 ? divisor.units : divisor.units * tenTo(-shift);
  return { units: divideHalfUp(numerator, denominator), scale };
}

/** Negative, zero or positive as `left` is less than, equal to or greater than `right`. */
export function compareDecimals(left: Decimal, right: Decimal): number {
  const scale = Math.max(left.scale, right.scale);
  const difference = left.units * tenTo(scale - left.scale) - right.units * tenTo(scale - right.scale);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const isNegative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const quotient = (2n * top + bottom) / (2n * bottom);
  return isNegative ? -quotient : quotient;
}

const POWERS = new Map<number, bigint>();

function tenTo(exponent: number): bigint {
  const known = POWERS.get(exponent);
  if (known !== undefined) return known;
  const power = 10n ** BigInt(exponent);
  POWERS.set(exponent, power);
  return power;
}
