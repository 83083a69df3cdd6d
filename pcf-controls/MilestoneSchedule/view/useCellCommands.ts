import type { ScheduleCommand, ShownRow } from '@bbl/pcf-shared/schedule-core';
import { scheduleCommandOf } from '@bbl/pcf-shared/schedule-core';
import type * as React from 'react';
import type { ScheduleColumn } from './columns';
import { columnIndex, COLUMNS, isEditable } from './columns';
import type { ScheduleLine } from './lines';
import type { ScheduleGridProps } from './ScheduleGrid';
import type { CellEditing } from './useCellEditing';
import type { GridFocus } from './useGridFocus';

interface CellPorts {
  readonly focus: GridFocus;
  readonly lines: readonly ScheduleLine[];
  readonly expandedIds: ReadonlySet<string>;
  readonly setExpanded: (ids: ReadonlySet<string>) => void;
  readonly begin: CellEditing['begin'];
}

/** Where a press or key is. The header has no line. */
interface Place {
  readonly line: ScheduleLine | undefined;
  readonly column: ScheduleColumn;
}

/** What presses and keys do to the cells of the schedule. */
export function useCellCommands(props: ScheduleGridProps, ports: CellPorts) {
  const { focus, lines, begin } = ports;
  const selection = selectionOf(props);
  const expand = expanderOf(ports);

  /** The question before it takes the focus, and gives it back late or not at all. */
  const remove = async (row: ShownRow, column: ScheduleColumn, ids: readonly string[]): Promise<void> => {
    await props.onRemove(ids);
    focus.goTo(row.id, columnIndex(column));
  };
  const activate = (row: ShownRow, column: ScheduleColumn): void => {
    if (column === 'select') selection.toggle(row.id);
    else if (column === 'open' && row.state !== 'added') props.onOpen(row.id);
    else if (column === 'remove' && row.state === 'removed') props.dispatch({ type: 'restore', id: row.id });
    else if (column === 'remove') void remove(row, column, [row.id]);
    else begin(row, column);
  };
  /** Commands that need no row. @returns false for all others. */
  const runAnywhere = ({ kind }: ScheduleCommand): boolean => {
    if (kind === 'undo' || kind === 'redo') props.dispatch({ type: kind });
    else if (kind === 'save') props.onSave();
    else if (kind === 'add') props.onAdd();
    else if (kind === 'selectAll') selection.all();
    else return false;
    return true;
  };
  /** Commands of a row; customers below it know those that concern their milestone. @returns whether the key was used. */
  const runOnRow = (command: ScheduleCommand, row: ShownRow, column: ScheduleColumn, isSplit: boolean): boolean => {
    switch (command.kind) {
      case 'select':
        selection.toggle(row.id);
        return true;
      case 'shift':
        if (row.locks.date) props.onSay(props.texts('Schedule_Locked'));
        props.dispatch({ type: 'shift', ids: selection.meant(row.id), days: command.days });
        return true;
      case 'expand':
        expand(row.id, command.isExpanded);
        if (isSplit && !command.isExpanded) focus.goTo(row.id, columnIndex(column));
        return true;
      case 'remove':
        if (!isSplit) void remove(row, column, selection.meant(row.id));
        return true;
      case 'edit':
        if (!isSplit) activate(row, column);
        return true;
      case 'type':
        if (!isSplit) begin(row, column, command.text);
        return isEditable(column);
      default:
        return false;
    }
  };
  const run = (command: ScheduleCommand, { line, column }: Place): boolean => {
    if (runAnywhere(command)) return true;
    if (line) return runOnRow(command, line.row, column, line.kind === 'split');
    const isPress = command.kind === 'edit' || command.kind === 'select';
    if (isPress && column === 'select') selection.toggleAll();
    return isPress;
  };

  const onKeyDown = (event: React.KeyboardEvent): void => {
    const { key, shiftKey, altKey } = event;
    const isCtrl = event.ctrlKey || event.metaKey;
    const command = scheduleCommandOf({ key, isCtrl, isShift: shiftKey, isAlt: altKey }, props.isRightToLeft);
    const column = COLUMNS[focus.at.column] as ScheduleColumn;
    const isUsed = command
      ? run(command, { line: focus.line, column })
      : !altKey && focus.move(mirrored(key, props.isRightToLeft), isCtrl);
    if (isUsed) event.preventDefault();
  };
  const onClick = (event: React.MouseEvent): void => {
    const place = placeOf(event, lines);
    if (!place) return;
    const { line, column } = place;
    focus.goTo(line?.key, columnIndex(column));
    if (!line && column === 'select') selection.toggleAll();
    if (line?.kind !== 'row') return;
    const isExpander = (event.target as HTMLElement).closest('[data-expander]') !== null;
    if (isExpander) expand(line.row.id, !ports.expandedIds.has(line.row.id));
    else activate(line.row, column);
  };
  const onDoubleClick = (event: React.MouseEvent): void => {
    const place = placeOf(event, lines);
    const isFigure = place && !isEditable(place.column) && !ACTING.includes(place.column);
    if (isFigure && place.line && place.line.row.state !== 'added') props.onOpen(place.line.row.id);
  };
  const onFocus = (event: React.FocusEvent): void => {
    const place = placeOf(event, lines);
    if (place) focus.follow(place.line?.key, columnIndex(place.column));
  };
  return { onKeyDown, onClick, onDoubleClick, onFocus };
}

/** Cells that act on a single press. */
const ACTING: readonly ScheduleColumn[] = ['select', 'open', 'remove'];

function selectionOf({ rows, selectedIds, onSelect }: ScheduleGridProps) {
  const all = (): void => onSelect(new Set(rows.map(({ id }) => id)));
  return {
    all,
    toggle: (id: string): void => {
      const next = new Set(selectedIds);
      if (!next.delete(id)) next.add(id);
      onSelect(next);
    },
    toggleAll: (): void => (selectedIds.size >= rows.length ? onSelect(new Set()) : all()),
    /** A command on a selected row is meant for all of them. */
    meant: (id: string): readonly string[] => (selectedIds.has(id) ? [...selectedIds] : [id]),
  };
}

const expanderOf =
  ({ expandedIds, setExpanded }: CellPorts) =>
  (id: string, isExpanded: boolean): void => {
    const next = new Set(expandedIds);
    if (isExpanded) next.add(id);
    else next.delete(id);
    setExpanded(next);
  };

/** The cell of an event; none inside a field, which is its own. */
function placeOf(event: React.SyntheticEvent, lines: readonly ScheduleLine[]): Place | undefined {
  const target = event.target as HTMLElement;
  if (target.tagName === 'INPUT') return undefined;
  const cell = target.closest<HTMLElement>('[data-column]');
  const key = target.closest<HTMLElement>('[data-line]')?.dataset['line'];
  const column = COLUMNS[Number(cell?.dataset['column'])];
  return cell && column ? { line: lines.find((line) => line.key === key), column } : undefined;
}

function mirrored(key: string, isRightToLeft: boolean): string {
  if (!isRightToLeft) return key;
  return key === 'ArrowLeft' ? 'ArrowRight' : key === 'ArrowRight' ? 'ArrowLeft' : key;
}
