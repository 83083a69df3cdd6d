import * as React from 'react';
import type { CheckState, ColumnFilters, ColumnLayout, ColumnSort, GridColumn } from '../grid-core';
import { ariaSortOf, HEADER_ROW, isEndAligned, SELECT_COLUMN } from '../grid-core';
import { FilterIcon, SortIcon } from './icons';
import { SelectBox } from './SelectBox';
import type { Texts } from './texts';
import type { ColumnResize } from './useColumnResize';

export interface HeaderRowProps {
  readonly columns: readonly GridColumn[];
  readonly layout: ColumnLayout;
  readonly sorts: readonly ColumnSort[];
  readonly filters: ColumnFilters;
  readonly allState: CheckState;
  /** The header column that holds the grid's tab stop, or undefined. */
  readonly focusColumn: number | undefined;
  readonly helpId: string;
  readonly resize: ColumnResize;
  readonly texts: Texts;
}

export const HeaderRow = React.memo(function HeaderRow(props: HeaderRowProps): React.ReactElement {
  const { columns, allState, focusColumn, texts } = props;
  return (
    <div role="rowgroup" className="bbl-head">
      <div role="row" className="bbl-headrow" aria-rowindex={1} data-row={HEADER_ROW}>
        <div role="columnheader" className="bbl-headcell bbl-check" aria-colindex={1} data-column={SELECT_COLUMN}>
          <SelectBox state={allState} label={texts('Grid_SelectAll')} isFocusable={focusColumn === SELECT_COLUMN} />
        </div>
        {columns.map((column, at) => (
          <HeaderCell key={column.key} {...props} column={column} at={at} />
        ))}
      </div>
    </div>
  );
});

interface HeaderCellProps extends HeaderRowProps {
  readonly column: GridColumn;
  /** Index in `columns`. */
  readonly at: number;
}

function HeaderCell({
  column,
  at,
  layout,
  sorts,
  filters,
  focusColumn,
  helpId,
  resize,
  texts,
}: HeaderCellProps): React.ReactElement {
  const { key, title, isFilterable, isSortable } = column;
  const sort = sorts.find(({ columnKey }) => columnKey === key);
  const shownPx = layout.widthsPx[at] ?? 0;
  const isFiltered = filters.has(key);
  const filteredTitle = isFiltered ? texts('Grid_Filtered', title) : title;
  return (
    <div
      role="columnheader"
      className={`bbl-headcell${isEndAligned(column) ? ' bbl-end' : ''}${isFiltered ? ' bbl-filtered' : ''}`}
      aria-colindex={at + 2}
      aria-sort={isSortable ? ariaSortOf(sorts, key) : undefined}
      aria-haspopup="dialog"
      aria-describedby={helpId}
      data-column={at + 1}
      tabIndex={focusColumn === at + 1 ? 0 : undefined}
      title={filteredTitle}
    >
      <span className="bbl-title">{title}</span>
      {sort && <SortIcon isDescending={sort.isDescending} />}
      {isFilterable && (
        <button
          type="button"
          className={isFiltered ? 'bbl-menu bbl-active' : 'bbl-menu'}
          aria-label={texts('Grid_ColumnMenu', filteredTitle)}
          data-menu=""
          tabIndex={-1}
        >
          <FilterIcon isActive={isFiltered} />
        </button>
      )}
      <span
        className="bbl-grip"
        data-grip=""
        onPointerDown={(event) => resize.startDrag(event, key, shownPx)}
        onDoubleClick={() => resize.reset(key)}
      />
    </div>
  );
}
