import type { Row, Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import type { Filter, Link, Query, Scalar } from '@bbl/dataverse/query';
import { PAGE_ROWS_MAX, ROOT } from '@bbl/dataverse/query';
import type { Store } from './storage/store';

/** Reads of the host itself: every row, no rights, no steps. */
export interface PlainQuery {
  readonly table: string;
  readonly columns: readonly string[];
  readonly filter?: Filter;
  readonly links?: readonly Link[];
}

/** All rows that match, page by page. */
export function allRows(store: Store, plain: PlainQuery): readonly Row[] {
  const rows: Row[] = [];
  for (let page = 1; ; page++) {
    const answer = store.query(toQuery(plain, page), () => ({ kind: 'all' }));
    rows.push(...answer.rows);
    if (!answer.moreRecords) return rows;
  }
}

export const isEqual = (column: string, value: Scalar, source = ROOT): Filter => isOneOf(column, [value], source);

export const isOneOf = (column: string, values: readonly Scalar[], source = ROOT): Filter => ({
  kind: 'condition',
  source,
  column,
  operator: values.length === 1 ? 'eq' : 'in',
  values,
});

/** The id that a row holds in a unique identifier or lookup column; empty when it holds none. */
export function idIn(value: Value | undefined): string {
  if (isKind(value, 'guid')) return value.v;
  return isKind(value, 'lookup') ? value.id : '';
}

function toQuery({ table, columns, filter, links = [] }: PlainQuery, page: number): Query {
  return {
    table,
    columns: columns.map((column) => ({ column, as: column })),
    ...(filter && { filter }),
    links,
    orders: [],
    distinct: false,
    page,
    count: PAGE_ROWS_MAX,
    totalCount: false,
    expands: [],
    lookupNames: false,
  };
}
