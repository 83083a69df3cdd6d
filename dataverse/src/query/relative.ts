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

const MS_A_DAY = 86_400_000;
const MS_A_SECOND = 1000;

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + MS_A_DAY).toISOString().slice(0, 10);
/** Month and day may lie beyond their year and month. */
const dayAt = (year: number, month: number, day: number): Date => new Date(Date.UTC(year, month, day));

const OFFSETS: { readonly [word: string]: number } = { last: -1, this: 0, next: 1 };
const SINGLE_DAYS: { readonly [operator: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 };

/** A calendar at one moment, in UTC, as the host's users are. Weeks start on Sunday, the platform's default. */
class Calendar {
  private readonly at: Date;

  constructor(
    private readonly now: string,
    private readonly isDateOnly: boolean,
  ) {
    this.at = new Date(now);
  }

  /** A bound in the form of the column. */
  bound(at: Date): string {
    const text = at.toISOString();
    return this.isDateOnly ? text.slice(0, 10) : `${text.slice(0, 19)}Z`;
  }

  /** Whole days from `from` to before `before`, counted from today. */
  days(from: number, before: number): DateRange {
    return { from: this.bound(this.addDays(from)), before: this.bound(this.addDays(before)) };
  }

  /** `on` and its kind, about a given day. */
  given(operator: string, day: string): DateRange {
    const [from, before] = [this.bound(new Date(day)), this.bound(new Date(nextDay(day)))];
    if (operator === 'on-or-before') return { before };
    if (operator === 'on-or-after') return { from };
    return operator === 'not-on' ? { from, before, outside: true } : { from, before };
  }

  /** The week, month or year `offset` after the present one. */
  period(unit: string, offset: number): DateRange {
    const [year, month, weekday] = [this.at.getUTCFullYear(), this.at.getUTCMonth(), this.at.getUTCDay()];
    if (unit === 'week') return this.days(7 * offset - weekday, 7 * (offset + 1) - weekday);
    const [from, before] =
      unit === 'month'
        ? [dayAt(year, month + offset, 1), dayAt(year, month + offset + 1, 1)]
        : [dayAt(year + offset, 0, 1), dayAt(year + offset + 1, 0, 1)];
    return { from: this.bound(from), before: this.bound(before) };
  }

  /** From the start of the day (or hour) `x` units ago to now, which is within. */
  lastX(unit: string, x: number): DateRange {
    const before = this.isDateOnly ? this.addDays(1) : new Date(this.at.getTime() + MS_A_SECOND);
    return { from: this.bound(this.shifted(unit, -x)), before: this.bound(before) };
  }

  /** From now to the end of the day (or hour) `x` units ahead. */
  nextX(unit: string, x: number): DateRange {
    const last = this.shifted(unit, x);
    const before = unit === 'hours' ? this.shifted(unit, x + 1) : new Date(last.getTime() + MS_A_DAY);
    return { from: this.isDateOnly ? this.bound(this.at) : this.now, before: this.bound(before) };
  }

  olderThanX(unit: string, x: number): DateRange {
    return { before: this.bound(this.shifted(unit, -x)) };
  }

  private addDays(days: number): Date {
    return dayAt(this.at.getUTCFullYear(), this.at.getUTCMonth(), this.at.getUTCDate() + days);
  }

  /** The day `months` after; the last of its month where that is shorter, as .NET counts. */
  private addMonths(months: number): Date {
    const [year, month, day] = [this.at.getUTCFullYear(), this.at.getUTCMonth() + months, this.at.getUTCDate()];
    const last = dayAt(year, month + 1, 0).getUTCDate();
    return dayAt(year, month, Math.min(day, last));
  }

  /** `x` units away from the start of today, or of the hour or minute for the small units. */
  private shifted(unit: string, x: number): Date {
    if (unit === 'days') return this.addDays(x);
    if (unit === 'weeks') return this.addDays(7 * x);
    if (unit === 'months') return this.addMonths(x);
    if (unit === 'years') return this.addMonths(12 * x);
    const start = new Date(this.at);
    if (unit === 'hours') start.setUTCHours(start.getUTCHours() + x, 0, 0, 0);
    else start.setUTCMinutes(start.getUTCMinutes() + x, 0, 0);
    return start;
  }
}

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
  const calendar = new Calendar(now, isDateOnly);
  const single = SINGLE_DAYS[operator];
  if (single !== undefined) return calendar.days(single, single + 1);
  const [word = '', second = '', third = ''] = operator.split('-');
  if (word === 'on' || operator === 'not-on') return calendar.given(operator, String(values[0]));
  const isCounted = second === 'x' || second === 'seven';
  if (!isCounted) return calendar.period(second, OFFSETS[word] ?? 0);
  const x = second === 'seven' ? 7 : Number(values[0]);
  if (word === 'olderthan') return calendar.olderThanX(third, x);
  return word === 'last' ? calendar.lastX(third, x) : calendar.nextX(third, x);
}

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
