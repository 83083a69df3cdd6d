import { minorUnits, plainDate } from '@bbl/domain';
import { billedGroups, dueBy } from './billedGroups';

const row = (id: string, customer: string, date: string | null, contractId = '1') => ({
  id,
  name: id,
  customer,
  contract: 'Warehouse',
  draft: `${contractId} ${customer}`,
  date: date === null ? null : plainDate(date),
  amountMinor: minorUnits(100),
  currency: { code: 'USD', decimals: 2 },
});
const ROWS = [
  row('a', 'Contoso', '2026-01-31'),
  row('b', 'Fabrikam', '2026-02-28'),
  row('c', 'Contoso', null),
  row('d', 'Contoso', '2026-03-31'),
];

test('8.2-1: one draft for each contract and customer, rows in their order', () => {
  const groups = billedGroups(ROWS).map(({ customer, rows }) => [customer, rows.map(({ id }) => id).join('')]);
  expect(groups).toEqual([
    ['Contoso', 'acd'],
    ['Fabrikam', 'b'],
  ]);
});

test('8.2-1: contracts of one name are billed apart', () => {
  const groups = billedGroups([row('a', 'Contoso', null), row('b', 'Contoso', null, '2')]);
  expect(groups.map(({ contract, rows }) => [contract, rows.length])).toEqual([
    ['Warehouse', 1],
    ['Warehouse', 1],
  ]);
});

test('8.2-2: an invoice date takes what is dated up to it, and what has no date', () => {
  const idsBy = (date: string): string =>
    dueBy(plainDate(date), ROWS)
      .map(({ id }) => id)
      .join('');
  expect([idsBy('2026-01-30'), idsBy('2026-01-31'), idsBy('2026-02-28'), idsBy('2026-12-31')]).toEqual([
    'c',
    'ac',
    'abc',
    'abcd',
  ]);
});
