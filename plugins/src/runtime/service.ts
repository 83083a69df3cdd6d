import { decodeColumns, encodeRow, type Columns } from '@bbl/dataverse/mapping';
import { fetch, type FetchQuery, isIn } from '@bbl/dataverse/fetch';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import type { RowByTable, TableName } from '@bbl/dataverse/generated/tables';
import {
  isKind,
  type GuidValue,
  type Row,
  type RowPage,
  type ServiceAnswer,
  type ServiceIdentity,
  type ServicePort,
  type ServiceRequest,
  type Value,
} from '@bbl/dataverse/ports';
import { FaultError } from './faultError';

/** Rows that one page of a query brings at most. platform.md 4.3. */
const PAGE_ROWS_MAX = 5_000;
/** Values that one `in` condition takes: far below what the platform's SQL allows, and the bound of a call. */
const IN_VALUES_MAX = 500;

type ColumnOf<T extends TableName> = keyof RowByTable[T] & string;

/**
 * The organisation service with plain rows. Every method may throw `FaultError`; reads go through all pages.
 * Rows come back with every column asked for, null where empty.
 */
export class Service {
  constructor(
    private readonly port: ServicePort,
    private readonly identity: ServiceIdentity,
  ) {}

  /** @returns the id of the new row. */
  create<T extends TableName>(table: T, row: RowByTable[T]): string {
    return (this.call({ as: this.identity, op: 'create', table, row: encodeRow(table, row) }) as GuidValue).v;
  }

  retrieve<T extends TableName, C extends ColumnOf<T>>(table: T, id: string, columns: readonly C[]): Columns<T, C> {
    const row = this.call({ as: this.identity, op: 'retrieve', table, id, columns }) as Row;
    return decodeColumns(table, row, columns);
  }

  /** @param rowVersion with it the update fails when the row has another one. */
  update<T extends TableName>(table: T, id: string, row: RowByTable[T], rowVersion?: string): void {
    const request = { as: this.identity, op: 'update', table, id, row: encodeRow(table, row) } as const;
    this.call(rowVersion === undefined ? request : { ...request, rowVersion });
  }

  delete(table: TableName, id: string): void {
    this.call({ as: this.identity, op: 'delete', table, id });
  }

  /** All rows of all pages. `build` adds filters, links and orders; it is asked again for every page. */
  query<T extends TableName, C extends ColumnOf<T>>(
    table: T,
    columns: readonly C[],
    build: (query: FetchQuery) => void,
  ): Columns<T, C>[] {
    return this.rows(table, columns, build).map((row) => decodeColumns(table, row, columns));
  }

  /** One page of a query, and where the next one begins. */
  queryPage<T extends TableName, C extends ColumnOf<T>>(
    table: T,
    columns: readonly C[],
    place: PagePlace,
    build: (query: FetchQuery) => void,
  ): { readonly rows: Columns<T, C>[]; readonly next: PagePlace | undefined } {
    const query = fetch(table)
      .select(...columns)
      .page(place.page, place.rowsMax, place.cookie);
    build(query);
    const page = this.page(query.toXml());
    return { rows: page.rows.map((row) => decodeColumns(table, row, columns)), next: placeAfter(place, page) };
  }

  /** Rows whose `column` holds one of `values`, asked for in lists of 500. No values, no call. */
  queryIn<T extends TableName, C extends ColumnOf<T>>(
    table: T,
    columns: readonly C[],
    column: ColumnOf<T>,
    values: readonly string[],
    build: (query: FetchQuery) => void = () => undefined,
  ): Columns<T, C>[] {
    const distinct = [...new Set(values)];
    const found: Columns<T, C>[] = [];
    for (let start = 0; start < distinct.length; start += IN_VALUES_MAX) {
      const part = distinct.slice(start, start + IN_VALUES_MAX);
      const rows = this.query(table, columns, (query) => {
        query.where(isIn(column, part));
        build(query);
      });
      for (const row of rows) found.push(row);
    }
    return found;
  }

  /** Ids of all rows that meet the query. */
  idsOf(table: TableName, build: (query: FetchQuery) => void): string[] {
    const idColumn = TABLES[table]?.id ?? '';
    return this.rows(table, [idColumn], build).map((row) => {
      const id = row[idColumn];
      if (!isKind(id, 'guid')) throw new TypeError(`A row of ${table} came without its id`);
      return id.v;
    });
  }

  /** Whether any row of the table meets the query. */
  exists(table: TableName, build: (query: FetchQuery) => void): boolean {
    const query = fetch(table).top(1);
    build(query);
    return this.page(query.toXml()).rows.length > 0;
  }

  /** One page of a query of one's own, in engine values: aggregates and FetchXML that a caller sent. */
  page(fetchXml: string): RowPage {
    return this.call({ as: this.identity, op: 'retrieveMultiple', fetchXml }) as RowPage;
  }

  execute(message: string, parameters: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
    return this.call({ as: this.identity, op: 'execute', message, parameters }) as { readonly [name: string]: Value };
  }

  private rows(table: string, columns: readonly string[], build: (query: FetchQuery) => void): Row[] {
    const rows: Row[] = [];
    let cookie: string | undefined;
    for (let number = 1; ; number++) {
      const query = fetch(table)
        .select(...columns)
        .page(number, PAGE_ROWS_MAX, cookie);
      build(query);
      const page = this.page(query.toXml());
      for (const row of page.rows) rows.push(row);
      if (!page.moreRecords) return rows;
      cookie = page.pagingCookie;
    }
  }

  private call(request: ServiceRequest): unknown {
    const answer = JSON.parse(this.port(JSON.stringify(request))) as ServiceAnswer;
    if ('fault' in answer) throw new FaultError(answer.fault);
    return answer.value;
  }
}

/**
 * Where a page begins. With the cookie of the page before it goes on after that page's last row, also when rows of
 * earlier pages no longer match.
 */
export interface PagePlace {
  /** From 1. */
  readonly page: number;
  readonly rowsMax: number;
  readonly cookie?: string;
}

/** The page after one that was read; undefined when that was the last. */
export function placeAfter(
  { page, rowsMax }: PagePlace,
  { moreRecords, pagingCookie }: RowPage,
): PagePlace | undefined {
  if (!moreRecords) return undefined;
  return { page: page + 1, rowsMax, ...(pagingCookie !== undefined && { cookie: pagingCookie }) };
}

/** The two identities that a handler may act with. domain.md 0.1-4, 9.1. */
export interface Services {
  /** The calling user's rights: what they may see. */
  readonly user: Service;
  /** The SYSTEM user's: reads of what decides, and every write of a server-managed column. */
  readonly system: Service;
}

export function openServices(port: ServicePort): Services {
  return { user: new Service(port, 'user'), system: new Service(port, 'system') };
}
