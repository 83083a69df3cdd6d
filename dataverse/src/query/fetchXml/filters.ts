import type { ColumnComparison, ColumnRef, Filter, Link, Source } from '../ast';
import { columnOf } from '../catalogue';
import { compareColumns, makeCondition } from '../conditions';
import { invalidQuery, unsupportedQuery } from '../fault';
import { readColumns } from './columns';
import { checkShape, type FetchNode, type NodeShape, requiredAttribute } from './document';
import type { FetchScope } from './scope';

const FILTER: NodeShape = {
  attributes: ['type'],
  ignored: ['isquickfindfields', 'overridequickfindrecordlimitenabled', 'overridequickfindrecordlimitdisabled', 'hint'],
  children: ['condition', 'filter', 'link-entity'],
};
const CONDITION: NodeShape = {
  attributes: ['attribute', 'operator', 'value', 'valueof', 'entityname'],
  ignored: ['uiname', 'uitype', 'uihidden'],
  children: ['value'],
};
const LINK: NodeShape = {
  attributes: ['name', 'from', 'to', 'alias', 'link-type'],
  ignored: ['intersect', 'visible'],
  children: ['attribute', 'all-attributes', 'filter', 'link-entity', 'order'],
};
/** What makes sense only in links whose rows are part of the result. */
const RESULT_NODES: readonly string[] = ['attribute', 'all-attributes', 'order'];
const VALUE: NodeShape = { attributes: [], ignored: ['uiname', 'uitype'], children: [] };

/** All `<filter>` children of an entity or link together; undefined when there is none with a condition. */
export function readFilters(parent: FetchNode, source: Source, scope: FetchScope): Filter | undefined {
  const filters = parent.children
    .filter((node) => node.name === 'filter')
    .map((node) => readFilter(node, source, scope))
    .filter((filter) => filter !== undefined);
  return filters.length > 1 ? { kind: 'and', filters } : filters[0];
}

function readFilter(node: FetchNode, source: Source, scope: FetchScope): Filter | undefined {
  checkShape(node, FILTER);
  const kind = node.attributes.type ?? 'and';
  if (kind !== 'and' && kind !== 'or') throw invalidQuery(`A filter's type must be 'and' or 'or', not '${kind}'.`);
  const filters = node.children
    .map((child) => readFilterChild(child, source, scope))
    .filter((filter) => filter !== undefined);
  // An empty filter restricts nothing, whatever its type.
  return filters.length > 1 ? { kind, filters } : filters[0];
}

function readFilterChild(node: FetchNode, source: Source, scope: FetchScope): Filter | undefined {
  if (node.name === 'filter') return readFilter(node, source, scope);
  return node.name === 'condition' ? readCondition(node, source, scope) : readRelated(node, source, scope);
}

function readCondition(node: FetchNode, at: Source, scope: FetchScope): Filter {
  checkShape(node, CONDITION);
  const source = scope.resolve(node.attributes.entityname, at);
  const ref = { source, column: requiredAttribute(node, 'attribute') };
  const column = scope.column(ref);
  const operator = requiredAttribute(node, 'operator');
  if (node.attributes.valueof !== undefined) return readComparison(ref, operator, node.attributes.valueof, at, scope);
  return makeCondition(ref, column, operator, readValues(node));
}

function readValues(node: FetchNode): readonly string[] {
  node.children.forEach((child) => checkShape(child, VALUE));
  if (node.children.length > 0) return node.children.map((child) => child.text);
  const { value } = node.attributes;
  return value === undefined ? [] : [value];
}

const COMPARISONS: readonly string[] = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'];
const isComparison = (operator: string): operator is ColumnComparison['operator'] => COMPARISONS.includes(operator);

function readComparison(
  left: ColumnRef,
  operator: string,
  valueOf: string,
  at: Source,
  scope: FetchScope,
): ColumnComparison {
  if (!isComparison(operator)) throw unsupportedQuery(`operator '${operator}' with valueof`);
  const dot = valueOf.indexOf('.');
  const source = dot < 0 ? at : scope.resolve(valueOf.slice(0, dot), at);
  return compareColumns(left, operator, { source, column: valueOf.slice(dot + 1) }, scope);
}

/**
 * A `<link-entity>` inside a filter. `all` holds where linked rows exist and none meets the link's filters, `not all`
 * is another word for `any`: so documented, whatever the names suggest (link-entity element, filter link types).
 */
function readRelated(node: FetchNode, source: Source, scope: FetchScope): Filter {
  const link = readLink(node, source, scope, true);
  const any: Filter = { kind: 'related', quantifier: 'any', source, link };
  const none: Filter = { kind: 'related', quantifier: 'none', source, link };
  switch (node.attributes['link-type']) {
    case 'any':
    case 'not all':
      return any;
    case 'not any':
      return none;
    case 'all': {
      const { table, alias, from, to, type, columns } = link;
      return { kind: 'and', filters: [{ ...any, link: { table, alias, from, to, type, columns, links: [] } }, none] };
    }
    default:
      throw unsupportedQuery(`link-type '${node.attributes['link-type'] ?? ''}' inside a filter`);
  }
}

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
  if (!scope.isJoined(alias) && node.children.some((child) => RESULT_NODES.includes(child.name)))
    throw invalidQuery(`The link-entity '${alias}' only restricts rows: it can neither return nor order columns.`);
  const columns = readColumns(node, alias, scope);
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
