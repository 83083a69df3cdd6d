import type { ITheme } from '@fluentui/react';
import type { ColumnFilters, ColumnSort, CurrencyTotal, GroupValue, NumberFormat } from '@bbl/pcf-shared/grid-core';
import type { AmountText, ChoiceOption, ColumnTotal, GridRow, Texts, TokenTheme } from '@bbl/pcf-shared/react';
import type { BacklogColumn } from '../mapping/columns';
import type { KeptView } from '../mapping/viewMemory';

/** What decides which rows of the view are loaded, and in what order. */
export interface Query {
  readonly sorts: readonly ColumnSort[];
  readonly filters: ColumnFilters;
}

/** Everything the view shows and everything it can ask for, as plain values. */
export interface BacklogProps extends Query {
  readonly title: string;
  /** Names the view, and on a form its row. */
  readonly viewKey: string;
  readonly columns: readonly BacklogColumn[];
  readonly rowIds: readonly string[];
  readonly rowOf: (id: string) => GridRow;
  /** Changes with the view, its sorting and its filters: what is loaded then is another set of rows. */
  readonly queryKey: string;
  readonly isLoading: boolean;
  readonly hasNextPage: boolean;
  /** Undefined when the platform has not counted that far. */
  readonly rowsTotal: number | undefined;
  /** The platform's words for a load that failed. */
  readonly failure: string | undefined;
  /** Said where there are no rows, filters or not: what belongs here, and how it comes here. */
  readonly emptyLines: readonly string[];
  readonly reasonColumn: number;
  /** What rows can be grouped by: column keys and their names. */
  readonly groupings: readonly ChoiceOption[];
  readonly numberFormat: NumberFormat;
  readonly isRightToLeft: boolean;
  readonly isDark: boolean;
  /** Undefined: as high as its surroundings allow. */
  readonly heightPx: number | undefined;
  readonly tokens: TokenTheme | undefined;
  readonly fluent8Theme: ITheme | undefined;
  readonly texts: Texts;
  readonly groupValueOf: (id: string, columnKey: string) => GroupValue;
  readonly totalsOf: (ids: Iterable<string>) => readonly ColumnTotal[];
  /** What rows come to in the first amount column, exactly and per currency. */
  readonly worthOf: (ids: Iterable<string>) => readonly CurrencyTotal[];
  readonly amountTextsOf: (totals: readonly CurrencyTotal[]) => readonly AmountText[];
  readonly optionsOf: (columnKey: string) => readonly ChoiceOption[];
  /** What the user chose in this view before, also in a control that is gone. */
  readonly kept: () => KeptView;
  readonly onKeep: (change: KeptView) => void;
  readonly onSelect: (ids: readonly string[]) => void;
  /** Loads the rows anew; what is left out stays. */
  readonly onQuery: (change: Partial<Query>) => void;
  readonly onLoadNextPage: () => void;
  readonly onRefresh: () => void;
  readonly onOpenRow: (id: string) => void;
  readonly onOpenLookup: (id: string, columnKey: string) => void;
}

/** Beyond this the platform does not count. */
const COUNTED_ROWS_MAX = 5000;

/** All rows of the view as they are written: "20", or "5000+" when nobody counts further. */
export function rowsTotalText({ rowsTotal, rowIds, texts }: BacklogProps): string {
  return rowsTotal === undefined ? texts('Grid_AtLeast', Math.max(COUNTED_ROWS_MAX, rowIds.length)) : String(rowsTotal);
}

/** Nobody waits for the total of more rows than this unless they are selected. */
const TOTALLED_ROWS_MAX = 5000;

/** Whether every row of the view is there, and few enough to be totalled unasked. */
export const isTotallable = ({ rowIds, hasNextPage, failure }: BacklogProps): boolean =>
  !hasNextPage && failure === undefined && rowIds.length <= TOTALLED_ROWS_MAX;
