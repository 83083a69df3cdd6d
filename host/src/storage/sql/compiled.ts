import type { Row } from '@bbl/dataverse/ports';
import type { Stored } from '../values/decode';
import { type Fragment, fragment } from './fragment';
import type { SeekPlan } from './seek';

/** A way to reach the same rows in the same order. */
export interface Route {
  /** The first page, or any page by skipping those before it. */
  readonly statement: Fragment;
  /** The page after a row, without reading those before it; `after` is a condition on the plan's terms. */
  after(after: Fragment): Fragment;
}

/** What a query compiles to: statements, and how their rows are read. */
export interface CompiledQuery {
  readonly route: Route;
  readonly shortcut?: Shortcut;
  readonly read: (stored: readonly Stored[]) => Row;
  /** Present where a page can begin after a given row. */
  readonly seek?: SeekPlan;
  /** Aggregates: where the number of rows they read stands among the stored values. */
  readonly rowsReadAt?: number;
  /** Counts the rows of all pages, up to the `?` of its end. */
  readonly count: Fragment;
}

/** A quicker route that is open at some times only. */
export interface Shortcut {
  readonly route: Route;
  /** Finds something while it is closed. */
  readonly closedBy: string;
  /** Counts up to {@link WORTHWHILE_ROWS} of the rows it would walk over; it pays when there are so many. */
  readonly worth?: Fragment;
}

/** With fewer rows than these, finding and sorting them is quicker than walking an order in search of them. */
export const WORTHWHILE_ROWS = 1000;

export const LIMIT: Fragment = fragment(
  ' LIMIT ? OFFSET ?',
  (run) => run.limit,
  (run) => run.offset,
);
