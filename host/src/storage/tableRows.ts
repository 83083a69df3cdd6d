import type { Database, Statement } from 'better-sqlite3';
import type { Row, Value } from '@bbl/dataverse/ports';
import { FaultCode, HostFault, rowNotFound } from '../faults';
import { guarded } from './constraints';
import { comparable, type PhysicalColumn, physicalNames, type PhysicalTable } from './schema/model';
import { rowReader } from './rowReader';
import type { RowVersions } from './versions';
import { columnReader, type Stored } from './values/decode';
import { type Bindable, type Encoder, encoderOf } from './values/encode';
import { unknownColumn } from './values/faults';

/** A column with the way its values are checked and stored; `at` is its place in an INSERT of all columns. */
interface WritableColumn {
  readonly physical: PhysicalColumn;
  readonly encode: Encoder;
  readonly at: number;
}

interface PreparedRead {
  readonly statement: Statement;
  readonly read: (stored: readonly Stored[]) => Row;
}

/** Reads and writes single rows of one table with statements prepared once. */
export class TableRows {
  private readonly columns = new Map<string, WritableColumn>();
  private readonly width: number;
  private readonly insertion: Statement;
  private readonly deletion: Statement;
  /** Updates and key look-ups by their text. */
  private readonly statements = new Map<string, Statement>();
  private readonly reads = new Map<string, PreparedRead>();
  private readonly readAll: PreparedRead;
  private readonly exists: Statement;

  constructor(
    private readonly database: Database,
    private readonly table: PhysicalTable,
    private readonly versions: RowVersions,
    private readonly rowsOf: (table: string) => TableRows | undefined,
  ) {
    const names: string[] = [];
    for (const [name, physical] of table.columns) {
      this.columns.set(name, { physical, encode: encoderOf(table.metadata.name, physical), at: names.length });
      names.push(...physicalNames(physical));
    }
    this.width = names.length;
    const places = names.map(() => '?').join(', ');
    this.insertion = database.prepare(`INSERT INTO ${table.name} (${names.join(', ')}) VALUES (${places})`);
    this.deletion = database.prepare(`DELETE FROM ${table.name} WHERE ${table.id.name} = ?`);
    this.exists = database.prepare(`SELECT 1 FROM ${table.name} WHERE ${table.id.name} = ?`).pluck();
    this.readAll = this.prepareRead([...table.columns.keys()]);
  }

  insert(id: string, row: Row): void {
    const bound = new Array<Bindable>(this.width).fill(null);
    for (const name of Object.keys(row)) {
      const value = row[name];
      const column = this.writable(name, value);
      if (column && value !== null && value !== undefined) column.encode(value, bound, column.at);
    }
    bound[this.place(this.table.id)] = id;
    bound[this.place(this.table.version)] = this.versions.next();
    this.write(row, () => this.insertion.run(bound));
  }

  update(id: string, row: Row): void {
    const columns = Object.keys(row).map((name) => this.writable(name, row[name]));
    const written = columns.filter((column) => column !== undefined);
    const bound = written.flatMap((column) => encoded(column, row[column.physical.metadata.name]));
    const statement = this.updateOf(written);
    bound.push(this.versions.next(), id);
    const { changes } = this.write(row, () => statement.run(bound));
    if (changes === 0) throw rowNotFound(this.table.metadata.name, id);
  }

  remove(id: string): void {
    const isReferenced = (): HostFault =>
      new HostFault(
        400,
        FaultCode.RestrictedDelete,
        `The ${this.table.metadata.name} ${id} cannot be deleted because it is associated with another record.`,
      );
    const { changes } = guarded(this.table, () => this.deletion.run(id), isReferenced);
    if (changes === 0) throw rowNotFound(this.table.metadata.name, id);
  }

  has(id: string): boolean {
    return this.exists.get(id) !== undefined;
  }

  get(id: string, columns?: readonly string[]): Row | undefined {
    const { statement, read } = columns ? this.readOf(columns) : this.readAll;
    const stored = statement.get(id) as readonly Stored[] | undefined;
    return stored && read(stored);
  }

  /** Id of the row whose columns equal these values; texts without case and accents. Empty values match nothing. */
  findByKey(columns: readonly string[], values: Row): string | undefined {
    const bound: Bindable[] = [];
    const terms: string[] = [];
    for (const name of columns) {
      const column = this.column(name);
      const [first = null, second = null] = encoded(column, values[name]);
      const compared = column.physical.folded === undefined ? first : second;
      if (compared === null) return undefined;
      terms.push(`${comparable(this.table.name, column.physical)} = ?`);
      bound.push(compared);
    }
    const sql = `SELECT ${this.table.id.name} FROM ${this.table.name} WHERE ${terms.join(' AND ')}`;
    return this.cached(sql).pluck().get(bound) as string | undefined;
  }

  private column(name: string): WritableColumn {
    const column = this.columns.get(name);
    if (column) return column;
    throw unknownColumn({ table: this.table.metadata.name, column: name });
  }

  /** Undefined for what a write passes over: values not sent, the id (it is known) and the version (it is the store's). */
  private writable(name: string, value: Value | undefined): WritableColumn | undefined {
    const column = this.column(name);
    const { id, version } = this.table;
    return value === undefined || column.physical === id || column.physical === version ? undefined : column;
  }

  private place(physical: PhysicalColumn): number {
    return this.columns.get(physical.metadata.name)?.at ?? -1;
  }

  private write<T>(row: Row, write: () => T): T {
    // SQLite checks lookups to one table; those to several it cannot.
    const missing = this.missingTarget(row, (column) => column.target !== undefined);
    if (missing) throw missing;
    return guarded(this.table, write, () => this.missingTarget(row, () => true));
  }

  private missingTarget(row: Row, isChecked: (column: PhysicalColumn) => boolean): HostFault | undefined {
    for (const name of Object.keys(row)) {
      const value = row[name];
      if (typeof value !== 'object' || value === null || !('t' in value) || value.t !== 'lookup') continue;
      const physical = this.table.columns.get(name);
      if (!physical || !isChecked(physical)) continue;
      if (!this.rowsOf(value.table)?.has(value.id.toLowerCase())) return rowNotFound(value.table, value.id);
    }
    return undefined;
  }

  private updateOf(columns: readonly WritableColumn[]): Statement {
    const names = columns.flatMap(({ physical }) => physicalNames(physical));
    const assignments = [...names, this.table.version.name].map((name) => `${name} = ?`).join(', ');
    return this.cached(`UPDATE ${this.table.name} SET ${assignments} WHERE ${this.table.id.name} = ?`);
  }

  private cached(sql: string): Statement {
    const known = this.statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.statements.set(sql, statement);
    return statement;
  }

  private readOf(columns: readonly string[]): PreparedRead {
    const key = columns.join();
    const known = this.reads.get(key);
    if (known) return known;
    const read = this.prepareRead([
      ...new Set([...columns, this.table.id.metadata.name, this.table.version.metadata.name]),
    ]);
    this.reads.set(key, read);
    return read;
  }

  private prepareRead(names: readonly string[]): PreparedRead {
    const readers = names.map((name) => columnReader(this.table.name, this.column(name).physical));
    const expressions = readers.flatMap((reader) => reader.expressions).join(', ');
    const sql = `SELECT ${expressions} FROM ${this.table.name} WHERE ${this.table.id.name} = ?`;
    return { statement: this.database.prepare(sql).raw(), read: rowReader(names, readers) };
  }
}

/** What to bind for a value, empty ones included. */
function encoded({ physical, encode }: WritableColumn, value: Value | undefined): Bindable[] {
  const into = physicalNames(physical).map((): Bindable => null);
  if (value !== null && value !== undefined) encode(value, into, 0);
  return into;
}
