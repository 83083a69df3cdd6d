import type { Position } from '@bbl/pcf-shared/grid-core';
import { clampPosition, HEADER_ROW, movedBy } from '@bbl/pcf-shared/grid-core';
import * as React from 'react';
import { columnIndex, COLUMNS } from './columns';
import type { ScheduleLine } from './lines';

/** Rows that PageUp and PageDown pass. */
const PAGE_ROWS = 10;

export interface GridFocus {
  readonly grid: React.RefObject<HTMLDivElement>;
  /** The cell with the grid's tab stop; row −1 is the header. */
  readonly at: Position;
  readonly line: ScheduleLine | undefined;
  /** Moves by a key; false when it is no key of movement. */
  readonly move: (key: string, isFar: boolean) => boolean;
  readonly goTo: (lineKey: string | undefined, column: number) => void;
  /** The browser has moved the focus by itself, as a screen reader does: the tab stop follows. */
  readonly follow: (lineKey: string | undefined, column: number) => void;
}

/** One tab stop that follows its line, wherever edits move it; the browser's focus follows the user's moves alone. */
export function useGridFocus(lines: readonly ScheduleLine[]): GridFocus {
  const grid = React.useRef<HTMLDivElement>(null);
  const [focus, setFocus] = React.useState({
    key: undefined as string | undefined,
    row: 0,
    column: columnIndex('name'),
    moves: 0,
  });
  const extent = { rowCount: lines.length, columnCount: COLUMNS.length, pageRows: PAGE_ROWS };
  const found = lines.findIndex(({ key }) => key === focus.key);
  const at = clampPosition({ row: found >= 0 ? found : focus.row, column: focus.column }, extent);

  const take = (to: Position): void => setFocus(({ moves }) => ({ ...to, key: lines[to.row]?.key, moves: moves + 1 }));
  React.useLayoutEffect(() => {
    if (focus.moves === 0) return;
    tabStopOf(grid.current)?.focus();
    // The tab stop can move because rows do; the focus goes along only when it was here.
  }, [focus.moves]);
  React.useLayoutEffect(() => {
    const element = grid.current;
    const active = element?.ownerDocument.activeElement;
    if (focus.moves > 0 && active && element?.contains(active) && active.tagName !== 'INPUT')
      tabStopOf(element)?.focus();
  }, [at.row, at.column]);

  const rowOf = (lineKey: string | undefined): number =>
    lineKey === undefined ? HEADER_ROW : lines.findIndex(({ key }) => key === lineKey);
  return {
    grid,
    at,
    line: lines[at.row],
    move: (key, isFar) => {
      const to = movedBy(key, at, isFar, extent);
      if (to) take(to);
      return to !== undefined;
    },
    goTo: (lineKey, column) =>
      setFocus(({ moves }) => ({ key: lineKey, row: rowOf(lineKey), column, moves: moves + 1 })),
    follow: (lineKey, column) => {
      if (lineKey === lines[at.row]?.key && column === at.column) return;
      setFocus(({ moves }) => ({ key: lineKey, row: rowOf(lineKey), column, moves }));
    },
  };
}

/** The one element of the grid that Tab reaches. */
const tabStopOf = (grid: HTMLElement | null): HTMLElement | null => grid?.querySelector('[tabindex="0"]') ?? null;
