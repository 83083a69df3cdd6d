/**
 * Date-only values travel as `YYYY-MM-DD` and have no time zone. Where an API insists on a `Date` it is local midnight
 * of that day, as in the platform's client.
 */

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TYPED_DATE = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})\s*$/;

/** Local midnight of an ISO date; undefined for anything else. */
export function toLocalDate(iso: string): Date | undefined {
  const match = ISO_DATE.exec(iso);
  if (!match) return undefined;
  return makeDate(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The ISO date of a `Date`'s local day. */
export function toIsoDate(date: Date): string {
  const year = String(date.getFullYear()).padStart(4, '0');
  return `${year}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
}

/** `2/28/2019`, the format of the app's language. */
export function formatDate(iso: string): string {
  const match = ISO_DATE.exec(iso);
  return match ? `${Number(match[2])}/${Number(match[3])}/${match[1]}` : '';
}

/** `2/28/2019 9:05 AM` in the reader's time zone. */
export function formatDateTime(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return '';
  return date.toLocaleString('en-US', { dateStyle: 'short', timeStyle: 'short' });
}

/** What a person typed as a date: `2/28/2019`, `2/28/19` or `2019-02-28`; undefined where it is none. */
export function parseDate(text: string): Date | undefined {
  const iso = ISO_DATE.exec(text.trim());
  if (iso) return makeDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const typed = TYPED_DATE.exec(text);
  if (!typed) return undefined;
  const year = Number(typed[3]);
  return makeDate(year < 100 ? 2000 + year : year, Number(typed[1]), Number(typed[2]));
}

function makeDate(year: number, month: number, day: number): Date | undefined {
  const date = new Date(year, month - 1, day);
  // 31 February would roll over into March.
  return date.getMonth() === month - 1 && date.getDate() === day ? date : undefined;
}
