import * as React from 'react';
import type { GridAction, GridLines, GridState } from '../grid-core';
import { fitToLines, initialGridState, reduceGrid } from '../grid-core';

/**
 * The grid's memory, always fitted to the lines it is given. While a refresh is under way (`isPartial`) rows that are
 * not there yet count as present, so that neither selection nor focus is lost.
 */
export function useGridState(
  lines: GridLines,
  columnCount: number,
  isPartial: boolean,
): readonly [GridState, (action: GridAction) => void] {
  const [stored, setStored] = React.useState(() => initialGridState(lines, columnCount));
  const fit = React.useCallback(
    (state: GridState) => (isPartial ? { ...state, lines, columnCount } : fitToLines(state, lines, columnCount)),
    [lines, columnCount, isPartial],
  );
  const state = React.useMemo(() => fit(stored), [fit, stored]);
  const dispatch = React.useCallback(
    (action: GridAction) => setStored((known) => reduceGrid(fit(known), action)),
    [fit],
  );
  return [state, dispatch];
}
