import type { Position } from './focus';
import { clampPosition, HEADER_ROW } from './focus';
import type { GridLines } from './lines';
import type { Selection } from './selection';
import {
  clearSelection,
  extendTo,
  NO_SELECTION,
  retainRows,
  selectAll,
  selectAllState,
  selectOnly,
  toggleRow,
  toggleRows,
} from './selection';

/** What a grid remembers between two looks at its rows. */
export interface GridState {
  readonly selection: Selection;
  /** Rows of a position are lines here: the grid's rows, or its groups and the rows below them. */
  readonly focus: Position;
  /** The line under the focus, to find it again when lines move; undefined in the header. */
  readonly focusLineId: string | undefined;
  /** Counts the user's moves: the view moves the browser's focus when it grows, and only then. */
  readonly moves: number;
  /** The lines and columns that this state was last fitted to. */
  readonly lines: GridLines;
  readonly columnCount: number;
}

/** How a press of the mouse on a line selects. */
export type PressMode = 'only' | 'toggle' | 'range' | 'addRange' | 'none';

export type GridAction =
  | { readonly type: 'moveTo'; readonly to: Position; readonly isExtending?: boolean }
  | { readonly type: 'pressRow'; readonly at: Position; readonly mode: PressMode }
  | { readonly type: 'selectAll' }
  | { readonly type: 'toggleAll' }
  | { readonly type: 'clear' };

export const initialGridState = (lines: GridLines, columnCount: number): GridState => ({
  selection: NO_SELECTION,
  focus: clampPosition({ row: 0, column: 1 }, { rowCount: lines.ids.length, columnCount }),
  focusLineId: lines.ids[0],
  moves: 0,
  lines,
  columnCount,
});

/** The state fitted to the lines that are there now: selected rows that are gone drop out, the focus follows its line. */
export function fitToLines(state: GridState, lines: GridLines, columnCount: number): GridState {
  if (state.lines === lines && state.columnCount === columnCount) return state;
  const { focusLineId } = state;
  const { ids } = lines;
  const found = focusLineId === undefined ? -1 : ids.indexOf(focusLineId);
  // Without a line to follow the focus keeps its place; from the header of an empty grid it comes down to the first row.
  const row = found >= 0 ? found : state.lines.ids.length === 0 ? 0 : state.focus.row;
  const focus = clampPosition({ row, column: state.focus.column }, { rowCount: ids.length, columnCount });
  return {
    ...state,
    selection: retainRows(state.selection, lines),
    focus,
    focusLineId: ids[focus.row],
    lines,
    columnCount,
  };
}

/** The state after an action of the user. Pure; works on the lines that the state was fitted to. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  const { selection, lines } = state;
  switch (action.type) {
    case 'moveTo': {
      const moved = focused(state, action.to);
      const { focusLineId } = moved;
      if (focusLineId === undefined) return moved;
      // The next range starts from the line reached without shift, or from where the focus was before the first move.
      if (!action.isExtending) return { ...moved, selection: { ...selection, anchorId: focusLineId } };
      const anchorId = selection.anchorId ?? state.focusLineId;
      return { ...moved, selection: extendTo({ ...selection, anchorId }, focusLineId, lines) };
    }
    case 'pressRow': {
      const moved = focused(state, action.at);
      return moved.focusLineId === undefined
        ? moved
        : { ...moved, selection: pressed(selection, moved.focusLineId, lines, action.mode) };
    }
    case 'selectAll':
      return { ...state, selection: selectAll(selection, lines.rowIds) };
    case 'toggleAll':
      return {
        ...state,
        selection:
          selectAllState(selection, lines.rowIds.length) === 'all'
            ? clearSelection(selection)
            : selectAll(selection, lines.rowIds),
      };
    case 'clear':
      return selection.ids.size === 0 ? state : { ...state, selection: clearSelection(selection) };
  }
}

function focused(state: GridState, to: Position): GridState {
  const { ids } = state.lines;
  const focus = clampPosition(to, { rowCount: ids.length, columnCount: state.columnCount });
  return {
    ...state,
    focus,
    focusLineId: focus.row === HEADER_ROW ? undefined : ids[focus.row],
    moves: state.moves + 1,
  };
}

function pressed(selection: Selection, lineId: string, lines: GridLines, mode: PressMode): Selection {
  const group = lines.groupById.get(lineId);
  switch (mode) {
    case 'only':
      return group ? toggleRows(NO_SELECTION, group.rowIds, lineId) : selectOnly(lineId);
    case 'toggle':
      return group ? toggleRows(selection, group.rowIds, lineId) : toggleRow(selection, lineId);
    case 'range':
      return extendTo(selection, lineId, lines);
    case 'addRange':
      return extendTo(selection, lineId, lines, true);
    case 'none':
      return selection;
  }
}
