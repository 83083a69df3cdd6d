import type { PlainDate } from '@bbl/domain';
import type { RowResult } from '../client/port';
import type { RowSummary } from '../client/rowSummaries';
import type { TextKey } from '../texts';
import type { NoticeTarget } from './notices';

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

/** Reads what rows are, by id; those that cannot be read are left out. */
export type SummaryReader = (ids: readonly string[]) => Promise<ReadonlyMap<string, RowSummary>>;

/** What Create invoice is about to bill, as far as it is known before the server decides. */
export interface InvoiceOffer {
  /** `contracts`: all that is due of them, whatever it is. */
  readonly kind: 'rows' | 'contracts';
  readonly count: number;
  /** Of the selection, because they are not ready. */
  readonly leftOutCount: number;
  readonly summaries: readonly RowSummary[];
}

/** What the commands ask of the person at the screen. */
export interface CommandUi {
  text(key: TextKey, ...args: readonly (string | number)[]): string;
  /** Shows that one call is under way; gone on every path. */
  whileBusy<T>(key: TextKey, work: () => Promise<T>): Promise<T>;
  /** Shows progress of many calls, with a way to stop. */
  startSeries(key: TextKey): SeriesDisplay;
  confirm(titleKey: TextKey, text: string, buttonKey: TextKey): Promise<boolean>;
  /** Shows what will be invoiced and asks for the invoice date; undefined when the person leaves it. */
  askInvoiceDate(offer: InvoiceOffer): Promise<PlainDate | undefined>;
  /** A short success message, with an optional row or list to open. */
  notifyDone(text: string, open?: NoticeTarget): void;
  notifyWarning(text: string): void;
  /** Rows of a table that the server refused, each with its sentence; of those that are listed it reads what they are. */
  showRefused(table: string, refused: readonly RowResult[], summariesOf: SummaryReader): Promise<void>;
  /** A call that failed as a whole. */
  showFault(error: unknown): Promise<void>;
  /** Milliseconds, monotonic. */
  nowMs(): number;
  wait(seconds: number): Promise<void>;
  /** The user's own calendar date, `YYYY-MM-DD`. */
  today(): string;
}
