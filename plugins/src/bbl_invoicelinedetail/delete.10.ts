import { invoiceChangeBlockers } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import { CLAIMED_SOURCES } from '../bbl_invoice/delete.10';
import { keepChildren } from '../data/children';
import { openSession } from '../data/session';
import { readDetails, readInvoices } from '../invoicing/drafts';
import { readClaimedSources } from '../invoicing/release';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects the source and the claim of a detail. @returns INV-03 once its invoice is confirmed. domain.md 3.9-7, 8.6-2. */
export const detailDelete10: StepHandler<'bbl_invoicelinedetail'> = (step) => {
  const { rowId, system } = step;
  const session = openSession(step);
  const invoiceId = required(system.retrieve('bbl_invoicelinedetail', rowId, ['bbl_invoiceid']).bbl_invoiceid);
  const invoice = required(readInvoices(system, [invoiceId]).get(invoiceId));
  refuseIfAny(invoiceChangeBlockers(invoice.status));
  const details = (readDetails(session, [invoice]).get(invoiceId) ?? []).filter(({ id }) => id === rowId);
  const claims = system.idsOf('bbl_billingclaim', (query) => query.where(eq('bbl_invoicelinedetailid', rowId)));
  return {
    keep: {
      ...keepChildren([{ table: 'bbl_billingclaim', ids: claims }]),
      [CLAIMED_SOURCES]: JSON.stringify(readClaimedSources(session, details)),
    },
  };
};
