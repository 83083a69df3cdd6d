import type { ColumnFilters, CurrencyTotal } from '@bbl/pcf-shared/grid-core';
import { subtractTotals } from '@bbl/pcf-shared/grid-core';
import { amountsText } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';
import { isTotallable } from './props';

type Loads = Pick<BacklogProps, 'onFilter' | 'onSort' | 'onLoadNextPage' | 'onRefresh'>;

export interface FilterMemory {
  /** The actions that load rows; to be used in place of those given. */
  readonly actions: Loads;
  /** What the filters hide, in words; undefined without filters. */
  readonly hiddenText: string | undefined;
}

/** The view without filters, as it was when the first filter was set. */
interface Unfiltered {
  readonly viewId: string;
  readonly rowsTotal: number | undefined;
  /** Undefined when not all of its rows were loaded. */
  readonly worth: readonly CurrencyTotal[] | undefined;
}

/**
 * Keeps each view's filters while the control lives, and says what they hide.
 *
 * A data set knows nothing of the rows that its filter leaves out: neither the view's query nor a second one is to be
 * had from it. So what the filters hide is the difference to what was seen just before the first filter was set, and it
 * is told only while nobody else has loaded the rows again (a command, the page's search): then it may no longer be true,
 * and the footer offers to clear the filters instead.
 */
export function useFilterMemory(props: BacklogProps): FilterMemory {
  const { viewId, rowsTotal, filters, onFilter } = props;
  const unfiltered = React.useRef<Unfiltered>();
  const asksFor = useOwnLoads(props, () => (unfiltered.current = undefined));
  const setFilters = asksFor((next: ColumnFilters) => {
    if (filters.size === 0 && next.size > 0) {
      unfiltered.current = { viewId, rowsTotal, worth: isTotallable(props) ? props.worthOf(props.rowIds) : undefined };
    }
    onFilter(next);
  });
  useKeptFilters(props, setFilters);
  const actions = {
    onFilter: setFilters,
    onSort: asksFor(props.onSort),
    onLoadNextPage: asksFor(props.onLoadNextPage),
    onRefresh: asksFor(props.onRefresh),
  };
  return { actions, hiddenText: useHiddenText(props, unfiltered.current) };
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

/** A view that comes back gets the filters that it had: the platform lets each one start without. */
function useKeptFilters({ viewId, filters, isLoading }: BacklogProps, setFilters: Loads['onFilter']): void {
  const kept = React.useRef(new Map<string, ColumnFilters>());
  const shownView = React.useRef(viewId);
  React.useEffect(() => {
    if (isLoading) return; // Load calls must not run in parallel (platform.md 2.5).
    const wanted = shownView.current === viewId ? undefined : kept.current.get(viewId);
    shownView.current = viewId;
    if (wanted && !isSame(wanted, filters)) setFilters(wanted);
    else kept.current.set(viewId, filters);
  });
}

const isSame = (left: ColumnFilters, right: ColumnFilters): boolean =>
  JSON.stringify([...left]) === JSON.stringify([...right]);

function useHiddenText(props: BacklogProps, unfiltered: Unfiltered | undefined): string | undefined {
  const { viewId, rowIds, rowsTotal, filters, queryKey, isLoading, columns, texts } = props;
  // Until the filtered rows have arrived, those of before still stand there.
  const settledKey = React.useRef<string>();
  if (!isLoading) settledKey.current = queryKey;
  const all = unfiltered?.viewId === viewId ? unfiltered : undefined;
  const canTotal = filters.size > 0 && all?.worth !== undefined && isTotallable(props);
  const worth = React.useMemo(() => (canTotal ? props.worthOf(rowIds) : undefined), [canTotal, rowIds, columns]);

  if (filters.size === 0) return undefined;
  const hidden = all?.rowsTotal === undefined || rowsTotal === undefined ? -1 : all.rowsTotal - rowsTotal;
  if (hidden < 0 || settledKey.current !== queryKey) return texts('Grid_HiddenUnknown');
  const counts = [rowsTotal ?? 0, all?.rowsTotal ?? 0, hidden] as const;
  const hiddenWorth = worth && all?.worth && subtractTotals(all.worth, worth);
  return hiddenWorth?.length
    ? texts('Grid_HiddenWorth', ...counts, amountsText(props.amountTextsOf(hiddenWorth)))
    : texts('Grid_Hidden', ...counts);
}
