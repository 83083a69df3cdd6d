import { Client, type FetchPage } from '../api/client';
import { ApiError } from '../api/http';
import type { Row } from '../api/rows';
import { parseXml } from '../fetch/composeFetch';

/** One write that reached the client. */
export interface Write {
  readonly kind: 'create' | 'update' | 'delete';
  readonly table: string;
  readonly id?: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly etag?: string | undefined;
}

/** A client over rows in memory: pages them as the host does and keeps what was asked and written. */
export class MemoryClient extends Client {
  readonly fetches: string[] = [];
  readonly writes: Write[] = [];
  /** Refuses the next write or read with this. */
  refusal: ApiError | undefined;
  /** Holds answers back until they are released, in the order asked. */
  gate: Promise<void> | undefined;

  constructor(
    public rows: Row[],
    private readonly newId = '55555555-5555-4555-8555-555555555555',
  ) {
    super((table) => `${table}s`);
  }

  override async fetchPage(_table: string, fetchXml: string): Promise<FetchPage> {
    this.fetches.push(fetchXml);
    const fetch = parseXml(fetchXml).documentElement;
    const page = Number(fetch.getAttribute('page') ?? '1');
    const count = Number(fetch.getAttribute('count') ?? '5000');
    await this.gate;
    this.refuse();
    const rows = this.rows.slice((page - 1) * count, page * count);
    const hasMore = page * count < this.rows.length;
    return {
      rows,
      hasMore,
      cookie: hasMore ? `cookie after page ${page}` : undefined,
      total: this.rows.length > 5000 ? -1 : this.rows.length,
    };
  }

  override async retrieve(): Promise<Row> {
    this.refuse();
    const [row] = this.rows;
    if (!row) throw new ApiError(404, '0x80040217', 'Does Not Exist');
    return row;
  }

  override async create(table: string, body: Readonly<Record<string, unknown>>): Promise<string> {
    this.refuse();
    this.writes.push({ kind: 'create', table, body });
    return this.newId;
  }

  override async update(
    table: string,
    id: string,
    body: Readonly<Record<string, unknown>>,
    etag?: string,
  ): Promise<void> {
    await this.gate;
    this.refuse();
    this.writes.push({ kind: 'update', table, id, body, etag });
  }

  override async remove(table: string, id: string): Promise<void> {
    this.refuse();
    this.writes.push({ kind: 'delete', table, id });
  }

  private refuse(): void {
    const { refusal } = this;
    this.refusal = undefined;
    if (refusal) throw refusal;
  }
}
