import { FaultCode, HostFault, rowNotFound } from '../../faults';
import type { Scope } from '../scope';

/** Throws 0x80060882 (412) when the row has another version than the caller saw. */
export function checkVersion(
  { table, id, rowVersion }: { readonly table: string; readonly id: string; readonly rowVersion?: string },
  { engine }: Scope,
): void {
  if (rowVersion === undefined) return;
  const row = engine.store.get(table, id, []);
  if (!row) throw rowNotFound(table, id);
  if (String(row['versionnumber']) === rowVersion) return;
  throw new HostFault(
    412,
    FaultCode.VersionMismatch,
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
}
