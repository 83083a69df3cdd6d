import type { Folds, GridLines, GroupLine, RowGroup } from '@bbl/pcf-shared/grid-core';
import {
  ALL_COLLAPSED,
  ALL_EXPANDED,
  groupedLines,
  groupRows,
  plainLines,
  toggleFold,
} from '@bbl/pcf-shared/grid-core';
import type { ColumnTotal } from '@bbl/pcf-shared/react';
import * as React from 'react';
import type { BacklogProps } from './props';

export interface Groups {
  /** Key of the column that rows are grouped by; undefined while they are not. */
  readonly groupBy: string | undefined;
  readonly lines: GridLines;
  readonly totalsOf: (group: RowGroup) => readonly ColumnTotal[];
  readonly onGroupBy: (columnKey: string | undefined) => void;
  readonly onFold: (groupKey: string) => void;
  readonly onFoldAll: (isCollapsed: boolean) => void;
}

/** The rows in their groups, as the user had them in this view. */
export function useGroups(props: BacklogProps): Groups {
  const { rowIds, columns, groupings, groupValueOf, texts } = props;
  const [, redraw] = React.useReducer((count: number) => count + 1, 0);
  const { groupBy: chosen, folds = ALL_EXPANDED } = props.kept();
  const groupBy = groupings.some(({ value }) => value === chosen) ? chosen : undefined;
  const keep = (change: { readonly groupBy?: string | undefined; readonly folds: Folds }): void => {
    props.onKeep(change);
    redraw();
  };

  // What `groupValueOf` answers changes only with rows or columns; the names of empty values are the control's own.
  const groups = React.useMemo(
    () => (groupBy === undefined ? undefined : groupRows(rowIds, (id) => groupValueOf(id, groupBy))),
    [groupBy, rowIds, columns],
  );
  const lines = React.useMemo(
    () => (groups ? groupedLines(rowIds, groups.map(titled(texts('Grid_NoValue'))), folds) : plainLines(rowIds)),
    [groups, rowIds, folds],
  );
  return {
    groupBy,
    lines,
    totalsOf: useGroupTotals(props),
    onGroupBy: (columnKey) => keep({ groupBy: columnKey, folds: ALL_EXPANDED }),
    onFold: (groupKey) => keep({ folds: toggleFold(folds, groupKey) }),
    onFoldAll: (isCollapsed) => keep({ folds: isCollapsed ? ALL_COLLAPSED : ALL_EXPANDED }),
  };
}

const titled =
  (noValue: string) =>
  (group: RowGroup): RowGroup =>
    group.title === '' ? { ...group, title: noValue } : group;

/** Totals by group, worked out when a group is first in sight. */
function useGroupTotals({ rowIds, columns, totalsOf }: BacklogProps): (group: RowGroup) => readonly ColumnTotal[] {
  const latest = React.useRef(totalsOf);
  latest.current = totalsOf;
  return React.useMemo(() => {
    const known = new WeakMap<GroupLine['rowIds'], readonly ColumnTotal[]>();
    return ({ rowIds: ofGroup }) => {
      const totals = known.get(ofGroup) ?? latest.current(ofGroup);
      known.set(ofGroup, totals);
      return totals;
    };
  }, [rowIds, columns]);
}
