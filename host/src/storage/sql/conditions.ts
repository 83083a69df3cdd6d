import {
  type Condition,
  dateRange,
  isDateOperator,
  isUserOperator,
  type QueryContext,
  type Scalar,
  type UserOperator,
  userIds,
} from '@bbl/dataverse/query';
import type { PhysicalColumn } from '../schema/model';
import type { Bindable } from '../values/encode';
import { type Fragment, fragment, join, type Parameter, type Run, wrap } from './fragment';
import { type LikePlan, planLike } from './like';
import { operand, ordered } from './operands';
import type { PlacedColumn, SqlScope } from './scope';

/**
 * A condition as SQL. An empty column fails every condition but `null`, `ne`, `not-like` and the negated user operators:
 * FetchXML takes an empty value for unlike any given one. Found in MarkMpn/Sql4Cds, which has to undo it to keep SQL's
 * semantics: issues 167 and 530, and the `not-null` it adds for ne, ne-userid, ne-businessid and not-like alone.
 */
export function conditionSql(condition: Condition, scope: SqlScope): Fragment {
  const column = scope.column(condition);
  const { operator, values } = condition;
  if (isUserOperator(operator)) return userSql(operator, column);
  if (isDateOperator(operator)) return dateSql(condition, column);
  const [first = '', second = ''] = values;
  const expression = column.comparable;
  switch (operator) {
    case 'null':
      return fragment(`${column.alias}.${column.physical.name} IS NULL`);
    case 'not-null':
      return fragment(`${column.alias}.${column.physical.name} IS NOT NULL`);
    case 'eq':
      return equalSql(column, first);
    case 'ne':
      return unequalSql(column, first);
    case 'in':
      return listSql(column, 'IN', values);
    case 'not-in':
      return listSql(column, 'NOT IN', values);
    case 'like':
      return likeSql(column, planLike(String(first)), scope);
    case 'not-like':
      return wrap('(', likeSql(column, planLike(String(first)), scope), ') IS NOT TRUE');
    case 'between':
      return rangeSql(
        ordered(expression, 'ge', column.physical, first),
        'AND',
        ordered(expression, 'le', column.physical, second),
      );
    case 'not-between':
      return rangeSql(
        ordered(expression, 'lt', column.physical, first),
        'OR',
        ordered(expression, 'gt', column.physical, second),
      );
    default:
      return ordered(expression, operator, column.physical, first);
  }
}

function equalSql({ comparable, physical }: PlacedColumn, value: Scalar): Fragment {
  const bound = operand(physical, value);
  return bound === undefined ? fragment('0') : fragment(`${comparable} = ?`, bound);
}

function unequalSql({ comparable, physical }: PlacedColumn, value: Scalar): Fragment {
  const bound = operand(physical, value);
  return bound === undefined ? fragment('1') : fragment(`${comparable} IS NOT ?`, bound);
}

const rangeSql = (low: Fragment, word: 'AND' | 'OR', high: Fragment): Fragment =>
  wrap('(', join([low, high], ` ${word} `), ')');

/** Longer lists are bound as one JSON array, so that the statement is the same for every length. */
const LISTED_MAX = 4;

function listSql({ comparable, physical }: PlacedColumn, word: 'IN' | 'NOT IN', values: readonly Scalar[]): Fragment {
  const bound = values.map((value) => operand(physical, value)).filter((each) => each !== undefined);
  if (bound.length === 0) return fragment(word === 'IN' ? '0' : `${comparable} IS NOT NULL`);
  if (bound.length <= LISTED_MAX)
    return fragment(`${comparable} ${word} (${bound.map(() => '?').join(', ')})`, ...bound);
  return fragment(`${comparable} ${word} (SELECT value FROM json_each(?))`, jsonArray(bound));
}

/** JSON.stringify knows no bigint; SQLite reads integers of 64 bits. */
const jsonArray = (values: readonly Bindable[]): string =>
  `[${values.map((value) => (typeof value === 'bigint' ? value.toString() : JSON.stringify(value))).join()}]`;

/** On a lookup the name of the row it points to is compared. */
function likeSql(column: PlacedColumn, plan: LikePlan, scope: SqlScope): Fragment {
  const { type, targets = [] } = column.physical.metadata;
  if (type !== 'lookup' && type !== 'owner') return fittingSql(column.comparable, plan);
  const branches = targets.flatMap((target) => {
    const table = scope.model.get(target);
    const name = table?.columns.get(table.metadata.primaryName);
    if (!table || !name) return [];
    // Not EXISTS: the names are looked through once, not for every row.
    const head = `${column.comparable} IN (SELECT ${table.id.name} FROM ${table.name} WHERE `;
    return [wrap(head, fittingSql(`${name.folded ?? name.name}`, plan), ')')];
  });
  return branches.length > 0 ? wrap('(', join(branches, ' OR '), ')') : fragment('0');
}

function fittingSql(expression: string, plan: LikePlan): Fragment {
  switch (plan.kind) {
    case 'any':
      return fragment(`${expression} IS NOT NULL`);
    case 'none':
      return fragment('0');
    case 'equals':
      return fragment(`${expression} = ?`, plan.text);
    case 'contains':
      return fragment(`instr(${expression}, ?) > 0`, plan.text);
    case 'glob':
      return fragment(`${expression} GLOB ?`, plan.text);
  }
}

/** Neither does an operator open or close a range depending on the day, so its shape can be asked for at any time. */
const ANY_TIME = '2000-01-01T00:00:00Z';

function dateSql({ operator, values }: Condition, { comparable, physical }: PlacedColumn): Fragment {
  if (!isDateOperator(operator)) throw new Error(`No date operator: ${operator}`);
  const rangeAt = (now: string) => dateRange(operator, values, now, isDateOnly(physical));
  const shape = rangeAt(ANY_TIME);
  const bound =
    (side: 'from' | 'before'): Parameter =>
    (run) =>
      operand(physical, rangeAt(run.now)[side] ?? '') ?? null;
  const within: Fragment[] = [];
  if (shape.from !== undefined) within.push(fragment(`${comparable} >= ?`, bound('from')));
  if (shape.before !== undefined) within.push(fragment(`${comparable} < ?`, bound('before')));
  const all = wrap('(', join(within, ' AND '), ')');
  return shape.outside ? wrap('NOT ', all, '') : all;
}

const isDateOnly = ({ metadata }: PhysicalColumn): boolean => metadata.type === 'dateonly';

function userSql(operator: UserOperator, { comparable }: PlacedColumn): Fragment {
  const { ids, isNegated } = userIds(operator, NOBODY);
  const single = ids.length === 1 && !operator.includes('teams');
  if (single)
    return fragment(`${comparable} ${isNegated ? 'IS NOT' : '='} ?`, (run) => idsAt(operator, run)[0] ?? null);
  return fragment(`${comparable} IN (SELECT value FROM json_each(?))`, (run) => JSON.stringify(idsAt(operator, run)));
}

const NOBODY: QueryContext = { now: ANY_TIME, userId: '', businessUnitId: '', teamIds: [] };

function idsAt(operator: UserOperator, { caller, now }: Run): readonly string[] {
  if (!caller) throw new Error(`A query with ${operator} was run without its caller`);
  return userIds(operator, { ...caller, now }).ids;
}
