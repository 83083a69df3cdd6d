import { isPlainDate, type PlainDate, toParts, type TypedDates, typedDates } from '@bbl/domain';

/** The short date of a user's settings as forms and lists show it, such as `M/d/yyyy`; literals stand in quotes. */
export type DatePattern = string;

/** Documentation and typings spell the members with a capital; clients have them in camel case as well. */
interface DateFormats {
  readonly shortDatePattern?: string;
  readonly ShortDatePattern?: string;
  readonly dateSeparator?: string;
  readonly DateSeparator?: string;
}

/** The acting user's short date pattern. A slash in it stands for the separator of the settings, as in .NET. */
export function userDatePattern(): DatePattern {
  const { dateFormattingInfo } = Xrm.Utility.getGlobalContext().userSettings;
  const formats = dateFormattingInfo as unknown as DateFormats;
  const separator = formats.dateSeparator ?? formats.DateSeparator ?? '/';
  const pattern = formats.shortDatePattern ?? formats.ShortDatePattern ?? 'yyyy-MM-dd';
  return pattern.split('/').join(separator);
}

/** 2026-03-05 as "3/5/2026" for `M/d/yyyy`, "05.03.2026" for `dd.MM.yyyy`. */
export function dateFigure(date: PlainDate, pattern: DatePattern): string {
  const { year, month, day } = toParts(date);
  return pattern.replace(/'([^']*)'|y+|M+|d+/g, (part, literal?: string) => {
    if (literal !== undefined) return literal;
    if (part.startsWith('y')) return part.length > 2 ? String(year).padStart(4, '0') : String(year).slice(-2);
    return String(part.startsWith('M') ? month : day).padStart(part.length > 1 ? 2 : 1, '0');
  });
}

/** Dates as the user of this pattern types them. */
export const datesOf = (pattern: DatePattern): TypedDates => typedDates((date) => dateFigure(date, pattern));

/** Replaces every YYYY-MM-DD of a server's sentence by what the user is used to. */
export const withUserDates = (sentence: string, pattern: DatePattern): string =>
  sentence.replace(/\b\d{4}-\d\d-\d\d\b/g, (date) => (isPlainDate(date) ? dateFigure(date, pattern) : date));
