import type { AmountCell, NumberFormat } from '@bbl/pcf-shared/grid-core';
import { exactAmountOf, formatExact, surroundingsOf, totalAmounts } from '@bbl/pcf-shared/grid-core';
import type { ColumnTotal, Texts } from '@bbl/pcf-shared/react';
import { Actual } from '@bbl/dataverse/generated/tables';
import type { BacklogColumn } from './columns';
import type { EntityRecord } from './dataset';
import { referenceOf } from './dataset';

/** The platform's currency lookup, of the same name on every table with money. */
const CURRENCY = Actual.TransactionCurrencyId;

/** One amount of a row, or undefined where the cell is empty. */
export function amountCellOf(record: EntityRecord, column: string, format: NumberFormat): AmountCell | undefined {
  const value = record.getValue(column);
  if (typeof value !== 'number') return undefined;
  const text = record.getFormattedValue(column);
  const currency = referenceOf(record, CURRENCY);
  const { prefix, suffix } = surroundingsOf(text, format);
  return {
    // A view without the currency still tells them apart by their signs.
    currencyKey: currency?.id ?? prefix + suffix,
    currencyName: currency?.name ?? '',
    amount: exactAmountOf(value, text, format),
    text,
  };
}

/** Sums of every amount column over some rows, per currency and exact. domain.md 1.7-2. */
export function totalsOf(
  records: readonly EntityRecord[],
  columns: readonly BacklogColumn[],
  format: NumberFormat,
  texts: Texts,
): readonly ColumnTotal[] {
  if (records.length === 0) return [];
  return columns
    .filter(({ kind }) => kind === 'amount')
    .map(({ key, title }) => ({ title, amounts: amountTexts(records, key, format, texts) }))
    .filter(({ amounts }) => amounts.length > 0);
}

function amountTexts(records: readonly EntityRecord[], column: string, format: NumberFormat, texts: Texts): string[] {
  const cells = records.flatMap((record) => amountCellOf(record, column, format) ?? []);
  const totals = totalAmounts(cells);
  return totals.map(({ currencyName, total, sampleText }) => {
    const amount = total ? formatExact(total, sampleText, format) : texts('Grid_NoTotal');
    // Signs such as $ stand for several currencies, so with more than one each says its name.
    return totals.length > 1 && currencyName ? `${amount} ${currencyName}` : amount;
  });
}
