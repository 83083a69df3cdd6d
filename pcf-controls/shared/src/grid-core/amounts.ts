/** An exact decimal: `units` ÷ 10^`decimals`. Money is never a floating-point number here. */
export interface ExactAmount {
  readonly units: bigint;
  readonly decimals: number;
}

/** How the user writes numbers. */
export interface NumberFormat {
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  /** Digits per group from the point outwards; the last size repeats. */
  readonly groupSizes: readonly number[];
  readonly negativeSign: string;
}

/** Digits up to which a JSON number gives back the very decimal that the server wrote. */
const EXACT_DIGITS_MAX = 15;
const DECIMAL = /^-?\d+(?:\.\d+)?$/;

/**
 * An amount as a record holds it: `value` is a JavaScript number (decimal text in some hosts), `textOf` gives its
 * formatted form. The number's shortest decimal text is the server's decimal while it has at most 15 digits; beyond that
 * the digits are taken from the formatted text. Undefined when neither can be read, so that no total pretends to be exact.
 */
export function exactAmountOf(
  value: number | string,
  textOf: () => string,
  format: NumberFormat,
): ExactAmount | undefined {
  if (typeof value === 'string') return parseDecimal(value);
  const shortest = String(value);
  if (shortest.length <= EXACT_DIGITS_MAX) return parseDecimal(shortest);
  const isExact = shortest.replace(/\D/g, '').replace(/^0+/, '').length <= EXACT_DIGITS_MAX;
  return isExact ? parseDecimal(shortest) : parseFormatted(textOf(), format, value < 0);
}

/** "-1234.50" as -123450 with two decimals. Undefined for anything but a plain decimal. */
export function parseDecimal(text: string): ExactAmount | undefined {
  if (!DECIMAL.test(text)) return undefined;
  const point = text.indexOf('.');
  if (point < 0) return { units: BigInt(text), decimals: 0 };
  return { units: BigInt(text.slice(0, point) + text.slice(point + 1)), decimals: text.length - point - 1 };
}

/** Decimals that a formatted amount shows: 2 in "$1,234.50". */
export function decimalsShown(text: string, { decimalSeparator }: NumberFormat): number {
  const digits = figureOf(text);
  const point = digits.lastIndexOf(decimalSeparator);
  return point < 0 ? 0 : digits.slice(point + decimalSeparator.length).replace(/\D/g, '').length;
}

/** Sum of two exact decimals, with the decimals of the finer one. */
export function addExact(left: ExactAmount, right: ExactAmount): ExactAmount {
  const decimals = Math.max(left.decimals, right.decimals);
  return { units: unitsAt(left, decimals) + unitsAt(right, decimals), decimals };
}

export const subtractExact = (left: ExactAmount, right: ExactAmount): ExactAmount =>
  addExact(left, { units: -right.units, decimals: right.decimals });

/**
 * An exact decimal in the user's format and in the style of a formatted sample of the same currency: "€ 1.234,50" gives
 * prefix, suffix and the decimals shown at least. Never rounds.
 */
export function formatExact(amount: ExactAmount, sample: string, format: NumberFormat): string {
  const decimals = Math.max(amount.decimals, decimalsShown(sample, format));
  const units = unitsAt(amount, decimals);
  const digits = String(units < 0 ? -units : units).padStart(decimals + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - decimals), format);
  const figure = decimals === 0 ? whole : `${whole}${format.decimalSeparator}${digits.slice(-decimals)}`;
  const { prefix, suffix } = surroundingsOf(sample, format);
  return `${units < 0 ? format.negativeSign : ''}${prefix}${figure}${suffix}`;
}

/** What stands before and after the figure, without the marks of a negative one: "$" and "" of "-$5.00" and "($5.00)". */
export function surroundingsOf(sample: string, { negativeSign }: NumberFormat): { prefix: string; suffix: string } {
  const figure = figureOf(sample);
  const start = sample.indexOf(figure);
  const bare = (text: string): string => text.replace(negativeSign, '').replace(/[-()\u2212\u200e\u200f]/g, '');
  return { prefix: bare(sample.slice(0, start)), suffix: bare(sample.slice(start + figure.length)) };
}

// No bigint literals and no powers of them: controls are delivered in the syntax of ES2018, where neither exists.
const unitsAt = ({ units, decimals }: ExactAmount, wanted: number): bigint =>
  units * BigInt(`1${'0'.repeat(wanted - decimals)}`);

/** From the first digit to the last one. */
const figureOf = (text: string): string => /\d(?:.*\d)?/.exec(text)?.[0] ?? '';

function parseFormatted(text: string, format: NumberFormat, isNegative: boolean): ExactAmount | undefined {
  const decimals = decimalsShown(text, format);
  const digits = figureOf(text).replace(/\D/g, '');
  if (digits === '') return undefined;
  const units = BigInt(digits);
  return { units: isNegative ? -units : units, decimals };
}

function grouped(whole: string, { groupSeparator, groupSizes }: NumberFormat): string {
  const groups: string[] = [];
  let end = whole.length;
  for (let group = 0; end > 0; group += 1) {
    const size = groupSizes[Math.min(group, groupSizes.length - 1)] ?? 0;
    const start = size > 0 ? Math.max(0, end - size) : 0;
    groups.unshift(whole.slice(start, end));
    end = start;
  }
  return groups.join(groupSeparator);
}
