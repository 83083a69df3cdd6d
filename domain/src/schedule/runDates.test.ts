import fc from 'fast-check';
import {
  addDays,
  fromDayNumber,
  lastDayOfMonth,
  type PlainDate,
  toDayNumber,
  toParts,
  weekday,
} from '../dates/plainDate';
import { codesOf, day, decided } from '../testing/values';
import type { Frequency, FrequencyDetail, FrequencyPeriod, Occurrence } from './frequency';
import { datesBetween, runDates } from './runDates';

const SEED = { seed: 20260331, numRuns: 100 };
const [MONDAY, FRIDAY] = [1, 5] as const;

const onDays = (period: FrequencyPeriod, ...days: number[]): Frequency => ({
  period,
  daysOfRun: 'DayOfPeriod',
  runsPerPeriod: days.length,
  details: days.map((dayOfMonth) => ({ dayOfMonth, weekday: null, occurrence: null })),
});
const onWeekday = (
  period: FrequencyPeriod,
  wanted: FrequencyDetail['weekday'],
  occurrence: Occurrence | null = null,
): Frequency => ({
  period,
  daysOfRun: 'WeekdayOfPeriod',
  runsPerPeriod: 1,
  details: [{ dayOfMonth: null, weekday: wanted, occurrence }],
});
const dates = (start: string, end: string, frequency: Frequency): PlainDate[] =>
  decided(runDates({ start: day(start), end: day(end), frequency }, 500));

test('4.5-1: Implementation, biweekly Monday', () => {
  expect(dates('2020-10-05', '2020-11-20', onWeekday('Biweekly', MONDAY))).toEqual([
    '2020-10-05',
    '2020-10-19',
    '2020-11-02',
    '2020-11-16',
  ]);
});

test('4.5-1: Expenses, monthly, first Monday', () => {
  expect(dates('2020-10-05', '2020-11-20', onWeekday('Monthly', MONDAY, 'First'))).toEqual([
    '2020-10-05',
    '2020-11-02',
  ]);
});

test('4.5-2: monthly, days 7 and 31', () => {
  expect(dates('2019-02-08', '2019-07-18', onDays('Monthly', 7, 31))).toEqual([
    '2019-02-28',
    '2019-03-07',
    '2019-03-31',
    '2019-04-07',
    '2019-04-30',
    '2019-05-07',
    '2019-05-31',
    '2019-06-07',
    '2019-06-30',
    '2019-07-07',
  ]);
});

test('4.5-3: last Friday, day 30, and four details that meet on one day', () => {
  expect(dates('2024-01-01', '2024-04-30', onWeekday('Monthly', FRIDAY, 'Last'))).toEqual([
    '2024-01-26',
    '2024-02-23',
    '2024-03-29',
    '2024-04-26',
  ]);
  expect(dates('2024-01-15', '2024-04-15', onDays('Monthly', 30))).toEqual(['2024-01-30', '2024-02-29', '2024-03-30']);
  expect(dates('2023-02-01', '2023-02-28', onDays('Monthly', 28, 29, 30, 31))).toEqual(['2023-02-28']);
});

test('4.1-1: Weekly starts on the first given weekday on or after start', () => {
  expect(dates('2026-03-31', '2026-04-20', onWeekday('Weekly', MONDAY))).toEqual([
    '2026-04-06',
    '2026-04-13',
    '2026-04-20',
  ]);
});

test('4.1-2: Biweekly by day of period counts from start', () => {
  expect(dates('2026-03-31', '2026-05-01', onDays('Biweekly', 3))).toEqual(['2026-04-02', '2026-04-16', '2026-04-30']);
});

test('4.1-4: Quarterly, Half-yearly and Yearly count their months from the month of start', () => {
  expect(dates('2026-02-10', '2027-02-28', onDays('Quarterly', 31))).toEqual([
    '2026-02-28',
    '2026-05-31',
    '2026-08-31',
    '2026-11-30',
    '2027-02-28',
  ]);
  expect(dates('2026-02-10', '2027-02-28', onDays('HalfYearly', 5))).toEqual(['2026-08-05', '2027-02-05']);
  expect(dates('2024-02-10', '2026-12-31', onDays('Yearly', 29))).toEqual(['2024-02-29', '2025-02-28', '2026-02-28']);
});

test('4.1-5: a short month does not pull the following dates along', () => {
  expect(dates('2026-01-31', '2026-05-31', onDays('Monthly', 31))).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
    '2026-05-31',
  ]);
});

test('4.1-6: start and end themselves count', () => {
  expect(dates('2026-03-31', '2026-04-30', onDays('Monthly', 31))).toEqual(['2026-03-31', '2026-04-30']);
});

test('BBL-SCH-01: what is missing is named', () => {
  const refused = runDates({ start: null, end: null, frequency: null }, 500, ['contracted amount']);
  expect(refused).toMatchObject({
    error: [
      {
        code: 'BBL-SCH-01',
        args: { missing: 'billing start, requested delivery date, invoice frequency, contracted amount' },
      },
    ],
  });
});

test('BBL-SCH-02, BBL-SCH-03, BBL-SCH-04: a range that cannot be, one without dates, and wrong details', () => {
  const ask = (start: string, end: string, frequency: Frequency) =>
    codesOf(runDates({ start: day(start), end: day(end), frequency }, 500));
  expect(ask('2026-04-01', '2026-03-31', onDays('Monthly', 1))).toEqual(['BBL-SCH-02']);
  expect(ask('2026-03-02', '2026-03-31', onDays('Monthly', 1))).toEqual(['BBL-SCH-03']);
  expect(ask('2026-03-02', '2026-03-31', { ...onDays('Monthly', 1), runsPerPeriod: 2 })).toEqual(['BBL-SCH-04']);
});

test('BBL-SCH-09: more than 500 dates are refused, in a preview more than 2,000', () => {
  const input = { start: day('2000-01-03'), end: day('2000-01-03'), frequency: onWeekday('Weekly', MONDAY) };
  const until = (count: number) => ({ ...input, end: addDays(input.start, 7 * (count - 1)) });
  expect(decided(runDates(until(500), 500))).toHaveLength(500);
  expect(codesOf(runDates(until(501), 500))).toEqual(['BBL-SCH-09']);
  expect(codesOf(runDates(until(2000), 2000))).toEqual([]);
  expect(codesOf(runDates({ ...input, end: day('9999-12-31') }, 2000))).toEqual(['BBL-SCH-09']);
  expect(codesOf(runDates({ ...input, end: day('9999-12-31'), frequency: onDays('Monthly', 31) }, 500))).toEqual([
    'BBL-SCH-09',
  ]);
});

/** Days from start to end. */
const LENGTH_MAX = 900;
const starts = fc
  .integer({ min: toDayNumber(day('1970-01-01')), max: toDayNumber(day('2100-12-31')) - LENGTH_MAX })
  .map(fromDayNumber);
const lengths = fc.integer({ min: 0, max: LENGTH_MAX });
const periods = fc.constantFrom<[FrequencyPeriod, number]>(
  ['Monthly', 1],
  ['Quarterly', 3],
  ['HalfYearly', 6],
  ['Yearly', 12],
);

test('4.1-5: every date of 1970 to 2100 is its detail cut to its month: run dates never drift', () => {
  const never = fc.property(
    starts,
    lengths,
    periods,
    fc.integer({ min: 1, max: 31 }),
    (start, length, [period, months], dayOfMonth) => {
      const end = addDays(start, length);
      const expected = everyDay(start, end).filter((date) => {
        const { year, month, day: dayInMonth } = toParts(date);
        const first = toParts(start);
        const isPeriod = (year * 12 + month - (first.year * 12 + first.month)) % months === 0;
        return isPeriod && dayInMonth === Math.min(dayOfMonth, lastDayOfMonth(year, month));
      });
      expect(datesBetween(start, end, onDays(period, dayOfMonth), 5_000)).toEqual(expected);
    },
  );
  fc.assert(never, SEED);
});

test('4.1-3: a weekday with an occurrence agrees with counting through the month', () => {
  const occurrences = fc.constantFrom<Occurrence>('First', 'Second', 'Third', 'Fourth', 'Last');
  const agrees = fc.property(
    starts,
    lengths,
    fc.constantFrom(0, 1, 2, 3, 4, 5, 6),
    occurrences,
    (start, length, wanted, occurrence) => {
      const end = addDays(start, length);
      const expected = everyDay(start, end).filter((date) => {
        const { year, month, day: dayInMonth } = toParts(date);
        if (weekday(date) !== wanted) return false;
        const isLast = dayInMonth + 7 > lastDayOfMonth(year, month);
        return occurrence === 'Last'
          ? isLast
          : ['First', 'Second', 'Third', 'Fourth'][Math.ceil(dayInMonth / 7) - 1] === occurrence;
      });
      expect(datesBetween(start, end, onWeekday('Monthly', wanted as 0, occurrence), 5_000)).toEqual(expected);
    },
  );
  fc.assert(agrees, SEED);
});

test('4.1-1, 4.1-2: weeks keep their distance over any range', () => {
  const keeps = fc.property(starts, lengths, fc.boolean(), (start, length, isWeekly) => {
    const found = datesBetween(
      start,
      addDays(start, length),
      onWeekday(isWeekly ? 'Weekly' : 'Biweekly', FRIDAY),
      5_000,
    );
    found.forEach((date, index) => {
      expect(weekday(date)).toBe(FRIDAY);
      expect(toDayNumber(date) - toDayNumber(found[0]!)).toBe(index * (isWeekly ? 7 : 14));
    });
    expect(found.length === 0 || toDayNumber(found[0]!) - toDayNumber(start) < 7).toBe(true);
  });
  fc.assert(keeps, SEED);
});

function everyDay(start: PlainDate, end: PlainDate): PlainDate[] {
  return Array.from({ length: toDayNumber(end) - toDayNumber(start) + 1 }, (_, index) => addDays(start, index));
}
