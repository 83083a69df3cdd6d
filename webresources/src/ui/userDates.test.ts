import { plainDate } from '@bbl/domain';
import { dateFigure, datesOf, userDatePattern, withUserDates } from './userDates';

const MARCH = plainDate('2026-03-05');

test('10-3: dates are written as the user settings say', () => {
  expect(dateFigure(MARCH, 'M/d/yyyy')).toBe('3/5/2026');
  expect(dateFigure(MARCH, 'dd.MM.yyyy')).toBe('05.03.2026');
  expect(dateFigure(MARCH, 'dd-MM-yy')).toBe('05-03-26');
  expect(dateFigure(MARCH, "d.MM.yyyy 'г.'")).toBe('5.03.2026 г.');
});

test('10-3: whatever the pattern, a date that a field proposes is one that it takes', () => {
  for (const pattern of [
    'M/d/yyyy',
    'd/MM/yy',
    'yyyy. MM. dd.',
    'd. M. yyyy',
    "d.MM.yyyy 'г.'",
    'd-MMM-yy',
    'dddd d',
  ]) {
    const { typed, parse } = datesOf(pattern);
    expect([pattern, parse(typed(MARCH))]).toEqual([pattern, { date: MARCH }]);
  }
});

test('a slash of the pattern is the separator of the settings, however the client spells its members', () => {
  const patternOf = (dateFormattingInfo: object): string => {
    const userSettings = { dateFormattingInfo };
    (globalThis as { Xrm?: unknown }).Xrm = { Utility: { getGlobalContext: () => ({ userSettings }) } };
    return userDatePattern();
  };
  expect(patternOf({ shortDatePattern: 'M/d/yyyy', dateSeparator: '-' })).toBe('M-d-yyyy');
  expect(patternOf({ ShortDatePattern: 'M/d/yyyy', DateSeparator: '/' })).toBe('M/d/yyyy');
  expect(patternOf({})).toBe('yyyy-MM-dd');
});

test('dates in a server’s sentence become the user’s; what only looks like one stays', () => {
  expect(withUserDates('Due by 2026-01-31, lot 2026-13-01.', 'M/d/yyyy')).toBe('Due by 1/31/2026, lot 2026-13-01.');
});
