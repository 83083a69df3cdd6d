import type { ColumnFilters, NumberFormat } from '@bbl/pcf-shared/grid-core';
import type { ChoiceOption, GridRow, Texts, TokenTheme } from '@bbl/pcf-shared/react';
import type { IInputs } from '../generated/ManifestTypes';
import type { BacklogProps } from '../view/props';
import type { AmountCells } from './amounts';
import { amountCellsOf, amountColumnsOf, amountTextsOf, columnTotals, totalsOf } from './amounts';
import { blockersOf } from './blockers';
import type { BacklogColumn } from './columns';
import { mapColumns, reasonColumnOf } from './columns';
import type { Column, DataSet, EntityRecord } from './dataset';
import { referenceOf } from './dataset';
import { emptyLinesOf } from './emptyTexts';
import { readFilters, writeFilters } from './filtering';
import { groupingsOf, groupValueOf } from './grouping';
import type { Blockers } from './rows';
import { mapRow } from './rows';
import { mapSorting, writeSorting } from './sorting';
import { textsOf } from './texts';
import type { ViewMemory } from './viewMemory';

type Context = ComponentFramework.Context<IInputs>;

/** Rows whose texts are looked at to learn the labels of a column's values. */
const LABEL_ROWS_MAX = 1000;

/**
 * From the platform's context to the view's props. Remembers what it mapped for as long as the records are the same
 * objects, so that scrolling maps a row once and an unchanged row is not drawn again; it holds no state of its own.
 */
export class BacklogMapper {
  private readonly rows = new WeakMap<EntityRecord, { readonly columns: unknown; readonly row: GridRow }>();
  private readonly amounts = new WeakMap<EntityRecord, { readonly columns: unknown; readonly cells: AmountCells }>();
  private columns: { readonly signature: string; readonly mapped: readonly BacklogColumn[] } | undefined;

  constructor(private readonly memory: ViewMemory) {}

  map(context: Context): BacklogProps {
    const { records } = context.parameters;
    const viewKey = `${parentIdOf(context)}/${records.getViewId()}`;
    const columns = this.columnsOf(records.columns);
    const texts = textsOf(context.resources);
    const numberFormat = numberFormatOf(context);
    const sorts = mapSorting(records.sorting);
    const filters = readFilters(records.filtering.getFilter(), columns);
    const { fluentDesignLanguage } = context;
    return {
      title: records.getTitle(),
      viewKey,
      columns,
      rowIds: records.sortedRecordIds,
      rowOf: this.rowMapper(records, columns, blockersOf(records.getTargetEntityType(), columns, context.resources)),
      queryKey: JSON.stringify([viewKey, sorts, [...filters]]),
      sorts,
      filters,
      isLoading: records.loading,
      hasNextPage: records.paging.hasNextPage,
      rowsTotal: rowsTotalOf(records),
      failure: records.error ? records.errorMessage : undefined,
      emptyLines: emptyLinesOf(records.getTargetEntityType(), parentIdOf(context) !== '', texts),
      reasonColumn: reasonColumnOf(columns),
      groupings: groupingsOf(records.getTargetEntityType(), columns, texts),
      numberFormat,
      isRightToLeft: context.userSettings.isRTL,
      isDark: fluentDesignLanguage?.isDarkTheme ?? false,
      heightPx: context.mode.allocatedHeight > 0 ? context.mode.allocatedHeight : undefined,
      tokens: fluentDesignLanguage?.tokenTheme as TokenTheme | undefined,
      fluent8Theme: (fluentDesignLanguage as { readonly v8FluentTheme?: BacklogProps['fluent8Theme'] } | undefined)
        ?.v8FluentTheme,
      texts,
      groupValueOf: (id, columnKey) => groupValueOf(recordOf(records, id), columnKey),
      ...this.totaller(records, columns, numberFormat, texts),
      optionsOf: (columnKey) => optionsOf(records, columns, columnKey, texts),
      kept: () => this.memory.of(viewKey),
      onKeep: (change) => this.memory.keep(viewKey, change, context.mode),
      ...actionsOf(context, columns),
    };
  }

  private totaller(
    { records }: DataSet,
    columns: readonly BacklogColumn[],
    format: NumberFormat,
    texts: Texts,
  ): Pick<BacklogProps, 'totalsOf' | 'worthOf' | 'amountTextsOf'> {
    const amountColumns = amountColumnsOf(columns);
    const cellsOf = (record: EntityRecord): AmountCells => {
      const known = this.amounts.get(record);
      if (known?.columns === columns) return known.cells;
      const cells = amountCellsOf(record, amountColumns, format);
      this.amounts.set(record, { columns, cells });
      return cells;
    };
    const rowsOf = (ids: Iterable<string>): readonly AmountCells[] =>
      [...ids].flatMap((id) => records[id] ?? []).map(cellsOf);
    return {
      totalsOf: (ids) => totalsOf(rowsOf(ids), amountColumns, format, texts),
      worthOf: (ids) => columnTotals(rowsOf(ids), 0),
      amountTextsOf: (totals) => amountTextsOf(totals, format, texts),
    };
  }

  /** The same columns give the same objects, whatever list the platform makes of them. */
  private columnsOf(columns: readonly Column[]): readonly BacklogColumn[] {
    const signature = JSON.stringify(columns);
    if (this.columns?.signature !== signature) this.columns = { signature, mapped: mapColumns(columns) };
    return this.columns.mapped;
  }

  private rowMapper(records: DataSet, columns: readonly BacklogColumn[], blockers: Blockers): (id: string) => GridRow {
    return (id) => {
      const record = recordOf(records, id);
      const known = this.rows.get(record);
      if (known?.columns === columns) return known.row;
      const row = mapRow(record, columns, blockers);
      this.rows.set(record, { columns, row });
      return row;
    };
  }
}

/** The row of the form around, which apps tell though the typings do not; a page's own grid has none. */
function parentIdOf({ mode }: Context): string {
  const { contextInfo } = mode as { readonly contextInfo?: { readonly entityId?: string } };
  return contextInfo?.entityId ?? '';
}

function recordOf({ records }: DataSet, id: string): EntityRecord {
  const record = records[id];
  if (!record) throw new Error(`The data set names a row that it does not hold: ${id}`);
  return record;
}

type Actions = Pick<
  BacklogProps,
  'onSelect' | 'onQuery' | 'onLoadNextPage' | 'onRefresh' | 'onOpenRow' | 'onOpenLookup'
>;

function actionsOf(context: Context, columns: readonly BacklogColumn[]): Actions {
  const { records } = context.parameters;
  return {
    onSelect: (ids) => {
      if (!isSameList(ids, records.getSelectedRecordIds())) records.setSelectedRecordIds([...ids]);
    },
    onQuery: ({ sorts, filters }) => {
      if (sorts) writeSorting(records.sorting, sorts);
      if (filters) setFilters(records, filters, columns);
      records.refresh();
    },
    onLoadNextPage: () => records.paging.loadNextPage(),
    onRefresh: () => records.refresh(),
    onOpenRow: (id) => {
      const record = records.records[id];
      if (record) records.openDatasetItem(record.getNamedReference());
    },
    onOpenLookup: (id, columnKey) => {
      const record = records.records[id];
      const reference = record && referenceOf(record, columnKey);
      if (reference) void context.navigation.openForm({ entityName: reference.table, entityId: reference.id });
    },
  };
}

function setFilters({ filtering }: DataSet, filters: ColumnFilters, columns: readonly BacklogColumn[]): void {
  const expression = writeFilters(filters, columns, filtering.getFilter());
  if (expression) filtering.setFilter(expression);
  else filtering.clearFilter();
}

/** The count of all rows: the platform's, or what is loaded when that is everything; undefined when nobody knows. */
function rowsTotalOf({ paging, sortedRecordIds, error }: DataSet): number | undefined {
  if (!paging.hasNextPage && !error) return sortedRecordIds.length;
  return paging.totalResultCount >= 0 ? paging.totalResultCount : undefined;
}

function numberFormatOf({ userSettings }: Context): NumberFormat {
  const { numberFormattingInfo: info } = userSettings;
  return {
    decimalSeparator: info.currencyDecimalSeparator,
    groupSeparator: info.currencyGroupSeparator,
    groupSizes: info.currencyGroupSizes,
    negativeSign: info.negativeSign,
  };
}

/** The values that a choice column can be filtered by: all of its choice, in the user's words as far as rows show them. */
function optionsOf(
  { sortedRecordIds, records }: DataSet,
  columns: readonly BacklogColumn[],
  columnKey: string,
  texts: Texts,
): readonly ChoiceOption[] {
  const column = columns.find(({ key }) => key === columnKey);
  if (column?.kind !== 'choice' && column?.kind !== 'yesNo') return [];
  const labels = new Map<string, string>(
    column.kind === 'yesNo'
      ? [
          ['1', texts('Grid_Yes')],
          ['0', texts('Grid_No')],
        ]
      : Object.entries(column.choice?.labels ?? {}),
  );
  for (const id of sortedRecordIds.slice(0, LABEL_ROWS_MAX)) {
    const record = records[id];
    const value: unknown = record?.getValue(columnKey);
    if (record && value !== null && value !== undefined && value !== '') {
      labels.set(String(Number(value)), record.getFormattedValue(columnKey));
    }
  }
  return [...labels].map(([value, label]) => ({ value, label }));
}

function isSameList(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id, index) => id === right[index]);
}
