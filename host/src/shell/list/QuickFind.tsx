import { SearchBox } from '@fluentui/react';
import React from 'react';
import type { GridController } from '../grid/gridController';

/** Searches a grid by the columns of the table's quick find view. */
export function QuickFind({ controller }: { controller: GridController }): JSX.Element {
  return (
    <SearchBox
      className="shell-quickfind"
      placeholder="Filter by keyword"
      ariaLabel={`Search ${controller.view.name}`}
      defaultValue={controller.quickFindText}
      iconProps={{ iconName: 'Search' }}
      onSearch={(text) => controller.setQuickFind(text.trim())}
      onClear={() => controller.setQuickFind('')}
    />
  );
}
