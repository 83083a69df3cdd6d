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

/** How many rows from the first one are needed. */
export interface RowNeeds {
  /** Those in sight: the page below them is asked for in good time. */
  readonly rowsSeen: number;
  /** Those that were asked for beyond what is in sight, and not one page more. */
  readonly rowsWanted: number;
}

/** Whether to ask for the next page: more rows are needed, and nothing is under way. */
export function wantsNextPage(
  { rowCount, hasNextPage, isLoading }: LoadedRows,
  requests: PageRequests,
  { rowsSeen, rowsWanted }: RowNeeds,
): boolean {
  const isBusy = isLoading || requests.isOutstanding || requests.count >= FRUITLESS_REQUESTS_MAX;
  return hasNextPage && !isBusy && (rowCount < rowsWanted || rowsSeen + OVERSCAN_ROWS >= rowCount);
}

/** Up to which row of one query the user has something: sees, has selected or focused it. */
export interface RowsInUse {
  readonly queryKey: string;
  readonly rowCount: number;
}

/**
 * Whether a refresh, which starts again at the first page, has yet to bring back rows that were in use. Another view,
 * sorting or filter starts afresh.
 */
export const isRestoring = (inUse: RowsInUse | undefined, queryKey: string, loaded: LoadedRows): boolean =>
  loaded.hasNextPage && inUse?.queryKey === queryKey && loaded.rowCount < inUse.rowCount;

/** What is in use now. While rows are loading or being brought back it stays what it was. */
export function observeUse(
  inUse: RowsInUse | undefined,
  queryKey: string,
  loaded: LoadedRows,
  rowCount: number,
): RowsInUse {
  const isSame = inUse?.queryKey === queryKey;
  if (isSame && (loaded.isLoading || isRestoring(inUse, queryKey, loaded))) return inUse;
  return { queryKey, rowCount: loaded.isLoading ? 0 : Math.min(rowCount, loaded.rowCount) };
}
