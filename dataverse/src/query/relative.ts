import type { DateOperator, QueryContext, Scalar, UserOperator } from './ast';

/**
 * Half-open stretch of time [from, before): days `YYYY-MM-DD` for a date-only column, else points in time. A missing
 * bound is open. `outside` asks for what is not in it; empty columns are never in either.
 */
export interface DateRange {
  readonly from?: string;
  readonly before?: string;
  readonly outside?: boolean;
}

/** A calendar in UTC: the host's users have that time zone, weeks start on Sunday as in the platform's default. */
const MS_A_DAY = 86_400_000;

interface Moment {
  readonly year: number;
  /** 0 to 11 */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly weekday: number;
}

const dayAt = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day));
const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + MS_A_DAY).toISOString().slice(0, 10);

function momentOf(now: string): Moment {
  const at = new Date(now);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    weekday: at.getUTCDay(),
  };
}

/** The day `months` after; the last of its month where that is shorter, as .NET counts. */
function addMonths({ year, month, day }: Moment, months: number): Date {
  const last = dayAt(year, month + months + 1, 0).getUTCDate();
  return dayAt(year, month + months, Math.min(day, last));
}

const addDays = ({ year, month, day }: Moment, days: number): Date => dayAt(year, month, day + days);

/** `x` units away from the start of today, or of the hour or minute for the small units. */
function shifted(moment: Moment, unit: string, x: number): Date {
  const { year, month, day, hour, minute } = moment;
  switch (unit) {
    case 'minutes':
      return new Date(Date.UTC(year, month, day, hour, minute + x));
    case 'hours':
      return new Date(Date.UTC(year, month, day, hour + x));
    case 'days':
      return addDays(moment, x);
    case 'weeks':
      return addDays(moment, 7 * x);
    case 'months':
      return addMonths(moment, x);
    case 'years':
      return addMonths(moment, 12 * x);
    default:
      throw new Error(`No unit of time: ${unit}`);
  }
}

/** The calendar week, month or year `offset` after the present one. */
function period(moment: Moment, unit: string, offset: number): [Date, Date] {
  const { year, month, weekday } = moment;
  if (unit === 'week') return [addDays(moment, 7 * offset - weekday), addDays(moment, 7 * (offset + 1) - weekday)];
  if (unit === 'month') return [dayAt(year, month + offset, 1), dayAt(year, month + offset + 1, 1)];
  return [dayAt(year + offset, 0, 1), dayAt(year + offset + 1, 0, 1)];
}

const OFFSETS: { readonly [word: string]: number } = { last: -1, this: 0, next: 1 };

/**
 * What a date operator means at `now`. `last-x-…` reaches from the start of the day x units ago to now, `next-x-…` from
 * now to the end of the day x units ahead, `olderthan-x-…` ends where `last-x-…` begins; for date-only columns both
 * include today, because a day is compared and not its midnight.
 * Source of the bounds: FetchXml2Sql of MarkMpn/Sql4Cds, which reproduces the platform's SQL.
 */
export function dateRange(
  operator: DateOperator,
  values: readonly Scalar[],
  now: string,
  isDateOnly: boolean,
): DateRange {
  const day = (at: Date): string => (isDateOnly ? at.toISOString().slice(0, 10) : `${at.toISOString().slice(0, 19)}Z`);
  const bound = (date: string): string => (isDateOnly ? date : `${date}T00:00:00Z`);
  const moment = momentOf(now);
  const days = (from: number, before: number): DateRange => ({
    from: day(addDays(moment, from)),
    before: day(addDays(moment, before)),
  });
  const given = String(values[0] ?? '');

  switch (operator) {
    case 'on':
      return { from: bound(given), before: bound(nextDay(given)) };
    case 'not-on':
      return { from: bound(given), before: bound(nextDay(given)), outside: true };
    case 'on-or-before':
      return { before: bound(nextDay(given)) };
    case 'on-or-after':
      return { from: bound(given) };
    case 'yesterday':
      return days(-1, 0);
    case 'today':
      return days(0, 1);
    case 'tomorrow':
      return days(1, 2);
    case 'last-seven-days':
    case 'next-seven-days':
      return countedRange(operator.slice(0, 4), 'days', 7, moment, day, isDateOnly ? undefined : now);
  }
  const [word = '', second = '', third = ''] = operator.split('-');
  if (second !== 'x') {
    const [from, before] = period(moment, second, OFFSETS[word] ?? 0);
    return { from: day(from), before: day(before) };
  }
  return countedRange(word, third, Number(values[0]), moment, day, isDateOnly ? undefined : now);
}

function countedRange(
  word: string,
  unit: string,
  x: number,
  moment: Moment,
  day: (at: Date) => string,
  now: string | undefined,
): DateRange {
  if (word === 'olderthan') return { before: day(shifted(moment, unit, -x)) };
  const tomorrow = day(addDays(moment, 1));
  if (word === 'last') return { from: day(shifted(moment, unit, -x)), before: now ? justAfter(now) : tomorrow };
  const end = shifted(moment, unit, x);
  const before =
    unit === 'hours' ? shifted(momentOf(end.toISOString()), 'hours', 1) : new Date(end.getTime() + MS_A_DAY);
  return { from: now ?? day(addDays(moment, 0)), before: day(before) };
}

/** The first point in time after `now` at the precision of a column, so that `now` itself is within. */
const justAfter = (now: string): string => `${new Date(Date.parse(now) + 1000).toISOString().slice(0, 19)}Z`;

/** The ids a user operator compares with, and whether it asks for the others. */
export function userIds(operator: UserOperator, context: QueryContext): { ids: readonly string[]; isNegated: boolean } {
  switch (operator) {
    case 'eq-userid':
      return { ids: [context.userId], isNegated: false };
    case 'ne-userid':
      return { ids: [context.userId], isNegated: true };
    case 'eq-userteams':
      return { ids: context.teamIds, isNegated: false };
    case 'eq-useroruserteams':
      return { ids: [context.userId, ...context.teamIds], isNegated: false };
    case 'eq-businessid':
      return { ids: [context.businessUnitId], isNegated: false };
    case 'ne-businessid':
      return { ids: [context.businessUnitId], isNegated: true };
  }
}

const USER = /-(userid|userteams|useroruserteams|businessid)$/;
const VALUE = new Set<string>('eq ne gt ge lt le like not-like in not-in between not-between null not-null'.split(' '));

export const isUserOperator = (operator: string): operator is UserOperator => USER.test(operator);
export const isDateOperator = (operator: string): operator is DateOperator =>
  !VALUE.has(operator) && !USER.test(operator);
