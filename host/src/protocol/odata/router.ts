import type { TableMetadata } from '@bbl/dataverse';
import type { RowAddress } from '../../pipeline/requests';
import { definitions, isDefinitions } from '../definitions/definitions';
import { csdl } from '../definitions/csdl';
import { serviceDocument } from '../definitions/serviceDocument';
import type { RequestContext } from '../handlers/context';
import { countRows, listRows } from '../handlers/list';
import { isNavigation, navigate } from '../handlers/navigation';
import {
  isBoundOperation,
  isOperation,
  runBoundOperation,
  runOperation,
  unsupportedOperation,
} from '../handlers/operations';
import { createRow, deleteRow, getProperty, getRow, idOf, patchRow, setProperty } from '../handlers/rows';
import { methodNotAllowed, resourceNotFound } from './errors';
import { columnOfProperty, readAddress, type Segment } from './path';
import { jsonResponse, textResponse, type WebResponse } from './web';

/** Finds what a path means and runs it. */
export function route(segments: readonly Segment[], context: RequestContext): WebResponse {
  const [first, ...rest] = segments;
  const { method } = context.request;
  if (!first) return jsonResponse(200, serviceDocument(context));
  if (first.name === '$metadata') return textResponse(csdl(context.engine), 'application/xml');
  if (isDefinitions(first)) return definitions(segments, context);
  const table = context.engine.metadata.tableBySetName(first.name);
  if (!table) {
    if (rest.length === 0 && isOperation(first, context)) return runOperation(first, context);
    throw resourceNotFound(first.name);
  }
  if (first.args === undefined) return routeCollection(table, rest, context);
  const address = readAddress(table, first.args, context.engine.metadata);
  const [next] = rest;
  if (next) return routeWithinRow(table, address, [next, ...rest.slice(1)], context);
  switch (method) {
    case 'GET':
      return getRow(table, address, context);
    case 'PATCH':
      return patchRow(table, address, context);
    case 'DELETE':
      return deleteRow(table, address, context);
    default:
      throw methodNotAllowed(method);
  }
}

function routeCollection(table: TableMetadata, rest: readonly Segment[], context: RequestContext): WebResponse {
  const { method } = context.request;
  const [next] = rest;
  if (next?.name === '$count' && rest.length === 1 && method === 'GET') return countRows(table, context);
  if (next && isBoundOperation(next)) throw unsupportedOperation(next);
  if (next) throw resourceNotFound(next.name);
  if (method === 'GET') return listRows(table, context);
  if (method === 'POST') return createRow(table, context);
  throw methodNotAllowed(method);
}

function routeWithinRow(
  table: TableMetadata,
  address: RowAddress,
  rest: readonly [Segment, ...Segment[]],
  context: RequestContext,
): WebResponse {
  const [next, after, ...beyond] = rest;
  const { method } = context.request;
  if (isNavigation(table, next.name, context)) return navigate(table, address, rest, context);
  if (isBoundOperation(next)) {
    return runBoundOperation(table, idOf(table, address, context), next, context);
  }
  const column = columnOfProperty(table, next.name, context.engine.metadata);
  if (!column || beyond.length > 0 || (after && after.name !== '$value')) throw resourceNotFound(next.name);
  if (method === 'GET') return getProperty(table, address, column, after !== undefined, context);
  if (!after && (method === 'PUT' || method === 'DELETE')) return setProperty(table, address, column, context);
  throw methodNotAllowed(method);
}
