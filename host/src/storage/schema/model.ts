import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse/metadata';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { VERSION_COLUMN } from '@bbl/dataverse/query';

/** Digits after the point that a money column stores, whatever its currency shows. */
export const MONEY_SCALE = 4;

/** A column as SQLite holds it. Names are quoted for SQL. */
export interface PhysicalColumn {
  readonly metadata: ColumnMetadata;
  readonly name: string;
  readonly sqlType: 'TEXT' | 'INTEGER';
  /** Texts: companion column with the folded value, which is what queries compare, sort and index. */
  readonly folded?: string;
  /** Lookups to more than one table: companion column with the table. */
  readonly target?: string;
  /** money and decimal: the stored integer is the value × 10^scale. */
  readonly scale: number;
}

export interface PhysicalTable {
  readonly metadata: TableMetadata;
  readonly name: string;
  readonly id: PhysicalColumn;
  readonly version: PhysicalColumn;
  /** In the order of the metadata, the version last where the metadata leaves it out. */
  readonly columns: ReadonlyMap<string, PhysicalColumn>;
}

export type PhysicalModel = ReadonlyMap<string, PhysicalTable>;

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const quoteText = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const TEXT_TYPES: readonly ColumnMetadata['type'][] = [
  'uniqueidentifier',
  'string',
  'memo',
  'dateonly',
  'datetime',
  'lookup',
  'owner',
];

export function physicalModel(metadata: MetadataIndex): PhysicalModel {
  return new Map([...metadata.tables].map(([name, table]) => [name, physicalTable(table)]));
}

function physicalTable(table: TableMetadata): PhysicalTable {
  const columns = new Map(table.columns.map((column) => [column.name, physicalColumn(column)]));
  const version = columns.get(VERSION_COLUMN.name) ?? physicalColumn(VERSION_COLUMN);
  columns.set(VERSION_COLUMN.name, version);
  const id = columns.get(table.primaryId);
  if (!id) throw new Error(`Table ${table.name} has no column ${table.primaryId}, its primary id`);
  return { metadata: table, name: quote(table.name), id, version, columns };
}

function physicalColumn(column: ColumnMetadata): PhysicalColumn {
  const hasTarget = (column.targets?.length ?? 0) > 1 || column.type === 'owner';
  return {
    metadata: column,
    name: quote(column.name),
    sqlType: TEXT_TYPES.includes(column.type) ? 'TEXT' : 'INTEGER',
    // Long texts are folded when they are searched: nobody sorts by them, and twice their size is not worth it.
    ...(column.type === 'string' && { folded: quote(`${column.name}:folded`) }),
    ...(hasTarget && { target: quote(`${column.name}:table`) }),
    scale: column.type === 'money' ? MONEY_SCALE : column.type === 'decimal' ? (column.precision ?? 2) : 0,
  };
}

/** Names of the SQLite columns that hold a column: itself and its companions. */
export function physicalNames(column: PhysicalColumn): readonly string[] {
  const { name, folded, target } = column;
  return [name, folded, target].filter((each) => each !== undefined);
}

/** What a comparison, sort or index looks at. Long texts are compared by the function `fold`. */
export function comparable(alias: string, column: PhysicalColumn): string {
  if (column.metadata.type === 'memo') return `fold(${alias}.${column.name})`;
  return `${alias}.${column.folded ?? column.name}`;
}
