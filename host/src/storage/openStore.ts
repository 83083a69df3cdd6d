import type { Database, Statement } from 'better-sqlite3';
import type { RelationshipMetadata, ViewMetadata } from '@bbl/dataverse/metadata';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { Row, RowPage } from '@bbl/dataverse/ports';
import type { Query, QueryContext } from '@bbl/dataverse/query';
import { openDatabase } from './database';
import { LookupNames } from './lookupNames';
import { Queries } from './queries';
import { Relations } from './relations';
import { indexesOf } from './schema/indexes';
import { migrate } from './schema/migrate';
import { type PhysicalModel, physicalModel, quote } from './schema/model';
import { OWN_TABLES, OWN_TABLES_FILTER } from './schema/tables';
import { accessSql } from './sql/access';
import { bind } from './sql/fragment';
import { unknownTable } from './sql/faults';
import type { AccessOf, RowAccess, Store } from './store';
import { TableRows } from './tableRows';
import { Transactions } from './transactions';
import { RowVersions } from './versions';

export interface StoreOptions {
  /** Path of the SQLite file, or `:memory:`. */
  readonly file: string;
  readonly metadata: MetadataIndex;
  /** The clock, UTC, `YYYY-MM-DDTHH:MM:SSZ`. */
  readonly now: () => string;
  /** Views, whose orders and filters get indexes. */
  readonly views?: readonly ViewMetadata[];
  /** Version of the solution, recorded in the file. */
  readonly solutionVersion?: string;
}

/**
 * Opens the store of a solution, bringing the file's tables to its metadata.
 * @throws MigrationError when the file holds a column of another kind, StoreInUseError when another process has it open
 */
export function openStore(options: StoreOptions): Store {
  const database = openDatabase(options.file);
  try {
    const model = physicalModel(options.metadata);
    migrate(database, {
      model,
      indexes: indexesOf(model, options.metadata, options.views ?? []),
      version: options.solutionVersion ?? '',
      now: options.now(),
    });
    return new SqliteStore(database, model, options.now);
  } catch (error) {
    database.close();
    throw error;
  }
}

class SqliteStore implements Store {
  private readonly tables = new Map<string, TableRows>();
  private readonly versions: RowVersions;
  private readonly names: LookupNames;
  private readonly transactions: Transactions;
  private readonly queries: Queries;
  private readonly relations: Relations;
  private readonly numbers: Statement;
  private readonly admissions = new Map<string, Statement>();

  constructor(
    private readonly database: Database,
    private readonly model: PhysicalModel,
    private readonly now: () => string,
  ) {
    this.versions = new RowVersions(database);
    this.names = new LookupNames(database, model);
    this.transactions = new Transactions(database, () => this.afterRollback());
    this.queries = new Queries(database, model, this.names, now);
    this.relations = new Relations(database, model, this.versions);
    this.numbers = database
      .prepare(
        `INSERT INTO ${OWN_TABLES.sequence} VALUES (?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value`,
      )
      .pluck();
  }

  transaction<T>(work: () => T): T {
    return this.transactions.run(work);
  }

  insert(table: string, id: string, row: Row): void {
    this.rows(table).insert(id, row);
  }

  update(table: string, id: string, row: Row): void {
    this.rows(table).update(id, row);
    if (this.nameColumn(table) in row) this.names.forget(table, id);
  }

  remove(table: string, id: string): void {
    this.rows(table).remove(id);
    this.names.forget(table, id);
  }

  get(table: string, id: string, columns?: readonly string[]): Row | undefined {
    return this.rows(table).get(id, columns);
  }

  findByKey(table: string, columns: readonly string[], values: Row): string | undefined {
    return this.rows(table).findByKey(columns, values);
  }

  query(query: Query, access: AccessOf, caller?: Omit<QueryContext, 'now'>): RowPage {
    return this.queries.page(query, access, caller);
  }

  admits(table: string, id: string, access: RowAccess): boolean {
    if (access.kind === 'none') return false;
    if (access.kind === 'all') return this.rows(table).has(id);
    const physical = this.model.get(table);
    if (!physical) throw unknownTable(table);
    const condition = accessSql('t', physical, access, this.model);
    if (!condition) return true;
    const sql = `SELECT 1 FROM ${physical.name} AS t WHERE t.${physical.id.name} = ? AND ${condition.sql}`;
    const statement = this.admissions.get(table) ?? this.database.prepare(sql);
    this.admissions.set(table, statement);
    const run = { now: this.now(), access: () => access, caller: undefined, limit: 1, offset: 0 };
    return statement.get([id, ...bind(condition.params, run)]) !== undefined;
  }

  childrenOf(relationship: RelationshipMetadata, id: string): string[] {
    return this.relations.childrenOf(relationship, id);
  }

  clearLookup(relationship: RelationshipMetadata, id: string): string[] {
    return this.relations.clearLookup(relationship, id);
  }

  nextNumber(table: string, column: string): number {
    return this.numbers.get(`${table}.${column}`) as number;
  }

  clear(): void {
    const tables = this.database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND ${OWN_TABLES_FILTER} ORDER BY rowid DESC`)
      .pluck()
      .all() as string[];
    this.transaction(() => {
      // Rows point to each other in circles; when the last is gone nothing points anywhere. Late tables point to early ones.
      this.database.pragma('defer_foreign_keys = ON');
      for (const table of tables) this.database.exec(`DELETE FROM ${quote(table)}`);
      this.database.exec(`DELETE FROM ${OWN_TABLES.sequence}`);
    });
    this.names.forgetAll();
  }

  close(): void {
    this.database.close();
  }

  private rows(name: string): TableRows {
    const known = this.tables.get(name);
    if (known) return known;
    const table = this.model.get(name);
    if (!table) throw unknownTable(name);
    const rows = new TableRows(this.database, table, this.versions, (other) =>
      this.model.has(other) ? this.rows(other) : undefined,
    );
    this.tables.set(name, rows);
    return rows;
  }

  private nameColumn(table: string): string {
    return this.model.get(table)?.metadata.primaryName ?? '';
  }

  private afterRollback(): void {
    this.versions.afterRollback();
    this.names.forgetAll();
  }
}
