import type { Database, Statement } from 'better-sqlite3';
import { LruMap } from './lruMap';
import type { PhysicalModel } from './schema/model';
import type { NameOf } from './values/decode';

/** Names kept of each table; a page of a backlog shows some hundred different ones. */
const NAMES_MAX = 10_000;

interface TableNames {
  readonly names: LruMap<string, string | null>;
  readonly statement: Statement;
}

/**
 * Primary names of rows that lookups point to. They are read one by one and remembered: joins would cost every row of a
 * sorted query, this costs the rows of a page, and most of them nothing, for names recur.
 */
export class LookupNames {
  private readonly tables = new Map<string, TableNames | null>();

  constructor(
    private readonly database: Database,
    private readonly model: PhysicalModel,
  ) {}

  readonly nameOf: NameOf = (table, id) => {
    const known = this.tables.get(table) ?? this.open(table);
    if (!known) return null;
    const remembered = known.names.get(id);
    if (remembered !== undefined) return remembered;
    const name = (known.statement.get(id) as string | null | undefined) ?? null;
    known.names.set(id, name);
    return name;
  };

  /** A row may have another name, or be gone. */
  forget(table: string, id: string): void {
    this.tables.get(table)?.names.delete(id);
  }

  forgetAll(): void {
    this.tables.forEach((table) => table?.names.clear());
  }

  private open(name: string): TableNames | null {
    const table = this.model.get(name);
    const primaryName = table?.columns.get(table.metadata.primaryName);
    const sql = table && primaryName && `SELECT ${primaryName.name} FROM ${table.name} WHERE ${table.id.name} = ?`;
    const opened = sql
      ? { names: new LruMap<string, string | null>(NAMES_MAX), statement: this.database.prepare(sql).pluck() }
      : null;
    this.tables.set(name, opened);
    return opened;
  }
}
