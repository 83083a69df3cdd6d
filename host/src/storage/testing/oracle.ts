/**
 * What FetchXML means, evaluated row by row without SQL, indexes or statements: slow, and simple enough to be believed.
 * Knows the fixture's sales and the contracts they point to.
 */
import { isKind, type Row, type Value } from '@bbl/dataverse/ports';
import {
  type ColumnComparison,
  type Condition,
  dateRange,
  type Filter,
  isDateOperator,
  type Scalar,
} from '@bbl/dataverse/query';
import { compareDecimals, parseDecimal } from '../../decimal';
import { NOW } from './fixtures';

export interface World {
  readonly sales: readonly Row[];
  readonly contracts: readonly Row[];
}

/** A value as something that compares: points in time as milliseconds, decimals as such. */
type Plain = string | number | { readonly decimal: string } | null;

const plainText = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

function plain(value: Value | undefined): Plain {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return plainText(value);
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  if (isKind(value, 'money') || isKind(value, 'decimal')) return { decimal: value.v };
  if (isKind(value, 'lookup')) return value.id;
  if (isKind(value, 'choice') || isKind(value, 'guid')) return value.v;
  if (isKind(value, 'datetime')) return Date.parse(value.v);
  throw new Error('no value to compare');
}

/** Brings a comparison value to the form of what it is compared with. */
function like(sample: Plain, scalar: Scalar): Plain {
  if (typeof sample === 'object' && sample !== null) return { decimal: String(scalar) };
  if (typeof scalar === 'boolean') return Number(scalar);
  if (typeof sample === 'number' && typeof scalar === 'string') return Date.parse(scalar);
  return typeof scalar === 'string' ? plainText(scalar) : scalar;
}

function compare(a: Plain, b: Plain): number {
  if (typeof a === 'object' && typeof b === 'object' && a && b) {
    const [left, right] = [parseDecimal(a.decimal), parseDecimal(b.decimal)];
    if (!left || !right) throw new Error('no decimal');
    return compareDecimals(left, right);
  }
  if (a === null || b === null) throw new Error('nothing to compare');
  return a < b ? -1 : a > b ? 1 : 0;
}

export function holds(filter: Filter, row: Row, world: World): boolean {
  switch (filter.kind) {
    case 'and':
      return filter.filters.every((each) => holds(each, row, world));
    case 'or':
      return filter.filters.some((each) => holds(each, row, world));
    case 'not':
      return !holds(filter.filter, row, world);
    case 'condition':
      return conditionHolds(filter, row);
    case 'comparison':
      return comparisonHolds(filter, row);
    case 'related': {
      const { link, quantifier } = filter;
      const rows = world.contracts.filter(
        (contract) =>
          plain(row[link.to]) !== null &&
          plain(contract[link.from]) === plain(row[link.to]) &&
          (!link.filter || holds(link.filter, contract, world)),
      );
      return quantifier === 'any' ? rows.length > 0 : rows.length === 0;
    }
  }
}

function conditionHolds({ column, operator, values }: Condition, row: Row): boolean {
  const value = plain(row[column]);
  if (operator === 'null') return value === null;
  if (operator === 'not-null') return value !== null;
  if (operator === 'ne') return value === null || compare(value, like(value, values[0] ?? '')) !== 0;
  if (operator === 'not-like') return value === null || !fits(String(value), String(values[0]));
  if (value === null) return false;
  const order = (at: number): number => compare(value, like(value, values[at] ?? ''));
  switch (operator) {
    case 'eq':
      return order(0) === 0;
    case 'gt':
      return order(0) > 0;
    case 'ge':
      return order(0) >= 0;
    case 'lt':
      return order(0) < 0;
    case 'le':
      return order(0) <= 0;
    case 'in':
      return values.some((_value, at) => order(at) === 0);
    case 'not-in':
      return values.every((_value, at) => order(at) !== 0);
    case 'between':
      return order(0) >= 0 && order(1) <= 0;
    case 'not-between':
      return order(0) < 0 || order(1) > 0;
    case 'like':
      return fits(String(value), String(values[0]));
    default:
      return dateHolds(operator, values, value);
  }
}

function dateHolds(operator: Condition['operator'], values: readonly Scalar[], at: Plain): boolean {
  if (!isDateOperator(operator)) throw new Error(`the oracle does not know ${operator}`);
  const { from, before, outside } = dateRange(operator, values, NOW, false);
  const isAfter = from === undefined || Number(at) >= Date.parse(from);
  const isBefore = before === undefined || Number(at) < Date.parse(before);
  return (isAfter && isBefore) !== Boolean(outside);
}

function comparisonHolds({ left, operator, right }: ColumnComparison, row: Row): boolean {
  const [a, b] = [plain(row[left.column]), plain(row[right.column])];
  if (a === null) return operator === 'ne';
  if (b === null) return false;
  const order = compare(a, b);
  return { eq: order === 0, ne: order !== 0, gt: order > 0, ge: order >= 0, lt: order < 0, le: order <= 0 }[operator];
}

/** T-SQL's LIKE by trying every way to match. */
export function fits(text: string, pattern: string): boolean {
  return matches([...plainText(text)], [...plainText(pattern)]);
}

function matches(text: readonly string[], pattern: readonly string[]): boolean {
  const [head, ...rest] = pattern;
  if (head === undefined) return text.length === 0;
  if (head === '%') return matches(text, rest) || (text.length > 0 && matches(text.slice(1), pattern));
  const [first, ...others] = text;
  if (first === undefined) return false;
  const end = head === '[' ? rest.indexOf(']') : -1;
  if (end < 0) return (head === '_' || head === first) && matches(others, rest);
  return isInSet(first, rest.slice(0, end)) && matches(others, rest.slice(end + 1));
}

function isInSet(character: string, set: readonly string[]): boolean {
  const isNegated = set[0] === '^';
  const members = isNegated ? set.slice(1) : set;
  let isMember = false;
  for (let at = 0; at < members.length; at++) {
    const [low = '', dash, high] = members.slice(at, at + 3);
    if (dash === '-' && high !== undefined) {
      isMember ||= character >= low && character <= high;
      at += 2;
    } else isMember ||= character === low;
  }
  return isMember !== isNegated;
}
