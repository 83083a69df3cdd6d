import { type Link, type Query, ROOT } from '@bbl/dataverse/query';
import { rowReader } from '../rowReader';
import { accessSql } from './access';
import { type CompiledQuery, LIMIT, type Route } from './compiled';
import { filterSql, linksSql } from './filters';
import { allOf, type Fragment, fragment, join, wrap } from './fragment';
import { canBeLed, leadingSql, openingOf } from './leading';
import { joinedLinks } from './links';
import { type OrderedSql, ordersSql } from './orders';
import { type Output, outputsOf, selectSql } from './outputs';
import type { SqlScope } from './scope';
import { keySql, type SeekTerm } from './seek';

/** Compiles a query that returns rows of its table, with columns of its links. */
export function compileSelect(query: Query, scope: SqlScope): CompiledQuery {
  const alias = scope.place(ROOT, query.table);
  const table = scope.tableOf(ROOT);
  const { joins, conditions } = linksSql(query.links, ROOT, scope);
  const where = whereSql(query, alias, conditions, scope);
  const orders = ordersSql(query.orders, scope);
  const outputs = outputsOf(query, scope);
  const from = fragment(` FROM ${table.name} AS ${alias}`);
  const body = join([from, ...joins, ...orders.joins], '');
  const read = rowReader(
    outputs.map((output) => output.as),
    outputs.map((output) => output.reader),
  );
  const count = countSql(join([from, ...joins, clause(where)], ''), query.distinct ? outputs : []);
  if (query.distinct) {
    const head = selectSql(outputs, `, MIN(${alias}.rowid)`);
    return { route: routeOf(head, body, where, distinctTail(outputs, orders, alias)), read, count };
  }
  const terms = totalOrder(query, orders, scope);
  const [head, tail] = [selectSql(outputs), orderBy(terms)];
  const leader = canBeLed(query, scope) ? orders.leader : undefined;
  const led = leader && join([leadingSql(leader, alias, table.name), ...joins, ...orders.joins.slice(1)], '');
  const keys = `SELECT ${terms.map(({ sql }) => keySql(sql)).join(', ')}`;
  return {
    route: routeOf(head, body, where, tail),
    ...(leader && led && { shortcut: { route: routeOf(head, led, where, tail), ...openingOf(leader, query, scope) } }),
    ...(isOneRowEach(query.links, scope) && {
      seek: { terms, keys: wrap(keys, body, ` WHERE ${alias}.${table.id.name} = ?`) },
    }),
    read,
    count,
  };
}

const routeOf = (head: Fragment, body: Fragment, where: Fragment | undefined, tail: string): Route => ({
  statement: join([head, body, clause(where), fragment(tail), LIMIT], ''),
  after: (after) => join([head, body, clause(allOf([where, after])), fragment(tail), LIMIT], ''),
});

const clause = (where: Fragment | undefined): Fragment => (where ? wrap(' WHERE ', where, '') : fragment(''));

/** Filter, access and restricting links of the root. */
export const whereSql = (
  query: Query,
  alias: string,
  conditions: readonly Fragment[],
  scope: SqlScope,
): Fragment | undefined =>
  allOf([
    accessSql(alias, scope.tableOf(ROOT), scope.accessTo(query.table), scope.model),
    query.filter && filterSql(query.filter, scope),
    ...conditions,
  ]);

/** The asked order with the ids behind it: total, so that pages neither repeat nor miss a row. */
function totalOrder(query: Query, orders: OrderedSql, scope: SqlScope): readonly SeekTerm[] {
  const ids = [ROOT, ...joinedLinks(query.links).map((link) => link.alias)]
    .map((source) => `${scope.aliasOf(source)}.${scope.tableOf(source).id.name}`)
    .filter((id) => !orders.terms.some((term) => term.sql === id));
  // A row that is linked once has one row of the result; then its id says it all.
  const needed = isOneRowEach(query.links, scope) ? ids.slice(0, 1) : ids;
  return [...orders.terms, ...needed.map((sql) => ({ sql, descending: false }))];
}

const orderBy = (terms: readonly SeekTerm[]): string =>
  ` ORDER BY ${terms.map(({ sql, descending }) => (descending ? `${sql} DESC` : sql)).join(', ')}`;

/** Whether joins never repeat a row: they lead to a row's own id. */
const isOneRowEach = (links: readonly Link[], scope: SqlScope): boolean =>
  joinedLinks(links).every((link) => link.from === scope.tableOf(link.alias).metadata.primaryId);

/** Alike rows become the first of them: with one MIN() SQLite takes bare columns from the row that has it. */
function distinctTail(outputs: readonly Output[], orders: OrderedSql, alias: string): string {
  const keys = outputs.map((output) => output.key);
  const group = keys.length > 0 ? keys : [`${alias}.rowid`];
  return ` GROUP BY ${group.join(', ')}${orderBy([...orders.terms, ...group.map((sql) => ({ sql, descending: false }))])}`;
}

function countSql(from: Fragment, groups: readonly Output[]): Fragment {
  const group = groups.length > 0 ? ` GROUP BY ${groups.map((output) => output.key).join(', ')}` : '';
  return wrap('SELECT COUNT(*) FROM (SELECT 1', from, `${group} LIMIT ?)`);
}
