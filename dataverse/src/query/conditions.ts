import type { ColumnMetadata, ColumnType } from '../metadata';
import {
  type ColumnComparison,
  type ColumnRef,
  type Condition,
  CONDITIONS_MAX,
  type DateOperator,
  type Filter,
  type Link,
  type Operator,
  type Scalar,
  type UserOperator,
} from './ast';
import { isDate, isReference, isText } from './catalogue';
import { invalidQuery, QueryFaultCode, unsupportedQuery } from './fault';
import { readCount, readDay, readScalar } from './scalars';

type Arity = 'none' | 'one' | 'two' | 'many';
type Reader = (operator: string, column: ColumnMetadata, text: string) => Scalar;
type Applies = (column: ColumnMetadata) => boolean;

interface OperatorRule {
  readonly arity: Arity;
  readonly appliesTo: Applies;
  readonly read: Reader;
}

/** T-SQL's LIKE takes patterns of 8,000 bytes. */
const PATTERN_LENGTH_MAX = 4000;

const asColumn: Reader = (_operator, column, text) => readScalar(column, text);
const asPattern: Reader = (operator, column, text) => {
  if (text.length <= PATTERN_LENGTH_MAX) return text;
  throw invalidQuery(`The value of operator ${operator} on ${column.name} is longer than ${PATTERN_LENGTH_MAX}.`);
};
const asDay: Reader = (_operator, column, text) => readDay(column, text);
const asCount: Reader = (operator, _column, text) => readCount(operator, text);

const UNORDERED: readonly ColumnType[] = ['boolean', 'uniqueidentifier', 'lookup', 'owner', 'memo'];
const any: Applies = () => true;
const isOrdered: Applies = (column) => !UNORDERED.includes(column.type);
const isId: Applies = (column) => column.type === 'uniqueidentifier' || isReference(column);
/** On a lookup `like` looks at the name of the row it points to. */
const isLikeable: Applies = (column) => isText(column) || isReference(column);

const RULES = new Map<Operator, OperatorRule>();
const add = (arity: Arity, appliesTo: Applies, read: Reader, ...operators: readonly Operator[]): void =>
  operators.forEach((operator) => RULES.set(operator, { arity, appliesTo, read }));

add('none', any, asColumn, 'null', 'not-null');
add('one', any, asColumn, 'eq', 'ne');
add('one', isOrdered, asColumn, 'gt', 'ge', 'lt', 'le');
add('one', isLikeable, asPattern, 'like', 'not-like');
add('many', any, asColumn, 'in', 'not-in');
add('two', isOrdered, asColumn, 'between', 'not-between');
add('one', isDate, asDay, 'on', 'not-on', 'on-or-before', 'on-or-after');

const USER_OPERATORS: readonly UserOperator[] = [
  'eq-userid',
  'ne-userid',
  'eq-userteams',
  'eq-useroruserteams',
  'eq-businessid',
  'ne-businessid',
];
add('none', isId, asColumn, ...USER_OPERATORS);

const CALENDAR: readonly DateOperator[] = [
  'yesterday',
  'today',
  'tomorrow',
  'last-seven-days',
  'next-seven-days',
  'last-week',
  'this-week',
  'next-week',
  'last-month',
  'this-month',
  'next-month',
  'last-year',
  'this-year',
  'next-year',
];
add('none', isDate, asColumn, ...CALENDAR);

const COUNTED: readonly DateOperator[] = [
  'last-x-hours',
  'last-x-days',
  'last-x-weeks',
  'last-x-months',
  'last-x-years',
  'next-x-hours',
  'next-x-days',
  'next-x-weeks',
  'next-x-months',
  'next-x-years',
  'olderthan-x-minutes',
  'olderthan-x-hours',
  'olderthan-x-days',
  'olderthan-x-weeks',
  'olderthan-x-months',
  'olderthan-x-years',
];
add('one', isDate, asCount, ...COUNTED);

/** Operators that are a `like` with a wildcard put to the value; wildcards inside it keep their meaning, as documented. */
const LIKES: { readonly [operator: string]: readonly [Operator, (text: string) => string] } = {
  'begins-with': ['like', (text) => `${text}%`],
  'not-begin-with': ['not-like', (text) => `${text}%`],
  'ends-with': ['like', (text) => `%${text}`],
  'not-end-with': ['not-like', (text) => `%${text}`],
  contains: ['like', (text) => `%${text}%`],
};

/**
 * A checked condition. `operator` is FetchXML's spelling, `texts` are the values as written.
 * @throws QueryFault 0x80040203 on a wrong value, number of values or kind of column; unsupported on other operators
 */
export function makeCondition(
  ref: ColumnRef,
  column: ColumnMetadata,
  operator: string,
  texts: readonly string[],
): Condition {
  const like = LIKES[operator];
  if (like) return makeCondition(ref, column, like[0], texts.map(like[1]));
  const name = (operator === 'neq' ? 'ne' : operator) as Operator;
  const rule = RULES.get(name);
  if (!rule) throw unsupportedQuery(`operator '${operator}'`);
  if (!rule.appliesTo(column))
    throw invalidQuery(`Operator ${operator} is not valid for column ${ref.column} of type ${column.type}.`);
  requireValues(rule.arity, operator, ref.column, texts.length);
  const values = rule.arity === 'none' ? [] : texts.map((text) => rule.read(operator, column, text));
  return { kind: 'condition', source: ref.source, column: ref.column, operator: name, values };
}

function requireValues(arity: Arity, operator: string, column: string, count: number): void {
  const isRight = arity === 'many' ? count >= 1 : count === { none: 0, one: 1, two: 2 }[arity];
  if (isRight || (arity === 'none' && count === 1)) return; // An empty value attribute beside `null` is common and harmless.
  const wanted = arity === 'many' ? 'at least 1' : arity;
  throw invalidQuery(`Operator ${operator} on ${column} requires ${wanted} value/s, not ${count}.`);
}

/** @throws QueryFault when the query holds more conditions than the platform allows */
export function checkConditionCount(filter: Filter | undefined, links: readonly Link[] = []): void {
  if (countConditions(filter) + countInLinks(links) > CONDITIONS_MAX)
    throw invalidQuery('Number of conditions in query exceeded maximum limit.', QueryFaultCode.TooManyConditions);
}

function countConditions(filter: Filter | undefined): number {
  switch (filter?.kind) {
    case undefined:
      return 0;
    case 'and':
    case 'or':
      return filter.filters.reduce((sum, each) => sum + countConditions(each), 0);
    case 'not':
      return countConditions(filter.filter);
    case 'related':
      return countInLinks([filter.link]);
    default:
      return 1;
  }
}

const countInLinks = (links: readonly Link[]): number =>
  links.reduce((sum, link) => sum + countConditions(link.filter) + countInLinks(link.links), 0);

/** @throws QueryFault 0x80040203 when the columns are of unlike kinds */
export function compareColumns(
  left: ColumnRef,
  operator: ColumnComparison['operator'],
  right: ColumnRef,
  columns: { column(ref: ColumnRef): ColumnMetadata },
): ColumnComparison {
  const [leftColumn, rightColumn] = [columns.column(left), columns.column(right)];
  const areBothReferences = isReference(leftColumn) && isReference(rightColumn);
  if (leftColumn.type !== rightColumn.type && !areBothReferences)
    throw invalidQuery(`Columns ${left.column} and ${right.column} are of unlike types and cannot be compared.`);
  return { kind: 'comparison', left, operator, right };
}
