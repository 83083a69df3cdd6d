/** Rows that are loaded at most without anyone looking at them: to select all of a view, or to group it. */
export const BULK_ROWS_MAX = 5000;

/** What the user asked for beyond the rows in sight. */
export interface BulkWishes {
  /** All rows of the view are to be selected. */
  readonly isSelecting: boolean;
  /** How many rows groups may load: grouping asks by itself, the user stops it or asks for more. */
  readonly groupRowsMax: number;
}

export const NO_WISHES: BulkWishes = { isSelecting: false, groupRowsMax: BULK_ROWS_MAX };

export interface BulkFacts {
  readonly rowCount: number;
  readonly hasNextPage: boolean;
  readonly hasFailed: boolean;
  readonly isGrouped: boolean;
  /** Every loaded row is selected. */
  readonly isAllSelected: boolean;
}

/**
 * Where the matter stands:
 * - `offer`: what is loaded is selected, and the rest of the view can be
 * - `full`: the same, but no more can be loaded at once
 * - `counting`: rows are being loaded to be selected
 * - `ready`: they are there; their count and sum are shown and the user decides
 * - `grouping`: rows are being loaded for the groups
 * - `partial`: groups lack rows that are not loaded
 */
export type BulkStep = 'none' | 'offer' | 'full' | 'counting' | 'ready' | 'grouping' | 'partial';

export function bulkStepOf(
  { rowCount, hasNextPage, hasFailed, isGrouped, isAllSelected }: BulkFacts,
  { isSelecting, groupRowsMax }: BulkWishes,
): BulkStep {
  if (hasFailed) return 'none';
  const canLoad = hasNextPage && rowCount < BULK_ROWS_MAX;
  if (isSelecting) return canLoad ? 'counting' : 'ready';
  if (!hasNextPage) return 'none';
  if (isAllSelected) return canLoad ? 'offer' : 'full';
  if (!isGrouped) return 'none';
  return rowCount < groupRowsMax ? 'grouping' : 'partial';
}

/** How many rows from the first one the wishes ask to load. */
export const rowsWantedOf = ({ isSelecting, groupRowsMax }: BulkWishes, isGrouped: boolean): number =>
  Math.max(isSelecting ? BULK_ROWS_MAX : 0, isGrouped ? groupRowsMax : 0);
