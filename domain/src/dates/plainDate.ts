import { fail, ok } from '../result';
import { mustBe } from '../fieldViolations';
import type { Ruling } from '../violation';
import type { Field } from '../words';

declare const plainDateBrand: unique symbol;

/**
 * A calendar day as `YYYY-MM-DD`, years 0001 to 9999 of the proleptic Gregorian calendar. It knows no clock and no
 * zone; two dates compare as texts do. domain.md 10-3.
 */
export type PlainDate = string & { readonly [plainDateBrand]: true };

/** 0 Sunday to 6 Saturday. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface DateParts {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Reads `YYYY-MM-DD`. @returns GRD-11 for any other text and for days that the calendar does not have. */
export function parsePlainDate(text: string, field: Field = 'date'): Ruling<PlainDate> {
  return isPlainDate(text) ? ok(text) : fail([mustBe(field, 'a date as YYYY-MM-DD')]);
}

export function isPlainDate(text: string): text is PlainDate {
  const match = SHAPE.exec(text);
  return match !== null && isCalendarDay({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
}

/** Asserts that the calendar has this day; texts from outside go through `parsePlainDate`. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw new RangeError(`Not a date: ${text}`);
  return text;
}

export function fromParts({ year, month, day }: DateParts): PlainDate {
  return plainDate(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

export function toParts(date: PlainDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Negative, 0 or positive as `left` lies before, on or after `right`. */
export function comparePlainDates(left: PlainDate, right: PlainDate): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

export const isAfter = (left: PlainDate, right: PlainDate): boolean => left > right;

/** The later of two dates. */
export const laterOf = (left: PlainDate, right: PlainDate): PlainDate => (left < right ? right : left);

/** 28 to 31. `month` is 1 to 12. */
export function lastDayOfMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Days since 1970-01-01, negative before. The era arithmetic counts years from March, so that the leap day comes last. */
export function toDayNumber(date: PlainDate): number {
  const { year, month, day } = toParts(date);
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
}

/** The inverse of `toDayNumber`. */
export function fromDayNumber(dayNumber: number): PlainDate {
  const marchDay = dayNumber + 719_468;
  const era = Math.floor(marchDay / 146_097);
  const dayOfEra = marchDay - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return fromParts({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day });
}

export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days);
}

/** The same day of a later or earlier month, or that month's last day where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const { year, month, day } = toParts(date);
  const target = monthAfter({ year, month }, months);
  return fromParts({ ...target, day: Math.min(day, lastDayOfMonth(target.year, target.month)) });
}

/** The month `months` after a month. */
export function monthAfter(from: { year: number; month: number }, months: number): { year: number; month: number } {
  const monthIndex = from.year * 12 + from.month - 1 + months;
  return { year: Math.floor(monthIndex / 12), month: (monthIndex % 12) + 1 };
}

export function weekday(date: PlainDate): Weekday {
  return ((((toDayNumber(date) + 4) % 7) + 7) % 7) as Weekday; // 1970-01-01 was a Thursday.
}

/** MM/DD/YYYY, zero-padded: the name of a milestone. domain.md 2.5-1, 4.3-2. */
export function formatUs(date: PlainDate): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

function isCalendarDay({ year, month, day }: DateParts): boolean {
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lastDayOfMonth(year, month);
}

const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
