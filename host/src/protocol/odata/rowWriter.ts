import type { ColumnMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { LookupValue, Row, Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { type Expand, findColumn, type Link, type Query } from '@bbl/dataverse/query';
import type { Currency } from '../../pipeline/rows/currencies';
import type { AssociatedExpand } from './associations';
import { formattedValue } from './formattedValue';
import type { Annotations } from './preferences';

/** Expanded rows as the text of a JSON list: whoever writes a row asks for those that belong to it. */
export interface ExpandedRows {
  collection(expand: Extract<Expand, { kind: 'collection' }>, parentId: string): string;
  association(expand: AssociatedExpand, parentId: string): string;
}

/** Writes one row as the text of a JSON object. */
export type RowWriter = (row: Row, expanded: ExpandedRows) => string;

export interface WriterContext {
  readonly metadata: MetadataIndex;
  readonly annotations: Annotations;
  currencyOf(id: string): Currency;
  readonly baseCurrency: () => Currency;
}

/** What one column contributes: `,"name":value` with its annotations, or nothing. */
type CellWriter = (row: Row) => string;

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const LOOKUP_TABLE = '@Microsoft.Dynamics.CRM.lookuplogicalname';
const NAVIGATION = '@Microsoft.Dynamics.CRM.associatednavigationproperty';

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
  return cell(
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
  return cell({ metadata, key: as, property: as, table, currencyKey, writesNull: false }, context);
}

interface Cell {
  readonly metadata: ColumnMetadata;
  /** Key in the row. */
  readonly key: string;
  readonly property: string;
  readonly table: string;
  /** Key in the row of the currency that a money column is in. */
  readonly currencyKey: string;
  readonly writesNull: boolean;
}

function cell({ metadata, key, property, table, currencyKey, writesNull }: Cell, context: WriterContext): CellWriter {
  const name = `,${JSON.stringify(property)}:`;
  const empty = writesNull ? `${name}null` : '';
  const annotate = annotatorOf({ metadata, key, property, table, currencyKey, writesNull }, context);
  const isDay = metadata.type === 'dateonly';
  return (row) => {
    const value = row[key];
    if (value === null || value === undefined) return empty;
    const text = name + jsonOf(value, isDay);
    return annotate ? text + annotate(value, row) : text;
  };
}

/** The value in JSON; decimals with the very digits they have. */
export function jsonOf(value: Value, isDay: boolean): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return JSON.stringify(value);
  const tagged = value as Exclude<typeof value, readonly string[]>;
  switch (tagged.t) {
    case 'money':
    case 'decimal':
      return tagged.v;
    case 'choice':
      return String(tagged.v);
    case 'lookup':
      return `"${tagged.id}"`;
    case 'guid':
      return `"${tagged.v}"`;
    case 'datetime':
      return isDay ? `"${tagged.v.slice(0, 10)}"` : `"${tagged.v}"`;
  }
}

type Annotator = (value: Value, row: Row) => string;

function annotatorOf({ metadata, property, table, currencyKey }: Cell, context: WriterContext): Annotator | undefined {
  const { annotations } = context;
  const parts: Annotator[] = [];
  if (annotations.formattedValue && isFormatted(metadata)) {
    const name = `,${JSON.stringify(property + FORMATTED)}:`;
    const isMoney = metadata.type === 'money';
    parts.push((value, row) => {
      const currency = isMoney ? currencyIn(row, currencyKey, metadata, context) : undefined;
      const text = formattedValue(value, metadata, currency);
      return text === undefined ? '' : name + JSON.stringify(text);
    });
  }
  if (isReference(metadata)) parts.push(...lookupAnnotators(metadata.name, property, table, context));
  if (parts.length === 0) return undefined;
  return (value, row) => parts.map((part) => part(value, row)).join('');
}

function lookupAnnotators(column: string, property: string, table: string, context: WriterContext): Annotator[] {
  const parts: Annotator[] = [];
  if (context.annotations.associatedNavigationProperty) {
    const name = `,${JSON.stringify(property + NAVIGATION)}:`;
    parts.push((value) => {
      const navigation = isKind(value, 'lookup') ? navigationOf(value, column, table, context) : undefined;
      return navigation === undefined ? '' : name + JSON.stringify(navigation);
    });
  }
  if (context.annotations.lookupLogicalName) {
    const name = `,${JSON.stringify(property + LOOKUP_TABLE)}:`;
    parts.push((value) => (isKind(value, 'lookup') ? name + JSON.stringify(value.table) : ''));
  }
  return parts;
}

const navigationOf = (
  value: LookupValue,
  column: string,
  table: string,
  { metadata }: WriterContext,
): string | undefined =>
  metadata
    .lookupsOf(table)
    .find(({ referencingColumn, referencedTable }) => referencingColumn === column && referencedTable === value.table)
    ?.lookupNavigation;

function currencyIn(row: Row, key: string, column: ColumnMetadata, context: WriterContext): Currency | undefined {
  if (column.baseOf !== undefined) return context.baseCurrency();
  const currency = row[key];
  return isKind(currency, 'lookup') ? context.currencyOf(currency.id) : undefined;
}

const UNFORMATTED: ReadonlySet<string> = new Set(['string', 'memo', 'uniqueidentifier']);
const isFormatted = ({ type, name }: ColumnMetadata): boolean => !UNFORMATTED.has(type) && name !== 'versionnumber';

const isReference = ({ type }: ColumnMetadata): boolean => type === 'lookup' || type === 'owner';

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
  return cell({ metadata, key: `${alias}.${column}`, property, table, currencyKey, writesNull: true }, context);
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
