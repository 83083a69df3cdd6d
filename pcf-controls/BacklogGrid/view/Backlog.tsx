import { useTheme } from '@fluentui/react';
import { bulkStepOf, rowsWantedOf, selectAllState, sortBy } from '@bbl/pcf-shared/grid-core';
import { themeVariables, useGridState, useRowLoader, VirtualGrid } from '@bbl/pcf-shared/react';
import * as React from 'react';
import { BacklogBar } from './BacklogBar';
import { BacklogFooter } from './BacklogFooter';
import { BacklogMenu, useMenu } from './BacklogMenu';
import { Placeholder } from './Placeholder';
import type { BacklogProps } from './props';
import { useBulkWishes } from './useBulkWishes';
import { useFilterMemory } from './useFilterMemory';
import { useGroups } from './useGroups';
import { useReport } from './useReport';
import { useRowsUsed } from './useRowsUsed';

/** Rows, menu, bar, footer and messages. */
export function Backlog(given: BacklogProps): React.ReactElement {
  const memory = useFilterMemory(given);
  const props = { ...given, ...memory.props };
  const { columns, rowIds, sorts, isLoading, hasNextPage, queryKey, texts } = props;
  const idPrefix = useId();
  const groups = useGroups(props);
  const { lines } = groups;
  const isGrouped = groups.groupBy !== undefined;
  const hasFailed = props.failure !== undefined;
  const [wishes, setWishes] = useBulkWishes(queryKey, hasFailed);
  const loaded = { rowCount: rowIds.length, hasNextPage, isLoading };
  const loader = useRowLoader(queryKey, loaded, rowsWantedOf(wishes, isGrouped), props.onLoadNextPage);
  const isPartial = loader.isRestoring || (isLoading && rowIds.length === 0);
  const [state, dispatch] = useGridState(lines, columns.length + 1, isPartial);
  useReport(state.selection.ids, rowIds, props.onSelect);
  useRowsUsed(state, isGrouped, loader.onUsed);
  const menu = useMenu(columns, dispatch);
  const clearFilters = (): void => props.onQuery({ filters: new Map() });
  const isAllSelected = selectAllState(state.selection, rowIds.length) === 'all';
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
        lines={lines}
        rowOf={props.rowOf}
        groupTotalsOf={groups.totalsOf}
        rowsArePartial={hasNextPage}
        linesExpected={lines.ids.length + loader.rowsExpected - rowIds.length}
        linesTotal={isGrouped ? (hasNextPage ? undefined : lines.ids.length) : props.rowsTotal}
        queryKey={queryKey}
        state={state}
        dispatch={dispatch}
        sorts={sorts}
        filters={props.filters}
        isBusy={isLoading}
        isRightToLeft={props.isRightToLeft}
        reasonColumn={props.reasonColumn}
        texts={texts}
        onOpenRow={props.onOpenRow}
        onOpenLookup={(id, column) => props.onOpenLookup(id, columns[column]?.opensLookup ?? '')}
        onSort={(columnKey, isAdding) => props.onQuery({ sorts: sortBy(sorts, columnKey, isAdding) })}
        onOpenMenu={menu.open}
        onFold={groups.onFold}
        onDrawn={isGrouped ? drawsOnly : loader.onDrawn}
      >
        {loader.rowsExpected === 0 && <Placeholder {...props} onClearFilters={clearFilters} />}
      </VirtualGrid>
      <BacklogBar
        grid={props}
        step={bulkStepOf({ ...loaded, hasFailed, isGrouped, isAllSelected }, wishes)}
        setWishes={setWishes}
        dispatch={dispatch}
      />
      <BacklogFooter
        grid={props}
        selectedIds={state.selection.ids}
        hiddenText={memory.hiddenText}
        groups={groups}
        onClearFilters={clearFilters}
      />
      <BacklogMenu grid={props} menu={menu} />
    </div>
  );
}

/** Where rows are grouped the next page may fill any group, so looking at the last line asks for nothing. */
const drawsOnly = (): void => undefined;

let grids = 0;
/** Ids of several grids on one page must not meet. */
function useId(): string {
  return React.useState(() => `bbl-grid-${(grids += 1)}`)[0];
}
