import * as React from 'react';
import type { RowWindow } from '../grid-core';
import { rowWindow } from '../grid-core';
import { ROW_PX } from './model';

const NOTHING: RowWindow = { first: 0, end: 0 };

/** The rows to draw in a scrolling element, and what to call when it scrolls. `heightPx` undefined: not measured yet. */
export function useRowWindow(
  ref: React.RefObject<HTMLElement>,
  heightPx: number | undefined,
  rowCount: number,
): readonly [RowWindow, () => void] {
  const [drawn, setDrawn] = React.useState(NOTHING);
  const update = React.useCallback(() => {
    const scrollTopPx = ref.current?.scrollTop ?? 0;
    const next = heightPx === undefined ? NOTHING : rowWindow({ scrollTopPx, heightPx, rowPx: ROW_PX, rowCount });
    setDrawn((known) => (known.first === next.first && known.end === next.end ? known : next));
  }, [ref, heightPx, rowCount]);
  React.useLayoutEffect(update, [update]);
  return [drawn, update];
}
