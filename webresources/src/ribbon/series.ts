import { CallFault } from '../client/port';
import type { CommandUi, Refreshable, SeriesDisplay } from '../ui/port';
import type { TextKey } from '../texts';
import { ROWS_A_CALL_MIN, type SeriesOptions } from '../series/series';

/** A service that keeps asking to wait is broken, not busy. */
const WAITS_MAX = 20;
const WAIT_SECONDS_DEFAULT = 10;

/** Calls again when the service protection limits ask to wait, as long as they say (domain.md 10-7). */
export async function waitingFor<T>(
  ui: CommandUi,
  display: SeriesDisplay | undefined,
  call: () => Promise<T>,
): Promise<T> {
  for (let waits = 0; ; waits++) {
    try {
      return await call();
    } catch (error) {
      if (!isBusy(error) || waits === WAITS_MAX) throw error;
      const seconds = error.retryAfterSeconds ?? WAIT_SECONDS_DEFAULT;
      display?.waiting(seconds);
      await ui.wait(seconds);
    }
  }
}

const BUSY_CODES = ['0x80072322', '0x80072321', '0x80072326'];
const isBusy = (error: unknown): error is CallFault =>
  error instanceof CallFault && (error.retryAfterSeconds !== undefined || BUSY_CODES.includes(error.code));

/**
 * Runs `work` as what it is to the user: one call behind the progress indicator, or a series with progress and a way
 * to stop. `rows` undefined means that nobody knows how many there will be.
 */
export async function whileRunning<T>(
  ui: CommandUi,
  key: TextKey,
  rows: number | undefined,
  work: (options: SeriesOptions, display: SeriesDisplay | undefined) => Promise<T>,
): Promise<T> {
  if (rows !== undefined && rows <= ROWS_A_CALL_MIN) {
    return ui.whileBusy(key, () =>
      work({ nowMs: ui.nowMs, onProgress: () => undefined, isStopped: () => false }, undefined),
    );
  }
  const display = ui.startSeries(key);
  try {
    const onProgress: SeriesOptions['onProgress'] = ({ done, total }) => display.progress(done, total);
    return await work({ nowMs: ui.nowMs, onProgress, isStopped: display.isStopped }, display);
  } finally {
    display.close();
  }
}

/** Shows what became of the rows as soon as the work ends, also after a fault: earlier calls of a series stay done. */
export async function refreshing<T>(rows: Refreshable, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } finally {
    rows.refresh();
  }
}
