import type { ColumnLayout, GridCommand, Position } from '../grid-core';
import { groupOn, SELECT_COLUMN } from '../grid-core';
import type { CellFocus } from './useCellFocus';
import type { ColumnResize } from './useColumnResize';
import type { ReasonTipControls } from './useReasonTip';
import type { VirtualGridProps } from './VirtualGrid';

/** What the grid's commands work on beside its props. */
export interface GridSurroundings {
  readonly layout: ColumnLayout;
  readonly resize: ColumnResize;
  readonly tip: ReasonTipControls;
  readonly cellFocus: CellFocus;
  /** Height in which rows are seen. */
  readonly heightPx: number;
}

/** Does what a key or the mouse asks for at a cell. */
export function runCommand(
  command: GridCommand,
  { at, cell }: { readonly at: Position; readonly cell: HTMLElement | null },
  props: VirtualGridProps,
  { layout, resize, tip }: GridSurroundings,
): void {
  const { columns, dispatch } = props;
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
    case 'fold': {
      const group = groupOn(props.lines, at.row);
      return group && props.onFold(group.key);
    }
    case 'sort':
      return column?.isSortable ? props.onSort(column.key, command.isAdding) : undefined;
    case 'openMenu':
      return column?.isFilterable && cell ? props.onOpenMenu(column.key, cell) : undefined;
    case 'resize':
      return column && resize.resizeBy(column.key, layout.widthsPx[at.column - 1] ?? 0, command.byPx);
  }
}

/** Opens what the cell's link says, else the row. On the check box it selects. */
function activate({ lines, rowOf, dispatch, onOpenRow, onOpenLookup }: VirtualGridProps, at: Position): void {
  const id = lines.ids[at.row];
  if (id === undefined || lines.groupById.has(id)) return;
  if (at.column === SELECT_COLUMN) return dispatch({ type: 'pressRow', at, mode: 'toggle' });
  const column = at.column - 1;
  if (rowOf(id).cells[column]?.opens === 'lookup') onOpenLookup(id, column);
  else onOpenRow(id);
}
