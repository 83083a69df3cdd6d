import { isPlainDate, plainDate, type PlainDate } from './plainDate';

/** What was typed as a date: the day, or what is wrong with it: no day at all, or one of a year that is not kept. */
export type TypedDate = { readonly date: PlainDate } | { readonly problem: 'day' | 'year' };

/** Dates as a person writes them. */
export interface TypedDates {
  /** A day as it stands in a field under edit; what `parse` reads back. */
  readonly typed: (date: PlainDate) => string;
  readonly parse: (text: string) => TypedDate;
}

type Part = 'year' | 'month' | 'day';

/** No earlier day can be stored. */
const YEAR_MIN = 1753;
const CENTURY = 2000;
const NOT_A_DATE: TypedDate = { problem: 'day' };
const ISO_ORDER: readonly Part[] = ['year', 'month', 'day'];

/** Three groups of digits and what people put between them. */
const SHAPE = /^(\d{1,4})[\s./-]+(\d{1,2})[\s./-]+(\d{1,4})\.?$/;

/** A day whose parts cannot be taken for one another. */
const SAMPLE = plainDate('2033-11-22');
const SAMPLE_PARTS: { readonly [digits: string]: Part } = { 2033: 'year', 33: 'year', 11: 'month', 22: 'day' };

/**
 * Dates in the order of year, month and day in which they are written for the person. `3/1/2027`, `3.1.2027` and
 * `3-1-27` are the same day; four digits in front are a year wherever they are typed. domain.md 10-3.
 * @param write a day as the person reads it
 */
export function typedDates(write: (date: PlainDate) => string): TypedDates {
  const order = orderOf(write(SAMPLE));
  const parse = (text: string): TypedDate => {
    const [, ...parts] = SHAPE.exec(text.trim()) ?? [];
    if (parts.length === 0) return NOT_A_DATE;
    return dayOf(parts, parts[0]?.length === 4 ? ISO_ORDER : order);
  };
  const typed = (date: PlainDate): string => {
    const text = write(date);
    const read = parse(text);
    return 'date' in read && read.date === date ? text : date;
  };
  return { typed, parse };
}

/** Calendars and digits of other kinds give no order: dates are then typed as ISO has them. */
function orderOf(sample: string): readonly Part[] {
  const order = (sample.match(/\d+/g) ?? []).map((digits) => SAMPLE_PARTS[digits]);
  return ISO_ORDER.every((part) => order.includes(part)) ? (order as Part[]) : ISO_ORDER;
}

function dayOf(parts: readonly string[], order: readonly Part[]): TypedDate {
  const digitsOf = (part: Part): string => parts[order.indexOf(part)] ?? '';
  const digits = digitsOf('year');
  if (digits.length !== 2 && digits.length !== 4) return NOT_A_DATE;
  const year = digits.length === 2 ? CENTURY + Number(digits) : Number(digits);
  if (year < YEAR_MIN) return { problem: 'year' };
  const text = `${year}-${digitsOf('month').padStart(2, '0')}-${digitsOf('day').padStart(2, '0')}`;
  return isPlainDate(text) ? { date: text } : NOT_A_DATE;
}
