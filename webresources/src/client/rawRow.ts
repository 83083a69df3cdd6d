import type { FetchQuery } from '@bbl/dataverse/fetch';

/** A row as the Web API writes it: lookups as `_column_value`, columns of links as `alias.column`. */
export type RawRow = { readonly [property: string]: unknown };

export const textOf = (row: RawRow, property: string): string =>
  typeof row[property] === 'string' ? row[property] : '';
export const numberOf = (row: RawRow, property: string): number | undefined =>
  typeof row[property] === 'number' ? row[property] : undefined;

/** The property of a lookup; that of a link is `alias.column` as it stands. */
const propertyOf = (column: string): string => (column.includes('.') ? column : `_${column}_value`);

/** The id that a lookup holds. */
export const lookupOf = (row: RawRow, column: string): string => textOf(row, propertyOf(column));

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';

/** The name that a lookup shows. */
export const formattedOf = (row: RawRow, column: string): string => textOf(row, `${propertyOf(column)}${FORMATTED}`);

/** A stored amount or percentage as decimal text; the Web API writes it as a JSON number. Null is empty. */
export const decimalOf = (row: RawRow, property: string): string | null => {
  const value = numberOf(row, property);
  return value === undefined ? null : String(value);
};

/** The rows of a query, at most 5,000: no schedule and no list of customers comes near. */
export async function readRows(table: string, query: FetchQuery): Promise<readonly RawRow[]> {
  const page = await Xrm.WebApi.retrieveMultipleRecords(table, `?fetchXml=${encodeURIComponent(query.toXml())}`);
  return page.entities as RawRow[];
}
