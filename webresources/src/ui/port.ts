import type { RowResult } from '../client/port';
import type { TextKey } from '../texts';

/** Anything that shows rows and can read them again: a grid control, or a form. */
export interface Refreshable {
  refresh(): void;
}

/** A running series as the user sees it. */
export interface SeriesDisplay {
  /** Rows done so far, of how many (undefined: not known). */
  progress(done: number, total: number | undefined): void;
  waiting(seconds: number): void;
  isStopped(): boolean;
  close(): void;
}

export interface RefusedRow {
  readonly result: RowResult;
  readonly name: string;
}

/** What the commands ask of the person at the screen. */
export interface CommandUi {
  text(key: TextKey, ...args: readonly (string | number)[]): string;
  /** Shows that one call is under way; gone on every path. */
  whileBusy<T>(key: TextKey, work: () => Promise<T>): Promise<T>;
  /** Shows progress of many calls, with a way to stop. */
  startSeries(key: TextKey): SeriesDisplay;
  confirm(titleKey: TextKey, text: string, buttonKey: TextKey): Promise<boolean>;
  /** A short success message, with an optional row to open. */
  notifyDone(text: string, open?: { readonly table: string; readonly id: string; readonly labelKey: TextKey }): void;
  notifyWarning(text: string): void;
  /** Rows the server refused, each with its sentence. */
  showRefused(rows: readonly RefusedRow[]): Promise<void>;
  /** A call that failed as a whole. */
  showFault(error: unknown): Promise<void>;
  /** Milliseconds, monotonic. */
  nowMs(): number;
  wait(seconds: number): Promise<void>;
  /** The user's own calendar date, `YYYY-MM-DD`. */
  today(): string;
}
