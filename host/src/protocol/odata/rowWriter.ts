import type { ColumnMetadata } from '@bbl/dataverse';
import { isKind, type Row } from '@bbl/dataverse/ports';
import { type Expand, findColumn, type Link, type Query } from '@bbl/dataverse/query';
import type { AssociatedExpand } from './associations';
import { cellWriter, type CellWriter, isReference, type WriterContext } from './cellWriter';

/** Expanded rows as the text of a JSON list: whoever writes a row asks for those that belong to it. */
export interface ExpandedRows {
  collection(expand: Extract<Expand, { kind: 'collection' }>, parentId: string): string;
  association(expand: AssociatedExpand, parentId: string): string;
}

/** Writes one row as the text of a JSON object. */
export type RowWriter = (row: Row, expanded: ExpandedRows) => string;

/**
 * A writer for the rows of one query. It is worked out once: which properties stand in an answer depends on the query
 * alone, so writing a row is putting texts together.
 */
export function rowWriterOf(query: Query, context: WriterContext): RowWriter {
  if (query.aggregate) return aggregateWriter(query, context);
  const { primaryId } = tableOf(query.table, context);
  const names = query.columns.some(({ column }) => column === primaryId)
    ? query.columns
    : [...query.columns, { column: primaryId, as: primaryId }];
  const cells = names.map(({ column, as }) =>
    column === as
      ? rootCell(query.table, column, context)
      : outputCell(query.table, column, as, 'transactioncurrencyid', context),
  );
  const expandedAliases = new Set(query.expands.flatMap(aliasesOf));
  const linked = query.links.flatMap((link) => linkCells(link, expandedAliases, context));
  const expands = query.expands.map((expand) => expandCell(expand, primaryId, context));
  return (row, expanded) => {
    let text = `{"@odata.etag":"W/\\"${String(row['versionnumber'])}\\""`;
    for (const cell of cells) text += cell(row);
    for (const cell of linked) text += cell(row);
    for (const cell of expands) text += cell(row, expanded);
    return `${text}}`;
  };
}

/** The writer with expands through many-to-many relationships at the end of each row. */
export function withAssociations(write: RowWriter, primaryId: string, expands: readonly AssociatedExpand[]): RowWriter {
  if (expands.length === 0) return write;
  return (row, expanded) => {
    const id = row[primaryId];
    const parentId = isKind(id, 'guid') ? id.v : '';
    const lists = expands.map((expand) => `,"${expand.property}":${expanded.association(expand, parentId)}`);
    return `${write(row, expanded).slice(0, -1)}${lists.join('')}}`;
  };
}

function aggregateWriter(query: Query, context: WriterContext): RowWriter {
  const tables = new Map([['', query.table]]);
  query.links.forEach((link) => addTables(link, tables));
  const cellOf = ({ source, column, as }: { source: string; column: string; as: string }): CellWriter =>
    outputCell(tables.get(source) ?? query.table, column, as, '', context);
  const cells = [...(query.aggregate?.groups ?? []), ...(query.aggregate?.measures ?? [])].map(cellOf);
  return (row) =>
    `{${cells
      .map((cell) => cell(row))
      .join('')
      .slice(1)}}`;
}

/** A column of the table itself; lookups are called `_column_value`. Empty ones are written as null. */
function rootCell(table: string, column: string, context: WriterContext): CellWriter {
  const metadata = columnOf(table, column, context);
  const property = isReference(metadata) ? `_${column}_value` : column;
  return cellWriter(
    { metadata, key: column, property, table, currencyKey: 'transactioncurrencyid', writesNull: true },
    context,
  );
}

/** A column under its alias; empty ones are left out, as the platform does. */
function outputCell(
  table: string,
  column: string,
  as: string,
  currencyKey: string,
  context: WriterContext,
): CellWriter {
  const metadata = columnOf(table, column, context);
  return cellWriter({ metadata, key: as, property: as, table, currencyKey, writesNull: false }, context);
}

function linkCells(link: Link, expanded: ReadonlySet<string>, context: WriterContext): CellWriter[] {
  const own = expanded.has(link.alias)
    ? []
    : link.columns.map(({ column, as }) =>
        outputCell(link.table, column, as, `${link.alias}.transactioncurrencyid`, context),
      );
  return [...own, ...link.links.flatMap((inner) => linkCells(inner, expanded, context))];
}

function aliasesOf(expand: Expand): string[] {
  return expand.kind === 'lookup' ? [expand.alias, ...expand.expands.flatMap(aliasesOf)] : [];
}

function expandCell(expand: Expand, parentKey: string, context: WriterContext): RowWriter {
  const name = `,${JSON.stringify(expand.property)}:`;
  if (expand.kind === 'collection') {
    return (row, expanded) => {
      const id = row[parentKey];
      return name + expanded.collection(expand, isKind(id, 'guid') ? id.v : '');
    };
  }
  const { primaryId } = tableOf(expand.table, context);
  const idKey = `${expand.alias}.${primaryId}`;
  const cells = expand.columns.map((column) => expandedCell(expand.table, expand.alias, column, context));
  const nested = expand.expands.map((inner) => expandCell(inner, idKey, context));
  const hasId = expand.columns.includes(primaryId);
  return (row, expanded) => {
    const id = row[idKey];
    if (!isKind(id, 'guid')) return `${name}null`;
    let text = '';
    for (const write of cells) text += write(row);
    if (!hasId) text += `,"${primaryId}":"${id.v}"`;
    for (const write of nested) text += write(row, expanded);
    return `${name}{${text.slice(1)}}`;
  };
}

function expandedCell(table: string, alias: string, column: string, context: WriterContext): CellWriter {
  const metadata = columnOf(table, column, context);
  const property = isReference(metadata) ? `_${column}_value` : column;
  const currencyKey = `${alias}.transactioncurrencyid`;
  return cellWriter({ metadata, key: `${alias}.${column}`, property, table, currencyKey, writesNull: true }, context);
}

function addTables(link: Link, tables: Map<string, string>): void {
  tables.set(link.alias, link.table);
  link.links.forEach((inner) => addTables(inner, tables));
}

function columnOf(table: string, column: string, { metadata }: WriterContext): ColumnMetadata {
  const found = findColumn(metadata, table, column);
  if (!found) throw new Error(`A query returns the unknown column ${table}.${column}`);
  return found;
}

function tableOf(name: string, { metadata }: WriterContext): { readonly primaryId: string } {
  const table = metadata.table(name);
  if (!table) throw new Error(`A query returns rows of the unknown table ${name}`);
  return table;
}
