import * as React from 'react';
import type { ColumnFilters, ColumnLayout, ColumnSort, GridColumn } from '../grid-core';
import { ariaSortOf, HEADER_ROW, isEndAligned, SELECT_COLUMN } from '../grid-core';
import { CheckIcon, FilterIcon, MixedIcon, SortIcon } from './icons';
import type { Texts } from './texts';
import type { ColumnResize } from './useColumnResize';

export interface HeaderRowProps {
  readonly columns: readonly GridColumn[];
  readonly layout: ColumnLayout;
  readonly sorts: readonly ColumnSort[];
  readonly filters: ColumnFilters;
  readonly allState: 'none' | 'some' | 'all';
  /** The header column that holds the grid's tab stop, or undefined. */
  readonly focusColumn: number | undefined;
  readonly helpId: string;
  readonly resize: ColumnResize;
  readonly texts: Texts;
}

const CHECKED = { none: false, some: 'mixed', all: true } as const;

export const HeaderRow = React.memo(function HeaderRow(props: HeaderRowProps): React.ReactElement {
  const { columns, allState, focusColumn, texts } = props;
  return (
    <div role="rowgroup" className="bbl-head">
      <div role="row" className="bbl-headrow" aria-rowindex={1} data-row={HEADER_ROW}>
        <div role="columnheader" className="bbl-headcell bbl-check" aria-colindex={1} data-column={SELECT_COLUMN}>
          <span
            role="checkbox"
            className="bbl-box"
            aria-checked={CHECKED[allState]}
            aria-label={texts('Grid_SelectAll')}
            tabIndex={focusColumn === SELECT_COLUMN ? 0 : -1}
          >
            {allState === 'some' ? <MixedIcon /> : <CheckIcon />}
          </span>
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
  return (
    <div
      role="columnheader"
      className={isEndAligned(column) ? 'bbl-headcell bbl-end' : 'bbl-headcell'}
      aria-colindex={at + 2}
      aria-sort={isSortable ? ariaSortOf(sorts, key) : undefined}
      aria-haspopup="dialog"
      aria-describedby={helpId}
      data-column={at + 1}
      tabIndex={focusColumn === at + 1 ? 0 : undefined}
      title={title}
    >
      <span className="bbl-title">{title}</span>
      {sort && <SortIcon isDescending={sort.isDescending} />}
      {isFilterable && (
        <button
          type="button"
          className={filters.has(key) ? 'bbl-menu bbl-active' : 'bbl-menu'}
          aria-label={texts('Grid_ColumnMenu', title)}
          data-menu=""
          tabIndex={-1}
        >
          <FilterIcon isActive={filters.has(key)} />
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
