import {
  fromDayNumber,
  fromParts,
  lastDayOfMonth,
  monthAfter,
  type PlainDate,
  toDayNumber,
  toParts,
  weekday,
} from '../dates/plainDate';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import {
  type Frequency,
  type FrequencyDetail,
  frequencyUseViolations,
  type Occurrence,
  PERIOD_MONTHS,
} from './frequency';

/** What run dates are made of. Null is "not filled in". */
export interface RunDatesInput {
  /** Billing start of the line. */
  readonly start: PlainDate | null;
  /** Requested delivery date of the contract. */
  readonly end: PlainDate | null;
  readonly frequency: Frequency | null;
}

/**
 * The run dates from start to end, both included, in order, each once.
 * @param missing further fields that the caller found empty, for SCH-01.
 * @param datesMax 500, in a preview 2,000.
 * @returns SCH-01, SCH-02, SCH-03, SCH-04, SCH-09. domain.md 4.1.
 */
export function runDates(input: RunDatesInput, datesMax: number, missing: readonly string[] = []): Ruling<PlainDate[]> {
  const { start, end, frequency } = input;
  const empty = [...missingInputs(input), ...missing];
  const inputViolations = [
    ...(empty.length > 0 ? [violation('BBL-SCH-01', { missing: empty.join(', ') })] : []),
    ...(start !== null && end !== null && start > end ? [violation('BBL-SCH-02', {})] : []),
    ...(frequency === null ? [] : frequencyUseViolations(frequency)),
  ];
  if (inputViolations.length > 0 || start === null || end === null || frequency === null) {
    return ruled<PlainDate[]>(inputViolations, () => []);
  }
  const dates = datesBetween(start, end, frequency, datesMax + 1);
  return ruled(rangeViolations(dates, { start, end }, datesMax), () => dates);
}

/** The first dates from start to end, at most `datesMax`. The frequency is complete. domain.md 4.1-1 to 4.1-6. */
export function datesBetween(start: PlainDate, end: PlainDate, frequency: Frequency, datesMax: number): PlainDate[] {
  return PERIOD_MONTHS[frequency.period] === 0
    ? weekDates(start, end, frequency, datesMax)
    : monthDates(start, end, frequency, datesMax);
}

/** Weekly and Biweekly: one date, then every 7 or 14 days. domain.md 4.1-1, 4.1-2. */
function weekDates(start: PlainDate, end: PlainDate, frequency: Frequency, datesMax: number): PlainDate[] {
  const stepDays = frequency.period === 'Weekly' ? 7 : 14;
  const endDay = toDayNumber(end);
  const dates: PlainDate[] = [];
  let day = toDayNumber(start) + firstOffsetDays(start, frequency.details[0]);
  while (day <= endDay && dates.length < datesMax) {
    dates.push(fromDayNumber(day));
    day += stepDays;
  }
  return dates;
}

/** Days from start to the first run: to the given weekday, or day d of the first period. */
function firstOffsetDays(start: PlainDate, detail: FrequencyDetail | undefined): number {
  if (detail?.weekday != null) return (detail.weekday - weekday(start) + 7) % 7;
  return (detail?.dayOfMonth ?? 1) - 1;
}

/** Monthly and longer: each detail gives one date in each month of a period, reckoned from the detail itself. domain.md 4.1-3 to 4.1-6. */
function monthDates(start: PlainDate, end: PlainDate, frequency: Frequency, datesMax: number): PlainDate[] {
  const last = toParts(end);
  const dates: PlainDate[] = [];
  let month: { year: number; month: number } = toParts(start);
  while (
    (month.year < last.year || (month.year === last.year && month.month <= last.month)) &&
    dates.length < datesMax
  ) {
    const { year, month: monthOfYear } = month;
    const inMonth = frequency.details.map((detail) =>
      fromParts({ year, month: monthOfYear, day: dayInMonth(year, monthOfYear, detail) }),
    );
    dates.push(...[...new Set(inMonth)].sort().filter((date) => date >= start && date <= end));
    month = monthAfter(month, PERIOD_MONTHS[frequency.period]);
  }
  return dates.slice(0, datesMax);
}

function dayInMonth(year: number, month: number, { dayOfMonth, weekday: wanted, occurrence }: FrequencyDetail): number {
  const lastDay = lastDayOfMonth(year, month);
  if (wanted === null) return Math.min(dayOfMonth ?? lastDay, lastDay);
  const firstWeekday = weekday(fromParts({ year, month, day: 1 }));
  const firstDay = 1 + ((wanted - firstWeekday + 7) % 7);
  return occurrence === 'Last'
    ? firstDay + 7 * Math.floor((lastDay - firstDay) / 7)
    : firstDay + 7 * WEEKS_AFTER[occurrence ?? 'First'];
}

const WEEKS_AFTER: Readonly<Record<Exclude<Occurrence, 'Last'>, number>> = { First: 0, Second: 1, Third: 2, Fourth: 3 };

function missingInputs({ start, end, frequency }: RunDatesInput): string[] {
  return [
    ...(start === null ? ['billing start'] : []),
    ...(end === null ? ['requested delivery date'] : []),
    ...(frequency === null ? ['invoice frequency'] : []),
  ];
}

function rangeViolations(
  dates: readonly PlainDate[],
  range: { start: PlainDate; end: PlainDate },
  datesMax: number,
): Violation[] {
  if (dates.length === 0) return [violation('BBL-SCH-03', range)];
  return dates.length > datesMax ? [violation('BBL-SCH-09', {})] : [];
}
