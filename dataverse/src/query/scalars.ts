import type { ColumnMetadata, ColumnType } from '../metadata';
import type { Scalar } from './ast';
import { invalidQuery } from './fault';

const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;
const CANONICAL_GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const WHOLE = /^[+-]?\d{1,16}$/;
const DECIMAL = /^([+-]?)0*(\d*)(?:\.(\d*))?$/;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[T ]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?)?(Z|[+-]\d{2}:\d{2})?$/i;
const MS_A_MINUTE = 60_000;

/** Lower case without braces, or undefined. */
export function canonicalGuid(text: string): string | undefined {
  return CANONICAL_GUID.test(text) ? text : GUID.exec(text)?.[1]?.toLowerCase();
}

/** Exact decimal without leading or trailing zeros: `-0012.50` is `-12.5`, `-0` is `0`; or undefined. */
export function canonicalDecimal(text: string): string | undefined {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (!/\d/.test(text)) return undefined;
  const digits = fraction.replace(/0+$/, '');
  const size = `${whole === '' ? '0' : whole}${digits === '' ? '' : `.${digits}`}`;
  return sign === '-' && size !== '0' ? `-${size}` : size;
}

/** `YYYY-MM-DD` when it is a day of the calendar, else undefined. */
export function canonicalDate(text: string): string | undefined {
  const match = DATE.exec(text);
  if (!match) return undefined;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month) ? text : undefined;
}

/** Days of a month, 1 to 12. Every row that is written asks, so no Date is made. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/**
 * UTC as `YYYY-MM-DDTHH:MM:SSZ`, with a fraction only where it is not zero; or undefined. Accepts a bare date, seconds
 * left out and an offset. Without offset the time is UTC, as the host's users are.
 */
export function canonicalDateTime(text: string): string | undefined {
  const match = DATE_TIME.exec(text);
  if (!match) return undefined;
  const [, date = '', hours = '00', minutes = '00', seconds = '00', fraction = '', zone = 'Z'] = match;
  if (!canonicalDate(date)) return undefined;
  const local = `${date}T${hours}:${minutes}:${seconds}`;
  const digits = fraction === '' ? '' : fraction.replace(/0+$/, '');
  return `${toUtc(local, zone)}${digits === '' ? '' : `.${digits}`}Z`;
}

function toUtc(local: string, zone: string): string {
  if (zone === 'Z' || zone === 'z') return local;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6));
  const offset = zone.startsWith('-') ? -minutes : minutes;
  return new Date(Date.parse(`${local}Z`) - offset * MS_A_MINUTE).toISOString().slice(0, 19);
}

/** The day of a date or a point in time as written, without a conversion; or undefined. */
export function dayOf(text: string): string | undefined {
  return canonicalDateTime(text) === undefined ? undefined : text.slice(0, 10);
}

function canonicalWhole(text: string): number | undefined {
  const value = WHOLE.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

const BOOLEANS: { readonly [text: string]: boolean } = { '1': true, '0': false, true: true, false: false };
const canonicalBoolean = (text: string): boolean | undefined => BOOLEANS[text.toLowerCase()];

/** A date-only column compares days; a time of day has nothing to compare with. */
function canonicalDay(text: string): string | undefined {
  const at = canonicalDateTime(text);
  return at?.endsWith('T00:00:00Z') ? at.slice(0, 10) : undefined;
}

const READERS: { readonly [type in ColumnType]: (text: string) => Scalar | undefined } = {
  string: (text) => text,
  memo: (text) => text,
  integer: canonicalWhole,
  bigint: canonicalWhole,
  choice: canonicalWhole,
  state: canonicalWhole,
  status: canonicalWhole,
  decimal: canonicalDecimal,
  money: canonicalDecimal,
  boolean: canonicalBoolean,
  dateonly: canonicalDay,
  datetime: canonicalDateTime,
  uniqueidentifier: canonicalGuid,
  lookup: canonicalGuid,
  owner: canonicalGuid,
};

/** `text` in the canonical form of `column`. @throws QueryFault 0x80040203 when it is no value of that kind. */
export function readScalar(column: ColumnMetadata, text: string): Scalar {
  const value = READERS[column.type](isTextType(column.type) ? text : text.trim());
  if (value !== undefined) return value;
  throw invalidQuery(`'${text}' is not a valid ${column.type} value for column ${column.name}.`);
}

const isTextType = (type: ColumnType): boolean => type === 'string' || type === 'memo';

/** The number of days, weeks and so on that a date operator counts. @throws QueryFault 0x80040203 */
export function readCount(operator: string, text: string): number {
  const count = canonicalWhole(text);
  if (count !== undefined && count >= 1 && count <= 100_000) return count;
  throw invalidQuery(`Operator ${operator} needs a whole number of at least 1, not '${text}'.`);
}

/** A day for `on` and its kind. @throws QueryFault 0x80040203 */
export function readDay(column: ColumnMetadata, text: string): string {
  const day = dayOf(text.trim());
  if (day !== undefined) return day;
  throw invalidQuery(`'${text}' is not a valid date for column ${column.name}.`);
}
