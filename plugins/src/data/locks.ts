import { isLockTimeout, violationOf } from '@bbl/dataverse/errors';
import { type Columns, required } from '@bbl/dataverse/mapping';
import { FaultError } from '../runtime/faultError';
import { Refusal } from '../runtime/refusal';
import type { Service } from '../runtime/service';

/**
 * Takes the lock of each contract, in id order, until the request ends. Whatever decides is read after this.
 * The first write of a command; a lock that cannot be had refuses it with INV-16. domain.md 8.10-1.
 */
export function lockContracts(system: Service, contractIds: readonly string[]): void {
  lock(system, system.queryIn('bbl_contractlock', LOCK_COLUMNS, 'bbl_contractid', contractIds));
}

/** The lock of a contract that is being deleted: its lookup is empty by now. */
export function lockRows(system: Service, lockIds: readonly string[]): void {
  lock(system, system.queryIn('bbl_contractlock', LOCK_COLUMNS, 'bbl_contractlockid', lockIds));
}

const LOCK_COLUMNS = ['bbl_contractlockid', 'bbl_contractid', 'bbl_counter'] as const;

function lock(system: Service, locks: readonly Columns<'bbl_contractlock', (typeof LOCK_COLUMNS)[number]>[]): void {
  const inOrder = [...locks].sort((left, right) =>
    (left.bbl_contractid ?? '') < (right.bbl_contractid ?? '') ? -1 : 1,
  );
  for (const row of inOrder) {
    // The value is of no interest: the write is what locks the row.
    const bbl_counter = (row.bbl_counter ?? 0) + 1;
    try {
      system.update('bbl_contractlock', required(row.bbl_contractlockid), { bbl_counter });
    } catch (error) {
      throw asRefusal(error);
    }
  }
}

function asRefusal(error: unknown): unknown {
  if (!(error instanceof FaultError) || !isLockTimeout(error.fault)) return error;
  const meaning = violationOf(error.fault);
  return meaning ? new Refusal([meaning]) : error;
}
