import * as React from 'react';
import type { BacklogProps, Query } from './props';

/**
 * Gives a view that is opened again the sorting and filters that it had: the platform lets each one start with its own.
 * They are asked for when the view's own rows are there, which also tells what the filters hide.
 * @returns whether the rows at hand are not yet those that were asked for
 */
export function useKeptQuery(props: BacklogProps, onQuery: (query: Query) => void): boolean {
  const { viewKey, isLoading, failure } = props;
  const openedKey = React.useRef<string>();
  const isAsked = React.useRef(false);
  const wanted = openedKey.current === viewKey ? undefined : wantedOf(props);
  React.useEffect(() => {
    if (isLoading) return; // Load calls must not run in parallel (platform.md 2.5).
    openedKey.current = viewKey;
    isAsked.current = wanted !== undefined;
    if (wanted) onQuery(wanted);
  });
  return failure === undefined && (wanted !== undefined || (isLoading && isAsked.current));
}

/** What was kept, as far as the view still has the columns; undefined when that is how the view stands. */
function wantedOf({ columns, sorts, filters, kept }: BacklogProps): Query | undefined {
  const memory = kept();
  const has = (columnKey: string): boolean => columns.some(({ key }) => key === columnKey);
  const wanted: Query = {
    sorts: memory.sorts?.every(({ columnKey }) => has(columnKey)) ? memory.sorts : sorts,
    filters: memory.filters ? new Map([...memory.filters].filter(([key]) => has(key))) : filters,
  };
  return isSame(wanted, { sorts, filters }) ? undefined : wanted;
}

const isSame = (left: Query, right: Query): boolean => written(left) === written(right);
const written = ({ sorts, filters }: Query): string => JSON.stringify([sorts, [...filters]]);
