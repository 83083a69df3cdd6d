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
  readonly isSelected: boolean;
  /** The column of this row that holds the grid's tab stop, or undefined. */
  readonly focusColumn: number | undefined;
  /** Index in `columns` of the column where a blocked row says why. */
  readonly reasonColumn: number;
  /** Makes ids unique on the page. */
  readonly idPrefix: string;
  readonly texts: Texts;
}

/** One row. Memoised: scrolling, selecting and moving draw only the rows that differ. */
export const RowView = React.memo(function RowView(props: RowViewProps): React.ReactElement {
  const { row, index, columns, isSelected, focusColumn, reasonColumn, idPrefix, texts } = props;
  const isBlocked = row.blockedBecause.length > 0;
  const reasonId = isBlocked ? `${idPrefix}-why-${index}` : undefined;
  return (
    <div
      role="row"
      className={isSelected ? 'bbl-row bbl-selected' : 'bbl-row'}
      aria-rowindex={index + 2}
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
      {columns.map((column, at) => (
        <CellView
          key={column.key}
          cell={row.cells[at] ?? EMPTY}
          column={column}
          columnNumber={at + 1}
          isFocused={focusColumn === at + 1}
          reasonId={at === reasonColumn ? reasonId : undefined}
        />
      ))}
      {isBlocked && (
        <span id={reasonId} hidden>
          {texts('Grid_Blocked')} {row.blockedBecause.join(' ')}
        </span>
      )}
    </div>
  );
});

const EMPTY: GridCell = { text: '' };

/** -1 is left out where nothing is focused: thousands of cells stay lighter. */
const tabIndexOf = (isFocused: boolean): 0 | -1 => (isFocused ? 0 : -1);

interface CellViewProps {
  readonly cell: GridCell;
  readonly column: GridColumn;
  readonly columnNumber: number;
  readonly isFocused: boolean;
  readonly reasonId: string | undefined;
}

/** A plain function, called for each cell: a component per cell would double what React keeps for a row. */
function CellView({ cell, column, columnNumber, isFocused, reasonId }: CellViewProps): React.ReactElement {
  const tabIndex = isFocused ? 0 : undefined;
  return (
    <div
      role="gridcell"
      className={isEndAligned(column) ? 'bbl-cell bbl-end' : 'bbl-cell'}
      aria-colindex={columnNumber + 1}
      aria-describedby={reasonId}
      data-column={columnNumber}
      data-reason={reasonId && true}
      tabIndex={cell.opens ? undefined : tabIndex}
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
