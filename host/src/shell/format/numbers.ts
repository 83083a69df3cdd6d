const NUMBER = /^-?(\d+|\d{1,3}(,\d{3})+)?(\.\d+)?$/;

/** A number with grouping and exactly `decimals` digits after the point. */
export function formatNumber(value: number, decimals: number): string {
  return value.toLocaleString('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}

/** A number with grouping and as many of `decimalsMax` digits as it needs. */
export function formatShortNumber(value: number, decimalsMax: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: decimalsMax });
}

/** `$2,000.00`, `-$5.00`: symbol before the amount as the host writes it. */
export function formatMoney(value: number, decimals: number, symbol: string): string {
  const sign = value < 0 ? '-' : '';
  return `${sign}${symbol}${formatNumber(Math.abs(value), decimals)}`;
}

export type ParsedNumber =
  { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly message: string };

/**
 * What a person typed as a number, with or without grouping and currency symbol. Nothing is rounded: more decimals
 * than the column has are refused.
 */
export function parseNumber(
  text: string,
  column: { readonly decimals: number; readonly minValue?: string | undefined; readonly maxValue?: string | undefined },
): ParsedNumber {
  const bare = text.replace(/[^\d.,\-]/g, '');
  if (text.trim() === '') return { ok: true, value: null };
  if (!NUMBER.test(bare) || !/\d/.test(bare)) return { ok: false, message: 'Enter a number.' };
  const digits = bare.replace(/,/g, '');
  const decimals = digits.split('.')[1]?.replace(/0+$/, '').length ?? 0;
  if (decimals > column.decimals) return { ok: false, message: tooManyDecimals(column.decimals) };
  const value = Number(digits);
  if (column.minValue !== undefined && value < Number(column.minValue)) {
    return { ok: false, message: `Enter a number of ${formatShortNumber(Number(column.minValue), 10)} or more.` };
  }
  if (column.maxValue !== undefined && value > Number(column.maxValue)) {
    return { ok: false, message: `Enter a number of ${formatShortNumber(Number(column.maxValue), 10)} or less.` };
  }
  return { ok: true, value };
}

function tooManyDecimals(decimals: number): string {
  if (decimals === 0) return 'Enter a whole number.';
  return `Enter at most ${decimals} ${decimals === 1 ? 'digit' : 'digits'} after the point.`;
}
