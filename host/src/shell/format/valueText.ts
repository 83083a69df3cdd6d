import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import type { LookupRef } from '../api/rows';
import type { Currency } from '../model/appDescription';
import { formatDate, formatDateTime } from './dates';
import { formatMoney, formatNumber } from './numbers';

/** A column's value on a form: what JSON carries, a lookup as the row it points to, a date as ISO text. */
export type FieldValue = string | number | boolean | LookupRef | null;

export const isLookup = (value: FieldValue | undefined): value is LookupRef =>
  typeof value === 'object' && value !== null;

/** Digits after the point: the currency's where the column follows it, else the column's own. */
export function decimalsOf(column: ColumnMetadata, currency: Currency | undefined): number {
  if (column.type === 'integer' || column.type === 'bigint') return 0;
  if (column.type === 'money' && column.precisionSource === 2) return currency?.precision ?? column.precision ?? 2;
  return column.precision ?? 2;
}

/** The value as people read it; empty text for an empty value. */
export function valueText(column: ColumnMetadata, value: FieldValue, currency: Currency | undefined): string {
  if (value === null || value === '') return '';
  if (isLookup(value)) return value.name || '(No name)';
  switch (column.type) {
    case 'boolean':
      return optionLabel(column, value ? 1 : 0) ?? (value ? 'Yes' : 'No');
    case 'choice':
    case 'state':
    case 'status':
      return optionLabel(column, Number(value)) ?? String(value);
    case 'money':
      return formatMoney(Number(value), decimalsOf(column, currency), currency?.symbol ?? '');
    case 'decimal':
    case 'integer':
      return formatNumber(Number(value), decimalsOf(column, currency));
    case 'dateonly':
      return formatDate(String(value));
    case 'datetime':
      return formatDateTime(String(value));
    default:
      return String(value);
  }
}

function optionLabel(column: ColumnMetadata, value: number): string | undefined {
  return column.options?.find((option) => option.value === value)?.label;
}
