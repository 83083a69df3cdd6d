import { type Link, type Query, ROOT, type SelectedColumn } from '@bbl/dataverse/query';
import type { Row } from '@bbl/dataverse/ports';
import { rowReader } from '../rowReader';
import { type ColumnReader, columnReader, type Stored } from '../values/decode';
import { accessSql } from './access';
import { filterSql, linksSql } from './filters';
import { allOf, type Fragment, fragment, join, type Parameter, wrap } from './fragment';
import { joinedLinks } from './links';
import { type Leader, type OrderedSql, ordersSql } from './orders';
import { isSelective } from './selectivity';
import type { SqlScope } from './scope';

/** A query's statement: its text, parameters and how its rows are read. */
export interface CompiledQuery {
  readonly sql: string;
  readonly params: readonly Parameter[];
  readonly read: (stored: readonly Stored[]) => Row;
  /** Aggregates: where the number of rows they read stands among the stored values. */
  readonly rowsReadAt?: number;
  /** The same rows in the same order by a quicker way, open while `unless` finds nothing. */
  readonly shortcut?: { readonly sql: string; readonly unless: string };
  /** Counts the rows of all pages, up to the `?` of its end. */
  readonly count: Fragment;
}

const LIMIT = fragment(
  ' LIMIT ? OFFSET ?',
  (run) => run.limit,
  (run) => run.offset,
);

/** Compiles a query that returns rows of its table, with columns of its links. */
export function compileSelect(query: Query, scope: SqlScope): CompiledQuery {
  const alias = scope.place(ROOT, query.table);
  const table = scope.tableOf(ROOT);
  const { joins, conditions } = linksSql(query.links, ROOT, scope);
  const where = whereSql(query, alias, conditions, scope);
  const orders = ordersSql(query.orders, scope);
  const outputs = outputsOf(query, scope);
  const ids = [ROOT, ...joinedLinks(query.links).map((link) => link.alias)].map(
    (source) => `${scope.aliasOf(source)}.${scope.tableOf(source).id.name}`,
  );
  const from = fragment(` FROM ${table.name} AS ${alias}`);
  const tail = query.distinct ? distinctTail(outputs, orders, alias) : tailOf(orders.terms, ids);
  const head = headOf(outputs, query.distinct ? `, MIN(${alias}.rowid)` : '');
  const statement = join([head, from, ...joins, ...orders.joins, where, tail, LIMIT], '');
  const leader = query.distinct || !canBeLed(query, scope) ? undefined : orders.leader;
  return {
    ...statement,
    read: rowReader(
      outputs.map((output) => output.as),
      outputs.map((output) => output.reader),
    ),
    ...(leader && {
      shortcut: {
        sql: join(
          [head, leadingSql(leader, alias, table.name), ...joins, ...orders.joins.slice(1), where, tail, LIMIT],
          '',
        ).sql,
        unless: `SELECT 1 FROM ${table.name} WHERE ${leader.lookup.physical.name} IS NULL LIMIT 1`,
      },
    }),
    count: countSql(join([from, ...joins, where], ''), query.distinct ? outputs : []),
  };
}

/** Filter, access and restricting links of the root, or nothing. */
export function whereSql(query: Query, alias: string, conditions: readonly Fragment[], scope: SqlScope): Fragment {
  const where = allOf([
    accessSql(alias, scope.tableOf(ROOT), scope.accessTo(query.table), scope.model),
    query.filter && filterSql(query.filter, scope),
    ...conditions,
  ]);
  return where ? wrap(' WHERE ', where, '') : fragment('');
}

interface Output {
  readonly as: string;
  readonly reader: ColumnReader;
  /** What makes two values alike. */
  readonly key: string;
}

/** Asked columns; unless alike rows are to become one, the primary id and the version too. */
function outputsOf(query: Query, scope: SqlScope): readonly Output[] {
  const table = scope.tableOf(ROOT).metadata;
  const system: readonly SelectedColumn[] = query.distinct
    ? []
    : [table.primaryId, 'versionnumber'].map((column) => ({ column, as: column }));
  const columns = [...system, ...query.columns];
  const outputs = [
    ...columns.map((column) => outputOf(ROOT, column, scope)),
    ...joinedLinks(query.links).flatMap((link: Link) =>
      link.columns.map((column) => outputOf(link.alias, column, scope)),
    ),
  ];
  // The last of two columns under one key wins, as it does when a row is built.
  return [...new Map(outputs.map((output) => [output.as, output])).values()];
}

function outputOf(source: string, { column, as }: SelectedColumn, scope: SqlScope): Output {
  const { alias, physical, comparable } = scope.column({ source, column });
  return { as, reader: columnReader(alias, physical), key: comparable };
}

const headOf = (outputs: readonly Output[], more: string): Fragment =>
  fragment(`SELECT ${outputs.flatMap((output) => output.reader.expressions).join(', ')}${more}`);

/** Ids last, so that an order is total and pages neither repeat nor miss a row. */
function tailOf(terms: readonly string[], ids: readonly string[]): Fragment {
  const missing = ids.filter((id) => !terms.some((term) => term === id || term === `${id} DESC`));
  return fragment(` ORDER BY ${[...terms, ...missing].join(', ')}`);
}

/** Alike rows become the first of them: with one MIN() SQLite takes bare columns from the row that has it. */
function distinctTail(outputs: readonly Output[], orders: OrderedSql, alias: string): Fragment {
  const keys = outputs.map((output) => output.key);
  const group = keys.length > 0 ? keys : [`${alias}.rowid`];
  return fragment(` GROUP BY ${group.join(', ')} ORDER BY ${[...orders.terms, ...group].join(', ')}`);
}

/**
 * The table whose names sort the rows comes first and is read along the index of its names; the rows then follow from
 * the index of their lookup, and a page ends the work, where sorting would have to see every row. An inner join, hence
 * only while no lookup is empty; and only where no condition narrows the rows down by itself.
 */
const leadingSql = ({ alias, table, lookup }: Leader, root: string, rootTable: string): Fragment =>
  fragment(
    ` FROM ${table.name} AS ${alias} CROSS JOIN ${rootTable} AS ${root} ON ${lookup.comparable} = ${alias}.${table.id.name}`,
  );

const canBeLed = (query: Query, scope: SqlScope): boolean =>
  query.links.every((link) => link.type === 'outer') && !isSelective(query.filter, scope);

function countSql(from: Fragment, groups: readonly Output[]): Fragment {
  const group = groups.length > 0 ? ` GROUP BY ${groups.map((output) => output.key).join(', ')}` : '';
  return wrap('SELECT COUNT(*) FROM (SELECT 1', from, `${group} LIMIT ?)`);
}
