import type { TableMetadata } from '@bbl/dataverse';
import type { Row, RowPage } from '@bbl/dataverse/ports';
import { childQuery, type Filter, type Link, type Query, writeSkipToken } from '@bbl/dataverse/query';
import { unsupported } from '../../faults';
import { intersectLink } from '../odata/associations';
import type { PreparedQuery } from '../odata/preparedQuery';
import type { ExpandedRows, RowWriter } from '../odata/rowWriter';
import { jsonResponse, textResponse, type WebResponse } from '../odata/web';
import { requireGuid } from '../odata/path';
import type { RequestContext } from './context';

/** Restricts a list to the rows of a parent, for lists behind a navigation property. */
export interface Restriction {
  readonly filter?: Filter;
  readonly link?: Link;
}

/** A page of a table's rows: OData options, `fetchXml` or `savedQuery`. */
export function listRows(table: TableMetadata, context: RequestContext, restriction: Restriction = {}): WebResponse {
  const { query, write, isFetch } = prepare(table, context);
  const page = context.execute('RetrieveMultiple', { query: restricted(query, restriction) });
  const rows = writeRows(page, write, context);
  return jsonResponse(
    200,
    `{"@odata.context":"${context.root}$metadata#${table.setName}"${totals(page, query, isFetch)},"value":[${rows}]${paging(page, query, isFetch, context)}}`,
  );
}

/** `<set>/$count`: the number of rows alone. */
export function countRows(table: TableMetadata, context: RequestContext, restriction: Restriction = {}): WebResponse {
  const { query } = prepare(table, context);
  const counted: Query = {
    ...restricted(query, restriction),
    columns: [],
    expands: [],
    orders: [],
    count: 1,
    totalCount: true,
  };
  const { totalRecordCount = 0 } = context.execute('RetrieveMultiple', { query: counted });
  return textResponse(String(totalRecordCount), 'text/plain');
}

/** Expanded rows, each parent's in a query of its own. */
export function expandedRowsOf(context: RequestContext): ExpandedRows {
  const { execute, queries, preferences } = context;
  const list = (query: Query, writer: Query): string => {
    const write = queries.writerOf(writer, preferences);
    const { rows } = execute('RetrieveMultiple', { query });
    return `[${rows.map((row) => write(row, expanded)).join()}]`;
  };
  const expanded: ExpandedRows = {
    collection: (expand, parentId) => list(childQuery(expand, parentId), expand.query),
    association: ({ association, query }, parentId) =>
      list(restricted(query, { link: intersectLink(association, parentId) }), query),
  };
  return expanded;
}

function writeRows({ rows }: RowPage, write: RowWriter, context: RequestContext): string {
  const expanded = expandedRowsOf(context);
  let text = '';
  for (const row of rows) text += (text === '' ? '' : ',') + write(row, expanded);
  return text;
}

function prepare(table: TableMetadata, context: RequestContext): PreparedQuery & { readonly isFetch: boolean } {
  const { queries, preferences, search } = context;
  if (!/(?:^|&)(?:savedQuery|userQuery|fetchXml)=/i.test(search)) {
    return { ...queries.of(table, search, preferences), isFetch: false };
  }
  const options = new URLSearchParams(search);
  if (options.has('userQuery')) throw unsupported('userQuery');
  const viewId = options.get('savedQuery');
  if (viewId === null) return { ...queries.of(table, search, preferences), isFetch: true };
  return { ...prepareView(table, viewId, options, context), isFetch: false };
}

/** A view is its FetchXML; a skip token of an earlier page takes the place of the page in it. */
function prepareView(
  table: TableMetadata,
  viewId: string,
  options: URLSearchParams,
  context: RequestContext,
): PreparedQuery {
  const id = requireGuid(viewId);
  const view = context.execute('Retrieve', { table: 'savedquery', id, columns: ['fetchxml'] });
  const token = options.get('$skiptoken');
  options.delete('savedQuery');
  options.delete('$skiptoken');
  options.set('fetchXml', textOf(view, 'fetchxml'));
  const prepared = context.queries.of(table, options.toString(), context.preferences);
  if (token === null) return prepared;
  const tokenOptions = new URLSearchParams([['$skiptoken', token]]);
  const { page, pagingCookie } = context.queries.prepare(table, tokenOptions, context.preferences).query;
  const query = pagingCookie === undefined ? { ...prepared.query, page } : { ...prepared.query, page, pagingCookie };
  return { ...prepared, query };
}

const textOf = (row: Row, column: string): string => {
  const value = row[column];
  return typeof value === 'string' ? value : '';
};

function restricted(query: Query, { filter, link }: Restriction): Query {
  const filters = [filter, query.filter].flatMap((part) => (part ? [part] : []));
  return {
    ...query,
    ...(filters.length > 0 && { filter: { kind: 'and', filters } }),
    links: link ? [...query.links, link] : query.links,
  };
}

function totals(page: RowPage, query: Query, isFetch: boolean): string {
  if (!query.totalCount) return '';
  const count = page.totalRecordCount ?? 0;
  if (!isFetch) return `,"@odata.count":${count}`;
  const isExceeded = page.totalRecordCountLimitExceeded === true;
  return `,"@odata.count":${count},"@Microsoft.Dynamics.CRM.totalrecordcount":${count},"@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded":${isExceeded}`;
}

function paging(page: RowPage, query: Query, isFetch: boolean, context: RequestContext): string {
  if (!page.moreRecords || query.top !== undefined)
    return isFetch ? ',"@Microsoft.Dynamics.CRM.morerecords":false' : '';
  const token = writeSkipToken(query.page + 1, page.pagingCookie ?? '');
  if (isFetch) {
    return `,"@Microsoft.Dynamics.CRM.fetchxmlpagingcookie":${JSON.stringify(token)},"@Microsoft.Dynamics.CRM.morerecords":true`;
  }
  return `,"@odata.nextLink":${JSON.stringify(nextLink(token, context))}`;
}

/** The same request with the token; paging goes on with it. */
function nextLink(token: string, { root, request, search }: RequestContext): string {
  const [path = ''] = request.url.split('?');
  const options = search.split('&').filter((option) => option !== '' && !/^(?:\$|%24)skiptoken=/i.test(option));
  return `${root}${path}?${[...options, `$skiptoken=${encodeURIComponent(token)}`].join('&')}`;
}
