import * as React from 'react';
import type { GridColumn } from '../grid-core';
import { isEndAligned, SELECT_COLUMN } from '../grid-core';
import { CheckIcon, LockIcon } from './icons';
import type { GridCell, GridRow } from './model';
import { ROW_PX } from './model';
import type { Texts } from './texts';

export interface RowViewProps {
  readonly row: GridRow;
  readonly index: number;
  readonly columns: readonly GridColumn[];
  /** The columns in sight, by their index: only they are drawn, and the focused one. */
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly isSelected: boolean;
  /** The column of this row that holds the grid's tab stop, or undefined. */
  readonly focusColumn: number | undefined;
  /** Counted from 1, and out of how many (-1: nobody knows yet); undefined while rows are not grouped. */
  readonly positionInGroup: number | undefined;
  readonly groupSize: number | undefined;
  /** Index in `columns` of the column where a blocked row says why. */
  readonly reasonColumn: number;
  /** Makes ids unique on the page. */
  readonly idPrefix: string;
  readonly texts: Texts;
}

/** One row. Memoised: scrolling, selecting and moving draw only the rows that differ. */
export const RowView = React.memo(function RowView(props: RowViewProps): React.ReactElement {
  const { row, index, isSelected, focusColumn, positionInGroup, reasonColumn, idPrefix, texts } = props;
  const isBlocked = row.blockedBecause.length > 0;
  const reasonId = isBlocked ? `${idPrefix}-why-${index}` : undefined;
  return (
    <div
      role="row"
      className={isSelected ? 'bbl-row bbl-selected' : 'bbl-row'}
      aria-rowindex={index + 2}
      aria-level={positionInGroup && 2}
      aria-setsize={props.groupSize}
      aria-posinset={positionInGroup}
      aria-selected={isSelected}
      data-row={index}
      style={{ top: index * ROW_PX }}
    >
      <div role="gridcell" className="bbl-cell bbl-check" aria-colindex={1} data-column={SELECT_COLUMN}>
        <span
          role="checkbox"
          className="bbl-box"
          aria-checked={isSelected}
          aria-label={texts('Grid_SelectRow', row.label)}
          aria-describedby={reasonId}
          tabIndex={tabIndexOf(focusColumn === SELECT_COLUMN)}
        >
          <CheckIcon />
        </span>
      </div>
      {columnsShown(props).map((at, place) => cellOf(props, at, place > 0, at === reasonColumn ? reasonId : undefined))}
      {isBlocked && (
        <span id={reasonId} hidden>
          {texts('Grid_Blocked')} {[...row.blockedBecause, ...row.remarks].join(' ')}
        </span>
      )}
    </div>
  );
});

const EMPTY: GridCell = { text: '' };

/** The columns in sight, and the focused one even when it is scrolled away. */
function columnsShown({ firstColumn, endColumn, focusColumn = SELECT_COLUMN }: RowViewProps): readonly number[] {
  const shown = Array.from({ length: endColumn - firstColumn }, (_, at) => firstColumn + at);
  const focused = focusColumn - 1;
  if (focusColumn === SELECT_COLUMN || (focused >= firstColumn && focused < endColumn)) return shown;
  return focused < firstColumn ? [focused, ...shown] : [...shown, focused];
}

/** -1 is left out where nothing is focused: thousands of cells stay lighter. */
const tabIndexOf = (isFocused: boolean): 0 | -1 => (isFocused ? 0 : -1);

/** One cell, made without a component of its own: that would double what React keeps for a row. */
function cellOf(
  { row, columns, firstColumn, endColumn, focusColumn }: RowViewProps,
  at: number,
  follows: boolean,
  reasonId: string | undefined,
): React.ReactElement {
  const cell = row.cells[at] ?? EMPTY;
  const tabIndex = focusColumn === at + 1 ? 0 : undefined;
  // Cells follow each other by themselves; only where columns are left out before a cell its place must be told.
  const isPlaced = follows && at > firstColumn && at < endColumn;
  return (
    <div
      key={at}
      role="gridcell"
      className={isEndAligned(columns[at] as GridColumn) ? 'bbl-cell bbl-end' : 'bbl-cell'}
      aria-colindex={at + 2}
      aria-describedby={reasonId}
      data-column={at + 1}
      data-reason={reasonId && true}
      tabIndex={cell.opens ? undefined : tabIndex}
      style={isPlaced ? undefined : { gridColumn: at + 2 }}
    >
      {contentOf(cell, tabIndex)}
      {reasonId && <LockIcon />}
    </div>
  );
}

function contentOf({ text, tone, opens }: GridCell, tabIndex: number | undefined): React.ReactNode {
  if (tone) return <span className={`bbl-badge bbl-${tone}`}>{text}</span>;
  if (opens === undefined) return text;
  return (
    <span role="link" className="bbl-link" data-link={opens} tabIndex={tabIndex ?? -1}>
      {text}
    </span>
  );
}
