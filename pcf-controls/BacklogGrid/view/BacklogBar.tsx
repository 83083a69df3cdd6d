import type { BulkStep, BulkWishes, GridAction } from '@bbl/pcf-shared/grid-core';
import { BULK_ROWS_MAX, HEADER_ROW, SELECT_COLUMN } from '@bbl/pcf-shared/grid-core';
import type { GridBarProps } from '@bbl/pcf-shared/react';
import { GridBar } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';
import { rowsTotalText } from './props';

export interface BacklogBarProps {
  readonly grid: BacklogProps;
  readonly step: BulkStep;
  readonly setWishes: (wishes: Partial<BulkWishes>) => void;
  readonly dispatch: (action: GridAction) => void;
}

/**
 * Where selecting or grouping all rows of the view stands. The platform selects only rows that are loaded, so "all rows"
 * are loaded page by page, counted and totalled, and selected when the user has seen what they come to.
 */
export function BacklogBar(props: BacklogBarProps): React.ReactElement | null {
  const bar = BARS[props.step]?.(props);
  return bar ? <GridBar {...bar} texts={props.grid.texts} /> : null;
}

type Bar = Omit<GridBarProps, 'texts'>;

const BARS: { readonly [step in BulkStep]?: (props: BacklogBarProps) => Bar } = {
  offer: ({ grid, setWishes }) => ({
    message: grid.texts('Grid_AllLoadedSelected', grid.rowIds.length),
    action: {
      label: grid.texts('Grid_SelectAllOfView', rowsTotalText(grid)),
      onPress: () => setWishes({ isSelecting: true }),
    },
  }),
  full: ({ grid }) => ({ message: grid.texts('Grid_SelectionFull', BULK_ROWS_MAX) }),
  counting: (props) => loading(props, { isSelecting: false }),
  ready: ({ grid, setWishes, dispatch }) => ({
    message: countText(grid),
    totals: grid.totalsOf(grid.rowIds),
    action: {
      label: grid.texts('Grid_SelectThese', grid.rowIds.length),
      onPress: () => {
        setWishes({ isSelecting: false });
        dispatch({ type: 'selectAll' });
        // The bar goes, and the focus with it to the check box that stands for the same.
        dispatch({ type: 'moveTo', to: { row: HEADER_ROW, column: SELECT_COLUMN } });
      },
    },
    otherAction: { label: grid.texts('Grid_Cancel'), onPress: () => setWishes({ isSelecting: false }) },
  }),
  grouping: (props) => loading(props, { groupRowsMax: 0 }),
  partial: ({ grid, setWishes }) => ({
    message: grid.texts('Grid_GroupsPartial', grid.rowIds.length, rowsTotalText(grid)),
    action: {
      label: grid.texts('Grid_LoadMore'),
      onPress: () => setWishes({ groupRowsMax: grid.rowIds.length + BULK_ROWS_MAX }),
    },
  }),
};

const loading = ({ grid, setWishes }: BacklogBarProps, stopped: Partial<BulkWishes>): Bar => ({
  message: grid.texts('Grid_LoadingAll', grid.rowIds.length, rowsTotalText(grid)),
  action: { label: grid.texts('Grid_Stop'), onPress: () => setWishes(stopped) },
});

const countText = (grid: BacklogProps): string =>
  grid.hasNextPage
    ? grid.texts('Grid_FirstOfView', grid.rowIds.length, rowsTotalText(grid))
    : grid.texts('Grid_AllOfView', grid.rowIds.length);
