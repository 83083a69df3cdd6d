import type { ShownRow } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { DayChoice, Leave } from './CellEditor';
import { CellEditor } from './CellEditor';
import type { EditableColumn, ScheduleColumn } from './columns';
import { columnIndex, EDITABLE, HEADINGS, isEditable } from './columns';
import type { Editing } from './editing';
import { editingOf, editOf } from './editing';
import type { RowEditor } from './RowLine';
import { isLockedCell, lockedText } from './RowLine';
import type { ScheduleGridProps } from './ScheduleGrid';
import type { GridFocus } from './useGridFocus';

export interface CellEditing {
  /** Opens a cell for typing, with the character that began it; a locked one says so. */
  readonly begin: (row: ShownRow, column: ScheduleColumn, typed?: string) => void;
  /** The open field of a row, if it has one. */
  readonly editorOf: (row: ShownRow, problemId: string) => RowEditor | undefined;
}

/** The one cell that is open for typing. What cannot be taken keeps it open and is said beside it. */
export function useCellEditing(props: ScheduleGridProps, focus: GridFocus): CellEditing {
  const { rows, figures, texts, dispatch, isSaving } = props;
  const [editing, setEditing] = React.useState<Editing>();

  const begin: CellEditing['begin'] = (row, column, typed) => {
    if (isSaving || !isEditable(column)) return;
    if (isLockedCell(row, column)) props.onSay(texts(lockedText(row)));
    else setEditing(editingOf(row, column, figures, typed));
  };
  /** Tab out of a cell leads to the next one of the row that can be typed into; past the last one it stays. */
  const goOn = ({ id, column }: Editing, by: 1 | -1): void => {
    const row = rows.find((each) => each.id === id);
    const free = EDITABLE.filter((each) => row && (each === column || !isLockedCell(row, each)));
    const next = free[free.indexOf(column) + by] as EditableColumn | undefined;
    focus.goTo(id, columnIndex(next ?? column));
    if (row && next) setEditing(editingOf(row, next, figures));
  };
  const commit = (leave: Leave, text = editing?.text ?? ''): void => {
    if (!editing) return;
    const edit = editOf({ ...editing, text }, figures);
    if ('problem' in edit) return setEditing({ ...editing, problem: edit.problem });
    setEditing(undefined);
    dispatch({ type: 'edit', id: editing.id, edit });
    if (leave === 'stay') focus.goTo(editing.id, columnIndex(editing.column));
    if (leave === 'next' || leave === 'previous') goOn(editing, leave === 'next' ? 1 : -1);
  };
  const cancel = (): void => {
    if (!editing) return;
    setEditing(undefined);
    focus.goTo(editing.id, columnIndex(editing.column));
  };
  const editorOf: CellEditing['editorOf'] = (row, problemId) => {
    if (editing?.id !== row.id) return undefined;
    const { column, text, problem } = editing;
    const typed = figures.dates.parse(text);
    const day: DayChoice | undefined =
      column === 'date'
        ? {
            date: 'date' in typed ? typed.date : row.date,
            look: props.calendar,
            onPick: (date) => commit('stay', figures.dates.typed(date)),
          }
        : undefined;
    const element = (
      <CellEditor
        key={column}
        label={`${texts(HEADINGS[column] ?? 'Schedule_Name')} ${row.name}`}
        isAmount={column === 'amount' || column === 'tax'}
        text={text}
        problemId={problem && problemId}
        day={day}
        texts={texts}
        onChange={(next) => setEditing({ ...editing, text: next, problem: undefined })}
        onCommit={(leave) => commit(leave)}
        onCancel={cancel}
      />
    );
    const words = problem && texts(problem, figures.date(row.date));
    return { column, element, problem: words, problemId };
  };
  return { begin, editorOf };
}
