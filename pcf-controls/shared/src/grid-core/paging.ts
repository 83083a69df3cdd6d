import { OVERSCAN_ROWS } from './virtualRows';

/** What the platform says of the rows loaded so far. */
export interface LoadedRows {
  readonly rowCount: number;
  readonly hasNextPage: boolean;
  readonly isLoading: boolean;
}

/** What the grid has asked for since the number of rows last changed. */
export interface PageRequests {
  readonly rowCount: number;
  readonly count: number;
  /** Asked, and the platform has not begun yet: load calls must not run in parallel (platform.md 2.5). */
  readonly isOutstanding: boolean;
}

/** A page that brings no row although there is a next one is asked for again so often, then no more. */
const FRUITLESS_REQUESTS_MAX = 3;

/** What is outstanding, given what the platform shows now. */
export function observeLoad(requests: PageRequests | undefined, { rowCount, isLoading }: LoadedRows): PageRequests {
  if (requests?.rowCount !== rowCount) return { rowCount, count: 0, isOutstanding: false };
  return isLoading && requests.isOutstanding ? { ...requests, isOutstanding: false } : requests;
}

export const noteRequest = (requests: PageRequests): PageRequests => ({
  ...requests,
  count: requests.count + 1,
  isOutstanding: true,
});

/** Whether to ask for the next page: rows up to `rowsNeeded` are wanted soon, and nothing is under way. */
export function wantsNextPage(loaded: LoadedRows, requests: PageRequests, rowsNeeded: number): boolean {
  return (
    loaded.hasNextPage &&
    !loaded.isLoading &&
    !requests.isOutstanding &&
    requests.count < FRUITLESS_REQUESTS_MAX &&
    rowsNeeded + OVERSCAN_ROWS >= loaded.rowCount
  );
}

/** How many rows of one query the user has had before them. */
export interface RowsKnown {
  readonly queryKey: string;
  readonly rowCount: number;
}

/**
 * A refresh of the same query starts again at the first page. The rows known before are loaded again up to the place
 * where the user is; another view, sorting or filter starts afresh.
 */
export function observeRows(known: RowsKnown | undefined, queryKey: string, loaded: LoadedRows): RowsKnown {
  const before = known?.queryKey === queryKey ? known.rowCount : 0;
  if (loaded.isLoading) return { queryKey, rowCount: before };
  return { queryKey, rowCount: loaded.hasNextPage ? Math.max(before, loaded.rowCount) : loaded.rowCount };
}
