import {
  CheckboxVisibility,
  ColumnActionsMode,
  ConstrainMode,
  DetailsList,
  DetailsListLayoutMode,
  Icon,
  Link,
  MessageBar,
  MessageBarType,
  Selection,
  SelectionMode,
  ShimmeredDetailsList,
  type IColumn,
} from '@fluentui/react';
import React, { useEffect, useMemo, useRef, useState } from 'react';
import type { LookupRef } from '../api/rows';
import { isNumeric, type GridColumn } from '../grid/columns';
import type { GridController } from '../grid/gridController';
import type { GridRecord } from '../grid/gridRecord';
import { useObservable } from '../state/observable';
import { useShell } from '../shell';
import { toFilterGroup, type ColumnFilter } from './columnFilters';
import { ColumnMenu, type OpenColumn } from './ColumnMenu';

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

  const columns = controller.columns.map((column) =>
    toColumn(column, controller, filters.has(column.name), {
      onHeader: (target) => setOpenColumn({ column, target }),
      onOpen,
      href: (row) => router.href({ kind: 'record', table: row.table, id: row.id }),
    }),
  );
  const isFirstLoad = controller.isLoading && controller.records.length === 0;
  // The empty place at the end asks for the next page when it comes into view.
  const items: (GridRecord | null)[] = controller.hasNextPage ? [...controller.records, null] : [...controller.records];
  const List = isFirstLoad ? ShimmeredDetailsList : DetailsList;
  return (
    <div className="shell-grid" data-is-scrollable="true">
      {controller.error !== undefined && (
        <MessageBar messageBarType={MessageBarType.error} isMultiline>
          {controller.error}
        </MessageBar>
      )}
      <List
        items={isFirstLoad ? [] : items}
        columns={columns}
        compact
        selection={selection}
        selectionMode={selectionMode}
        selectionPreservedOnEmptyClick
        checkboxVisibility={
          selectionMode === SelectionMode.none ? CheckboxVisibility.hidden : CheckboxVisibility.always
        }
        layoutMode={DetailsListLayoutMode.fixedColumns}
        constrainMode={ConstrainMode.unconstrained}
        setKey={controller.view.id}
        getKey={(item: GridRecord | null) => item?.id ?? 'more'}
        onRenderMissingItem={() => {
          void Promise.resolve().then(() => controller.loadNextPage());
          return <div className="shell-grid-more">Loading more rows…</div>;
        }}
        onItemInvoked={(item: GridRecord) => onOpen(item.reference)}
        ariaLabelForGrid={label}
        ariaLabelForSelectionColumn="Selection"
        ariaLabelForSelectAllCheckbox="Select all loaded rows"
        checkButtonAriaLabel="Select row"
        onRenderCheckbox={(props) => <CheckMark isChecked={props?.checked === true} />}
        {...(isFirstLoad ? { enableShimmer: true, shimmerLines: 8 } : {})}
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

/** The box of a row's check button, which is what takes clicks and the focus. */
function CheckMark({ isChecked }: { isChecked: boolean }): JSX.Element {
  return (
    <span className={isChecked ? 'shell-check shell-check-on' : 'shell-check'} aria-hidden="true">
      {isChecked && <Icon iconName="CheckMark" />}
    </span>
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

interface ColumnActions {
  readonly onHeader: (target: HTMLElement) => void;
  readonly onOpen: (row: LookupRef) => void;
  readonly href: (row: LookupRef) => string;
}

function toColumn(
  column: GridColumn,
  controller: GridController,
  isFiltered: boolean,
  actions: ColumnActions,
): IColumn {
  const sort = controller.sorting.find((order) => order.name === column.name);
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

/** "Select all" takes the empty place at the end along. */
const selectedIn = (selection: Selection): readonly string[] =>
  (selection.getSelection() as (GridRecord | null)[]).flatMap((record) => record?.id ?? []);

/** Fluent's selection, kept in step with the controller both ways. */
function useSelection(controller: GridController, mode: SelectionMode): Selection {
  const isSyncing = useRef(false);
  const selection = useMemo(
    () =>
      new Selection({
        selectionMode: mode,
        getKey: (item) => (item as GridRecord | null)?.id ?? 'more',
        canSelectItem: (item) => (item as GridRecord | null) !== null,
        onSelectionChanged: () => {
          if (isSyncing.current) return;
          controller.select(selectedIn(selection));
        },
      }),
    [controller, mode],
  );
  useEffect(() => {
    const own = new Set(selectedIn(selection));
    const wanted = new Set(controller.selectedIds);
    if (own.size === wanted.size && [...own].every((id) => wanted.has(id))) return;
    isSyncing.current = true;
    selection.setChangeEvents(false);
    controller.records.forEach((record) => selection.setKeySelected(record.id, wanted.has(record.id), false));
    selection.setChangeEvents(true);
    isSyncing.current = false;
  }, [controller, selection, controller.version]);
  return selection;
}

/** The headers' filters; a new view starts without any. */
function useColumnFilters(controller: GridController) {
  const [state, setState] = useState<{ viewId: string; filters: ReadonlyMap<string, ColumnFilter> }>({
    viewId: controller.view.id,
    filters: new Map(),
  });
  const filters: ReadonlyMap<string, ColumnFilter> = state.viewId === controller.view.id ? state.filters : new Map();
  const setFilter = (name: string, filter: ColumnFilter | undefined): void => {
    const next = new Map(filters);
    if (filter) next.set(name, filter);
    else next.delete(name);
    setState({ viewId: controller.view.id, filters: next });
    const isDate = (column: string): boolean => {
      const type = controller.columns.find((candidate) => candidate.name === column)?.metadata.type;
      return type === 'dateonly' || type === 'datetime';
    };
    controller.setFilter(toFilterGroup(next, isDate));
  };
  return { filters, setFilter };
}
