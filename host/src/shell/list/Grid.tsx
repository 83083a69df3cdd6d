import { Link, MessageBar, MessageBarType, SelectionMode } from '@fluentui/react';
import React, { useCallback, useMemo, useRef, useState } from 'react';
import type { LookupRef } from '../api/rows';
import type { GridController } from '../grid/gridController';
import { useShell } from '../shell';
import { useObservable } from '../state/observable';
import { ColumnMenu, type OpenColumn } from './ColumnMenu';
import { toColumn } from './gridCells';
import type { ListFilters, ListMemory } from './listMemory';
import { RowList } from './RowList';
import { useColumnFilters } from './useColumnFilters';
import { useSelection } from './useSelection';

interface GridProps {
  readonly controller: GridController;
  readonly label: string;
  /** Opens a row: its name was clicked, or the row double-clicked. */
  readonly onOpen: (row: LookupRef) => void;
  readonly selectionMode?: SelectionMode;
  /** Keeps filters and sorting; dialogs go without. */
  readonly memory?: ListMemory;
}

/** The shell's own list of a view: sort and filter in the headers, resizable columns, selection, more rows on demand. */
export function Grid(props: GridProps): JSX.Element {
  const { controller, label, onOpen, selectionMode = SelectionMode.multiple, memory } = props;
  useObservable(controller);
  const selection = useSelection(controller, selectionMode);
  const { filters, setFilter, clearFilters } = useColumnFilters(controller, memory);
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
        <EmptyList controller={controller} filters={filters} onClear={clearFilters} />
      )}
      {openColumn && (
        <ColumnMenu
          open={openColumn}
          controller={controller}
          filter={filters.get(openColumn.column.name)}
          onSort={(sorting) => {
            memory?.keep(controller, { sorting });
            controller.setSorting(sorting);
          }}
          onFilter={(filter) => setFilter(openColumn.column.name, filter)}
          onDismiss={() => setOpenColumn(undefined)}
        />
      )}
    </div>
  );
}

interface EmptyListProps {
  readonly controller: GridController;
  readonly filters: ListFilters;
  readonly onClear: () => void;
}

/** Names what filters the list, and the way out of it. A keyword is named above the list. */
function EmptyList({ controller, filters, onClear }: EmptyListProps): JSX.Element {
  const { columns, quickFindText, table } = controller;
  const filtered = columns.filter(({ name }) => filters.has(name)).map(({ displayName }) => displayName);
  return (
    <div className="shell-grid-empty" role="status">
      {filtered.length > 0 ? (
        <>
          No row matches the filters of {filtered.join(', ')}. <Link onClick={onClear}>Clear filters</Link>
        </>
      ) : quickFindText === '' ? (
        `No ${table.displayCollectionName} here yet.`
      ) : (
        'No row matches the keyword.'
      )}
    </div>
  );
}
