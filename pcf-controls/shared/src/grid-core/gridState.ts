import type { Position } from './focus';
import { clampPosition, HEADER_ROW } from './focus';
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
} from './selection';

/** What a grid remembers between two looks at its rows. */
export interface GridState {
  readonly selection: Selection;
  readonly focus: Position;
  /** The row under the focus, to find it again when rows move; undefined in the header. */
  readonly focusRowId: string | undefined;
  /** Counts the user's moves: the view moves the browser's focus when it grows, and only then. */
  readonly moves: number;
  /** The rows and columns that this state was last fitted to. */
  readonly rowIds: readonly string[];
  readonly columnCount: number;
}

/** How a press of the mouse on a row selects. */
export type PressMode = 'only' | 'toggle' | 'range' | 'addRange' | 'none';

export type GridAction =
  | { readonly type: 'moveTo'; readonly to: Position; readonly isExtending?: boolean }
  | { readonly type: 'pressRow'; readonly at: Position; readonly mode: PressMode }
  | { readonly type: 'selectAll' }
  | { readonly type: 'toggleAll' }
  | { readonly type: 'clear' };

export const initialGridState = (rowIds: readonly string[], columnCount: number): GridState => ({
  selection: NO_SELECTION,
  focus: clampPosition({ row: 0, column: 1 }, { rowCount: rowIds.length, columnCount }),
  focusRowId: rowIds[0],
  moves: 0,
  rowIds,
  columnCount,
});

/** The state fitted to the rows that are there now: selected rows that are gone drop out, the focus follows its row. */
export function fitToRows(state: GridState, rowIds: readonly string[], columnCount: number): GridState {
  if (state.rowIds === rowIds && state.columnCount === columnCount) return state;
  const { focusRowId } = state;
  const found = focusRowId === undefined ? -1 : rowIds.indexOf(focusRowId);
  // Without a row to follow the focus keeps its place; from the header of an empty grid it comes down to the first row.
  const row = found >= 0 ? found : state.rowIds.length === 0 ? 0 : state.focus.row;
  const focus = clampPosition({ row, column: state.focus.column }, { rowCount: rowIds.length, columnCount });
  return {
    ...state,
    selection: retainRows(state.selection, rowIds),
    focus,
    focusRowId: rowIds[focus.row],
    rowIds,
    columnCount,
  };
}

/** The state after an action of the user. Pure; works on the rows that the state was fitted to. */
export function reduceGrid(state: GridState, action: GridAction): GridState {
  const { selection, rowIds } = state;
  switch (action.type) {
    case 'moveTo': {
      const moved = focused(state, action.to);
      const { focusRowId } = moved;
      if (focusRowId === undefined) return moved;
      // The next range starts from the row reached without shift, or from where the focus was before the first move.
      if (!action.isExtending) return { ...moved, selection: { ...selection, anchorId: focusRowId } };
      const anchorId = selection.anchorId ?? state.focusRowId;
      return { ...moved, selection: extendTo({ ...selection, anchorId }, focusRowId, rowIds) };
    }
    case 'pressRow': {
      const moved = focused(state, action.at);
      return moved.focusRowId === undefined
        ? moved
        : { ...moved, selection: pressed(selection, moved.focusRowId, rowIds, action.mode) };
    }
    case 'selectAll':
      return { ...state, selection: selectAll(selection, rowIds) };
    case 'toggleAll':
      return {
        ...state,
        selection:
          selectAllState(selection, rowIds.length) === 'all' ? clearSelection(selection) : selectAll(selection, rowIds),
      };
    case 'clear':
      return selection.ids.size === 0 ? state : { ...state, selection: clearSelection(selection) };
  }
}

function focused(state: GridState, to: Position): GridState {
  const focus = clampPosition(to, { rowCount: state.rowIds.length, columnCount: state.columnCount });
  return {
    ...state,
    focus,
    focusRowId: focus.row === HEADER_ROW ? undefined : state.rowIds[focus.row],
    moves: state.moves + 1,
  };
}

function pressed(selection: Selection, id: string, rowIds: readonly string[], mode: PressMode): Selection {
  switch (mode) {
    case 'only':
      return selectOnly(id);
    case 'toggle':
      return toggleRow(selection, id);
    case 'range':
      return extendTo(selection, id, rowIds);
    case 'addRange':
      return extendTo(selection, id, rowIds, true);
    case 'none':
      return selection;
  }
}
