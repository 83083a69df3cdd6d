import type { MetadataIndex } from '../../metadataIndex';
import { type Aggregate, type Order, PAGE_ROWS_MAX, type Query, ROOT } from '../ast';
import { checkConditionCount } from '../conditions';
import { invalidQuery, QueryFaultCode } from '../fault';
import { readAggregate, readColumns } from './columns';
import {
  checkShape,
  countAttribute,
  type FetchNode,
  flagAttribute,
  type NodeShape,
  readFetchDocument,
} from './document';
import { readFilters, readLinks } from './filters';
import { readOrders } from './orders';
import { FetchScope } from './scope';

const FETCH: NodeShape = {
  attributes: [
    'top',
    'page',
    'count',
    'paging-cookie',
    'distinct',
    'aggregate',
    'aggregatelimit',
    'returntotalrecordcount',
    'useraworderby',
  ],
  ignored: ['version', 'mapping', 'output-format', 'no-lock', 'latematerialize', 'options', 'savedqueryid'],
  children: ['entity'],
};
const ENTITY: NodeShape = {
  attributes: ['name'],
  ignored: [],
  children: ['attribute', 'all-attributes', 'filter', 'link-entity', 'order'],
};

/**
 * Reads FetchXML. Elements, attributes and operators that the host does not know are faults, never passed over.
 * @throws QueryFault `invalid` with the platform's code (unknown table 0x80041102, column 0x80041103, …) or `unsupported`
 */
export function parseFetchXml(xml: string, metadata: MetadataIndex): Query {
  const fetch = readFetchDocument(xml);
  checkShape(fetch, FETCH);
  const [entity] = fetch.children;
  if (!entity || fetch.children.length > 1) throw invalidQuery('A FetchXML query needs exactly one <entity>.');
  checkShape(entity, ENTITY);
  const scope = new FetchScope(metadata, entity, flagAttribute(fetch, 'aggregate'));
  const aggregate = scope.isAggregate ? readAggregate(fetch, entity, scope) : undefined;
  const filter = readFilters(entity, ROOT, scope);
  const links = readLinks(entity, ROOT, scope);
  checkConditionCount(filter, links);
  return {
    table: scope.tableName(ROOT),
    columns: readColumns(entity, ROOT, scope),
    ...(filter && { filter }),
    links,
    orders: checkOrders(readOrders(entity, ROOT, scope, flagAttribute(fetch, 'useraworderby')), aggregate),
    distinct: flagAttribute(fetch, 'distinct') && !aggregate,
    ...readPaging(fetch),
    totalCount: flagAttribute(fetch, 'returntotalrecordcount'),
    ...(aggregate && { aggregate }),
    expands: [],
    lookupNames: false,
  };
}

function checkOrders(orders: readonly Order[], aggregate: Aggregate | undefined): readonly Order[] {
  const outputs = new Set([...(aggregate?.groups ?? []), ...(aggregate?.measures ?? [])].map((each) => each.as));
  for (const order of orders) {
    if (order.kind === 'output' && !outputs.has(order.as))
      throw invalidQuery(`The alias '${order.as}' of an order names no group or measure.`, QueryFaultCode.InvalidAlias);
    if (order.kind === 'column' && aggregate)
      throw invalidQuery('An attribute can not be used in the order of an aggregate query. Use an alias instead.');
  }
  return orders;
}

function readPaging(fetch: FetchNode): Pick<Query, 'top' | 'page' | 'count' | 'pagingCookie'> {
  const top = countAttribute(fetch, 'top');
  const page = countAttribute(fetch, 'page');
  const count = countAttribute(fetch, 'count');
  const cookie = fetch.attributes['paging-cookie'];
  if (top !== undefined && (page !== undefined || cookie))
    throw invalidQuery("The top attribute can't be specified with paging attribute page.");
  if (top !== undefined && top > PAGE_ROWS_MAX)
    throw invalidQuery(`The top attribute must not exceed ${PAGE_ROWS_MAX}.`);
  return {
    ...(top !== undefined && { top }),
    page: page ?? 1,
    ...(count !== undefined && { count: Math.min(count, PAGE_ROWS_MAX) }),
    ...(cookie && { pagingCookie: cookie }),
  };
}
