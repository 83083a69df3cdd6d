import type { ColumnMetadata, ViewMetadata } from '@bbl/dataverse/metadata';
import { linksOf } from '../fetch/composeFetch';
import { splitColumn } from '../fetch/filter';
import type { AppModel } from '../model/appModel';
import { columnRights } from '../model/columnRights';

/** A column of a view as grids draw it. */
export interface GridColumn {
  /** `column` or `alias.column`: how the view, the rows and the sorting name it. */
  readonly name: string;
  readonly alias: string;
  readonly metadata: ColumnMetadata;
  /** Table that has the column. */
  readonly table: string;
  readonly displayName: string;
  readonly widthPx: number;
  /** Name column of the grid's own table: it opens the row. */
  readonly isPrimary: boolean;
  /** Column security keeps its values from the user. */
  readonly isMasked: boolean;
}

/** The columns of a view's layout, linked ones named after the lookup that leads to them, as on the platform. */
export function columnsOf(model: AppModel, view: ViewMetadata): readonly GridColumn[] {
  const links = linksOf(view.fetchXml);
  return view.columns.flatMap(({ name, widthPx }) => {
    const { column, alias } = splitColumn(name);
    const link = alias === undefined ? undefined : links.get(alias);
    const table = link?.table ?? view.table;
    const metadata = model.column(table, column);
    if (!metadata) return [];
    const isPrimary = alias === undefined && model.table(view.table).primaryName === column;
    const origin = link && model.column(view.table, link.to);
    const displayName = origin ? `${metadata.displayName} (${origin.displayName})` : metadata.displayName;
    const isMasked = !columnRights(model, table, metadata).read;
    return [{ name, alias: alias ?? '', metadata, table, displayName, widthPx: widthPx || 100, isPrimary, isMasked }];
  });
}

/** Columns of numbers stand on the right. */
export function isNumeric(column: ColumnMetadata): boolean {
  return column.type === 'integer' || column.type === 'bigint' || column.type === 'decimal' || column.type === 'money';
}
