import { deleteInvoiceBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { deleteChildren, keptChildren } from '../data/children';
import { lockContracts } from '../data/locks';
import { openSession } from '../data/session';
import { refuseIfOutdated } from '../data/versions';
import { readInvoices } from '../invoicing/drafts';
import { type ClaimedSources, release } from '../invoicing/release';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import { CLAIMED_SOURCES } from './delete.10';

/** Returns the draft's sources to the backlog and deletes what is on it as SYSTEM. @returns GRD-06, INV-15. domain.md 8.6. */
export const invoiceDelete20: StepHandler<'bbl_invoice'> = (step) => {
  const { rowId, before, system, kept } = step;
  const contractId = required(before.bbl_contractid);
  lockContracts(system, [contractId]);
  const invoice = required(readInvoices(system, [rowId]).get(rowId));
  refuseIfAny(deleteInvoiceBlockers(invoice.status));
  refuseIfOutdated(step, 'bbl_invoice');
  deleteChildren(system, keptChildren(step));
  release(openSession(step), { id: rowId, contractId }, JSON.parse(required(kept(CLAIMED_SOURCES))) as ClaimedSources);
  return undefined;
};
