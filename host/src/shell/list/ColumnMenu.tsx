import { ContextualMenu, ContextualMenuItemType, DirectionalHint, type IContextualMenuItem } from '@fluentui/react';
import React, { useState } from 'react';
import type { SortOrder } from '../fetch/composeFetch';
import type { GridColumn } from '../grid/columns';
import type { GridController } from '../grid/gridController';
import { ColumnFilterCallout } from './ColumnFilterCallout';
import { filterKindOf, type ColumnFilter } from './columnFilters';

export interface OpenColumn {
  readonly column: GridColumn;
  readonly target: HTMLElement;
}

interface ColumnMenuProps {
  readonly open: OpenColumn;
  readonly controller: GridController;
  readonly filter: ColumnFilter | undefined;
  readonly onSort: (sorting: readonly SortOrder[]) => void;
  readonly onFilter: (filter: ColumnFilter | undefined) => void;
  readonly onDismiss: () => void;
}

/** What a column header offers: the two orders, the filter, and taking it away. */
export function ColumnMenu(props: ColumnMenuProps): JSX.Element {
  const { open, controller, filter, onSort, onFilter, onDismiss } = props;
  const { column, target } = open;
  const [isFiltering, setFiltering] = useState(false);
  if (isFiltering) {
    return (
      <ColumnFilterCallout
        column={column}
        target={target}
        filter={filter}
        onApply={(next) => {
          onFilter(next);
          onDismiss();
        }}
        onDismiss={onDismiss}
      />
    );
  }
  return (
    <ContextualMenu
      target={target}
      items={menuItems(open.column, controller, filter, { onSort, onFilter, openFilter: () => setFiltering(true) })}
      directionalHint={DirectionalHint.bottomLeftEdge}
      onDismiss={() => {
        // The menu is dismissed by its own "Filter by" as well.
        setTimeout(() => onDismissUnlessFiltering(), 0);
      }}
      shouldFocusOnMount
    />
  );

  function onDismissUnlessFiltering(): void {
    if (!document.querySelector('.shell-filter')) onDismiss();
  }
}

function menuItems(
  column: GridColumn,
  controller: GridController,
  filter: ColumnFilter | undefined,
  actions: Pick<ColumnMenuProps, 'onSort' | 'onFilter'> & { readonly openFilter: () => void },
): IContextualMenuItem[] {
  const [ascending, descending] = orderLabels(column);
  const sort = controller.sorting.find((order) => order.name === column.name);
  const sortItem = (text: string, isDescending: boolean): IContextualMenuItem => ({
    key: text,
    text,
    iconProps: { iconName: isDescending ? 'SortDown' : 'SortUp' },
    canCheck: true,
    checked: sort?.isDescending === isDescending,
    onClick: () => actions.onSort([{ name: column.name, isDescending }]),
  });
  return [
    sortItem(ascending, false),
    sortItem(descending, true),
    { key: 'divider', itemType: ContextualMenuItemType.Divider },
    {
      key: 'filter',
      text: 'Filter by…',
      iconProps: { iconName: 'Filter' },
      onClick: (event) => {
        event?.preventDefault();
        actions.openFilter();
      },
    },
    ...(filter
      ? [
          {
            key: 'clear',
            text: 'Clear filter',
            iconProps: { iconName: 'ClearFilter' },
            onClick: () => actions.onFilter(undefined),
          },
        ]
      : []),
  ];
}

function orderLabels({ metadata }: GridColumn): readonly [string, string] {
  switch (filterKindOf(metadata)) {
    case 'number':
      return ['Smaller to larger', 'Larger to smaller'];
    case 'date':
      return ['Older to newer', 'Newer to older'];
    default:
      return ['A to Z', 'Z to A'];
  }
}
