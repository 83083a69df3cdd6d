import type { ColumnLayout } from './columns';

/** Rows that are drawn: from `first` up to but not including `end`. */
export interface RowWindow {
  readonly first: number;
  readonly end: number;
}

export interface Viewport {
  readonly scrollTopPx: number;
  /** Height in which rows are seen, without header and footer. */
  readonly heightPx: number;
  readonly rowPx: number;
  readonly rowCount: number;
}

/** Rows drawn beyond what is seen, on each side: what one frame of fast scrolling uncovers. */
export const OVERSCAN_ROWS = 6;
/** The window moves in steps of this many rows, so that most scroll events draw nothing. */
export const WINDOW_STEP_ROWS = 4;

/** The rows to draw so that the viewport is covered, in steps and with overscan on both sides. */
export function rowWindow(
  { scrollTopPx, heightPx, rowPx, rowCount }: Viewport,
  overscanRows: number = OVERSCAN_ROWS,
): RowWindow {
  const firstSeen = Math.floor(Math.max(0, scrollTopPx) / rowPx);
  const endSeen = Math.ceil((Math.max(0, scrollTopPx) + heightPx) / rowPx);
  const first = Math.floor((firstSeen - overscanRows) / WINDOW_STEP_ROWS) * WINDOW_STEP_ROWS;
  const end = Math.ceil((endSeen + overscanRows) / WINDOW_STEP_ROWS) * WINDOW_STEP_ROWS;
  const clamped = Math.min(rowCount, Math.max(0, end));
  return { first: Math.max(0, Math.min(first, clamped)), end: clamped };
}

/** Columns that are drawn, by their index among the view's columns: from `firstColumn` up to but not `endColumn`. */
export interface ColumnWindow {
  readonly firstColumn: number;
  readonly endColumn: number;
}

/** The columns in sight and one more on each side, so that a little scrolling along the row draws nothing. */
export function columnWindow(
  { startsPx, widthsPx }: Pick<ColumnLayout, 'startsPx' | 'widthsPx'>,
  { scrollStartPx, widthPx }: { readonly scrollStartPx: number; readonly widthPx: number },
): ColumnWindow {
  const isSeen = (startPx: number, column: number): boolean =>
    startPx + (widthsPx[column] ?? 0) > scrollStartPx && startPx < scrollStartPx + widthPx;
  const firstSeen = startsPx.findIndex(isSeen);
  if (firstSeen < 0) return { firstColumn: 0, endColumn: startsPx.length };
  const seen = startsPx.filter(isSeen).length;
  return { firstColumn: Math.max(0, firstSeen - 1), endColumn: Math.min(startsPx.length, firstSeen + seen + 1) };
}

/** Whole rows that fit: how far PageUp and PageDown go. At least one. */
export const pageRowsOf = ({ heightPx, rowPx }: Pick<Viewport, 'heightPx' | 'rowPx'>): number =>
  Math.max(1, Math.floor(heightPx / rowPx));

/** Where to scroll so that a row is seen whole, moving as little as possible. */
export function scrollTopFor(row: number, { scrollTopPx, heightPx, rowPx }: Viewport): number {
  const topPx = row * rowPx;
  if (topPx < scrollTopPx) return topPx;
  return topPx + rowPx > scrollTopPx + heightPx ? Math.max(0, topPx + rowPx - heightPx) : scrollTopPx;
}

/** The same along a line: `startPx` and `sizePx` of what shall be seen behind an edge covered for `coveredPx`. */
export function scrollStartFor(
  startPx: number,
  sizePx: number,
  view: { readonly scrollStartPx: number; readonly widthPx: number; readonly coveredPx: number },
): number {
  if (startPx < view.scrollStartPx + view.coveredPx) return Math.max(0, startPx - view.coveredPx);
  const endPx = startPx + sizePx;
  if (endPx <= view.scrollStartPx + view.widthPx) return view.scrollStartPx;
  // A column wider than the view shows its start.
  return Math.max(0, Math.min(endPx - view.widthPx, startPx - view.coveredPx));
}
