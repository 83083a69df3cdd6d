import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import type { Row } from '@bbl/dataverse/ports';
import { FaultCode, HostFault, rowNotFound } from '../../faults';
import type { RowAddress } from '../../pipeline/requests';
import { isEqual } from '../../reads';
import { badPayload, badUrl } from '../odata/errors';
import { parseJsonObject } from '../odata/exactJson';
import { readRow, valueOfJson } from '../odata/rowReader';
import { jsonOf } from '../odata/cellWriter';
import { jsonResponse, noContent, textResponse, type WebResponse } from '../odata/web';
import { readConditions } from './concurrency';
import type { RequestContext } from './context';
import { expandedRowsOf } from './list';

/** `GET <set>(<key>)` with `$select` and `$expand`. */
export function getRow(table: TableMetadata, address: RowAddress, context: RequestContext): WebResponse {
  const id = idOf(table, address, context);
  const text = rowText(table, id, context);
  const etag = /"@odata\.etag":"((?:[^"\\]|\\.)*)"/.exec(text)?.[1]?.replaceAll('\\"', '"') ?? '';
  if (context.request.headers['if-none-match'] === etag) return { status: 304, headers: { ETag: etag }, body: '' };
  return jsonResponse(200, text, { ETag: etag });
}

/** `POST <set>`. */
export function createRow(table: TableMetadata, context: RequestContext, given: Row = {}): WebResponse {
  const row = { ...readRow(parseJsonObject(context.request.body), table, context.engine), ...given };
  const id = context.execute('Create', { table: table.name, row });
  return written(table, id, 201, context);
}

/** `PATCH <set>(<key>)`: an upsert, unless `If-Match` or `If-None-Match` says what it has to be. */
export function patchRow(table: TableMetadata, address: RowAddress, context: RequestContext): WebResponse {
  const row = readRow(parseJsonObject(context.request.body), table, context.engine);
  const request = { table: table.name, target: address, row, ...readConditions(context) };
  const { id, isCreated } = context.execute('Upsert', request);
  return written(table, id, isCreated ? 201 : 200, context);
}

/** `DELETE <set>(<key>)`. */
export function deleteRow(table: TableMetadata, address: RowAddress, context: RequestContext): WebResponse {
  const { rowVersion } = readConditions(context);
  const id = idOf(table, address, context);
  context.execute(
    'Delete',
    rowVersion === undefined ? { table: table.name, id } : { table: table.name, id, rowVersion },
  );
  return noContent();
}

/** `GET <set>(<key>)/<column>`, with `/$value` for the bare value. */
export function getProperty(
  table: TableMetadata,
  address: RowAddress,
  column: ColumnMetadata,
  isRaw: boolean,
  context: RequestContext,
): WebResponse {
  const id = idOf(table, address, context);
  const row = context.execute('Retrieve', { table: table.name, id, columns: [column.name] });
  const value = row[column.name];
  if (value === null || value === undefined) return noContent();
  const text = jsonOf(value, column.type === 'dateonly');
  if (isRaw) return textResponse(typeof value === 'string' ? value : text.replaceAll('"', ''), 'text/plain');
  return jsonResponse(
    200,
    `{"@odata.context":"${context.root}$metadata#${table.setName}(${id})/${column.name}","value":${text}}`,
  );
}

/** `PUT <set>(<key>)/<column>` with `{"value": …}`, `DELETE` to empty it. */
export function setProperty(
  table: TableMetadata,
  address: RowAddress,
  column: ColumnMetadata,
  context: RequestContext,
): WebResponse {
  const isDelete = context.request.method === 'DELETE';
  const { value } = isDelete ? { value: null } : parseJsonObject(context.request.body);
  if (value === undefined) throw badPayload("The request body has to hold the property 'value'.");
  const id = idOf(table, address, context);
  context.execute('Update', { table: table.name, id, row: { [column.name]: valueOfJson(column, value) } });
  return noContent();
}

/** The id behind an address. Throws 404 when no row has the key. */
export function idOf(table: TableMetadata, address: RowAddress, { engine }: RequestContext): string {
  if ('id' in address) return address.id;
  const id = engine.store.findByKey(table.name, Object.keys(address.key), address.key);
  if (id === undefined)
    throw new HostFault(404, FaultCode.ObjectDoesNotExist, `${table.name} With the given key Does Not Exist`);
  return id;
}

function rowText(table: TableMetadata, id: string, context: RequestContext): string {
  const { queries, preferences, search, root } = context;
  const { query, write } = queries.of(table, search, preferences);
  if (query.filter || query.orders.length > 0 || query.aggregate || query.top !== undefined || query.totalCount) {
    throw badUrl('A single row knows the options $select and $expand alone.');
  }
  const page = context.execute('RetrieveMultiple', {
    query: { ...query, filter: isEqual(table.primaryId, id), top: 1 },
  });
  const [row] = page.rows;
  if (!row) {
    // Tells a row that is missing from one the caller may not read.
    context.execute('Retrieve', { table: table.name, id, columns: [] });
    throw rowNotFound(table.name, id);
  }
  const text = write(row, expandedRowsOf(context));
  return `{"@odata.context":"${root}$metadata#${table.setName}/$entity",${text.slice(1)}`;
}

/** The answer to a write: the address of the row, and the row itself when the client wants it. */
function written(table: TableMetadata, id: string, status: 200 | 201, context: RequestContext): WebResponse {
  const address = `${context.root}${table.setName}(${id})`;
  const headers = { 'OData-EntityId': address, Location: address };
  if (!context.preferences.returnsRepresentation) return noContent(headers);
  const applied = { ...headers, 'Preference-Applied': 'return=representation' };
  return jsonResponse(status, rowText(table, id, context), applied);
}
