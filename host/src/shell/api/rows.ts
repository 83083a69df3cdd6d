/** A row as the Web API sends it: columns, `_lookup_value` properties and their annotations. */
export interface Row {
  readonly [property: string]: unknown;
}

/** A row somebody points to. `id` is lower case without braces. */
export interface LookupRef {
  readonly table: string;
  readonly id: string;
  readonly name: string;
}

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOOKUP_TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';

/** The property that holds a column: `name`, `_name_value` for a lookup, `alias.name` for a linked column. */
export function propertyOf(row: Row, column: string): string | undefined {
  for (const candidate of [column, `_${column}_value`, column.replace('.', '_x002e_')]) {
    if (row[candidate] !== undefined || row[candidate + FORMATTED] !== undefined) return candidate;
  }
  return undefined;
}

/** The value of a column as JSON gave it; `null` where the row has none. */
export function rawValue(row: Row, column: string): string | number | boolean | null {
  const property = propertyOf(row, column);
  const value = property === undefined ? null : row[property];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** The value of a column as the host wrote it for people; empty where the row has none. */
export function formattedValue(row: Row, column: string): string {
  const property = propertyOf(row, column);
  if (property === undefined) return '';
  const formatted = row[property + FORMATTED];
  if (typeof formatted === 'string') return formatted;
  const value = row[property];
  return value === null || value === undefined ? '' : String(value);
}

/** The row that a lookup column points to; `fallbackTable` where the answer does not name its table. */
export function lookupValue(row: Row, column: string, fallbackTable = ''): LookupRef | null {
  const property = propertyOf(row, column);
  const id = property === undefined ? null : row[property];
  if (property === undefined || typeof id !== 'string' || id === '') return null;
  const table = row[property + LOOKUP_TABLE];
  return {
    table: typeof table === 'string' ? table : fallbackTable,
    id: bareId(id),
    name: formattedValue(row, column),
  };
}

/** The row's version for `If-Match`. */
export function etagOf(row: Row): string | undefined {
  const etag = row['@odata.etag'];
  return typeof etag === 'string' ? etag : undefined;
}

/** An id in lower case without braces, however it was given. */
export function bareId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** An id as the client API hands it out: in braces and upper case. */
export function bracedId(id: string): string {
  return `{${bareId(id).toUpperCase()}}`;
}
