/** The header counts as a row, above the first one. */
export const HEADER_ROW = -1;
/** The check boxes are the first column of every grid; the view's columns follow from 1. */
export const SELECT_COLUMN = 0;

/** The cell that holds the grid's one tab stop. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

export interface Extent {
  readonly rowCount: number;
  /** The select column included. */
  readonly columnCount: number;
  /** How far PageUp and PageDown go. */
  readonly pageRows: number;
}

const STEPS: { readonly [key: string]: (from: Position, isFar: boolean, extent: Extent) => Position } = {
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowLeft: ({ row, column }) => ({ row, column: column - 1 }),
  ArrowRight: ({ row, column }) => ({ row, column: column + 1 }),
  Home: ({ row }, isFar) => ({ row: isFar ? 0 : row, column: 0 }),
  End: ({ row }, isFar, { rowCount, columnCount }) => ({ row: isFar ? rowCount - 1 : row, column: columnCount - 1 }),
  PageUp: ({ row, column }, _, { pageRows }) => ({ row: row < 0 ? row : Math.max(0, row - pageRows), column }),
  PageDown: ({ row, column }, _, { pageRows }) => ({ row: row + pageRows, column }),
};

/**
 * Where a key leads, or undefined when it is no key of movement. `isFar`: with Ctrl, Home and End go to the corners of
 * the rows. The result is always inside; left means towards the first column (the caller mirrors right-to-left).
 */
export function movedBy(key: string, from: Position, isFar: boolean, extent: Extent): Position | undefined {
  const step = STEPS[key];
  return step && clampPosition(step(from, isFar, extent), extent);
}

/** The nearest cell that exists. Without rows it is in the header. */
export function clampPosition(
  { row, column }: Position,
  { rowCount, columnCount }: Omit<Extent, 'pageRows'>,
): Position {
  return {
    row: Math.min(rowCount - 1, Math.max(HEADER_ROW, row)),
    column: Math.min(columnCount - 1, Math.max(0, column)),
  };
}
