import { ThemeProvider, useTheme } from '@fluentui/react';
import type { ITheme } from '@fluentui/react';
import type { ColumnFilters, ColumnSort, NumberFormat } from '@bbl/pcf-shared/grid-core';
import { filterColumn, HEADER_ROW, rowsToLastSelected, sortBy } from '@bbl/pcf-shared/grid-core';
import type { ChoiceOption, ColumnTotal, GridRow, Texts, TokenTheme } from '@bbl/pcf-shared/react';
import {
  ColumnMenu,
  GridFooter,
  GridMessage,
  themeVariables,
  useGridState,
  useRowLoader,
  VirtualGrid,
} from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogColumn } from './mapping/columns';

/** Everything the view shows and everything it can ask for, as plain values. */
export interface BacklogProps {
  readonly title: string;
  readonly columns: readonly BacklogColumn[];
  readonly rowIds: readonly string[];
  readonly rowOf: (id: string) => GridRow;
  /** Changes with the view, its sorting and its filters: what is loaded then is another set of rows. */
  readonly queryKey: string;
  readonly sorts: readonly ColumnSort[];
  readonly filters: ColumnFilters;
  readonly isLoading: boolean;
  readonly hasNextPage: boolean;
  /** Undefined when the platform has not counted that far. */
  readonly rowsTotal: number | undefined;
  /** The platform's words for a load that failed. */
  readonly failure: string | undefined;
  readonly reasonColumn: number;
  readonly numberFormat: NumberFormat;
  readonly isRightToLeft: boolean;
  readonly isDark: boolean;
  /** Undefined: as high as its surroundings allow. */
  readonly heightPx: number | undefined;
  readonly tokens: TokenTheme | undefined;
  readonly fluent8Theme: ITheme | undefined;
  readonly texts: Texts;
  readonly totalsOf: (ids: ReadonlySet<string>) => readonly ColumnTotal[];
  readonly optionsOf: (columnKey: string) => readonly ChoiceOption[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onSort: (sorts: readonly ColumnSort[]) => void;
  readonly onFilter: (filters: ColumnFilters) => void;
  readonly onLoadNextPage: () => void;
  readonly onRefresh: () => void;
  readonly onOpenRow: (id: string) => void;
  readonly onOpenLookup: (id: string, columnKey: string) => void;
}

/** The backlog grid: rows, menu, footer and messages within the theme of the app around it. */
export function BacklogView(props: BacklogProps): React.ReactElement {
  const { fluent8Theme } = props;
  return fluent8Theme ? (
    <ThemeProvider theme={fluent8Theme} className="bbl-theme">
      <Backlog {...props} />
    </ThemeProvider>
  ) : (
    <Backlog {...props} />
  );
}

interface OpenMenu {
  readonly columnKey: string;
  readonly target: HTMLElement;
}

function Backlog(props: BacklogProps): React.ReactElement {
  const { columns, rowIds, rowOf, sorts, filters, isLoading, texts, onSort, onFilter, onSelect } = props;
  const idPrefix = useId();
  const [menu, setMenu] = React.useState<OpenMenu>();
  const loaded = { rowCount: rowIds.length, hasNextPage: props.hasNextPage, isLoading };
  const loader = useRowLoader(props.queryKey, loaded, props.onLoadNextPage);
  const isPartial = loader.isRestoring || (isLoading && rowIds.length === 0);
  const [state, dispatch] = useGridState(rowIds, columns.length + 1, isPartial);
  const selectedIds = state.selection.ids;
  useReport(selectedIds, rowIds, onSelect);
  const rowsSelected = React.useMemo(() => rowsToLastSelected(state.selection, rowIds), [state.selection, rowIds]);
  const rowsUsed = Math.max(state.focus.row + 1, rowsSelected);
  React.useEffect(() => loader.onUsed(rowsUsed), [loader.onUsed, rowsUsed]);
  const totals = useTotals(props, selectedIds);
  const menuColumn = columns.find(({ key }) => key === menu?.columnKey);

  const closeMenu = (): void => {
    setMenu(undefined);
    // The focus goes back to the header that the menu came from.
    if (menuColumn) dispatch({ type: 'moveTo', to: { row: HEADER_ROW, column: columns.indexOf(menuColumn) + 1 } });
  };
  const clearFilters = (): void => onFilter(new Map());
  const theme = useTheme();
  return (
    <div
      className={props.isDark || theme.isInverted ? 'bbl-backlog bbl-dark' : 'bbl-backlog'}
      dir={props.isRightToLeft ? 'rtl' : 'ltr'}
      style={{ ...themeVariables(props.tokens, theme), height: props.heightPx ?? '100%' }}
    >
      {isLoading && loader.rowsExpected > 0 && <div className="bbl-progress" />}
      <VirtualGrid
        label={props.title}
        idPrefix={idPrefix}
        columns={columns}
        rowIds={rowIds}
        rowOf={rowOf}
        rowsExpected={loader.rowsExpected}
        rowsTotal={props.rowsTotal}
        queryKey={props.queryKey}
        state={state}
        dispatch={dispatch}
        sorts={sorts}
        filters={filters}
        isBusy={isLoading}
        isRightToLeft={props.isRightToLeft}
        reasonColumn={props.reasonColumn}
        texts={texts}
        onOpenRow={props.onOpenRow}
        onOpenLookup={(id, column) => props.onOpenLookup(id, columns[column]?.key ?? '')}
        onSort={(columnKey, isAdding) => onSort(sortBy(sorts, columnKey, isAdding))}
        onOpenMenu={(columnKey, target) => setMenu({ columnKey, target })}
        onDrawn={loader.onDrawn}
      >
        {loader.rowsExpected === 0 && <Placeholder {...props} onClearFilters={clearFilters} />}
      </VirtualGrid>
      <GridFooter
        rowsLoaded={rowIds.length}
        rowsTotal={totalText(props)}
        rowsSelected={selectedIds.size}
        totals={totals}
        isLoadingMore={isLoading && rowIds.length > 0}
        failure={rowIds.length > 0 ? props.failure : undefined}
        isFiltered={filters.size > 0}
        onClearFilters={clearFilters}
        texts={texts}
      />
      {menu && menuColumn && (
        <ColumnMenu
          column={menuColumn}
          target={menu.target}
          filter={filters.get(menu.columnKey)}
          options={props.optionsOf(menu.columnKey)}
          numberFormat={props.numberFormat}
          texts={texts}
          onSort={(isDescending) => {
            closeMenu();
            onSort([{ columnKey: menu.columnKey, isDescending }]);
          }}
          onFilter={(filter) => {
            closeMenu();
            onFilter(filterColumn(filters, menu.columnKey, filter));
          }}
          onDismiss={closeMenu}
        />
      )}
    </div>
  );
}

/** Totals of the selected rows; without a selection those of all rows, when all of them are there. */
function useTotals(props: BacklogProps, selectedIds: ReadonlySet<string>): readonly ColumnTotal[] {
  const { columns, rowIds, hasNextPage, totalsOf } = props;
  const isComplete = !hasNextPage && rowIds.length <= TOTALLED_ROWS_MAX;
  const totalledIds = React.useMemo(
    () => (selectedIds.size > 0 || !isComplete ? selectedIds : new Set(rowIds)),
    [selectedIds, isComplete, rowIds],
  );
  // `totalsOf` is made anew with every look at the context, but answers differently only for other rows or columns.
  return React.useMemo(() => totalsOf(totalledIds), [totalledIds, rowIds, columns]);
}

function Placeholder(props: BacklogProps & { readonly onClearFilters: () => void }): React.ReactElement {
  const { isLoading, failure, filters, texts } = props;
  if (isLoading) return <GridMessage kind="loading" texts={texts} />;
  if (failure !== undefined)
    return <GridMessage kind="failed" reason={failure} onRetry={props.onRefresh} texts={texts} />;
  return <GridMessage kind="empty" isFiltered={filters.size > 0} onClearFilters={props.onClearFilters} texts={texts} />;
}

/** Every selected row is told to the page, and again when other rows are loaded: its command bar follows. */
function useReport(
  selectedIds: ReadonlySet<string>,
  rowIds: readonly string[],
  onSelect: (ids: readonly string[]) => void,
): void {
  const latest = React.useRef(onSelect);
  latest.current = onSelect;
  React.useEffect(() => latest.current([...selectedIds]), [selectedIds, rowIds]);
}

/** "20", "5000+" when nobody counts further, or what is loaded and more. */
function totalText({ rowsTotal, rowIds, texts }: BacklogProps): string {
  return rowsTotal === undefined ? texts('Grid_AtLeast', Math.max(COUNTED_ROWS_MAX, rowIds.length)) : String(rowsTotal);
}

/** Beyond this the platform does not count. */
const COUNTED_ROWS_MAX = 5000;

/** Nobody waits for the total of more rows than this unless they are selected. */
const TOTALLED_ROWS_MAX = 5000;

let grids = 0;
/** Ids of several grids on one page must not meet. */
function useId(): string {
  return React.useState(() => `bbl-grid-${(grids += 1)}`)[0];
}
