import type { Database, Statement } from 'better-sqlite3';
import { OWN_TABLES } from './schema/tables';

/** Numbers reserved in the file at once: one write in a thousand pays for all. */
const BLOCK = 1000;
const KEY = 'row version';

/**
 * Row versions, increasing over the whole store and never given twice: not after a rollback, not after a restart, for a
 * client may hold one as an ETag.
 */
export class RowVersions {
  private last: number;
  private reserved: number;
  private readonly reserve: Statement;
  private readonly read: Statement;

  constructor(database: Database) {
    this.reserve = database.prepare(
      `INSERT INTO ${OWN_TABLES.meta} VALUES ('${KEY}', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    );
    this.read = database.prepare(`SELECT value FROM ${OWN_TABLES.meta} WHERE key = '${KEY}'`).pluck();
    this.reserved = this.readReserved();
    this.last = this.reserved;
  }

  next(): number {
    this.last++;
    if (this.last > this.reserved) {
      this.reserved = this.last + BLOCK;
      this.reserve.run(String(this.reserved));
    }
    return this.last;
  }

  /** A reservation may have been rolled back; numbers given out are not taken back. */
  afterRollback(): void {
    this.reserved = this.readReserved();
  }

  private readReserved(): number {
    return Number(this.read.get() ?? 0);
  }
}
