import { formatDate, parseDate, toIsoDate, toLocalDate } from './dates';

test('a date-only value is a day in every time zone', () => {
  const date = toLocalDate('2026-03-29');
  expect(date && [date.getFullYear(), date.getMonth(), date.getDate(), date.getHours()]).toEqual([2026, 2, 29, 0]);
  expect(date && toIsoDate(date)).toBe('2026-03-29');
});

test.each([
  ['2/28/2019', '2019-02-28'],
  ['2-28-19', '2019-02-28'],
  ['2024-02-29', '2024-02-29'],
])('%s is read as a date', (text, iso) => {
  const date = parseDate(text);
  expect(date && toIsoDate(date)).toBe(iso);
});

test.each(['2/30/2026', '13/1/2026', 'soon', ''])('%s is no date', (text) => {
  expect(parseDate(text)).toBeUndefined();
});

test('dates are written as the app’s language does', () => {
  expect(formatDate('2026-03-05')).toBe('3/5/2026');
});
