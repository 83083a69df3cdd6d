import { MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { amountsText } from '@bbl/pcf-shared/react';
import { column, fakeRecord, lookup, money, readResx } from '../testing/fakeContext';
import { MILESTONE_COLUMNS, milestoneRow } from '../testing/milestoneRows';
import type { AmountCells } from './amounts';
import { amountCellsOf, amountColumnsOf, totalsOf } from './amounts';
import { mapColumns } from './columns';
import { textsOf } from './texts';

const FORMAT = { decimalSeparator: '.', groupSeparator: ',', groupSizes: [3], negativeSign: '-' };
const resx = readResx();
const texts = textsOf({ getString: (key) => resx.get(key) ?? key });
const amountColumns = amountColumnsOf(mapColumns(MILESTONE_COLUMNS));
const cellsOf = (row: ReturnType<typeof milestoneRow>) =>
  amountCellsOf(fakeRecord(MilestoneSplit.table, 'row', row), amountColumns, FORMAT);
const amount = (value: number, formatted: string) => ({ [MilestoneSplit.Amount]: money(value, formatted) });
const yen = { [MilestoneSplit.TransactionCurrencyId]: lookup('transactioncurrency', 'jpy', 'Yen') };

/** The total of the first amount column as it is written. */
const firstOf = (rows: readonly AmountCells[]): string =>
  amountsText(totalsOf(rows, amountColumns, FORMAT, texts)[0]?.amounts ?? []);

describe('totals of selected rows', () => {
  test('domain.md 1.7-2: one currency shows its total alone, to the cent', () => {
    const rows = [milestoneRow('a', amount(0.1, '$0.10')), milestoneRow('b', amount(1234.2, '$1,234.20'))].map(cellsOf);
    expect(totalsOf(rows, amountColumns, FORMAT, texts)).toEqual([
      { columnKey: 'bbl_amount', title: 'Line Amount', amounts: [{ text: '$1,234.30', currencyName: '' }] },
    ]);
  });

  test('domain.md 1.7-2: several currencies are never added, and each says its name', () => {
    const rows = [milestoneRow('a'), milestoneRow('b', { ...amount(500, '¥500'), ...yen }), milestoneRow('c')].map(
      cellsOf,
    );
    expect(totalsOf(rows, amountColumns, FORMAT, texts)).toEqual([
      {
        columnKey: 'bbl_amount',
        title: 'Line Amount',
        amounts: [
          { text: '$200.20', currencyName: 'US Dollar' },
          { text: '¥500', currencyName: 'Yen' },
        ],
      },
    ]);
  });

  test('a view without the currency column tells currencies apart by their signs', () => {
    const none = { [MilestoneSplit.TransactionCurrencyId]: { value: null, text: '' } };
    const rows = [milestoneRow('a', none), milestoneRow('b', { ...amount(500, '¥500'), ...none })].map(cellsOf);
    expect(firstOf(rows)).toBe('$100.10 · ¥500');
  });

  test('unit prices have no total', () => {
    const columns = [column('bbl_amount', 'Amount', 'Currency'), column('bbl_price', 'Price', 'Currency')];
    expect(amountColumnsOf(mapColumns(columns)).map(({ title }) => title)).toEqual(['Amount']);
  });

  test('empty amounts count as nothing, and a column without any has no total', () => {
    const empty = { [MilestoneSplit.Amount]: { value: null, text: '' } };
    expect(firstOf([milestoneRow('a'), milestoneRow('b', empty)].map(cellsOf))).toBe('$100.10');
    expect(totalsOf([cellsOf(milestoneRow('b', empty))], amountColumns, FORMAT, texts)).toEqual([]);
  });

  test('what cannot be totalled exactly is said, not guessed', () => {
    const huge = { [MilestoneSplit.Amount]: money(1e21, 'a lot') };
    expect(firstOf([cellsOf(milestoneRow('a', huge))])).toBe('too large to total');
  });
});
