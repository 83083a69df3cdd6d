import type { CurrencyTotal } from '@bbl/pcf-shared/grid-core';
import { subtractTotals } from '@bbl/pcf-shared/grid-core';
import { amountsText } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps, Query } from './props';
import { isTotallable } from './props';
import { useKeptQuery } from './useKeptQuery';

export interface FilterMemory {
  /** Stand in for those given: actions that load rows, and no rows while a view opened again gets its filters back. */
  readonly props: Pick<BacklogProps, 'onQuery' | 'onLoadNextPage' | 'onRefresh' | 'rowIds' | 'isLoading'>;
  /** What the filters hide, in words; undefined without filters. */
  readonly hiddenText: string | undefined;
}

/** The view without filters, as it was when the first filter was set. */
interface Unfiltered {
  readonly viewKey: string;
  readonly rowsTotal: number | undefined;
  /** Undefined when not all of its rows were loaded. */
  readonly worth: readonly CurrencyTotal[] | undefined;
}

const NO_ROWS: readonly string[] = [];

/**
 * Keeps each view's sorting and filters, and says what the filters hide.
 *
 * A data set knows nothing of the rows that its filter leaves out: neither the view's query nor a second one is to be
 * had from it. So what the filters hide is the difference to what was seen just before the first filter was set. Once
 * somebody else has loaded the rows again (a command, the page's search) it may no longer be true, and is told as what
 * was counted last.
 */
export function useFilterMemory(given: BacklogProps): FilterMemory {
  const { viewKey, rowsTotal, filters } = given;
  const unfiltered = React.useRef<Unfiltered>();
  const asksFor = useOwnLoads(given, () => (unfiltered.current = undefined));
  const query = asksFor((change: Partial<Query>) => {
    if (filters.size === 0 && change.filters?.size) {
      unfiltered.current = { viewKey, rowsTotal, worth: isTotallable(given) ? given.worthOf(given.rowIds) : undefined };
    }
    given.onQuery(change);
  });
  const isRestoring = useKeptQuery(given, query);
  const props = {
    onQuery: (change: Partial<Query>): void => {
      given.onKeep(change);
      query(change);
    },
    onLoadNextPage: asksFor(given.onLoadNextPage),
    onRefresh: asksFor(given.onRefresh),
    rowIds: isRestoring ? NO_ROWS : given.rowIds,
    isLoading: given.isLoading || isRestoring,
  };
  return { props, hiddenText: useHiddenText({ ...given, ...props }, unfiltered.current) };
}

/** Marks actions as loads of the control's own, and calls `onOthersLoad` when rows are loaded for another reason. */
function useOwnLoads(
  { isLoading }: BacklogProps,
  onOthersLoad: () => void,
): <Args extends readonly unknown[]>(act: (...args: Args) => void) => (...args: Args) => void {
  const hasAsked = React.useRef(false);
  const wasLoading = React.useRef(isLoading);
  React.useEffect(() => {
    if (isLoading && !wasLoading.current && !hasAsked.current) onOthersLoad();
    if (!isLoading && wasLoading.current) hasAsked.current = false;
    wasLoading.current = isLoading;
  });
  return (act) =>
    (...args) => {
      hasAsked.current = true;
      act(...args);
    };
}

function useHiddenText(props: BacklogProps, unfiltered: Unfiltered | undefined): string | undefined {
  const { viewKey, rowIds, rowsTotal, filters, queryKey, isLoading, columns, texts } = props;
  // Until the filtered rows have arrived, those of before still stand there.
  const settledKey = React.useRef<string>();
  if (!isLoading) settledKey.current = queryKey;
  const all = unfiltered?.viewKey === viewKey ? unfiltered : undefined;
  const canTotal = filters.size > 0 && all?.worth !== undefined && isTotallable(props);
  const worth = React.useMemo(() => (canTotal ? props.worthOf(rowIds) : undefined), [canTotal, rowIds, columns]);

  const lastCounted = React.useRef<{ readonly queryKey: string; readonly text: string }>();
  if (filters.size === 0) return undefined;
  const hidden = all?.rowsTotal === undefined || rowsTotal === undefined ? -1 : all.rowsTotal - rowsTotal;
  if (hidden < 0 || settledKey.current !== queryKey) {
    const before = lastCounted.current?.queryKey === queryKey ? lastCounted.current.text : undefined;
    return before === undefined ? texts('Grid_HiddenUnknown') : texts('Grid_HiddenBefore', before);
  }
  const hiddenWorth = worth && all?.worth && subtractTotals(all.worth, worth);
  const text = hiddenWorth?.length
    ? texts('Grid_HiddenWorth', hidden, amountsText(props.amountTextsOf(hiddenWorth)))
    : texts('Grid_Hidden', hidden);
  if (!isLoading) lastCounted.current = { queryKey, text };
  return texts('Grid_HiddenOf', rowsTotal ?? 0, all?.rowsTotal ?? 0, text);
}
