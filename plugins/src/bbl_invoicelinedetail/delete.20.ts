import { invoiceChangeBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { CLAIMED_SOURCES } from '../bbl_invoice/delete.10';
import { deleteChildren, keptChildren } from '../data/children';
import { lockContracts } from '../data/locks';
import { openSession } from '../data/session';
import { readDetails, readInvoices } from '../invoicing/drafts';
import { recalculate } from '../invoicing/recalculate';
import { type ClaimedSources, release } from '../invoicing/release';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Returns the source to the backlog; line and invoice count without the detail. @returns INV-03. domain.md 8.6. */
export const detailDelete20: StepHandler<'bbl_invoicelinedetail'> = (step) => {
  const { rowId, before, system, kept } = step;
  const session = openSession(step);
  const invoiceId = required(before.bbl_invoiceid);
  const { bbl_contractid } = system.retrieve('bbl_invoice', invoiceId, ['bbl_contractid']);
  const contractId = required(bbl_contractid);
  lockContracts(system, [contractId]);
  const invoice = required(readInvoices(system, [invoiceId]).get(invoiceId));
  refuseIfAny(invoiceChangeBlockers(invoice.status));
  deleteChildren(system, keptChildren(step));
  release(session, { id: invoiceId, contractId }, JSON.parse(required(kept(CLAIMED_SOURCES))) as ClaimedSources);
  const left = (readDetails(session, [invoice]).get(invoiceId) ?? []).filter(({ id }) => id !== rowId);
  recalculate(session, invoice, left);
  return undefined;
};
