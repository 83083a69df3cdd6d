import type { ColumnMetadata, RelationshipMetadata, TableMetadata } from '../metadata';
import { SolutionReadError } from './errors';

/**
 * The tables with the targets of their lookups, which only relationships tell.
 * @throws SolutionReadError for a lookup that no relationship covers, and for a relationship of a column that is none.
 */
export function withLookupTargets(
  tables: readonly TableMetadata[],
  relationships: readonly RelationshipMetadata[],
): TableMetadata[] {
  const targets = new Map<string, string[]>();
  for (const { referencingTable, referencingColumn, referencedTable } of relationships) {
    const key = `${referencingTable}.${referencingColumn}`;
    targets.set(key, [...(targets.get(key) ?? []), referencedTable]);
  }
  return tables.map((table) => ({
    ...table,
    columns: table.columns.map((column) => withTargets(table, column, targets)),
  }));
}

function withTargets(
  table: TableMetadata,
  column: ColumnMetadata,
  targets: ReadonlyMap<string, readonly string[]>,
): ColumnMetadata {
  const found = targets.get(`${table.name}.${column.name}`);
  const isLookup = column.type === 'lookup' || column.type === 'owner';
  if (!isLookup && found) throw inTable(table, `a relationship uses ${column.name}, which is no lookup`);
  if (!isLookup) return column;
  if (!found) throw inTable(table, `the lookup ${column.name} has no relationship in Other/Relationships`);
  return { ...column, targets: found };
}

function inTable(table: TableMetadata, problem: string): SolutionReadError {
  return new SolutionReadError(`Entities/${table.schemaName}/Entity.xml`, problem);
}
