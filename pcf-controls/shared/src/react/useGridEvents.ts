import * as React from 'react';
import type { ColumnLayout, GridCommand, Position, PressMode } from '../grid-core';
import { commandOf, HEADER_ROW, pageRowsOf, SELECT_COLUMN } from '../grid-core';
import { ROW_PX } from './model';
import type { CellFocus } from './useCellFocus';
import type { ColumnResize } from './useColumnResize';
import type { ReasonTipControls } from './useReasonTip';
import type { VirtualGridProps } from './VirtualGrid';

export interface GridSurroundings {
  readonly layout: ColumnLayout;
  readonly resize: ColumnResize;
  readonly tip: ReasonTipControls;
  readonly cellFocus: CellFocus;
  /** Height in which rows are seen. */
  readonly heightPx: number;
}

export interface GridEvents {
  readonly onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => void;
  readonly onMouseDown: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onClick: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onDoubleClick: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onContextMenu: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onMouseOver: (event: React.MouseEvent<HTMLElement>) => void;
  readonly onMouseOut: () => void;
  readonly onFocus: (event: React.FocusEvent<HTMLElement>) => void;
  readonly onBlur: () => void;
}

/**
 * What the grid does on keys and the mouse. One handler of a kind for the whole grid, which finds the cell by its
 * attributes: rows stay light and need no functions of their own.
 */
export function useGridEvents(props: VirtualGridProps, surroundings: GridSurroundings): GridEvents {
  const { state, dispatch, columns } = props;
  const { tip, layout, resize, cellFocus } = surroundings;

  const run = (command: GridCommand, at: Position, cell: HTMLElement | null): void => {
    const column = columns[at.column - 1];
    switch (command.kind) {
      case 'move':
        return dispatch({ type: 'moveTo', to: command.to, isExtending: command.isExtending });
      case 'toggleRow':
        return dispatch({ type: 'pressRow', at, mode: 'toggle' });
      case 'extendToRow':
        return dispatch({ type: 'pressRow', at, mode: 'range' });
      case 'selectAll':
        return dispatch({ type: 'selectAll' });
      case 'toggleAll':
        return dispatch({ type: 'toggleAll' });
      case 'clear':
        return tip.tip ? tip.hide() : dispatch({ type: 'clear' });
      case 'activate':
        return activate(props, at);
      case 'sort':
        return column?.isSortable ? props.onSort(column.key, command.isAdding) : undefined;
      case 'openMenu':
        return column?.isFilterable && cell ? props.onOpenMenu(column.key, cell) : undefined;
      case 'resize':
        return column && resize.resizeBy(column.key, layout.widthsPx[at.column - 1] ?? 0, command.byPx);
    }
  };

  return {
    onKeyDown: (event) => {
      if (isButton(event.target)) return; // Enter and Space press the button itself.
      const { key, ctrlKey, metaKey, shiftKey: isShift, altKey: isAlt } = event;
      const extent = {
        rowCount: state.rowIds.length,
        columnCount: state.columnCount,
        pageRows: pageRowsOf({ heightPx: surroundings.heightPx, rowPx: ROW_PX }),
      };
      const press = { key, isCtrl: ctrlKey || metaKey, isShift, isAlt };
      const command = commandOf(press, state.focus, extent, props.isRightToLeft);
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      run(command, state.focus, cellOf(event.target));
    },
    onMouseDown: (event) => {
      if (event.shiftKey) event.preventDefault(); // Shift selects rows, not the text between two clicks.
    },
    onClick: (event) => {
      const at = positionOf(event.target);
      const cell = cellOf(event.target);
      if (!at || !cell || has(event.target, 'grip')) return;
      if (at.row === HEADER_ROW) {
        dispatch({ type: 'moveTo', to: at });
        if (at.column === SELECT_COLUMN) dispatch({ type: 'toggleAll' });
        else
          run(has(event.target, 'menu') ? { kind: 'openMenu' } : { kind: 'sort', isAdding: event.shiftKey }, at, cell);
        return;
      }
      const isLink = has(event.target, 'link');
      dispatch({ type: 'pressRow', at, mode: isLink ? 'none' : pressModeOf(event, at.column) });
      if (isLink) activate(props, at);
    },
    onDoubleClick: (event) => {
      const at = positionOf(event.target);
      const id = at && props.rowIds[at.row];
      if (id !== undefined && at?.column !== SELECT_COLUMN && !has(event.target, 'link')) props.onOpenRow(id);
    },
    onContextMenu: (event) => {
      const at = positionOf(event.target);
      if (at?.row !== HEADER_ROW || at.column === SELECT_COLUMN) return;
      event.preventDefault();
      dispatch({ type: 'moveTo', to: at });
      run({ kind: 'openMenu' }, at, cellOf(event.target));
    },
    onMouseOver: (event) => {
      const cell = cellOf(event.target);
      if (!cell) return;
      if (cell.getAttribute('role') === 'gridcell') titleWhatIsCut(cell);
      showReason(cell, false);
    },
    onMouseOut: tip.leave,
    onFocus: (event) => {
      const cell = cellOf(event.target);
      cellFocus.onFocus();
      if (cell) showReason(cell, true);
    },
    onBlur: () => {
      cellFocus.onBlur();
      tip.leave();
    },
  };

  function showReason(cell: HTMLElement, isImmediate: boolean): void {
    const id = props.rowIds[positionOf(cell)?.row ?? HEADER_ROW];
    if (id !== undefined && cell.dataset['reason']) {
      tip.show({ target: cell, reasons: props.rowOf(id).blockedBecause }, isImmediate);
    }
  }
}

/** A text that does not fit can be read on hover; measured only for the cell under the pointer. */
function titleWhatIsCut(cell: HTMLElement): void {
  const { scrollWidth, clientWidth } = cell.firstElementChild ?? cell;
  cell.title = scrollWidth > clientWidth ? (cell.textContent ?? '') : '';
}

/** Enter, or a click on a link: opens what the cell's link says, else the row. On the check box it selects. */
function activate({ rowIds, rowOf, dispatch, onOpenRow, onOpenLookup }: VirtualGridProps, at: Position): void {
  const id = rowIds[at.row];
  if (id === undefined) return;
  if (at.column === SELECT_COLUMN) return dispatch({ type: 'pressRow', at, mode: 'toggle' });
  const column = at.column - 1;
  if (rowOf(id).cells[column]?.opens === 'lookup') onOpenLookup(id, column);
  else onOpenRow(id);
}

/** How a click selects. The check boxes always keep what is selected elsewhere. */
function pressModeOf({ ctrlKey, metaKey, shiftKey }: React.MouseEvent, column: number): PressMode {
  const keepsOthers = ctrlKey || metaKey || column === SELECT_COLUMN;
  if (shiftKey) return keepsOthers ? 'addRange' : 'range';
  return keepsOthers ? 'toggle' : 'only';
}

const isElement = (target: EventTarget): target is HTMLElement => target instanceof Element;
const isButton = (target: EventTarget): boolean => isElement(target) && target.closest('button') !== null;
const has = (target: EventTarget, mark: string): boolean =>
  isElement(target) && target.closest(`[data-${mark}]`) !== null;
const cellOf = (target: EventTarget): HTMLElement | null =>
  isElement(target) ? target.closest<HTMLElement>('[data-column]') : null;

/** The cell that an event comes from, or undefined between cells. */
function positionOf(target: EventTarget): Position | undefined {
  const cell = cellOf(target);
  const row = cell?.closest<HTMLElement>('[data-row]');
  return cell && row ? { row: Number(row.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}
