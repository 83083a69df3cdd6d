import { MessageBar, MessageBarType, SelectionMode } from '@fluentui/react';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import type { LookupRef } from '../api/rows';
import type { GridController } from '../grid/gridController';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { ColumnMenu, type OpenColumn } from './ColumnMenu';
import { toColumn } from './gridCells';
import { RowList } from './RowList';
import { useColumnFilters } from './useColumnFilters';
import { useSelection } from './useSelection';

interface GridProps {
  readonly controller: GridController;
  readonly label: string;
  /** Opens a row: its name was clicked, or the row double-clicked. */
  readonly onOpen: (row: LookupRef) => void;
  readonly selectionMode?: SelectionMode;
}

/** The shell's own list of a view: sort and filter in the headers, resizable columns, selection, more rows on demand. */
export function Grid({ controller, label, onOpen, selectionMode = SelectionMode.multiple }: GridProps): JSX.Element {
  useObservable(controller);
  const selection = useSelection(controller, selectionMode);
  const { filters, setFilter } = useColumnFilters(controller);
  const [openColumn, setOpenColumn] = useState<OpenColumn>();
  const { router } = useShell();

  const latestOpen = useRef(onOpen);
  latestOpen.current = onOpen;
  const open = useCallback((row: LookupRef) => latestOpen.current(row), []);
  const { columns: viewColumns, sorting, records } = controller;
  const columns = useMemo(
    () =>
      viewColumns.map((column) =>
        toColumn(
          column,
          sorting.find((order) => order.name === column.name),
          filters.has(column.name),
          {
            onHeader: (target) => setOpenColumn({ column, target }),
            onOpen: open,
            href: (row) => router.href({ kind: 'record', table: row.table, id: row.id }),
          },
        ),
      ),
    [viewColumns, sorting, filters, router, open],
  );
  const loadNextPage = useCallback(() => void controller.loadNextPage(), [controller]);
  return (
    <div className="shell-grid" data-is-scrollable="true">
      {controller.error !== undefined && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {controller.error}
        </MessageBar>
      )}
      <RowList
        records={records}
        isFirstLoad={controller.isLoading && records.length === 0}
        hasNextPage={controller.hasNextPage}
        columns={columns}
        selection={selection}
        selectionMode={selectionMode}
        viewId={controller.view.id}
        label={label}
        onOpen={open}
        onNextPage={loadNextPage}
      />
      {!controller.isLoading && controller.records.length === 0 && controller.error === undefined && (
        <EmptyList controller={controller} hasFilters={filters.size > 0} />
      )}
      {openColumn && (
        <ColumnMenu
          open={openColumn}
          controller={controller}
          filter={filters.get(openColumn.column.name)}
          onFilter={(filter) => setFilter(openColumn.column.name, filter)}
          onDismiss={() => setOpenColumn(undefined)}
        />
      )}
    </div>
  );
}

function EmptyList({ controller, hasFilters }: { controller: GridController; hasFilters: boolean }): JSX.Element {
  const isNarrowed = hasFilters || controller.quickFindText !== '';
  return (
    <div className="shell-grid-empty" role="status">
      {isNarrowed ? 'No rows match the search and filters.' : `No ${controller.table.displayCollectionName} here yet.`}
    </div>
  );
}
