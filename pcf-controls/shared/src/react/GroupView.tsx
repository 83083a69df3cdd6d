import * as React from 'react';
import type { CheckState, GridColumn, GroupLine } from '../grid-core';
import { SELECT_COLUMN } from '../grid-core';
import { FoldIcon } from './icons';
import type { AmountText, ColumnTotal } from './model';
import { amountsText, ROW_PX } from './model';
import { SelectBox } from './SelectBox';
import type { Texts } from './texts';

export interface GroupViewProps {
  readonly group: GroupLine;
  /** Groups in all, as far as rows are loaded. */
  readonly groupCount: number;
  /** More rows may follow, so that its count and its sums are not the last word. */
  readonly isPartial: boolean;
  readonly totals: readonly ColumnTotal[];
  readonly columns: readonly GridColumn[];
  readonly titleColumns: number;
  readonly firstColumn: number;
  readonly endColumn: number;
  readonly checkState: CheckState;
  /** The column of this line that holds the grid's tab stop, or undefined. */
  readonly focusColumn: number | undefined;
  readonly texts: Texts;
}

/** The line of a group: its title and number of rows over the first columns, and its sums below their columns. */
export const GroupView = React.memo(function GroupView(props: GroupViewProps): React.ReactElement {
  const { group, groupCount, isPartial, titleColumns, checkState, focusColumn, texts } = props;
  const { title, rowIds, isExpanded, line, position } = group;
  const isOnTitle = focusColumn !== undefined && focusColumn !== SELECT_COLUMN && focusColumn <= titleColumns;
  return (
    <div
      role="row"
      className={checkState === 'all' ? 'bbl-row bbl-group bbl-selected' : 'bbl-row bbl-group'}
      aria-rowindex={line + 2}
      aria-level={1}
      aria-setsize={isPartial ? -1 : groupCount}
      aria-posinset={position}
      aria-expanded={isExpanded}
      aria-selected={checkState === 'all'}
      data-row={line}
      style={{ top: line * ROW_PX }}
    >
      <div role="gridcell" className="bbl-cell bbl-check" aria-colindex={1} data-column={SELECT_COLUMN}>
        <SelectBox
          state={checkState}
          label={texts('Grid_SelectRow', title)}
          isFocusable={focusColumn === SELECT_COLUMN}
        />
      </div>
      <div
        role="gridcell"
        className="bbl-cell bbl-grouptitle"
        aria-colindex={2}
        aria-colspan={titleColumns}
        data-column={1}
        tabIndex={isOnTitle ? 0 : undefined}
        style={{ gridColumn: `2 / span ${titleColumns}` }}
      >
        <FoldIcon />
        <span className="bbl-title">{title}</span>{' '}
        <span className="bbl-count">({isPartial ? texts('Grid_AtLeast', rowIds.length) : rowIds.length})</span>
      </div>
      {columnsShown(props).map((at) => totalOf(props, at))}
    </div>
  );
});

/** The columns in sight that have a sum, and the focused one even when it is empty. */
function columnsShown({
  columns,
  titleColumns,
  firstColumn,
  endColumn,
  focusColumn,
}: GroupViewProps): readonly number[] {
  return columns.flatMap(({ isTotalled }, at) => {
    const isSeen = isTotalled && at >= firstColumn && at < endColumn;
    return at >= titleColumns && (isSeen || at + 1 === focusColumn) ? [at] : [];
  });
}

function totalOf({ columns, totals, focusColumn, texts }: GroupViewProps, at: number): React.ReactElement {
  const key = columns[at]?.key;
  const amounts = totals.find(({ columnKey }) => columnKey === key)?.amounts ?? [];
  return (
    <div
      key={key}
      role="gridcell"
      className="bbl-cell bbl-end"
      aria-colindex={at + 2}
      data-column={at + 1}
      tabIndex={focusColumn === at + 1 ? 0 : undefined}
      style={{ gridColumn: at + 2 }}
    >
      {amounts.length > 1 ? <SeveralAmounts amounts={amounts} texts={texts} /> : amountsText(amounts)}
    </div>
  );
}

/** What fits into a cell: two amounts one above the other. A sum that is cut off would read as another one. */
const AMOUNTS_SHOWN_MAX = 2;

/** Amounts of several currencies, with their names on hover and for screen readers. */
function SeveralAmounts({
  amounts,
  texts,
}: {
  readonly amounts: readonly AmountText[];
  readonly texts: Texts;
}): React.ReactElement {
  const full = amountsText(amounts);
  return (
    <span className="bbl-amounts" role="img" aria-label={full} title={full}>
      {amounts.length > AMOUNTS_SHOWN_MAX
        ? texts('Grid_Currencies', amounts.length)
        : amounts.map(({ text, currencyName }) => <span key={currencyName + text}>{text}</span>)}
    </span>
  );
}
