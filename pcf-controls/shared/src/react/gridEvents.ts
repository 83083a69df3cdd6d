import type * as React from 'react';
import type { GridCommand, GroupKeys, Position, PressMode } from '../grid-core';
import { commandOf, groupAround, groupOn, HEADER_ROW, pageRowsOf, SELECT_COLUMN, titleColumnsOf } from '../grid-core';
import { cellOf, isButton, isOn, positionOf, titleWhatIsCut } from './cellTargets';
import type { GridSurroundings } from './gridCommands';
import { runCommand } from './gridCommands';
import { ROW_PX } from './model';
import type { VirtualGridProps } from './VirtualGrid';

export type GridEvents = Required<
  Pick<
    React.DOMAttributes<HTMLElement>,
    | 'onKeyDown'
    | 'onMouseDown'
    | 'onClick'
    | 'onDoubleClick'
    | 'onContextMenu'
    | 'onMouseOver'
    | 'onMouseOut'
    | 'onFocus'
    | 'onBlur'
  >
>;

/**
 * What the grid does on keys and the mouse. One handler of a kind for the whole grid, which finds the cell by its
 * attributes: rows stay light and need no functions of their own.
 */
export function gridEvents(props: VirtualGridProps, surroundings: GridSurroundings): GridEvents {
  const { state, dispatch } = props;
  const { tip, cellFocus } = surroundings;
  const run = (command: GridCommand, at: Position, target: EventTarget): void =>
    runCommand(command, { at, cell: cellOf(target) }, props, surroundings);

  const showReason = (cell: HTMLElement, isImmediate: boolean): void => {
    const id = props.lines.ids[positionOf(cell)?.row ?? HEADER_ROW];
    if (id === undefined || !cell.dataset['reason']) return;
    const { blockedBecause: reasons, remarks } = props.rowOf(id);
    tip.show({ target: cell, reasons, remarks }, isImmediate);
  };

  return {
    onKeyDown: (event) => {
      if (isButton(event.target)) return; // Enter and Space press the button itself.
      const extent = extentOf(props, surroundings);
      const command = commandOf(pressOf(event), state.focus, extent, props.isRightToLeft, groupKeysOf(props));
      if (!command) return;
      event.preventDefault();
      event.stopPropagation();
      run(command, state.focus, event.target);
    },
    onMouseDown: (event) => {
      if (event.shiftKey) event.preventDefault(); // Shift selects rows, not the text between two clicks.
    },
    onClick: (event) => {
      const at = positionOf(event.target);
      if (!at || isOn(event.target, 'grip')) return;
      if (at.row === HEADER_ROW) {
        dispatch({ type: 'moveTo', to: at });
        run(headerClick(event, at.column), at, event.target);
        return;
      }
      if (groupOn(props.lines, at.row) && at.column !== SELECT_COLUMN && !event.shiftKey) {
        dispatch({ type: 'moveTo', to: at });
        run({ kind: 'fold' }, at, event.target);
        return;
      }
      const isLink = isOn(event.target, 'link');
      dispatch({ type: 'pressRow', at, mode: isLink ? 'none' : pressModeOf(event, at.column) });
      if (isLink) run({ kind: 'activate' }, at, event.target);
    },
    onDoubleClick: (event) => {
      const at = positionOf(event.target);
      const id = at && props.lines.ids[at.row];
      if (id === undefined || props.lines.groupById.has(id)) return;
      if (at?.column !== SELECT_COLUMN && !isOn(event.target, 'link')) props.onOpenRow(id);
    },
    onContextMenu: (event) => {
      const at = positionOf(event.target);
      if (at?.row !== HEADER_ROW || at.column === SELECT_COLUMN) return;
      event.preventDefault();
      dispatch({ type: 'moveTo', to: at });
      run({ kind: 'openMenu' }, at, event.target);
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
}

const pressOf = ({ key, ctrlKey, metaKey, shiftKey, altKey }: React.KeyboardEvent) => ({
  key,
  isCtrl: ctrlKey || metaKey,
  isShift: shiftKey,
  isAlt: altKey,
});

const extentOf = ({ state }: VirtualGridProps, { heightPx }: GridSurroundings) => ({
  rowCount: state.lines.ids.length,
  columnCount: state.columnCount,
  pageRows: pageRowsOf({ heightPx, rowPx: ROW_PX }),
});

function groupKeysOf({ lines, state, columns }: VirtualGridProps): GroupKeys | undefined {
  const group = groupAround(lines, state.focus.row);
  return group && { isExpanded: group.isExpanded, titleColumns: titleColumnsOf(columns), line: group.line };
}

function headerClick(event: React.MouseEvent, column: number): GridCommand {
  if (column === SELECT_COLUMN) return { kind: 'toggleAll' };
  return isOn(event.target, 'menu') ? { kind: 'openMenu' } : { kind: 'sort', isAdding: event.shiftKey };
}

/** How a click selects. The check boxes always keep what is selected elsewhere. */
function pressModeOf({ ctrlKey, metaKey, shiftKey }: React.MouseEvent, column: number): PressMode {
  const keepsOthers = ctrlKey || metaKey || column === SELECT_COLUMN;
  if (shiftKey) return keepsOthers ? 'addRange' : 'range';
  return keepsOthers ? 'toggle' : 'only';
}
