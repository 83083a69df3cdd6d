import type { ColumnMetadata } from '@bbl/dataverse';
import type { Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { formatFixed, parseDecimal, roundTo } from '../../decimal';
import type { Currency } from '../../pipeline/rows/currencies';

/**
 * The value as people in the United States read it: labels of choices, money with the symbol and digits of its
 * currency, grouped numbers, `M/D/YYYY`; undefined where the platform formats nothing.
 */
export function formattedValue(
  value: Value,
  column: ColumnMetadata,
  currency: Currency | undefined,
): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (isKind(value, 'choice')) return labelOf(column, value.v);
  if (isKind(value, 'lookup')) return value.name;
  if (isKind(value, 'money')) return formatMoney(value.v, column, currency);
  if (isKind(value, 'decimal')) return grouped(fixed(value.v, column.precision ?? 2));
  if (isKind(value, 'datetime')) return column.type === 'dateonly' ? formatDay(value.v) : formatTime(value.v);
  if (typeof value === 'boolean') return labelOf(column, value ? 1 : 0) ?? (value ? 'Yes' : 'No');
  if (typeof value === 'number') return grouped(String(value));
  return undefined;
}

const labelOf = ({ options }: ColumnMetadata, value: number): string | undefined =>
  options?.find((option) => option.value === value)?.label;

/** Negative amounts stand in parentheses, as en-US writes them. */
function formatMoney(text: string, column: ColumnMetadata, currency: Currency | undefined): string {
  const digits = column.precisionSource === 2 && currency ? currency.precision : (column.precision ?? 2);
  const amount = grouped(fixed(text, digits));
  const symbol = currency?.symbol ?? '';
  return amount.startsWith('-') ? `(${symbol}${amount.slice(1)})` : `${symbol}${amount}`;
}

function fixed(text: string, digits: number): string {
  const value = parseDecimal(text);
  return value ? formatFixed(roundTo(value, digits)) : text;
}

function grouped(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const groups = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction === undefined ? groups : `${groups}.${fraction}`;
}

function formatDay(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${month ?? ''}/${day ?? ''}/${year ?? ''}`;
}

function formatTime(iso: string): string {
  const hours = Number(iso.slice(11, 13));
  return `${formatDay(iso)} ${hours % 12 === 0 ? 12 : hours % 12}:${iso.slice(14, 16)} ${hours < 12 ? 'AM' : 'PM'}`;
}
