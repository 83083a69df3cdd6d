import { toCallFault } from './faults';

/** The platform counts no further. */
export const COUNTED_MAX = 50_000;
/** Error of the platform for an aggregate over more rows. */
const LIMIT_EXCEEDED = '0x8004e023';

/** How many rows a query finds: a number, or `more` than the platform counts. */
export type RowCount = number | 'more';

/** Elements that say what a view shows and how, but not which rows. */
const SHOWN_ONLY = ['attribute', 'all-attributes', 'order'];
const PAGING = ['page', 'count', 'top', 'paging-cookie', 'returntotalrecordcount', 'distinct'];

/** The query that counts the rows of `fetchXml` in one call. Rows that a link finds twice count once. */
export function countQueryOf(fetchXml: string, idColumn: string): string {
  const xml = new DOMParser().parseFromString(fetchXml, 'text/xml');
  const root = xml.documentElement;
  SHOWN_ONLY.forEach((name) => Array.from(root.querySelectorAll(name)).forEach((element) => element.remove()));
  PAGING.forEach((name) => root.removeAttribute(name));
  root.setAttribute('aggregate', 'true');
  const counted = xml.createElement('attribute');
  const attributes = { name: idColumn, alias: 'rows', aggregate: 'countcolumn', distinct: 'true' };
  Object.entries(attributes).forEach(([name, value]) => counted.setAttribute(name, value));
  root.querySelector('entity')?.prepend(counted);
  return new XMLSerializer().serializeToString(xml);
}

/** Counts the rows of a view's query. Rejects where the query cannot be counted. */
export async function countRows(table: string, fetchXml: string): Promise<RowCount> {
  const query = encodeURIComponent(countQueryOf(fetchXml, `${table}id`));
  try {
    const { entities } = await Xrm.WebApi.retrieveMultipleRecords(table, `?fetchXml=${query}`);
    const rows = Number((entities[0] as { readonly rows?: number } | undefined)?.rows ?? 0);
    return rows > COUNTED_MAX ? 'more' : rows;
  } catch (error) {
    const fault = toCallFault(error);
    if (fault.code === LIMIT_EXCEEDED) return 'more';
    throw fault;
  }
}
