import * as React from 'react';
import type { ChosenWidths } from '../grid-core';
import { resizeColumn } from '../grid-core';

export interface ColumnResize {
  readonly chosen: ChosenWidths;
  readonly resizeBy: (key: string, shownPx: number, byPx: number) => void;
  /** Back to the width that the view asks for. */
  readonly reset: (key: string) => void;
  /** Starts dragging a column's edge; `element` is the grip, which holds the pointer until it is released. */
  readonly startDrag: (event: React.PointerEvent<HTMLElement>, key: string, shownPx: number) => void;
}

/** The widths that the user has chosen in this grid, by key and by dragging. */
export function useColumnResize(isRightToLeft: boolean): ColumnResize {
  const [chosen, setChosen] = React.useState<ChosenWidths>(new Map());
  const resizeBy = React.useCallback(
    (key: string, shownPx: number, byPx: number) => setChosen((known) => resizeColumn(known, key, shownPx, byPx)),
    [],
  );
  const reset = React.useCallback((key: string) => {
    setChosen((known) => new Map([...known].filter(([other]) => other !== key)));
  }, []);
  const startDrag = React.useCallback(
    (event: React.PointerEvent<HTMLElement>, key: string, shownPx: number) => {
      const grip = event.currentTarget;
      const startX = event.clientX;
      const direction = isRightToLeft ? -1 : 1;
      const drag = ({ clientX }: PointerEvent): void => resizeBy(key, shownPx, (clientX - startX) * direction);
      const end = (): void => {
        grip.removeEventListener('pointermove', drag);
        grip.removeEventListener('pointerup', end);
        grip.removeEventListener('pointercancel', end);
      };
      event.preventDefault();
      grip.setPointerCapture(event.pointerId);
      grip.addEventListener('pointermove', drag);
      grip.addEventListener('pointerup', end);
      grip.addEventListener('pointercancel', end);
    },
    [isRightToLeft, resizeBy],
  );
  return React.useMemo(() => ({ chosen, resizeBy, reset, startDrag }), [chosen, resizeBy, reset, startDrag]);
}
