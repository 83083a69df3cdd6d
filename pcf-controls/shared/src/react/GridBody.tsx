import * as React from 'react';
import { groupAround, groupState, titleColumnsOf } from '../grid-core';
import { GroupView } from './GroupView';
import { ROW_PX } from './model';
import { RowView } from './RowView';
import type { GridWindow } from './useGridWindow';
import type { VirtualGridProps } from './VirtualGrid';

export interface GridBodyProps {
  readonly grid: VirtualGridProps;
  readonly drawn: GridWindow;
}

/** The lines in sight, in a space as high as all of them. */
export function GridBody({ grid, drawn }: GridBodyProps): React.ReactElement {
  const { lines, state, linesExpected } = grid;
  const shown = linesShown(drawn.first, Math.min(drawn.end, lines.ids.length), state.focus.row, lines.ids.length);
  return (
    <div role="rowgroup" className="bbl-body" style={{ height: linesExpected * ROW_PX }}>
      {shown.map((index) => lineOf(grid, drawn, index))}
    </div>
  );
}

function lineOf(grid: VirtualGridProps, drawn: GridWindow, index: number): React.ReactElement {
  const { columns, lines, state, texts, rowsArePartial } = grid;
  const id = lines.ids[index] as string;
  const { focus, selection } = state;
  const focusColumn = focus.row === index ? focus.column : undefined;
  const group = lines.groupById.get(id);
  if (group) {
    return (
      <GroupView
        key={id}
        group={group}
        groupCount={lines.groups.length}
        isPartial={rowsArePartial}
        totals={grid.groupTotalsOf(group)}
        columns={columns}
        titleColumns={titleColumnsOf(columns)}
        firstColumn={drawn.firstColumn}
        endColumn={drawn.endColumn}
        checkState={groupState(selection, group.rowIds)}
        focusColumn={focusColumn}
        texts={texts}
      />
    );
  }
  const around = groupAround(lines, index);
  return (
    <RowView
      key={id}
      row={grid.rowOf(id)}
      index={index}
      columns={columns}
      firstColumn={drawn.firstColumn}
      endColumn={drawn.endColumn}
      isSelected={selection.ids.has(id)}
      focusColumn={focusColumn}
      positionInGroup={around && index - around.line}
      groupSize={around && (rowsArePartial ? -1 : around.rowIds.length)}
      reasonColumn={grid.reasonColumn}
      idPrefix={grid.idPrefix}
      texts={texts}
    />
  );
}

/** The lines of the window, and the focused one even when it is scrolled away: the browser's focus must not get lost. */
function linesShown(first: number, end: number, focusLine: number, lineCount: number): readonly number[] {
  const lines = Array.from({ length: Math.max(0, end - first) }, (_, at) => first + at);
  if (focusLine < 0 || focusLine >= lineCount || (focusLine >= first && focusLine < end)) return lines;
  return focusLine < first ? [focusLine, ...lines] : [...lines, focusLine];
}
