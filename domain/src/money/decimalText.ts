const DECIMAL = /^([+-]?)(\d+)(?:\.(\d*))?$/;

/** What a decimal text says when it is read as a whole number of 10^-decimals. */
export type ScaledReading =
  | { readonly kind: 'value'; readonly scaled: number }
  | { readonly kind: 'tooManyDecimals' }
  | { readonly kind: 'outOfRange' }
  | { readonly kind: 'notANumber' };

/** Reads "-12.5" as -1250 for two decimals. Zeros beyond the decimals are no decimals: "12.3400" is fine. */
export function readScaled(text: string, decimals: number): ScaledReading {
  const match = DECIMAL.exec(text.trim());
  if (!match) return { kind: 'notANumber' };
  const [, sign, whole = '', fraction = ''] = match;
  if (/[1-9]/.test(fraction.slice(decimals))) return { kind: 'tooManyDecimals' };
  const scaled = Number(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
  if (!Number.isSafeInteger(scaled)) return { kind: 'outOfRange' };
  return { kind: 'value', scaled: sign === '-' && scaled !== 0 ? -scaled : scaled };
}

/** Writes -1250 as "-12.50" for two decimals; a point, no grouping. */
export function writeScaled(scaled: number, decimals: number): string {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = scaled < 0 ? '-' : '';
  return decimals === 0 ? sign + whole : `${sign}${whole}.${digits.slice(-decimals)}`;
}
