import type { ColumnMetadata, TableMetadata } from '../metadata';
import type { MetadataIndex } from '../metadataIndex';
import { VERSION_COLUMN } from '../versionColumn';
import { invalidQuery, QueryFaultCode } from './fault';

/** @throws QueryFault 0x80041102 */
export function tableOf(metadata: MetadataIndex, name: string): TableMetadata {
  const table = metadata.table(name);
  if (table) return table;
  throw invalidQuery(`The entity with a name = '${name}' was not found.`, QueryFaultCode.UnknownTable);
}

/** The column, or undefined; knows `versionnumber` everywhere. */
export function findColumn(metadata: MetadataIndex, table: string, name: string): ColumnMetadata | undefined {
  return metadata.column(table, name) ?? (name === VERSION_COLUMN.name ? VERSION_COLUMN : undefined);
}

/** @throws QueryFault 0x80041103 */
export function columnOf(metadata: MetadataIndex, table: string, name: string): ColumnMetadata {
  const column = findColumn(metadata, table, name);
  if (column) return column;
  throw invalidQuery(
    `'${table}' entity doesn't contain attribute with Name = '${name}'.`,
    QueryFaultCode.UnknownColumn,
  );
}

export const isReference = (column: ColumnMetadata): boolean => column.type === 'lookup' || column.type === 'owner';
export const isText = (column: ColumnMetadata): boolean => column.type === 'string' || column.type === 'memo';
export const isDate = (column: ColumnMetadata): boolean => column.type === 'dateonly' || column.type === 'datetime';
