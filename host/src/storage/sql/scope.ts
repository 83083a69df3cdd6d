import type { ColumnRef, Source } from '@bbl/dataverse/query';
import type { AccessOf, RowAccess } from '../store';
import { comparable, type PhysicalColumn, type PhysicalModel, type PhysicalTable } from '../schema/model';
import type { NameOf } from '../values/decode';
import { unknownColumn } from '../values/faults';
import { unknownTable } from './faults';

export interface PlacedColumn {
  /** SQL alias of its table. */
  readonly alias: string;
  readonly physical: PhysicalColumn;
  /** What comparisons and sorts look at. */
  readonly comparable: string;
}

/**
 * Tables of a statement by their place in the query. SQL aliases are numbered: SQLite ignores their case, which
 * FetchXML does not.
 */
export class SqlScope {
  private readonly places = new Map<Source, { readonly alias: string; readonly table: PhysicalTable }>();
  private count = 0;

  constructor(
    readonly model: PhysicalModel,
    private readonly access: AccessOf,
    /** Gives lookups in the rows their names; absent where nobody asks for them. */
    readonly nameOf?: NameOf,
  ) {}

  table(name: string): PhysicalTable {
    const table = this.model.get(name);
    if (table) return table;
    throw unknownTable(name);
  }

  /** Gives a source its SQL alias. */
  place(source: Source, table: string): string {
    const alias = this.freshAlias();
    this.places.set(source, { alias, table: this.table(table) });
    return alias;
  }

  freshAlias(): string {
    return `t${this.count++}`;
  }

  aliasOf(source: Source): string {
    return this.placeOf(source).alias;
  }

  tableOf(source: Source): PhysicalTable {
    return this.placeOf(source).table;
  }

  column({ source, column }: ColumnRef): PlacedColumn {
    const { alias, table } = this.placeOf(source);
    const physical = table.columns.get(column);
    if (!physical) throw unknownColumn({ table: table.metadata.name, column });
    return { alias, physical, comparable: comparable(alias, physical) };
  }

  accessTo(table: string): RowAccess {
    return this.access(table);
  }

  private placeOf(source: Source): { readonly alias: string; readonly table: PhysicalTable } {
    const place = this.places.get(source);
    if (!place) throw new Error(`The query names the source '${source}' before it is linked`);
    return place;
  }
}
