import type { RelationshipMetadata } from '@bbl/dataverse/metadata';
import type { Row, RowPage } from '@bbl/dataverse/ports';
import type { Query, QueryContext } from '@bbl/dataverse/query';

/** Which rows of a table a reader may see; the store turns it into SQL. Built by the security module only. */
export type RowAccess =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** Rows owned by one of `ownerIds` (the user and their teams), or by an owner of one of `businessUnitIds`, or shared with one of them. */
  | {
      readonly kind: 'owned';
      readonly ownerIds: readonly string[];
      readonly businessUnitIds: readonly string[];
      /** The right a share must grant, as a bit of `principalobjectaccess.accessrightsmask`: 1 read (assumed), 2 write, … */
      readonly sharedRight?: number;
    };

/** Access of one reader to every table a query touches (root and link-entities). */
export type AccessOf = (table: string) => RowAccess;

/**
 * Rows in SQLite, without rights, steps or rules: those are the pipeline's. Rows are engine rows (`ports/values.ts`).
 * Every method throws a `HostFault` with the platform's code on bad input: unknown column, wrong type, missing lookup
 * target, duplicate key, row not found.
 */
export interface Store {
  /** Runs `work` in one transaction; nested calls join the outer one. Whatever it throws rolls everything back. */
  transaction<T>(work: () => T): T;
  insert(table: string, id: string, row: Row): void;
  /** Writes the given columns and raises the row version. Throws 0x80040217 when the row is missing. */
  update(table: string, id: string, row: Row): void;
  remove(table: string, id: string): void;
  /** The row with these columns (all when omitted), or undefined. Always holds the primary id and `versionnumber` (number). */
  get(table: string, id: string, columns?: readonly string[]): Row | undefined;
  /** Id of the row with these key values, or undefined. */
  findByKey(table: string, columns: readonly string[], values: Row): string | undefined;
  /**
   * A page of rows. Pass the same `query` object again where the caller has it (views, cached requests): what it compiles
   * to is remembered by the object and by its shape. `caller` is what `eq-userid` and its kind compare with, and is needed
   * for them only; `today` and its kind read the store's clock.
   */
  query(query: Query, access: AccessOf, caller?: Omit<QueryContext, 'now'>): RowPage;
  /** Whether `access` admits this row. */
  admits(table: string, id: string, access: RowAccess): boolean;
  /** Ids of the rows whose lookup `relationship` points to `id`, in id order. */
  childrenOf(relationship: RelationshipMetadata, id: string): string[];
  /** Empties that lookup on all of them and raises their row versions (delete behaviour RemoveLink). Returns their ids. */
  clearLookup(relationship: RelationshipMetadata, id: string): string[];
  /** Next value of an auto number column. */
  nextNumber(table: string, column: string): number;
  /** Drops every row of every table. */
  clear(): void;
  close(): void;
}
