import { ColumnActionsMode, Link, type IColumn } from '@fluentui/react';
import React from 'react';
import type { LookupRef } from '../api/rows';
import type { SortOrder } from '../fetch/composeFetch';
import { isNumeric, type GridColumn } from '../grid/columns';
import type { GridRecord } from '../grid/gridRecord';
import { MASK, MASKED_TITLE } from '../model/columnRights';

export interface ColumnActions {
  readonly onHeader: (target: HTMLElement) => void;
  readonly onOpen: (row: LookupRef) => void;
  readonly href: (row: LookupRef) => string;
}

/** A column of a view as Fluent's list draws it. */
export function toColumn(
  column: GridColumn,
  sort: SortOrder | undefined,
  isFiltered: boolean,
  actions: ColumnActions,
): IColumn {
  return {
    key: column.name,
    name: column.displayName,
    minWidth: 60,
    maxWidth: Math.max(60, column.widthPx),
    currentWidth: column.widthPx,
    calculatedWidth: column.widthPx,
    isResizable: true,
    columnActionsMode: ColumnActionsMode.hasDropdown,
    isSorted: sort !== undefined,
    isSortedDescending: sort?.isDescending === true,
    isFiltered,
    ...(isNumeric(column.metadata) ? { className: 'shell-cell-number', headerClassName: 'shell-cell-number' } : {}),
    sortAscendingAriaLabel: 'Sorted ascending',
    sortDescendingAriaLabel: 'Sorted descending',
    filterAriaLabel: 'Filtered',
    ariaLabel: `${column.displayName}. Sort and filter`,
    onColumnClick: (event) => actions.onHeader(event.currentTarget),
    onRender: (item?: GridRecord) => (item ? <Cell record={item} column={column} actions={actions} /> : null),
  };
}

function Cell({
  record,
  column,
  actions,
}: {
  record: GridRecord;
  column: GridColumn;
  actions: ColumnActions;
}): JSX.Element {
  if (column.isMasked) return <span title={MASKED_TITLE}>{MASK}</span>;
  const text = record.formatted(column.name);
  const target = column.isPrimary ? record.reference : column.metadata.targets ? record.lookup(column.name) : null;
  if (!target) return <span title={text}>{text}</span>;
  return (
    <Link
      href={actions.href(target)}
      title={text}
      onClick={(event: React.MouseEvent<HTMLElement>) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        actions.onOpen(target);
      }}
    >
      {text || '(No name)'}
    </Link>
  );
}
