import type { ContractHead } from '@bbl/dataverse/mapping';
import type { Mark, MarkOutcome } from '@bbl/domain';
import type { TableName } from '@bbl/dataverse/generated/tables';
import type { OwnedRow } from '../data/access';
import type { Session } from '../data/session';

/** A row that the caller may see, as far as the command needs it before the lock. */
export interface MarkableRow extends OwnedRow {
  readonly contractId: string;
}

/** How rows of one table are marked. */
export interface MarkTable {
  readonly table: TableName;
  readonly idColumn: string;
  /** The rows among `ids` that the caller may see. */
  read(session: Session, ids: readonly string[]): MarkableRow[];
  /** How many rows each of `ids` counts for. domain.md 3.1-7. */
  countRows?(session: Session, ids: readonly string[]): Map<string, number>;
  /**
   * Judges rows in the order given, each on what the ones before left, and writes what changes. The contracts are
   * locked. @returns an outcome for each id.
   */
  mark(
    session: Session,
    ids: readonly string[],
    mark: Mark,
    contracts: ReadonlyMap<string, ContractHead>,
  ): Map<string, MarkOutcome>;
}
