import { Actual } from '@bbl/dataverse/generated/tables';
import type { AmountCell, CurrencyTotal, NumberFormat } from '@bbl/pcf-shared/grid-core';
import { exactAmountOf, formatExact, surroundingsOf, totalAmounts } from '@bbl/pcf-shared/grid-core';
import type { AmountText, ColumnTotal, Texts } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf } from './dataset';

/** The platform's currency lookup, of the same name on every table with money. */
const CURRENCY = Actual.TransactionCurrencyId;

/** The amounts of a record, one per amount column of the view; undefined where the cell is empty. */
export type AmountCells = readonly (AmountCell | undefined)[];

/** The columns that have a total. */
export const amountColumnsOf = (columns: readonly BacklogColumn[]): readonly BacklogColumn[] =>
  columns.filter(({ isTotalled }) => isTotalled);

export function amountCellsOf(
  record: EntityRecord,
  amountColumns: readonly BacklogColumn[],
  format: NumberFormat,
): AmountCells {
  const currency = referenceOf(record, CURRENCY);
  return amountColumns.map(({ key }) => {
    const value = record.getValue(key);
    if (typeof value !== 'number' && (typeof value !== 'string' || value === '')) return undefined;
    const textOf = (): string => record.getFormattedValue(key);
    return {
      // A view without the currency still tells them apart by their signs.
      currencyKey: currency?.id ?? signOf(textOf(), format),
      currencyName: currency?.name ?? '',
      amount: exactAmountOf(value, textOf, format),
      textOf,
    };
  });
}

/** Sums of every amount column over some rows, per currency and exact. domain.md 1.7-2. */
export function totalsOf(
  rows: readonly AmountCells[],
  amountColumns: readonly BacklogColumn[],
  format: NumberFormat,
  texts: Texts,
): readonly ColumnTotal[] {
  return amountColumns
    .map(({ key, title }, at) => ({
      columnKey: key,
      title,
      amounts: amountTextsOf(columnTotals(rows, at), format, texts),
    }))
    .filter(({ amounts }) => amounts.length > 0);
}

/** The exact sums of one amount column, per currency. */
export const columnTotals = (rows: readonly AmountCells[], at: number): readonly CurrencyTotal[] =>
  totalAmounts(rows.map((row) => row[at]).filter((cell) => cell !== undefined));

/** Sums as people read them. */
export function amountTextsOf(
  totals: readonly CurrencyTotal[],
  format: NumberFormat,
  texts: Texts,
): readonly AmountText[] {
  return totals.map(({ currencyName, total, sampleText }) => ({
    text: total ? formatExact(total, sampleText, format) : texts('Grid_NoTotal'),
    currencyName: totals.length > 1 ? currencyName : '',
  }));
}

function signOf(text: string, format: NumberFormat): string {
  const { prefix, suffix } = surroundingsOf(text, format);
  return prefix + suffix;
}
