import { callApi } from './http';
import { bareId, type Row } from './rows';

const ANNOTATIONS = { Prefer: 'odata.include-annotations="*"' };

/** One page of a FetchXML query. */
export interface FetchPage {
  readonly rows: readonly Row[];
  /** To send with the next page; undefined on the last one. */
  readonly cookie: string | undefined;
  readonly hasMore: boolean;
  /** Rows of all pages; -1 where unknown or above the platform's 5,000. */
  readonly total: number;
}

/** Rows of the host over its Web API, always with annotations. Every method throws ApiError on refusal. */
export class Client {
  constructor(private readonly setNameOf: (table: string) => string) {}

  /** Runs FetchXML as it stands, one page. */
  async fetchPage(table: string, fetchXml: string): Promise<FetchPage> {
    const path = `${this.setNameOf(table)}?fetchXml=${encodeURIComponent(fetchXml)}`;
    const response = await callApi('GET', path, { headers: ANNOTATIONS });
    return readFetchPage((await response.json()) as Row);
  }

  /** Runs an OData query, one page; `query` starts with `?` or is empty. */
  async query(table: string, query: string, pageRowsMax?: number): Promise<Row> {
    const prefer =
      pageRowsMax === undefined ? ANNOTATIONS.Prefer : `${ANNOTATIONS.Prefer},odata.maxpagesize=${pageRowsMax}`;
    return (await (await callApi('GET', this.setNameOf(table) + query, { headers: { Prefer: prefer } })).json()) as Row;
  }

  async retrieve(table: string, id: string, query = ''): Promise<Row> {
    return (await (await callApi('GET', this.rowPath(table, id) + query, { headers: ANNOTATIONS })).json()) as Row;
  }

  /** Creates a row and returns its id. */
  async create(table: string, body: Readonly<Record<string, unknown>>): Promise<string> {
    const response = await callApi('POST', this.setNameOf(table), { body });
    return idFromHeader(response.headers.get('OData-EntityId'));
  }

  /** Changes columns of a row; with `etag` only while it is still in that version (else 412). */
  async update(table: string, id: string, body: Readonly<Record<string, unknown>>, etag?: string): Promise<void> {
    // Without a version `*` says: change it, but do not create it.
    await callApi('PATCH', this.rowPath(table, id), { body, headers: { 'If-Match': etag ?? '*' } });
  }

  async remove(table: string, id: string): Promise<void> {
    await callApi('DELETE', this.rowPath(table, id));
  }

  private rowPath(table: string, id: string): string {
    return `${this.setNameOf(table)}(${bareId(id)})`;
  }
}

/** The id in an `OData-EntityId` header. */
export function idFromHeader(header: string | null): string {
  const id = header?.match(/\(([0-9a-fA-F-]{36})\)\s*$/)?.[1];
  if (!id) throw new Error('The host created a row and did not say which');
  return bareId(id);
}

function readFetchPage(body: Row): FetchPage {
  const rows = Array.isArray(body['value']) ? (body['value'] as Row[]) : [];
  const cookie = readPagingCookie(body['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie']);
  const isLimited = body['@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded'] === true;
  const count = body['@Microsoft.Dynamics.CRM.totalrecordcount'];
  return {
    rows,
    cookie,
    hasMore: body['@Microsoft.Dynamics.CRM.morerecords'] === true,
    total: typeof count === 'number' && !isLimited ? count : -1,
  };
}

/**
 * The cookie for the `paging-cookie` attribute. The annotation wraps it in an element whose attribute is URL-encoded
 * twice, as Dataverse does.
 */
export function readPagingCookie(annotation: unknown): string | undefined {
  if (typeof annotation !== 'string' || annotation === '') return undefined;
  const wrapped = annotation.match(/pagingcookie="([^"]*)"/i)?.[1];
  return wrapped === undefined ? annotation : decodeURIComponent(decodeURIComponent(wrapped));
}
