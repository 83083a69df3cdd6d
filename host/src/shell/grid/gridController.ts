import type { TableMetadata, ViewMetadata } from '@bbl/dataverse/metadata';
import type { Client, FetchPage } from '../api/client';
import { messageOf } from '../api/http';
import { composeFetch, orderOf, type AddedLink, type GridQuery, type SortOrder } from '../fetch/composeFetch';
import { allOf, type FilterGroup } from '../fetch/filter';
import type { AppModel } from '../model/appModel';
import { Observable } from '../state/observable';
import { columnsOf, type GridColumn } from './columns';
import { GridRecord } from './gridRecord';

/** Rows of a page when nobody says otherwise: the platform's default for a user. */
export const PAGE_ROWS_DEFAULT = 50;
/** A server page never exceeds this, whatever a control asks for. */
export const PAGE_ROWS_MAX = 5000;

export interface GridSource {
  readonly view: ViewMetadata;
  /** Sub-grids: the lookup column that points to the form's row. */
  readonly parent?: { readonly column: string; readonly id: string };
  /** Lookups: filters of client scripts, as FetchXML. */
  readonly filterXml?: readonly string[];
}

/**
 * The rows of one grid, whoever draws it: the shell's own list, a component or a sub-grid. It keeps view, sorting,
 * filters, search, loaded pages and selection; every load is one FetchXML request, and a newer one makes an older one
 * void.
 */
export class GridController extends Observable {
  columns: readonly GridColumn[];
  sorting: readonly SortOrder[];
  /** Filter of the column headers or of the component. */
  filter: FilterGroup = allOf();
  quickFindText = '';
  addedColumns: readonly string[] = [];
  addedLinks: readonly AddedLink[] = [];

  records: readonly GridRecord[] = [];
  isLoading = false;
  error: string | undefined;
  /** Rows of all pages, -1 where unknown or above 5,000. */
  total = 0;
  hasNextPage = false;
  firstPage = 1;
  lastPage = 1;
  pageRows = PAGE_ROWS_DEFAULT;
  selectedIds: readonly string[] = [];

  private pageRowsWanted = PAGE_ROWS_DEFAULT;
  private readonly cookies = new Map<number, string>();
  private readonly recordsById = new Map<string, GridRecord>();
  private load = 0;

  constructor(
    private readonly client: Client,
    private readonly model: AppModel,
    private source: GridSource,
  ) {
    super();
    this.columns = columnsOf(model, source.view);
    this.sorting = orderOf(source.view.fetchXml);
  }

  get view(): ViewMetadata {
    return this.source.view;
  }

  get table(): TableMetadata {
    return this.model.table(this.source.view.table);
  }

  get parent(): GridSource['parent'] {
    return this.source.parent;
  }

  get selectedRecords(): readonly GridRecord[] {
    return this.selectedIds.flatMap((id) => this.recordsById.get(id) ?? []);
  }

  /** The query of all rows that the grid stands for, over all pages, as FetchXML. */
  fetchXml(): string {
    return composeFetch(this.query());
  }

  /** Shows another view of the same table; sorting, filter and selection start afresh. The search stays unless given. */
  setView(view: ViewMetadata, quickFindText = this.quickFindText): void {
    this.source = { ...this.source, view };
    this.quickFindText = quickFindText;
    this.columns = columnsOf(this.model, view);
    this.sorting = orderOf(view.fetchXml);
    this.filter = allOf();
    this.addedColumns = [];
    this.addedLinks = [];
    this.selectedIds = [];
    void this.refresh();
  }

  /** Takes effect with the next refresh. */
  setPageRows(rows: number): void {
    this.pageRowsWanted = Math.min(Math.max(1, Math.trunc(rows)), PAGE_ROWS_MAX);
  }

  setQuickFind(text: string): void {
    if (text === this.quickFindText) return;
    this.quickFindText = text;
    void this.refresh();
  }

  setSorting(sorting: readonly SortOrder[]): void {
    this.sorting = sorting;
    void this.refresh();
  }

  setFilter(filter: FilterGroup): void {
    this.filter = filter;
    void this.refresh();
  }

  /** Selects these rows; ids that are not loaded are left out. */
  select(ids: readonly string[]): void {
    const selected = ids.filter((id) => this.recordsById.has(id));
    if (sameList(selected, this.selectedIds)) return;
    this.selectedIds = selected;
    this.changed();
  }

  /** Loads the first page again; the selection keeps what is still there. */
  async refresh(): Promise<void> {
    this.pageRows = this.pageRowsWanted;
    this.cookies.clear();
    await this.loadPage(1, 'replace');
  }

  /** Adds the next page below, or shows it alone. Does nothing while a load runs or when there is none. */
  async loadNextPage(isOnly = false): Promise<void> {
    if (this.isLoading || !this.hasNextPage) return;
    await this.loadPage(this.lastPage + 1, isOnly ? 'replace' : 'append');
  }

  /** Adds the previous page above, or shows it alone. */
  async loadPreviousPage(isOnly = false): Promise<void> {
    if (this.isLoading || this.firstPage <= 1) return;
    await this.loadPage(this.firstPage - 1, isOnly ? 'replace' : 'prepend');
  }

  /** Shows one page alone. */
  async loadExactPage(page: number): Promise<void> {
    if (this.isLoading || page < 1) return;
    await this.loadPage(Math.trunc(page), 'replace');
  }

  private async loadPage(page: number, how: 'replace' | 'append' | 'prepend'): Promise<void> {
    this.load += 1;
    const load = this.load;
    this.isLoading = true;
    this.changed();
    try {
      const cookie = this.cookies.get(page);
      const fetchXml = composeFetch(this.query(), {
        page,
        rowsMax: this.pageRows,
        ...(cookie === undefined ? {} : { cookie }),
      });
      const answer = await this.client.fetchPage(this.table.name, fetchXml);
      if (load === this.load) this.take(page, how, answer);
    } catch (error) {
      if (load === this.load) this.fail(error, how);
    }
  }

  private take(page: number, how: 'replace' | 'append' | 'prepend', answer: FetchPage): void {
    const { table } = this;
    const loaded = answer.rows.map((row) => new GridRecord(table, row));
    if (answer.cookie !== undefined) this.cookies.set(page + 1, answer.cookie);
    if (how === 'replace') {
      this.recordsById.clear();
      this.records = this.remember(loaded);
      this.firstPage = page;
      this.lastPage = page;
    } else {
      const added = this.remember(loaded);
      this.records = how === 'append' ? this.records.concat(added) : added.concat(this.records);
      this.firstPage = Math.min(this.firstPage, page);
      this.lastPage = Math.max(this.lastPage, page);
    }
    if (how !== 'prepend') this.hasNextPage = answer.hasMore;
    this.total = answer.total;
    this.error = undefined;
    this.isLoading = false;
    this.selectedIds = this.selectedIds.filter((id) => this.recordsById.has(id));
    this.changed();
  }

  private fail(error: unknown, how: 'replace' | 'append' | 'prepend'): void {
    this.error = messageOf(error);
    this.isLoading = false;
    if (how === 'replace') {
      this.recordsById.clear();
      this.records = [];
      this.total = 0;
      this.selectedIds = [];
    }
    // A next page that failed is not asked for again and again while the person scrolls.
    this.hasNextPage = false;
    this.changed();
  }

  /** Those that were not loaded yet: a row that moved between two page loads stands once. */
  private remember(loaded: readonly GridRecord[]): readonly GridRecord[] {
    return loaded.filter((record) => {
      if (this.recordsById.has(record.id)) return false;
      this.recordsById.set(record.id, record);
      return true;
    });
  }

  private query(): GridQuery {
    const { parent } = this.source;
    const quickFindView = this.model.quickFindView(this.table.name);
    const parentFilter = parent ? [allOf({ column: parent.column, operator: 'eq', values: [parent.id] })] : [];
    return {
      viewFetchXml: this.view.fetchXml,
      sorting: this.sorting,
      filters: [...parentFilter, this.filter],
      filterXml: this.source.filterXml ?? [],
      addedColumns: [
        ...this.view.columns.map((column) => column.name),
        this.table.primaryName,
        ...this.addedColumns,
      ].filter((name) => name !== ''),
      addedLinks: this.addedLinks,
      ...(quickFindView ? { quickFind: { viewFetchXml: quickFindView.fetchXml, text: this.quickFindText } } : {}),
    };
  }
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
