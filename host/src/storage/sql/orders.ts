import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import { type ColumnRef, type Order, ROOT } from '@bbl/dataverse/query';
import { comparable, type PhysicalTable } from '../schema/model';
import { fold } from '../values/fold';
import { type Fragment, fragment } from './fragment';
import type { PlacedColumn, SqlScope } from './scope';
import type { SeekTerm } from './seek';

export interface OrderedSql {
  /** Joins to the rows whose names a lookup is sorted by. */
  readonly joins: readonly Fragment[];
  readonly terms: readonly SeekTerm[];
  /** The lookup that the order begins with, if its table can lead the statement: see leading.ts. */
  readonly leader: Leader | undefined;
}

/** A table that is read in the order of its names, and the lookup that leads from the sorted rows to it. */
export interface Leader {
  readonly alias: string;
  readonly table: PhysicalTable;
  readonly lookup: PlacedColumn;
}

/** Translates the orders by column of a query. Ties are the caller's to break. */
export function ordersSql(orders: readonly Order[], scope: SqlScope): OrderedSql {
  const joins: Fragment[] = [];
  const terms: SeekTerm[] = [];
  let leader: Leader | undefined;
  for (const [at, order] of orders.entries()) {
    if (order.kind !== 'column') throw new Error(`An order by ${order.as} belongs to an aggregate`);
    const term = termOf(order, order.raw, scope);
    joins.push(...term.joins);
    const { sql, emptyProbe } = term;
    terms.push({ sql, descending: order.descending, ...(emptyProbe !== undefined && { emptyProbe }) });
    if (at === 0 && order.source === ROOT) leader = term.leader;
  }
  return { joins, terms, leader };
}

interface Term {
  readonly sql: string;
  readonly joins: readonly Fragment[];
  readonly leader?: Leader;
  readonly emptyProbe?: string;
}

function termOf(ref: ColumnRef, raw: boolean, scope: SqlScope): Term {
  const column = scope.column(ref);
  const { type } = column.physical.metadata;
  if (type === 'lookup' || type === 'owner') return nameTerm(column, scope);
  const isChoice = type === 'choice' || type === 'state' || type === 'status';
  if (isChoice && !raw) return { sql: labelRank(column), joins: [] };
  if (ref.source !== ROOT) return { sql: column.comparable, joins: [] };
  const { name } = scope.tableOf(ROOT);
  const emptyProbe = `SELECT 1 FROM ${name} WHERE ${comparable(name, column.physical)} IS NULL LIMIT 1`;
  return { sql: column.comparable, joins: [], emptyProbe };
}

/**
 * Lookups sort by the primary name of the row they point to.
 * https://learn.microsoft.com/power-apps/developer/data-platform/fetchxml/order-rows
 */
function nameTerm(column: PlacedColumn, scope: SqlScope): Term {
  const { metadata, target } = column.physical;
  const found = (metadata.targets ?? []).flatMap((name) => {
    const table = scope.model.get(name);
    const primaryName = table?.columns.get(table.metadata.primaryName);
    if (!table || !primaryName) return [];
    const alias = scope.freshAlias();
    const join = fragment(` LEFT JOIN ${table.name} AS ${alias} ON ${alias}.${table.id.name} = ${column.comparable}`);
    return [{ table, alias, join, sql: `${alias}.${primaryName.folded ?? primaryName.name}` }];
  });
  const [first] = found;
  if (!first) return { sql: column.comparable, joins: [] };
  const sql = found.length === 1 ? first.sql : `COALESCE(${found.map((each) => each.sql).join(', ')})`;
  const joins = found.map((each) => each.join);
  return target === undefined && found.length === 1
    ? { sql, joins, leader: { alias: first.alias, table: first.table, lookup: column } }
    : { sql, joins };
}

/** Choices sort by their label (same page); the labels' ranks stand in the statement, for they are the solution's. */
function labelRank(column: PlacedColumn): string {
  const ranks = ranksOf(column.physical.metadata);
  if (ranks.length === 0) return column.comparable;
  return `CASE ${column.comparable} ${ranks.map(([value, rank]) => `WHEN ${value} THEN ${rank}`).join(' ')} END`;
}

function ranksOf({ options = [] }: ColumnMetadata): readonly (readonly [number, number])[] {
  const sorted = [...options].sort((a, b) => compare(fold(a.label), fold(b.label)) || a.value - b.value);
  return sorted.map(({ value }, rank) => [value, rank]);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
