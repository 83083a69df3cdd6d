import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IInputs } from '../generated/ManifestTypes';
import type { Column, DataSet, EntityRecord, FilterExpression, SortStatus } from '../mapping/dataset';

/** A value as the platform's record holds it, with its formatted text. */
export interface FakeValue {
  readonly value: unknown;
  readonly text: string;
}
export type FakeRow = { readonly [column: string]: FakeValue };

export const text = (value: string): FakeValue => ({ value, text: value });
export const choice = (value: number, label: string): FakeValue => ({ value, text: label });
export const money = (value: number, formatted: string): FakeValue => ({ value, text: formatted });
export const lookup = (table: string, id: string, name: string): FakeValue => ({
  value: { id: { guid: id }, etn: table, name },
  text: name,
});

export const column = (name: string, displayName: string, dataType: string, more: Partial<Column> = {}): Column => ({
  name,
  displayName,
  dataType,
  alias: name,
  order: 0,
  visualSizeFactor: 150,
  ...more,
});

/** A record as a model-driven app gives it: empty values are null, whatever the typings say. */
export function fakeRecord(table: string, id: string, row: FakeRow): EntityRecord {
  return {
    getRecordId: () => id,
    getValue: (name: string) => (row[name]?.value ?? null) as ReturnType<EntityRecord['getValue']>,
    getFormattedValue: (name: string) => row[name]?.text ?? (null as unknown as string),
    getNamedReference: () => ({ id: { guid: id }, etn: table, name: row['bbl_name']?.text ?? '' }),
  };
}

const RESX = join(__dirname, '..', 'strings', 'BacklogGrid.1033.resx');

/** The texts of the control's own file by key. */
export function readResx(): ReadonlyMap<string, string> {
  const xml = new DOMParser().parseFromString(readFileSync(RESX, 'utf8'), 'text/xml');
  return new Map(
    [...xml.querySelectorAll('root > data')].map((data) => [
      data.getAttribute('name') ?? '',
      data.querySelector('value')?.textContent ?? '',
    ]),
  );
}

let parents = 0;

/** The platform's side of a control: pages of rows, sorting, filters and selection, with a log of what was asked. */
export class FakePlatform {
  readonly log: string[] = [];
  readonly sorting: SortStatus[] = [];
  filter: FilterExpression | undefined;
  loading = false;
  errorMessage: string | undefined;
  selectedIds: string[] = [];
  loadedCount = 0;
  allIds: string[];
  viewId = 'view-1';
  /** The row of the form around. Each platform stands on one of its own: grids keep what the user chose by view and row. */
  parentId = `parent-${(parents += 1)}`;
  /** What the control asked to be kept for it. */
  controlState: ComponentFramework.Dictionary | undefined;
  onUpdate: () => void = () => undefined;

  constructor(
    readonly table: string,
    readonly columns: Column[],
    readonly rows: { readonly [id: string]: FakeRow },
    readonly pageRows = Infinity,
  ) {
    this.allIds = Object.keys(rows);
    this.loadFirstPage();
  }

  loadFirstPage(): void {
    this.loadedCount = Math.min(this.pageRows, this.allIds.length);
    this.list();
  }

  private records: { [id: string]: EntityRecord } = {};
  private ids: string[] = [];

  /** Makes new records and a new list, as the platform does after a load. */
  list(): void {
    this.ids = this.allIds.slice(0, this.loadedCount);
    this.records = Object.fromEntries(this.ids.map((id) => [id, fakeRecord(this.table, id, this.rows[id] ?? {})]));
  }

  /** A load in two steps, as the control sees it: loading, then there. */
  finishLoad(rowCount: number): void {
    this.loading = false;
    this.loadedCount = Math.min(rowCount, this.allIds.length);
    this.list();
    this.onUpdate();
  }

  private begin(what: string): void {
    this.log.push(this.loading ? `${what} in parallel` : what);
    this.loading = true;
    this.onUpdate();
  }

  context(): ComponentFramework.Context<IInputs> {
    const dataSet: Partial<DataSet> = {
      columns: this.columns,
      records: this.records,
      sortedRecordIds: this.ids,
      loading: this.loading,
      error: this.errorMessage !== undefined,
      errorMessage: this.errorMessage ?? '',
      sorting: this.sorting,
      addColumn: (name: string, alias?: string) =>
        void this.log.push(`addColumn ${alias === undefined ? name : `${alias}.${name}`}`),
      linking: {
        getLinkedEntities: () => [],
        addLinkedEntity: ({ name, to }) => void this.log.push(`link ${name} by ${to}`),
      },
      getTitle: () => 'Fixed Price Milestones',
      getViewId: () => this.viewId,
      getTargetEntityType: () => this.table,
      getSelectedRecordIds: () => this.selectedIds,
      setSelectedRecordIds: (ids: string[]) => {
        this.selectedIds = ids;
        this.log.push(`select ${ids.join(' ')}`.trim());
        this.onUpdate();
      },
      openDatasetItem: (reference) => void this.log.push(`open ${reference.id.guid}`),
      refresh: () => this.begin('refresh'),
      filtering: {
        getFilter: () => this.filter as FilterExpression,
        setFilter: (expression) => void (this.filter = expression),
        clearFilter: () => void (this.filter = undefined),
      },
      paging: {
        totalResultCount: this.allIds.length > 5000 ? -1 : this.allIds.length,
        hasNextPage: this.errorMessage === undefined && this.loadedCount < this.allIds.length,
        setPageSize: (rows: number) => void this.log.push(`setPageSize ${rows}`),
        loadNextPage: () => this.begin('loadNextPage'),
      } as DataSet['paging'],
    };
    const texts = readResx();
    return {
      parameters: { records: dataSet, pageSize: { raw: 100 } },
      mode: {
        trackContainerResize: () => undefined,
        allocatedHeight: -1,
        allocatedWidth: -1,
        contextInfo: { entityId: this.parentId },
        setControlState: (state: ComponentFramework.Dictionary) => (this.controlState = state) !== undefined,
      },
      resources: { getString: (key: string) => texts.get(key) ?? key },
      userSettings: {
        isRTL: false,
        numberFormattingInfo: {
          currencyDecimalSeparator: '.',
          currencyGroupSeparator: ',',
          currencyGroupSizes: [3],
          negativeSign: '-',
        },
      },
      navigation: {
        openForm: async ({ entityName, entityId }: ComponentFramework.NavigationApi.EntityFormOptions) => {
          this.log.push(`openForm ${entityName} ${entityId}`);
        },
      },
    } as unknown as ComponentFramework.Context<IInputs>;
  }
}
