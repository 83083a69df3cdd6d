import type { QueryContext } from '@bbl/dataverse/query';
import type { AccessOf } from '../store';
import type { Bindable } from '../values/encode';

/** What a statement is run with, as far as it differs from one run to the next. */
export interface Run {
  readonly now: string;
  readonly access: AccessOf;
  readonly caller: Omit<QueryContext, 'now'> | undefined;
  readonly limit: number;
  readonly offset: number;
}

export type Parameter = Bindable | ((run: Run) => Bindable);

/** SQL text with its parameters in the order of their `?`. */
export interface Fragment {
  readonly sql: string;
  readonly params: readonly Parameter[];
}

export const fragment = (sql: string, ...params: readonly Parameter[]): Fragment => ({ sql, params });

export const join = (fragments: readonly Fragment[], separator: string): Fragment => ({
  sql: fragments.map((each) => each.sql).join(separator),
  params: fragments.flatMap((each) => each.params),
});

/** `head` followed by the fragment and `tail`. */
export const wrap = (head: string, { sql, params }: Fragment, tail: string): Fragment => ({
  sql: head + sql + tail,
  params,
});

/** All hold; undefined when there is nothing to hold. */
export function allOf(fragments: readonly (Fragment | undefined)[]): Fragment | undefined {
  const given = fragments.filter((each) => each !== undefined);
  return given.length > 0 ? join(given, ' AND ') : undefined;
}

export const bind = (params: readonly Parameter[], run: Run): Bindable[] =>
  params.map((param) => (typeof param === 'function' ? param(run) : param));
