import { Actual, ContractLine, ProjectEntry } from '@bbl/dataverse/generated/tables';
import type { AmountCell, NumberFormat } from '@bbl/pcf-shared/grid-core';
import { exactAmountOf, formatExact, surroundingsOf, totalAmounts } from '@bbl/pcf-shared/grid-core';
import type { ColumnTotal, Texts } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf, splitColumnName } from './dataset';

/** The platform's currency lookup, of the same name on every table with money. */
const CURRENCY = Actual.TransactionCurrencyId;

/** The amounts of a record, one per amount column of the view; undefined where the cell is empty. */
export type AmountCells = readonly (AmountCell | undefined)[];

/** Prices of one unit are money too, but add up to nothing. */
const UNIT_PRICES: readonly string[] = [
  Actual.Price,
  ContractLine.PricePerUnit,
  ProjectEntry.Price,
  ProjectEntry.CostPrice,
];

/** The columns that have a total. */
export const amountColumnsOf = (columns: readonly BacklogColumn[]): readonly BacklogColumn[] =>
  columns.filter(({ key, kind }) => kind === 'amount' && !UNIT_PRICES.includes(splitColumnName(key).column));

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
    .map(({ title }, at) => {
      const cells = rows.map((row) => row[at]).filter((cell) => cell !== undefined);
      return { title, amounts: amountTexts(cells, format, texts) };
    })
    .filter(({ amounts }) => amounts.length > 0);
}

function amountTexts(cells: readonly AmountCell[], format: NumberFormat, texts: Texts): string[] {
  const totals = totalAmounts(cells);
  return totals.map(({ currencyName, total, sampleText }) => {
    const amount = total ? formatExact(total, sampleText, format) : texts('Grid_NoTotal');
    // Signs such as $ stand for several currencies, so with more than one each says its name.
    return totals.length > 1 && currencyName ? `${amount} ${currencyName}` : amount;
  });
}

function signOf(text: string, format: NumberFormat): string {
  const { prefix, suffix } = surroundingsOf(text, format);
  return prefix + suffix;
}
