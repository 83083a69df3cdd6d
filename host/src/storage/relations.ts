import type { Database, Statement } from 'better-sqlite3';
import type { RelationshipMetadata } from '@bbl/dataverse/metadata';
import { type PhysicalColumn, type PhysicalModel, type PhysicalTable, quoteText } from './schema/model';
import { unknownTable } from './sql/faults';
import { unknownColumn } from './values/faults';
import type { RowVersions } from './versions';

interface Prepared {
  readonly children: Statement;
  readonly clear: Statement;
}

/** The rows behind a relationship, for delete behaviour. What is to happen to them, the pipeline decides. */
export class Relations {
  private readonly prepared = new Map<string, Prepared>();

  constructor(
    private readonly database: Database,
    private readonly model: PhysicalModel,
    private readonly versions: RowVersions,
  ) {}

  childrenOf(relationship: RelationshipMetadata, id: string): string[] {
    return this.statementsOf(relationship).children.all(id) as string[];
  }

  clearLookup(relationship: RelationshipMetadata, id: string): string[] {
    const { children, clear } = this.statementsOf(relationship);
    const ids = children.all(id) as string[];
    if (ids.length > 0) clear.run(this.versions.next(), id);
    return ids;
  }

  private statementsOf(relationship: RelationshipMetadata): Prepared {
    const known = this.prepared.get(relationship.name);
    if (known) return known;
    const { table, lookup } = this.physical(relationship);
    const ofTarget = lookup.target ? ` AND ${lookup.target} = ${quoteText(relationship.referencedTable)}` : '';
    const where = `WHERE ${lookup.name} = ?${ofTarget}`;
    const emptied = [lookup.name, lookup.target].filter((name) => name !== undefined).map((name) => `${name} = NULL`);
    const assignments = [`${table.version.name} = ?`, ...emptied].join(', ');
    const prepared = {
      children: this.database.prepare(`SELECT ${table.id.name} FROM ${table.name} ${where} ORDER BY 1`).pluck(),
      clear: this.database.prepare(`UPDATE ${table.name} SET ${assignments} ${where}`),
    };
    this.prepared.set(relationship.name, prepared);
    return prepared;
  }

  private physical({ referencingTable, referencingColumn }: RelationshipMetadata): {
    readonly table: PhysicalTable;
    readonly lookup: PhysicalColumn;
  } {
    const table = this.model.get(referencingTable);
    if (!table) throw unknownTable(referencingTable);
    const lookup = table.columns.get(referencingColumn);
    if (!lookup) throw unknownColumn({ table: referencingTable, column: referencingColumn });
    return { table, lookup };
  }
}
