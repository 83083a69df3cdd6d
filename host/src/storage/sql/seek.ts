import type { Value } from '@bbl/dataverse/ports';
import type { Bindable } from '../values/encode';
import { type Fragment, fragment, join, wrap } from './fragment';

/** A term of a total order. */
export interface SeekTerm {
  readonly sql: string;
  readonly descending: boolean;
  /** Finds something while a row of the table has no value here; absent where that is not known. */
  readonly emptyProbe?: string;
}

/** Where a page can begin after a row, and how that row's place is read. */
export interface SeekPlan {
  readonly terms: readonly SeekTerm[];
  /** The terms of the row whose id is its `?`. */
  readonly keys: Fragment;
}

/** A row's place in an order: integers as text, for a double does not hold all of them. */
export type SeekKeys = readonly (string | null)[];

/** The value that a key is compared as; its type is the term's. */
interface Key {
  readonly term: SeekTerm;
  readonly place: string;
  readonly value: Bindable;
}

/** SQL that reads a term as a key: its type in front, so that it can be compared as what it is. */
export const keySql = (sql: string): string => `substr(typeof(${sql}), 1, 1) || CAST(${sql} AS TEXT)`;

/**
 * Rows behind the one with these keys. Empty values come first, and last where the order descends. `mayBeEmpty` says
 * whether a descending term may have empty values, which then lie behind every other.
 */
export function afterSql(
  terms: readonly SeekTerm[],
  keys: SeekKeys,
  mayBeEmpty: (term: SeekTerm) => boolean,
): Fragment | undefined {
  if (keys.length !== terms.length) return undefined;
  const all = terms.map((term, at) => keyOf(term, keys[at] ?? null));
  const [first] = all;
  if (!first || all.includes(undefined)) return undefined;
  const behind = behindSql(all.filter((key) => key !== undefined));
  const bound = boundSql(first, mayBeEmpty);
  return bound ? join([bound, behind], ' AND ') : behind;
}

function keyOf(term: SeekTerm, key: string | null): Key | undefined {
  if (key === null) return { term, place: '?', value: null };
  const value = key.slice(1);
  if (key.startsWith('t')) return { term, place: '?', value };
  return key.startsWith('i') && /^-?\d{1,19}$/.test(value) ? { term, place: 'CAST(? AS INTEGER)', value } : undefined;
}

function behindSql([key, ...rest]: readonly Key[]): Fragment {
  if (!key) return fragment('0');
  const strictly = strictlyBehindSql(key);
  if (rest.length === 0) return strictly;
  const equal = key.value === null ? fragment(`${key.term.sql} IS NULL`) : compareSql(key, '=');
  return wrap('(', join([strictly, wrap('(', join([equal, behindSql(rest)], ' AND '), ')')], ' OR '), ')');
}

function strictlyBehindSql(key: Key): Fragment {
  const { sql, descending } = key.term;
  if (key.value === null) return fragment(descending ? '0' : `${sql} IS NOT NULL`);
  return descending ? wrap('(', compareSql(key, '<'), ` OR ${sql} IS NULL)`) : compareSql(key, '>');
}

/** What every row behind has in common, so that SQLite can begin in the middle of an index. */
function boundSql(key: Key, mayBeEmpty: (term: SeekTerm) => boolean): Fragment | undefined {
  if (key.value === null) return undefined;
  if (!key.term.descending) return compareSql(key, '>=');
  return mayBeEmpty(key.term) ? undefined : compareSql(key, '<=');
}

const compareSql = ({ term, place, value }: Key, sign: string): Fragment =>
  fragment(`${term.sql} ${sign} ${place}`, value);

/** A place in the order as it stands in a paging cookie. */
export const writeKeys = (keys: SeekKeys): string => encodeURIComponent(JSON.stringify(keys));

/** Undefined when the text is none that {@link writeKeys} wrote. */
export function readKeys(text: string): SeekKeys | undefined {
  try {
    const keys: unknown = JSON.parse(decodeURIComponent(text));
    const isKeys = Array.isArray(keys) && keys.every((key) => key === null || typeof key === 'string');
    return isKeys ? (keys as SeekKeys) : undefined;
  } catch {
    return undefined;
  }
}

export const idOf = (value: Value | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 't' in value && value.t === 'guid' ? value.v : undefined;
