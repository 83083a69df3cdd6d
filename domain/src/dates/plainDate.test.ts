import fc from 'fast-check';
import { codesOf, day } from '../testing/values';
import {
  addDays,
  addMonths,
  comparePlainDates,
  formatUs,
  fromDayNumber,
  isPlainDate,
  lastDayOfMonth,
  laterOf,
  parsePlainDate,
  plainDate,
  toDayNumber,
  weekday,
} from './plainDate';

const SEED = { seed: 20260331, numRuns: 1000 };
const DAY_MS = 86_400_000;
const dayNumbers = fc.integer({ min: -719_162, max: 2_932_896 }); // 0001-01-01 to 9999-12-31

test('10-3: every day of years 1 to 9999 agrees with the platform calendar', () => {
  const agrees = fc.property(dayNumbers, (dayNumber) => {
    const oracle = new Date(dayNumber * DAY_MS);
    const date = fromDayNumber(dayNumber);
    expect(date).toBe(oracle.toISOString().slice(0, 10));
    expect(toDayNumber(date)).toBe(dayNumber);
    expect(weekday(date)).toBe(oracle.getUTCDay());
  });
  fc.assert(agrees, SEED);
});

test('10-3: a date is a calendar day, and nothing else', () => {
  expect(isPlainDate('2024-02-29')).toBe(true);
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '26-01-01',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
  ]) {
    expect(isPlainDate(text)).toBe(false);
    expect(codesOf(parsePlainDate(text))).toEqual(['BBL-GRD-11']);
    expect(() => plainDate(text)).toThrow(RangeError);
  }
  expect(codesOf(parsePlainDate('2000-02-29'))).toEqual([]);
});

test('10-3: days and months are added on the calendar', () => {
  expect(addDays(day('2024-02-28'), 1)).toBe('2024-02-29');
  expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31');
  expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(addMonths(day('2026-01-31'), -2)).toBe('2025-11-30');
  expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
  expect(lastDayOfMonth(2100, 2)).toBe(28);
  expect(lastDayOfMonth(2000, 2)).toBe(29);
});

test('10-3: dates compare as texts', () => {
  expect(comparePlainDates(day('2026-01-31'), day('2026-02-01'))).toBe(-1);
  expect(comparePlainDates(day('2026-01-31'), day('2026-01-31'))).toBe(0);
  expect(comparePlainDates(day('2027-01-01'), day('2026-12-31'))).toBe(1);
  expect(laterOf(day('2026-01-31'), day('2026-02-01'))).toBe('2026-02-01');
});

test('4.3-2: the name of a date is MM/DD/YYYY, zero-padded', () => {
  expect(formatUs(day('2019-02-08'))).toBe('02/08/2019');
});
