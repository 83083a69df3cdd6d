/** What a caller sees of a running series: rows handled so far, of how many (unknown for rows that a query finds). */
export interface SeriesProgress {
  readonly done: number;
  readonly total: number | undefined;
}

/** What one call of a series came to: the rows it handled and whether there is more. */
export interface CallResult<R> {
  readonly results: readonly R[];
  /** Opaque continuation of the server; empty when the server has nothing left for this call. */
  readonly next: string;
}

export interface SeriesOptions {
  /** Milliseconds, monotonic; measures how long a call took. */
  readonly nowMs: () => number;
  readonly onProgress: (progress: SeriesProgress) => void;
  /** Asked before every call; true ends the series with what is done. */
  readonly isStopped: () => boolean;
  /** Fixed number of items a call, where the command needs one; else the measured time decides. */
  readonly rowsACall?: number;
}

/** A series that ran to its end, was stopped by the user, or broke off with a fault; `results` holds what was done before. */
export interface SeriesOutcome<R> {
  readonly results: readonly R[];
  readonly end: 'finished' | 'stopped';
}

/** Rows a call: domain.md 10-7. The first call is small, the next ones as large as the measured time allows. */
export const ROWS_A_CALL_MIN = 100;
export const ROWS_A_CALL_MAX = 500;
/** A call should take about this long: well below the platform's two minutes, short enough for progress to move. */
const CALL_TARGET_MS = 8_000;

/** Size of the next call after one of `rows` rows that took `tookMs`. */
export function nextCallSize(rows: number, tookMs: number): number {
  const fitting = tookMs > 0 ? Math.floor((rows * CALL_TARGET_MS) / tookMs) : ROWS_A_CALL_MAX;
  return Math.max(ROWS_A_CALL_MIN, Math.min(ROWS_A_CALL_MAX, fitting));
}

/**
 * Sends `items` in calls of 100 to 500. A server that answers with a continuation is asked again with it before the
 * next items go out (domain.md 10-6). Faults pass through: the rows of earlier calls stay done.
 */
export async function runItems<T, R>(
  items: readonly T[],
  call: (chunk: readonly T[], after: string) => Promise<CallResult<R>>,
  options: SeriesOptions,
): Promise<SeriesOutcome<R>> {
  const results: R[] = [];
  let position = 0;
  let size = options.rowsACall ?? ROWS_A_CALL_MIN;
  while (position < items.length) {
    const chunk = items.slice(position, position + size);
    let after = '';
    do {
      if (options.isStopped()) return { results, end: 'stopped' };
      options.onProgress({ done: Math.min(results.length, items.length), total: items.length });
      const startMs = options.nowMs();
      const answer = await call(chunk, after);
      size = options.rowsACall ?? nextCallSize(chunk.length, options.nowMs() - startMs);
      results.push(...answer.results);
      after = answer.next;
    } while (after !== '');
    position += chunk.length;
  }
  return { results, end: 'finished' };
}

/** Repeats one request until the server has nothing left, passing its continuation on. */
export async function runQuery<R>(
  call: (after: string) => Promise<CallResult<R>>,
  options: SeriesOptions,
  total?: number,
): Promise<SeriesOutcome<R>> {
  const results: R[] = [];
  let after = '';
  do {
    if (options.isStopped()) return { results, end: 'stopped' };
    options.onProgress({ done: results.length, total });
    const answer = await call(after);
    results.push(...answer.results);
    after = answer.next;
  } while (after !== '');
  return { results, end: 'finished' };
}
