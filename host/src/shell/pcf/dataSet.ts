import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import type { Client } from '../api/client';
import { bareId, type LookupRef } from '../api/rows';
import { linksOf } from '../fetch/composeFetch';
import { fromDataSetFilter } from '../fetch/conditionOperators';
import { allOf } from '../fetch/filter';
import type { GridColumn } from '../grid/columns';
import type { GridController } from '../grid/gridController';
import type { GridRecord } from '../grid/gridRecord';
import type { AppModel } from '../model/appModel';
import { LoadedRecord, type EntityRecord } from './entityRecord';

type DataSet = ComponentFramework.PropertyTypes.DataSet;
type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
type DataSetColumn = ComponentFramework.PropertyHelper.DataSetApi.Column;

interface DataSetPorts {
  readonly client: Client;
  readonly model: AppModel;
  readonly controller: GridController;
  /** Of the grid, which follows its view. */
  readonly title: () => string;
  readonly onOpen: (row: LookupRef) => void;
}

/**
 * A grid's rows as the data set of a component. Every change of the grid makes a new object, so that a component can
 * tell by identity what changed; records stay the same while their rows do.
 */
export class DataSetSource {
  private expression: FilterExpression | undefined;
  private filterView = '';
  private readonly facades = new WeakMap<GridRecord, EntityRecord>();
  private listed: readonly GridRecord[] = [];
  private records: { [id: string]: EntityRecord } = {};
  private sortedIds: string[] = [];

  constructor(private readonly ports: DataSetPorts) {}

  /** The data set as the grid stands now. */
  current(): DataSet {
    const { controller } = this.ports;
    this.list(controller.records);
    const sorting = controller.sorting.map(({ name, isDescending }) => ({
      name,
      sortDirection: isDescending ? (1 as const) : (0 as const),
    }));
    return {
      columns: controller.columns.map(toColumn),
      records: this.records,
      sortedRecordIds: this.sortedIds,
      loading: controller.isLoading,
      error: controller.error !== undefined,
      errorMessage: controller.error ?? '',
      sorting,
      filtering: this.filtering(),
      linking: linkingOf(controller),
      paging: pagingOf(controller),
      addColumn: (name, alias) => addColumn(controller, alias ? `${alias}.${name}` : name),
      getTitle: this.ports.title,
      getViewId: () => controller.view.id,
      getTargetEntityType: () => controller.table.name,
      getSelectedRecordIds: () => [...controller.selectedIds],
      setSelectedRecordIds: (ids) => controller.select(ids.map(bareId)),
      clearSelectedRecordIds: () => controller.select([]),
      openDatasetItem: (reference) => this.open(reference),
      // The list of orders is changed in place and read again here, as on the platform.
      refresh: () => {
        controller.sorting = sorting
          .filter((order) => order.sortDirection === 0 || (order.sortDirection as number) === 1)
          .map((order) => ({ name: order.name, isDescending: (order.sortDirection as number) === 1 }));
        void controller.refresh();
      },
    };
  }

  /** Lists the records. Rows added below the ones before are added to the list: pages come in by the hundred. */
  private list(records: readonly GridRecord[]): void {
    if (records === this.listed) return;
    const isLonger = this.listed.length > 0 && this.listed.length < records.length;
    const isAppended =
      isLonger && records[0] === this.listed[0] && records[this.listed.length - 1] === this.listed.at(-1);
    const added = isAppended ? records.slice(this.listed.length) : records;
    if (!isAppended) this.records = {};
    for (const record of added) this.records[record.id] = this.facadeOf(record);
    const ids = added.map((record) => record.id);
    this.sortedIds = isAppended ? this.sortedIds.concat(ids) : ids;
    this.listed = records;
  }

  private facadeOf(record: GridRecord): EntityRecord {
    const facade = this.facades.get(record) ?? new LoadedRecord(this.ports, record);
    this.facades.set(record, facade);
    return facade;
  }

  private filtering(): DataSet['filtering'] {
    const { controller } = this.ports;
    // A view starts without the filter of the one before.
    if (this.filterView !== controller.view.id) {
      this.filterView = controller.view.id;
      this.expression = undefined;
    }
    return {
      getFilter: () => this.expression ?? { conditions: [], filterOperator: 0, filters: [] },
      setFilter: (expression) => {
        controller.filter = fromDataSetFilter(expression);
        this.expression = expression;
      },
      clearFilter: () => {
        controller.filter = allOf();
        this.expression = undefined;
      },
    };
  }

  private open(reference: ComponentFramework.EntityReference): void {
    // Older hosts hand out plain ids; both are taken.
    const id = typeof reference.id === 'string' ? (reference.id as string) : reference.id.guid;
    const table = reference.etn ?? this.ports.controller.table.name;
    this.ports.onOpen({ table, id: bareId(id), name: reference.name });
  }
}

function toColumn(
  { name, alias, displayName, metadata, widthPx, isPrimary }: GridColumn,
  order: number,
): DataSetColumn {
  return {
    name,
    alias,
    displayName,
    dataType: dataTypeOf(metadata),
    order,
    visualSizeFactor: widthPx,
    isHidden: false,
    isPrimary,
    disableSorting: false,
  };
}

const DATA_TYPES: { readonly [type in ColumnMetadata['type']]: string } = {
  uniqueidentifier: 'SingleLine.Text',
  string: 'SingleLine.Text',
  memo: 'Multiple',
  integer: 'Whole.None',
  bigint: 'Whole.None',
  decimal: 'Decimal',
  money: 'Currency',
  boolean: 'TwoOptions',
  choice: 'OptionSet',
  state: 'OptionSet',
  status: 'OptionSet',
  dateonly: 'DateAndTime.DateOnly',
  datetime: 'DateAndTime.DateAndTime',
  lookup: 'Lookup.Simple',
  owner: 'Lookup.Owner',
};

/** A column's type in the words of the component framework. */
export function dataTypeOf(column: ColumnMetadata): string {
  if (column.type === 'lookup' && (column.targets?.length ?? 0) > 1) return 'Lookup.Customer';
  return DATA_TYPES[column.type];
}

function pagingOf(controller: GridController): DataSet['paging'] {
  return {
    totalResultCount: controller.total,
    firstPageNumber: controller.firstPage,
    lastPageNumber: controller.lastPage,
    pageSize: controller.pageRows,
    hasNextPage: controller.hasNextPage,
    hasPreviousPage: controller.firstPage > 1,
    loadNextPage: (isOnly) => void controller.loadNextPage(isOnly),
    loadPreviousPage: (isOnly) => void controller.loadPreviousPage(isOnly),
    loadExactPage: (page) => void controller.loadExactPage(page),
    setPageSize: (rows) => controller.setPageRows(rows),
    reset: () => void controller.refresh(),
  };
}

function linkingOf(controller: GridController): DataSet['linking'] {
  return {
    getLinkedEntities: () => [
      ...[...linksOf(controller.view.fetchXml)].map(([alias, link]) => ({
        name: link.table,
        from: link.from,
        to: link.to,
        linkType: link.linkType,
        alias,
      })),
      ...controller.addedLinks,
    ],
    addLinkedEntity: (expression) => void (controller.addedLinks = [...controller.addedLinks, expression]),
  };
}

function addColumn(controller: GridController, name: string): void {
  if (!controller.addedColumns.includes(name)) controller.addedColumns = [...controller.addedColumns, name];
}
