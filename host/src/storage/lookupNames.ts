import type { Database, Statement } from 'better-sqlite3';
import { isKind, type Row } from '@bbl/dataverse/ports';
import { LruMap } from './lruMap';
import type { PhysicalModel } from './schema/model';

/** Names kept; a page of a backlog shows some hundred different ones. */
const NAMES_MAX = 20_000;

/**
 * Primary names of rows that lookups point to. They are read one by one and remembered: joins would cost every row of a
 * sorted query, this costs the rows of a page, and most of them nothing, for names recur.
 */
export class LookupNames {
  private readonly names = new LruMap<string, string | null>(NAMES_MAX);
  private readonly statements = new Map<string, Statement>();

  constructor(
    private readonly database: Database,
    private readonly model: PhysicalModel,
  ) {}

  /** Gives every lookup in the rows the name of its row. */
  fill(rows: readonly Row[]): void {
    for (const row of rows)
      for (const key of Object.keys(row)) {
        const value = row[key];
        if (!isKind(value, 'lookup')) continue;
        const name = this.nameOf(value.table, value.id);
        if (name !== null) row[key] = { ...value, name };
      }
  }

  /** A row may have another name, or be gone. */
  forget(table: string, id: string): void {
    this.names.delete(`${table}:${id}`);
  }

  forgetAll(): void {
    this.names.clear();
  }

  private nameOf(table: string, id: string): string | null {
    const key = `${table}:${id}`;
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = this.read(table, id);
    this.names.set(key, name);
    return name;
  }

  private read(name: string, id: string): string | null {
    const known = this.statements.get(name);
    if (known) return (known.get(id) as string | null | undefined) ?? null;
    const table = this.model.get(name);
    const primaryName = table?.columns.get(table.metadata.primaryName);
    if (!table || !primaryName) return null;
    const sql = `SELECT ${primaryName.name} FROM ${table.name} WHERE ${table.id.name} = ?`;
    this.statements.set(name, this.database.prepare(sql).pluck());
    return this.read(name, id);
  }
}
