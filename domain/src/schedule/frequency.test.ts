import { codesOf } from '../testing/values';
import {
  type Frequency,
  type FrequencyDetail,
  frequencyDetailViolations,
  type FrequencyPeriod,
  type FrequencySetup,
  frequencyUseViolations,
  frequencyViolations,
} from './frequency';

const PERIODS: FrequencyPeriod[] = ['Weekly', 'Biweekly', 'Monthly', 'Quarterly', 'HalfYearly', 'Yearly'];
const setup = (period: FrequencyPeriod, changes: Partial<FrequencySetup> = {}): FrequencySetup => ({
  period,
  daysOfRun: period === 'Weekly' ? 'WeekdayOfPeriod' : 'DayOfPeriod',
  runsPerPeriod: 1,
  ...changes,
});
const onDay = (dayOfMonth: number): FrequencyDetail => ({ dayOfMonth, weekday: null, occurrence: null });
const onWeekday = (occurrence: FrequencyDetail['occurrence']): FrequencyDetail => ({
  dayOfMonth: null,
  weekday: 1,
  occurrence,
});

test('2.2-1: Monthly has 1 to 4 runs, every other period one', () => {
  const runsOf = (period: FrequencyPeriod) =>
    [0, 1, 2, 4, 5, 1.5].filter((runsPerPeriod) => frequencyViolations(setup(period, { runsPerPeriod })).length === 0);
  for (const period of PERIODS) expect(runsOf(period)).toEqual(period === 'Monthly' ? [1, 2, 4] : [1]);
  expect(codesOf(frequencyViolations(setup('Yearly', { runsPerPeriod: 2 })))).toEqual(['BBL-GRD-11']);
});

test('2.2-2: Weekly uses Weekday of period', () => {
  expect(codesOf(frequencyViolations(setup('Weekly', { daysOfRun: 'DayOfPeriod' })))).toEqual(['BBL-GRD-11']);
  expect(codesOf(frequencyViolations(setup('Biweekly', { daysOfRun: 'WeekdayOfPeriod' })))).toEqual([]);
});

test('BBL-SCH-10: a detail fills exactly the columns that its setup uses', () => {
  const fits = (detail: FrequencyDetail, of: FrequencySetup) => frequencyDetailViolations(detail, of).length === 0;
  expect(fits(onDay(31), setup('Monthly'))).toBe(true);
  expect(fits(onDay(32), setup('Monthly'))).toBe(false);
  expect(fits(onDay(0), setup('Monthly'))).toBe(false);
  expect(fits(onDay(14), setup('Biweekly'))).toBe(true);
  expect(fits(onDay(15), setup('Biweekly'))).toBe(false);
  expect(fits(onWeekday(null), setup('Weekly'))).toBe(true);
  expect(fits(onWeekday('First'), setup('Weekly'))).toBe(false);
  expect(fits(onDay(1), setup('Weekly', { daysOfRun: 'DayOfPeriod' }))).toBe(false);
  expect(fits(onWeekday('Last'), setup('Quarterly', { daysOfRun: 'WeekdayOfPeriod' }))).toBe(true);
  expect(fits(onWeekday(null), setup('Quarterly', { daysOfRun: 'WeekdayOfPeriod' }))).toBe(false);
  expect(fits({ dayOfMonth: 1, weekday: 1, occurrence: null }, setup('Monthly'))).toBe(false);
  expect(codesOf(frequencyDetailViolations(onDay(32), setup('Monthly')))).toEqual(['BBL-SCH-10']);
});

test('BBL-SCH-04: a frequency in use has as many fitting details as runs', () => {
  const use = (frequency: Frequency) => frequencyUseViolations(frequency);
  expect(use({ ...setup('Monthly', { runsPerPeriod: 2 }), details: [onDay(7), onDay(31)] })).toEqual([]);
  expect(use({ ...setup('Monthly', { runsPerPeriod: 2 }), details: [onDay(7)] })).toMatchObject([
    { code: 'BBL-SCH-04', args: { n: '2', m: '1' } },
  ]);
  expect(use({ ...setup('Monthly'), details: [onDay(7), onDay(31)] })).toMatchObject([{ args: { n: '1', m: '2' } }]);
  expect(use({ ...setup('Biweekly'), details: [onDay(31)] })).toMatchObject([{ args: { n: '1', m: '0' } }]);
});
