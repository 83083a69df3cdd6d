import * as React from 'react';
import type { ColumnLayout, ColumnWindow, RowWindow } from '../grid-core';
import { columnWindow, OVERSCAN_ROWS, rowWindow } from '../grid-core';
import { ROW_PX } from './model';
import type { ElementSize } from './useElementSize';

export type GridWindow = RowWindow & ColumnWindow;

const NOTHING: GridWindow = { first: 0, end: 0, firstColumn: 0, endColumn: 0 };

/** The cells to draw in a scrolling element of a size (undefined: not measured yet), and what to call when it scrolls. */
export function useGridWindow(
  ref: React.RefObject<HTMLElement>,
  size: ElementSize | undefined,
  layout: ColumnLayout,
  rowCount: number,
): readonly [GridWindow, () => void] {
  const [drawn, setDrawn] = React.useState(NOTHING);
  // The first paint shows what is in sight and nothing else; the overscan follows it.
  const isPainted = React.useRef(false);
  const update = React.useCallback(() => {
    const next = windowOf(ref.current, size, layout, rowCount, isPainted.current ? OVERSCAN_ROWS : 0);
    setDrawn((known) => (isSameWindow(known, next) ? known : next));
  }, [ref, size, layout, rowCount]);
  React.useLayoutEffect(update, [update]);
  React.useEffect(() => {
    isPainted.current = drawn.end > 0;
    update();
  }, [drawn.end, update]);
  return [drawn, update];
}

function windowOf(
  scroller: HTMLElement | null,
  size: ElementSize | undefined,
  layout: ColumnLayout,
  rowCount: number,
  overscanRows: number,
): GridWindow {
  if (!scroller || !size) return NOTHING;
  const viewport = { scrollTopPx: scroller.scrollTop, heightPx: size.heightPx, rowPx: ROW_PX, rowCount };
  const rows = rowWindow(viewport, overscanRows);
  // Right-to-left counts the scroll position downwards from 0.
  const columns = columnWindow(layout, { scrollStartPx: Math.abs(scroller.scrollLeft), widthPx: size.widthPx });
  return { ...rows, ...columns };
}

const isSameWindow = (left: GridWindow, right: GridWindow): boolean =>
  left.first === right.first &&
  left.end === right.end &&
  left.firstColumn === right.firstColumn &&
  left.endColumn === right.endColumn;
