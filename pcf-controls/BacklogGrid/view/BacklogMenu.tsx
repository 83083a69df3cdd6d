import type { GridAction } from '@bbl/pcf-shared/grid-core';
import { filterColumn, HEADER_ROW } from '@bbl/pcf-shared/grid-core';
import { ColumnMenu } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogColumn } from '../mapping/columns';
import type { BacklogProps } from './props';

export interface OpenMenu {
  /** Undefined while no menu is open. */
  readonly column: BacklogColumn | undefined;
  readonly target: HTMLElement | undefined;
  readonly open: (columnKey: string, target: HTMLElement) => void;
  readonly close: () => void;
}

/** Which column's menu is open. */
export function useMenu(columns: readonly BacklogColumn[], dispatch: (action: GridAction) => void): OpenMenu {
  const [menu, setMenu] = React.useState<{ readonly columnKey: string; readonly target: HTMLElement }>();
  const column = columns.find(({ key }) => key === menu?.columnKey);
  return {
    column,
    target: menu?.target,
    open: (columnKey, target) => setMenu({ columnKey, target }),
    close: () => {
      setMenu(undefined);
      // The focus goes back to the header that the menu came from.
      if (column) dispatch({ type: 'moveTo', to: { row: HEADER_ROW, column: columns.indexOf(column) + 1 } });
    },
  };
}

export interface BacklogMenuProps {
  readonly grid: BacklogProps;
  readonly menu: OpenMenu;
}

/** The open column's menu. */
export function BacklogMenu({ grid, menu }: BacklogMenuProps): React.ReactElement | null {
  const { filters, onQuery } = grid;
  const { column, target, close } = menu;
  if (!column || !target) return null;
  return (
    <ColumnMenu
      column={column}
      target={target}
      filter={filters.get(column.key)}
      options={grid.optionsOf(column.key)}
      numberFormat={grid.numberFormat}
      texts={grid.texts}
      onSort={(isDescending) => {
        close();
        onQuery({ sorts: [{ columnKey: column.key, isDescending }] });
      }}
      onFilter={(filter) => {
        close();
        onQuery({ filters: filterColumn(filters, column.key, filter) });
      }}
      onDismiss={close}
    />
  );
}
