import type { Value } from '@bbl/dataverse/ports';
import { type Aggregate, type AggregateFunction, type Query, ROOT } from '@bbl/dataverse/query';
import { divide, formatDecimal } from '../../decimal';
import { rowReader } from '../rowReader';
import { type PhysicalColumn } from '../schema/model';
import { type ColumnReader, columnReader, type Decoder, type NameOf, scaledReader } from '../values/decode';
import { type CompiledQuery, LIMIT } from './compiled';
import { fragment, join, wrap } from './fragment';
import { linksSql } from './filters';
import type { PlacedColumn, SqlScope } from './scope';
import { whereSql } from './select';

interface Output {
  readonly as: string;
  readonly reader: ColumnReader;
  readonly sort: string;
}

/** Compiles a query with groups and measures. The rows it read are counted along: the platform limits them. */
export function compileAggregate(query: Query, aggregate: Aggregate, scope: SqlScope): CompiledQuery {
  const alias = scope.place(ROOT, query.table);
  const { joins, conditions } = linksSql(query.links, ROOT, scope);
  const where = whereSql(query, alias, conditions, scope);
  const groups = aggregate.groups.map((group) => ({ as: group.as, ...groupOutput(scope.column(group), scope.nameOf) }));
  const measures = aggregate.measures.map((measure) => ({
    as: measure.as,
    ...measureOutput(measure.function, measure.distinct, scope.column(measure)),
  }));
  const outputs: readonly Output[] = [...groups, ...measures];
  const from = join(
    [
      fragment(` FROM ${scope.tableOf(ROOT).name} AS ${alias}`),
      ...joins,
      ...(where ? [wrap(' WHERE ', where, '')] : []),
    ],
    '',
  );
  const group = groups.length > 0 ? ` GROUP BY ${groups.map((each) => each.sort).join(', ')}` : '';
  const expressions = outputs.flatMap((output) => output.reader.expressions);
  // Over all groups, also those of other pages.
  const rowsRead = 'SUM(COUNT(*)) OVER ()';
  const statement = join(
    [
      fragment(`SELECT ${[...expressions, rowsRead].join(', ')}`),
      from,
      fragment(group + orderSql(query, outputs, groups)),
      LIMIT,
    ],
    '',
  );
  return {
    route: { statement, after: () => statement },
    read: rowReader(
      outputs.map((output) => output.as),
      outputs.map((output) => output.reader),
    ),
    rowsReadAt: expressions.length,
    count: wrap('SELECT COUNT(*) FROM (SELECT 1', from, `${group} LIMIT ?)`),
  };
}

/** Asked orders, then the groups, so that pages are stable. */
function orderSql(query: Query, outputs: readonly Output[], groups: readonly Output[]): string {
  const terms = query.orders.map((order) => {
    const output = order.kind === 'output' ? outputs.find((each) => each.as === order.as) : undefined;
    if (!output) throw new Error('An aggregate is ordered by its groups and measures alone');
    return order.descending ? `${output.sort} DESC` : output.sort;
  });
  const all = [...new Set([...terms, ...groups.map((each) => each.sort)])];
  return all.length > 0 ? ` ORDER BY ${all.join(', ')}` : '';
}

/** Texts that differ in case or accents alone are one group; it is named by the least of them. */
function groupOutput({ alias, physical, comparable }: PlacedColumn, nameOf: NameOf | undefined): Omit<Output, 'as'> {
  const { type } = physical.metadata;
  const reader = columnReader(alias, physical, nameOf);
  if (type !== 'string' && type !== 'memo') return { reader, sort: comparable };
  return { reader: { ...reader, expressions: [`MIN(${alias}.${physical.name})`] }, sort: comparable };
}

function measureOutput(name: AggregateFunction, isDistinct: boolean, column: PlacedColumn): Omit<Output, 'as'> {
  const { alias, physical, comparable } = column;
  const value = `${alias}.${physical.name}`;
  switch (name) {
    case 'count':
      return counted('COUNT(*)');
    case 'countcolumn':
      return counted(isDistinct ? `COUNT(DISTINCT ${comparable})` : `COUNT(${value})`);
    case 'sum':
      // Nothing to add up is nought: aggregate-data page, the group whose only value is empty.
      return { reader: numberReader(`COALESCE(SUM(${value}), 0)`, physical), sort: `COALESCE(SUM(${value}), 0)` };
    case 'avg':
      return { reader: averageReader(value, physical), sort: `AVG(${value})` };
    case 'min':
    case 'max': {
      const sql = `${name.toUpperCase()}(${value})`;
      return { reader: extremeReader(sql, column), sort: sql };
    }
  }
}

const asNumber: Decoder = (stored) => (stored === null ? null : safe(Number(stored)));
const counted = (sql: string): Omit<Output, 'as'> => ({ reader: { expressions: [sql], decode: asNumber }, sort: sql });

function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new Error('An aggregate of whole numbers is too large to be exact');
  return value;
}

const isScaled = ({ metadata: { type } }: PhysicalColumn): boolean => type === 'money' || type === 'decimal';

const numberReader = (sql: string, physical: PhysicalColumn): ColumnReader =>
  isScaled(physical) ? scaledReader(`CAST(${sql} AS TEXT)`, physical) : { expressions: [sql], decode: asNumber };

function extremeReader(sql: string, { alias, physical }: PlacedColumn): ColumnReader {
  return isScaled(physical) ? numberReader(sql, physical) : { ...columnReader(alias, physical), expressions: [sql] };
}

/** Digits after the point of an average: money keeps its four, decimals have six or more, whole numbers none (T-SQL AVG). */
const averageScale = ({ metadata: { type }, scale }: PhysicalColumn): number =>
  type === 'money' ? scale : type === 'decimal' ? Math.max(scale, 6) : 0;

function averageReader(value: string, physical: PhysicalColumn): ColumnReader {
  const scale = averageScale(physical);
  const t = physical.metadata.type === 'money' ? 'money' : 'decimal';
  const decode = (sum: string | number | null, count: string | number | null): Value => {
    if (sum === null) return null;
    const [total, rows] = [BigInt(sum), BigInt(count ?? 1)];
    // Whole numbers are divided as T-SQL divides them: the fraction is cut off.
    if (!isScaled(physical)) return safe(Number(total / rows));
    return { t, v: formatDecimal(divide({ units: total, scale: physical.scale }, { units: rows, scale: 0 }, scale)) };
  };
  return { expressions: [`CAST(SUM(${value}) AS TEXT)`, `COUNT(${value})`], decode };
}
