import type { MetadataIndex } from '../../metadataIndex';
import {
  type Aggregate,
  AGGREGATE_ROWS_MAX,
  type AggregateFunction,
  ROOT,
  type SelectedColumn,
  type Source,
} from '../ast';
import { columnOf } from '../catalogue';
import { invalidQuery, unsupportedQuery } from '../fault';
import {
  checkShape,
  countAttribute,
  type FetchNode,
  flagAttribute,
  type NodeShape,
  requiredAttribute,
} from './document';
import type { FetchScope } from './scope';

const ATTRIBUTE: NodeShape = { attributes: ['name', 'alias'], ignored: ['addedby'], children: [] };
const AGGREGATED: NodeShape = {
  attributes: ['name', 'alias', 'aggregate', 'groupby', 'distinct', 'dategrouping'],
  ignored: ['addedby', 'usertimezone'],
  children: [],
};
const ALL: NodeShape = { attributes: [], ignored: [], children: [] };

const attributeNodes = (parent: FetchNode): readonly FetchNode[] =>
  parent.children.filter((node) => node.name === 'attribute');

/** Every column of a table that can be read, in the order of its definition. */
export const readableColumns = (metadata: MetadataIndex, table: string): readonly string[] =>
  [...metadata.columns(table).values()].filter((column) => column.validForRead).map((column) => column.name);

/** Columns an entity or link returns. None named means none but the primary id. */
export function readColumns(parent: FetchNode, source: Source, scope: FetchScope): readonly SelectedColumn[] {
  if (scope.isAggregate) return [];
  const table = scope.tableName(source);
  const key = (column: string): string => (source === ROOT ? column : `${source}.${column}`);
  const all = parent.children.find((node) => node.name === 'all-attributes');
  if (all) {
    checkShape(all, ALL);
    return readableColumns(scope.metadata, table).map((column) => ({ column, as: key(column) }));
  }
  return attributeNodes(parent).map((node) => {
    checkShape(node, ATTRIBUTE);
    const column = columnOf(scope.metadata, table, requiredAttribute(node, 'name')).name;
    return { column, as: node.attributes.alias ?? key(column) };
  });
}

/** Groups and measures of the entity and its links. @throws QueryFault unsupported on dategrouping */
export function readAggregate(fetch: FetchNode, entity: FetchNode, scope: FetchScope): Aggregate {
  const groups: Aggregate['groups'][number][] = [];
  const measures: Aggregate['measures'][number][] = [];
  const collect = (parent: FetchNode, source: Source): void => {
    for (const node of attributeNodes(parent)) {
      checkShape(node, AGGREGATED);
      if (node.attributes.aggregate === undefined) groups.push(readGroup(node, source, scope));
      else measures.push(readMeasure(node, source, scope));
    }
    for (const link of parent.children) if (link.name === 'link-entity') collect(link, scope.aliasOf(link));
  };
  collect(entity, ROOT);
  if (groups.length + measures.length === 0) throw invalidQuery('An aggregate query needs at least one attribute.');
  const rowsMax = Math.min(countAttribute(fetch, 'aggregatelimit') ?? AGGREGATE_ROWS_MAX, AGGREGATE_ROWS_MAX);
  return { groups, measures, rowsMax };
}

function readGroup(node: FetchNode, source: Source, scope: FetchScope): Aggregate['groups'][number] {
  if (!flagAttribute(node, 'groupby'))
    throw invalidQuery('An attribute of an aggregate query must be aggregated or grouped by.');
  const ref = { source, column: requiredAttribute(node, 'name') };
  const column = scope.column(ref);
  if (node.attributes.dategrouping !== undefined) throw unsupportedQuery('dategrouping');
  if (column.type === 'datetime') throw unsupportedQuery('grouping by a point in time');
  return { ...ref, as: requiredAttribute(node, 'alias') };
}

const FUNCTIONS: readonly AggregateFunction[] = ['count', 'countcolumn', 'sum', 'avg', 'min', 'max'];

function readMeasure(node: FetchNode, source: Source, scope: FetchScope): Aggregate['measures'][number] {
  const name = requiredAttribute(node, 'aggregate');
  const found = FUNCTIONS.find((each) => each === name);
  if (!found) throw unsupportedQuery(`aggregate '${name}'`);
  const ref = { source, column: requiredAttribute(node, 'name') };
  requireSummable(found, scope.column(ref).type, ref.column);
  const distinct = flagAttribute(node, 'distinct');
  if (distinct && found !== 'countcolumn') throw invalidQuery('Only countcolumn can be distinct.');
  return { ...ref, function: found, distinct, as: requiredAttribute(node, 'alias') };
}

const NUMERIC: readonly string[] = ['integer', 'bigint', 'decimal', 'money'];
const COMPARABLE: readonly string[] = [...NUMERIC, 'dateonly', 'datetime'];

/** @throws QueryFault 0x80040203 when the column's type has no sum, average, least or greatest value */
export function requireSummable(name: AggregateFunction, type: string, column: string): void {
  const allowed =
    name === 'sum' || name === 'avg' ? NUMERIC : name === 'min' || name === 'max' ? COMPARABLE : undefined;
  if (allowed && !allowed.includes(type))
    throw invalidQuery(`Aggregate ${name} is not valid for column ${column} of type ${type}.`);
}
