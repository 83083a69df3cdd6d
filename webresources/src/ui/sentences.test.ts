import { minorUnits, plainDate } from '@bbl/domain';
import { totalsOf } from './figures';
import { baseSentence, groupByReason, reasonsOf } from './reasons';
import { dateFigure, readDate, withUserDates } from './userDates';

test('10-3: dates are written and read as the user settings say', () => {
  expect(dateFigure(plainDate('2026-03-05'), 'M/d/yyyy')).toBe('3/5/2026');
  expect(dateFigure(plainDate('2026-03-05'), 'dd.MM.yyyy')).toBe('05.03.2026');
  expect(readDate('3/1/2027', 'M/d/yyyy')).toBe('2027-03-01');
  expect(readDate(' 03/01/27 ', 'M/d/yyyy')).toBe('2027-03-01');
  expect(readDate('1.3.2027', 'dd.MM.yyyy')).toBe('2027-03-01');
  expect(readDate('2027-03-01', 'M/d/yyyy')).toBe('2027-03-01');
});

test('10-3: what is no day of the calendar, or before the platform knows days, is no date', () => {
  for (const text of ['', 'tomorrow', '13/1/2026', '2/29/2027', '3/1', '3/1/0027', '3/1-2027', '1/1/1752']) {
    expect([text, readDate(text, 'M/d/yyyy')]).toEqual([text, null]);
  }
});

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
  expect(withUserDates('2026-13-01', 'M/d/yyyy')).toBe('2026-13-01');
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
