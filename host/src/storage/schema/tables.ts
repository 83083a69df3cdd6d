import { type PhysicalColumn, type PhysicalModel, type PhysicalTable, quoteText } from './model';

/** `CREATE TABLE` of a table, its lookups being foreign keys where they point to one table. */
export function createTableSql(table: PhysicalTable, model: PhysicalModel): string {
  const columns = [...table.columns.values()].flatMap((column) =>
    columnSql(column, model).map((sql) => (column === table.id ? `${sql} PRIMARY KEY NOT NULL` : sql)),
  );
  return `CREATE TABLE ${table.name} (${columns.join(', ')}) STRICT`;
}

/** Definitions of the SQLite columns that hold a column. */
export function columnSql(column: PhysicalColumn, model: PhysicalModel): readonly string[] {
  const definitions = [`${column.name} ${column.sqlType}${referenceSql(column, model)}`];
  if (column.folded !== undefined) definitions.push(`${column.folded} TEXT`);
  if (column.target !== undefined) definitions.push(`${column.target} TEXT`);
  return definitions;
}

/** What happens on delete is the pipeline's business: it has steps to run. SQLite only refuses what it left undone. */
function referenceSql(column: PhysicalColumn, model: PhysicalModel): string {
  const target = referencedTable(column, model);
  return target ? ` REFERENCES ${target.name} (${target.id.name})` : '';
}

/** The table whose rows SQLite itself looks for; undefined for other columns and for lookups to several tables. */
export function referencedTable(column: PhysicalColumn, model: PhysicalModel): PhysicalTable | undefined {
  const { type, targets } = column.metadata;
  return type === 'lookup' && column.target === undefined ? model.get(targets?.[0] ?? '') : undefined;
}

/** What a column holds, as it is written into the file and compared when the file is opened with another solution. */
export function columnKind(column: PhysicalColumn): string {
  const { type, targets } = column.metadata;
  if (type === 'money' || type === 'decimal') return `${type} with ${column.scale} decimals`;
  if (type !== 'lookup' && type !== 'owner') return type;
  return column.target === undefined ? `lookup to ${targets?.[0] ?? 'nothing'}` : 'lookup to several tables';
}

/** Tables of the store's own; `$` occurs in no logical name. */
export const OWN_TABLES = {
  meta: '"$meta"',
  column: '"$column"',
  migration: '"$migration"',
  sequence: '"$sequence"',
} as const;

export const OWN_TABLES_SQL = `
CREATE TABLE IF NOT EXISTS ${OWN_TABLES.meta} (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ${OWN_TABLES.column} (
  "table" TEXT NOT NULL, "column" TEXT NOT NULL, kind TEXT NOT NULL, PRIMARY KEY ("table", "column")
) STRICT;
CREATE TABLE IF NOT EXISTS ${OWN_TABLES.migration} (at TEXT NOT NULL, version TEXT NOT NULL, change TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS ${OWN_TABLES.sequence} (name TEXT PRIMARY KEY NOT NULL, value INTEGER NOT NULL) STRICT;
`;

export const OWN_TABLES_FILTER = `name NOT LIKE ${quoteText('$%')} AND name NOT LIKE ${quoteText('sqlite_%')}`;
