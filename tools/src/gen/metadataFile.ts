import type { ColumnMetadata, RelationshipMetadata } from '@bbl/dataverse';
import type { Subject } from './subject';

const TYPES = `import type { ColumnType } from '../src/metadata';

export interface ColumnInfo {
  readonly type: ColumnType;
  /** decimal: digits after the point. Money follows the currency of its row. */
  readonly decimals?: number;
  /** choice: name of the global choice */
  readonly choice?: string;
  /** lookup: navigation property by target table, as \`@odata.bind\` and \`$expand\` spell it */
  readonly targets?: { readonly [table: string]: string };
  /** Reading or writing it needs a column security profile. */
  readonly isSecured?: true;
  /** base twin of a money column, which the platform calculates */
  readonly baseOf?: string;
}

export interface TableInfo {
  readonly set: string;
  readonly id: string;
  /** Primary name column. */
  readonly name: string;
  readonly columns: { readonly [column: string]: ColumnInfo };
}`;

/** `metadata.ts`: what code needs to turn rows into the Web API's or the engine's spelling, as compact data. */
export function metadataFile({ tables, relationships }: Subject): string {
  const infos = tables.map((table) => [
    table.name,
    {
      set: table.setName,
      id: table.primaryId,
      name: table.primaryName,
      columns: Object.fromEntries(
        table.columns.map((column) => [column.name, columnInfo(table.name, column, relationships)]),
      ),
    },
  ]);
  const data = JSON.stringify(Object.fromEntries(infos));
  return `${TYPES}\n\nexport const TABLES: { readonly [table: string]: TableInfo } = ${data};`;
}

function columnInfo(
  table: string,
  column: ColumnMetadata,
  relationships: readonly RelationshipMetadata[],
): { readonly [key: string]: unknown } {
  const targets = relationships
    .filter((item) => item.referencingTable === table && item.referencingColumn === column.name)
    .map((item) => [item.referencedTable, item.lookupNavigation]);
  return {
    type: column.type,
    ...(column.type === 'decimal' && { decimals: column.precision }),
    ...(column.type === 'choice' && { choice: column.choiceName }),
    ...(column.targets && { targets: Object.fromEntries(targets) as { [table: string]: string } }),
    ...(column.isSecured && { isSecured: true }),
    ...(column.baseOf && { baseOf: column.baseOf }),
  };
}
