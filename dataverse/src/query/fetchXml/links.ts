import type { Link, Order, Source } from '../ast';
import { columnOf } from '../catalogue';
import { invalidQuery, unsupportedQuery } from '../fault';
import { readColumns } from './columns';
import { checkShape, type FetchNode, flagAttribute, type NodeShape, requiredAttribute } from './document';
import { readFilters } from './filters';
import type { FetchScope } from './scope';

const LINK: NodeShape = {
  attributes: ['name', 'from', 'to', 'alias', 'link-type'],
  ignored: ['intersect', 'visible'],
  children: ['attribute', 'all-attributes', 'filter', 'link-entity', 'order'],
};
const ORDER: NodeShape = { attributes: ['attribute', 'alias', 'descending', 'entityname'], ignored: [], children: [] };

const TYPES: { readonly [type: string]: Link['type'] } = {
  inner: 'inner',
  natural: 'inner',
  outer: 'outer',
  exists: 'exists',
  in: 'exists',
};

/** `isFilter`: the link stands inside a filter, where `link-type` is a quantifier and columns have no meaning. */
export function readLink(node: FetchNode, parent: Source, scope: FetchScope, isFilter = false): Link {
  checkShape(node, LINK);
  const alias = scope.aliasOf(node);
  const table = scope.tableName(alias);
  const type = isFilter ? 'exists' : readType(node);
  const columns = readColumns(node, alias, scope);
  if (type === 'exists' && columns.length > 0)
    throw invalidQuery(`A link of this type cannot return columns: ${alias}.`);
  const filter = readFilters(node, alias, scope);
  const links = readLinks(node, alias, scope);
  if (type === 'outer' && links.some((link) => link.type !== 'outer'))
    throw unsupportedQuery(`an inner link inside the outer link '${alias}'`);
  return {
    table,
    alias,
    from: columnOf(scope.metadata, table, requiredAttribute(node, 'from')).name,
    to: columnOf(scope.metadata, scope.tableName(parent), requiredAttribute(node, 'to')).name,
    type,
    columns,
    ...(filter && { filter }),
    links,
  };
}

export const readLinks = (parent: FetchNode, source: Source, scope: FetchScope): readonly Link[] =>
  parent.children.filter((node) => node.name === 'link-entity').map((node) => readLink(node, source, scope));

function readType(node: FetchNode): Link['type'] {
  const name = node.attributes['link-type'] ?? 'inner';
  const type = TYPES[name];
  if (type) return type;
  throw unsupportedQuery(`link-type '${name}'`);
}

/** Orders of the root first and those inside links after them, as the platform applies them. */
export function readOrders(parent: FetchNode, source: Source, scope: FetchScope, raw: boolean): readonly Order[] {
  const own = parent.children
    .filter((node) => node.name === 'order')
    .map((node) => readOrder(node, source, scope, raw));
  const inner = parent.children
    .filter((node) => node.name === 'link-entity')
    .flatMap((node) => readOrders(node, scope.aliasOf(node), scope, raw));
  return [...own, ...inner];
}

function readOrder(node: FetchNode, at: Source, scope: FetchScope, raw: boolean): Order {
  checkShape(node, ORDER);
  const descending = flagAttribute(node, 'descending');
  const { alias } = node.attributes;
  if (alias !== undefined) return { kind: 'output', as: alias, descending };
  const ref = { source: scope.resolve(node.attributes.entityname, at), column: requiredAttribute(node, 'attribute') };
  scope.column(ref);
  return { kind: 'column', ...ref, descending, raw };
}
