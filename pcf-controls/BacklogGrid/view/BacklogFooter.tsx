import { GridFooter, GroupChoice } from '@bbl/pcf-shared/react';
import type { ColumnTotal } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';
import { isTotallable, rowsTotalText } from './props';
import type { Groups } from './useGroups';

export interface BacklogFooterProps {
  readonly grid: BacklogProps;
  readonly selectedIds: ReadonlySet<string>;
  readonly hiddenText: string | undefined;
  readonly groups: Groups;
  readonly onClearFilters: () => void;
}

export function BacklogFooter(props: BacklogFooterProps): React.ReactElement {
  const { grid, selectedIds, hiddenText, groups, onClearFilters } = props;
  const { rowIds, groupings, texts } = grid;
  return (
    <GridFooter
      rowsLoaded={rowIds.length}
      rowsTotal={rowsTotalText(grid)}
      rowsSelected={selectedIds.size}
      totals={useTotals(grid, selectedIds)}
      isLoadingMore={grid.isLoading && rowIds.length > 0}
      failure={rowIds.length > 0 ? grid.failure : undefined}
      hiddenText={hiddenText}
      onClearFilters={onClearFilters}
      texts={texts}
    >
      {groupings.length > 0 && (
        <GroupChoice
          options={groupings}
          value={groups.groupBy}
          onChoose={groups.onGroupBy}
          onFoldAll={groups.onFoldAll}
          texts={texts}
        />
      )}
    </GridFooter>
  );
}

/** Totals of the selected rows; without a selection those of all rows, when all of them are there. */
function useTotals(grid: BacklogProps, selectedIds: ReadonlySet<string>): readonly ColumnTotal[] {
  const { columns, rowIds, totalsOf } = grid;
  const totalledIds = selectedIds.size > 0 || !isTotallable(grid) ? selectedIds : rowIds;
  // `totalsOf` is made anew with every look at the context, but answers differently only for other rows or columns.
  return React.useMemo(() => totalsOf(totalledIds), [totalledIds, rowIds, columns]);
}
