import { OVERSCAN_ROWS } from './virtualRows';

export interface PagingState {
  readonly rowCount: number;
  readonly hasNextPage: boolean;
  readonly isLoading: boolean;
}

/**
 * Whether to ask for the next page: the last rows are drawn and no answer is outstanding. Load calls must not run in
 * parallel (platform.md 2.5), so a page is asked for once per number of rows: `askedAtRows` is that number at the last
 * call, until an answer brings rows.
 */
export function wantsNextPage(
  { rowCount, hasNextPage, isLoading }: PagingState,
  windowEnd: number,
  askedAtRows: number | undefined,
): boolean {
  return hasNextPage && !isLoading && askedAtRows !== rowCount && windowEnd + OVERSCAN_ROWS >= rowCount;
}
