import type { Database } from 'better-sqlite3';
import type { IndexDefinition } from './indexes';
import { type PhysicalColumn, type PhysicalModel, type PhysicalTable, quote } from './model';
import { columnKind, columnSql, createTableSql, OWN_TABLES, OWN_TABLES_FILTER, OWN_TABLES_SQL } from './tables';

/** A data file that the solution cannot be opened with. */
export class MigrationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MigrationError';
  }
}

export interface MigrationOptions {
  readonly model: PhysicalModel;
  readonly indexes: readonly IndexDefinition[];
  /** Version of the solution, for the file's own record. */
  readonly version: string;
  readonly now: string;
}

/**
 * Brings the file to the solution: new tables and columns are added, those that left the solution are kept with what
 * they hold, indexes are made to fit. All or nothing.
 * @throws MigrationError when a column changed its kind: its values would need a decision that no machine can take
 */
export function migrate(database: Database, options: MigrationOptions): void {
  database
    .transaction(() => {
      database.exec(OWN_TABLES_SQL);
      const changes = changeTables(database, options.model);
      changeIndexes(database, options.indexes);
      recordChanges(database, options, changes);
    })
    .immediate();
}

function changeTables(database: Database, model: PhysicalModel): readonly string[] {
  const known = knownColumns(database);
  const tables = [...model.values()];
  // Checked before anything is written, so that the message names every column at once.
  const conflicts = tables.flatMap((table) => conflictsOf(table, known));
  if (conflicts.length > 0)
    throw new MigrationError(
      `The data file cannot be used with this solution: ${conflicts.join('; ')}. Keep the old solution or use another data folder.`,
    );
  return tables.flatMap((table) => changeTable(database, table, model, known));
}

type KnownColumns = ReadonlyMap<string, ReadonlyMap<string, string>>;

function knownColumns(database: Database): KnownColumns {
  const known = new Map<string, Map<string, string>>();
  const rows = database.prepare(`SELECT "table", "column", kind FROM ${OWN_TABLES.column}`).raw().all() as [
    string,
    string,
    string,
  ][];
  for (const [table, column, kind] of rows) {
    const columns = known.get(table) ?? new Map<string, string>();
    columns.set(column, kind);
    known.set(table, columns);
  }
  return known;
}

const conflictsOf = (table: PhysicalTable, known: KnownColumns): readonly string[] =>
  [...table.columns].flatMap(([name, column]) => {
    const before = known.get(table.metadata.name)?.get(name);
    const after = columnKind(column);
    return before === undefined || before === after
      ? []
      : [`column ${name} of ${table.metadata.name} was ${before} and is now ${after}`];
  });

function changeTable(
  database: Database,
  table: PhysicalTable,
  model: PhysicalModel,
  known: KnownColumns,
): readonly string[] {
  const before = known.get(table.metadata.name);
  const added = [...table.columns.values()].filter((column) => !before?.has(column.metadata.name));
  if (!before) database.exec(createTableSql(table, model));
  else added.forEach((column) => addColumn(database, table, column, model));
  const record = database.prepare(`INSERT INTO ${OWN_TABLES.column} VALUES (?, ?, ?)`);
  added.forEach((column) => record.run(table.metadata.name, column.metadata.name, columnKind(column)));
  if (!before) return [`added table ${table.metadata.name}`];
  return added.map((column) => `added column ${column.metadata.name} to ${table.metadata.name}`);
}

function addColumn(database: Database, table: PhysicalTable, column: PhysicalColumn, model: PhysicalModel): void {
  for (const sql of columnSql(column, model)) database.exec(`ALTER TABLE ${table.name} ADD COLUMN ${sql}`);
}

/** Index names say what they hold; the text is compared too, for keys keep their name when their columns change. */
function changeIndexes(database: Database, wanted: readonly IndexDefinition[]): void {
  const rows = database
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND ${OWN_TABLES_FILTER}`)
    .raw()
    .all() as [string, string][];
  const present = new Map(rows);
  const wantedSql = new Set(wanted.map((index) => index.sql));
  const presentSql = new Set(present.values());
  for (const [name, sql] of present) if (!wantedSql.has(sql)) database.exec(`DROP INDEX ${quote(name)}`);
  for (const { sql } of wanted) if (!presentSql.has(sql)) createIndex(database, sql);
}

function createIndex(database: Database, sql: string): void {
  try {
    database.exec(sql);
  } catch (error) {
    throw new MigrationError(
      `The data file breaks a key of this solution (${sql}): ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}

function recordChanges(database: Database, { version, now }: MigrationOptions, changes: readonly string[]): void {
  const record = database.prepare(`INSERT INTO ${OWN_TABLES.migration} VALUES (?, ?, ?)`);
  changes.forEach((change) => record.run(now, version, change));
  database
    .prepare(
      `INSERT INTO ${OWN_TABLES.meta} VALUES ('solution version', ?) ON CONFLICT DO UPDATE SET value = excluded.value`,
    )
    .run(version);
}
