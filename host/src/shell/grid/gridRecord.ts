import type { TableMetadata } from '@bbl/dataverse/metadata';
import { bareId, formattedValue, lookupValue, rawValue, type LookupRef, type Row } from '../api/rows';

/** A loaded row of a grid. */
export class GridRecord {
  readonly id: string;

  constructor(
    readonly table: TableMetadata,
    readonly row: Row,
  ) {
    this.id = bareId(String(row[table.primaryId] ?? ''));
  }

  /** Name of the row as lists and lookups show it. */
  get name(): string {
    return formattedValue(this.row, this.table.primaryName);
  }

  get reference(): LookupRef {
    return { table: this.table.name, id: this.id, name: this.name };
  }

  raw(column: string): string | number | boolean | null {
    return rawValue(this.row, column);
  }

  formatted(column: string): string {
    return formattedValue(this.row, column);
  }

  lookup(column: string): LookupRef | null {
    return lookupValue(this.row, column);
  }
}
