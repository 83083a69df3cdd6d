import * as React from 'react';
import type { ColumnLayout, GridState } from '../grid-core';
import { scrollStartFor, scrollTopFor, SELECT_COLUMN, SELECT_COLUMN_WIDTH_PX } from '../grid-core';
import { ROW_PX } from './model';

export interface CellFocus {
  readonly grid: React.RefObject<HTMLDivElement>;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/**
 * Follows the user's moves: scrolls the focused cell into sight and gives it the browser's focus. Data that changes by
 * itself never takes the focus, but when the focused row is replaced the focus comes back to the grid.
 */
export function useCellFocus(
  scroller: React.RefObject<HTMLElement>,
  { focus, moves, lines }: GridState,
  layout: ColumnLayout,
  { heightPx, isRightToLeft }: { readonly heightPx: number; readonly isRightToLeft: boolean },
): CellFocus {
  const grid = React.useRef<HTMLDivElement>(null);
  const hasFocus = React.useRef(false);

  React.useLayoutEffect(() => {
    const view = scroller.current;
    if (moves === 0 || !view) return;
    if (focus.row >= 0) {
      const at = { scrollTopPx: view.scrollTop, heightPx, rowPx: ROW_PX, rowCount: lines.ids.length };
      const top = scrollTopFor(focus.row, at);
      if (top !== at.scrollTopPx) view.scrollTop = top;
    }
    scrollToColumn(view, focus.column, layout, isRightToLeft);
    tabStopOf(grid.current)?.focus({ preventScroll: true });
    // Only a move scrolls and focuses: new rows, columns or sizes leave the user where they look.
  }, [moves]);

  // React reports no blur for what it removes itself, so after every drawing a grid that had the focus still knows it.
  React.useLayoutEffect(() => {
    const element = grid.current;
    if (hasFocus.current && element?.ownerDocument.activeElement === element?.ownerDocument.body) {
      tabStopOf(element)?.focus({ preventScroll: true });
    }
  });

  return React.useMemo(
    () => ({ grid, onFocus: () => (hasFocus.current = true), onBlur: () => (hasFocus.current = false) }),
    [],
  );
}

/** The one element of the grid that Tab reaches. */
export const tabStopOf = (grid: HTMLElement | null): HTMLElement | null =>
  grid?.querySelector('[tabindex="0"]') ?? null;

function scrollToColumn(
  view: HTMLElement,
  column: number,
  { startsPx, widthsPx }: ColumnLayout,
  isRightToLeft: boolean,
): void {
  if (column === SELECT_COLUMN) return; // It sticks to the edge and is always in sight.
  // Right-to-left counts the scroll position downwards from 0.
  const direction = isRightToLeft ? -1 : 1;
  const scrollStartPx = view.scrollLeft * direction;
  const wantedPx = scrollStartFor(startsPx[column - 1] ?? 0, widthsPx[column - 1] ?? 0, {
    scrollStartPx,
    widthPx: view.clientWidth,
    coveredPx: SELECT_COLUMN_WIDTH_PX,
  });
  if (wantedPx !== scrollStartPx) view.scrollLeft = wantedPx * direction;
}
