import { type DateParts, fromParts, isPlainDate, type PlainDate, toParts } from '@bbl/domain';

/** The short date of a user's settings, such as `M/d/yyyy`: what forms and lists show. */
export type DatePattern = string;

/** Dates outside these years are no dates to the platform. */
const YEAR_MIN = 1753;

/** The acting user's short date pattern. */
export function userDatePattern(): DatePattern {
  const { dateFormattingInfo } = Xrm.Utility.getGlobalContext().userSettings;
  // The typings spell it with a capital, the client without.
  const info = dateFormattingInfo as unknown as { readonly shortDatePattern?: string; ShortDatePattern?: string };
  return info.shortDatePattern ?? info.ShortDatePattern ?? 'yyyy-MM-dd';
}

/** 2026-03-05 as "3/5/2026" for `M/d/yyyy`, "05.03.2026" for `dd.MM.yyyy`. */
export function dateFigure(date: PlainDate, pattern: DatePattern): string {
  const { year, month, day } = toParts(date);
  return pattern.replace(/y+|M+|d+/g, (part) => {
    if (part.startsWith('y')) return part.length > 2 ? String(year).padStart(4, '0') : String(year % 100);
    return String(part.startsWith('M') ? month : day).padStart(part.length > 1 ? 2 : 1, '0');
  });
}

/** Reads a date as its user writes it, or as YYYY-MM-DD; years of two digits are of this century. Null for what is no date. */
export function readDate(text: string, pattern: DatePattern): PlainDate | null {
  const typed = text.trim();
  const isIso = /^\d{4}-\d{1,2}-\d{1,2}$/.test(typed);
  const order = isIso ? 'yMd' : [...new Set(pattern.replace(/[^yMd]/g, ''))].join('');
  const figures = typed.split(/[^\d]+/);
  if (!/^\d+([^\d]+)\d+\1\d+$/.test(typed) || figures.length !== 3) return null;
  const of = (part: string): string => figures[order.indexOf(part)] ?? '';
  const year = of('y').length > 2 ? Number(of('y')) : 2000 + Number(of('y'));
  return toDate({ year, month: Number(of('M')), day: Number(of('d')) });
}

function toDate({ year, month, day }: DateParts): PlainDate | null {
  if (year < YEAR_MIN || year > 9999) return null;
  const text = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  return isPlainDate(text) ? fromParts({ year, month, day }) : null;
}

/** Replaces every YYYY-MM-DD of a server's sentence by what the user is used to. */
export const withUserDates = (sentence: string, pattern: DatePattern): string =>
  sentence.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => (isPlainDate(date) ? dateFigure(date, pattern) : date));
