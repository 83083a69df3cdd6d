import { outdatedRowViolation } from '@bbl/dataverse/errors';
import { required } from '@bbl/dataverse/mapping';
import type { Step } from '../runtime/handlers';
import { Refusal } from '../runtime/refusal';

const NAME = 'version';

/** Rows whose columns change with what hangs on them. */
type VersionedTable = 'bbl_invoice' | 'bbl_milestone';

/** What a stage 10 keeps of the row's version; the platform's own fault when there is no such row. */
export function keepVersion(
  { system, rowId }: Step<VersionedTable>,
  table: VersionedTable,
): { [name: string]: string } {
  return { [NAME]: String(system.retrieve(table, rowId, ['versionnumber']).versionnumber) };
}

/**
 * Stage 10 is outside the transaction: what it collected is all there is only if the row has the same version now.
 * The contract is locked. Refuses with GRD-06. domain.md 8.10-2.
 */
export function refuseIfOutdated({ system, rowId, kept }: Step<VersionedTable>, table: VersionedTable): void {
  const { versionnumber } = system.retrieve(table, rowId, ['versionnumber']);
  if (String(versionnumber) !== required(kept(NAME))) throw new Refusal([outdatedRowViolation()]);
}
