import type { Weekday } from '../dates/plainDate';
import { mustBe } from '../fieldViolations';
import { type Violation, violation } from '../violation';

export type FrequencyPeriod = 'Weekly' | 'Biweekly' | 'Monthly' | 'Quarterly' | 'HalfYearly' | 'Yearly';

export type DaysOfRun = 'DayOfPeriod' | 'WeekdayOfPeriod';

export type Occurrence = 'First' | 'Second' | 'Third' | 'Fourth' | 'Last';

/** One run of a period. A detail fills exactly the columns that its frequency's setup uses. */
export interface FrequencyDetail {
  readonly dayOfMonth: number | null;
  readonly weekday: Weekday | null;
  readonly occurrence: Occurrence | null;
}

export interface FrequencySetup {
  readonly period: FrequencyPeriod;
  readonly daysOfRun: DaysOfRun;
  readonly runsPerPeriod: number;
}

export interface Frequency extends FrequencySetup {
  readonly details: readonly FrequencyDetail[];
}

/** Months from one period to the next; weeks are counted in days. */
export const PERIOD_MONTHS: Readonly<Record<FrequencyPeriod, number>> = {
  Weekly: 0,
  Biweekly: 0,
  Monthly: 1,
  Quarterly: 3,
  HalfYearly: 6,
  Yearly: 12,
};

const MONTHLY_RUNS_MAX = 4;
const BIWEEKLY_DAYS_MAX = 14;
const MONTH_DAYS_MAX = 31;

/** @returns GRD-11 for runs or days of run that the period does not know. domain.md 2.2-1, 2.2-2. */
export function frequencyViolations({ period, daysOfRun, runsPerPeriod }: FrequencySetup): Violation[] {
  const runsMax = period === 'Monthly' ? MONTHLY_RUNS_MAX : 1;
  const isCountFine = Number.isInteger(runsPerPeriod) && runsPerPeriod >= 1 && runsPerPeriod <= runsMax;
  return [
    ...(isCountFine ? [] : [mustBe('runsPerPeriod', runsMax === 1 ? '1' : `1 to ${runsMax}`)]),
    ...(period === 'Weekly' && daysOfRun !== 'WeekdayOfPeriod' ? [mustBe('daysOfRun', 'Weekday of period')] : []),
  ];
}

/** @returns SCH-10 unless the detail fills exactly what the setup uses. domain.md 2.2-2. */
export function frequencyDetailViolations(detail: FrequencyDetail, setup: FrequencySetup): Violation[] {
  return isFitting(detail, setup) ? [] : [violation('BBL-SCH-10', {})];
}

/** A frequency in use: as many fitting details as runs. @returns SCH-04. domain.md 2.2-1, 4.1-7. */
export function frequencyUseViolations(frequency: Frequency): Violation[] {
  const { details, runsPerPeriod } = frequency;
  const fittingCount = details.filter((detail) => isFitting(detail, frequency)).length;
  const isComplete = fittingCount === runsPerPeriod && details.length === runsPerPeriod;
  return isComplete
    ? []
    : [
        violation('BBL-SCH-04', {
          n: String(runsPerPeriod),
          m: String(wrongCount(details.length, fittingCount, runsPerPeriod)),
        }),
      ];
}

/** How many details a sentence speaks of: all of them, or the fitting ones when their number alone would look right. */
const wrongCount = (detailsCount: number, fittingCount: number, runs: number): number =>
  detailsCount === runs ? fittingCount : detailsCount;

function isFitting(
  { dayOfMonth, weekday, occurrence }: FrequencyDetail,
  { period, daysOfRun }: FrequencySetup,
): boolean {
  if (daysOfRun === 'DayOfPeriod') {
    const daysMax = period === 'Biweekly' ? BIWEEKLY_DAYS_MAX : MONTH_DAYS_MAX;
    const isDay = dayOfMonth !== null && Number.isInteger(dayOfMonth) && dayOfMonth >= 1 && dayOfMonth <= daysMax;
    return period !== 'Weekly' && isDay && weekday === null && occurrence === null;
  }
  const usesOccurrence = PERIOD_MONTHS[period] > 0;
  return dayOfMonth === null && weekday !== null && (occurrence !== null) === usesOccurrence;
}
