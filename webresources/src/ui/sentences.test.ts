import { minorUnits } from '@bbl/domain';
import { totalsOf } from './figures';
import { baseSentence, groupByReason, reasonsOf } from './reasons';

test('11.1: rows refused for the same reason read the same, with the dates that the user knows', () => {
  const read = (message: string) => reasonsOf(message, baseSentence, 'This row', 'M/d/yyyy');
  const [first] = read(
    'BBL-INV-04: Sprint 08 is dated after 2026-11-25. Choose a later invoice date, or leave it for a later invoice.',
  );
  expect(first).toEqual({
    code: 'BBL-INV-04',
    text: 'This row is dated after 11/25/2026. Choose a later invoice date, or leave it for a later invoice.',
  });
  expect(read('BBL-MST-02: Design is on draft INV-1. Remove it there first.')[0]?.text).toBe(
    'This row is on draft INV-1. Remove it there first.',
  );
});

test('11.1: several reasons stay several, and another sentence stays as it is', () => {
  const message = 'BBL-CON-05: The contract is on hold. Release it before invoicing.\nSomething else by 2026-01-31.';
  expect(reasonsOf(message, baseSentence, 'This row', 'M/d/yyyy')).toEqual([
    { code: 'BBL-CON-05', text: 'The contract is on hold. Release it before invoicing.' },
    { code: '', text: 'Something else by 1/31/2026.' },
  ]);
});

test('11.1: rows refused under one code are told the shared words once, and each its own', () => {
  const refused = (row: string, message: string) => ({
    row,
    reasons: reasonsOf(message, baseSentence, 'This row', 'M/d/yyyy'),
  });
  const groups = groupByReason([
    refused('a', 'BBL-CON-05: The contract is on hold. Release it before invoicing.'),
    refused('b', 'BBL-MST-02: Design is on draft INV-1. Remove it there first.'),
    refused('c', 'BBL-MST-02: Build is on draft INV-2. Remove it there first.'),
  ]);
  expect(groups).toEqual([
    {
      reasons: [{ code: 'BBL-MST-02', text: 'Remove it there first.' }],
      rows: [
        { row: 'b', own: 'This row is on draft INV-1.' },
        { row: 'c', own: 'This row is on draft INV-2.' },
      ],
    },
    {
      reasons: [{ code: 'BBL-CON-05', text: 'The contract is on hold. Release it before invoicing.' }],
      rows: [{ row: 'a', own: '' }],
    },
  ]);
});

test('totals are one a currency', () => {
  const of = (amountMinor: number, code: string, decimals: number) => ({
    amountMinor: minorUnits(amountMinor),
    currency: { code, decimals },
  });
  expect(totalsOf([of(100001, 'USD', 2), of(5000, 'JPY', 0), of(1, 'USD', 2)])).toEqual(['1,000.02 USD', '5,000 JPY']);
});
