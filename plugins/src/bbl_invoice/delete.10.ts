import { deleteInvoiceBlockers } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import { type Children, keepChildren } from '../data/children';
import { openSession } from '../data/session';
import { keepVersion } from '../data/versions';
import { readDetails, readInvoices } from '../invoicing/drafts';
import { readClaimedSources } from '../invoicing/release';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import type { Service } from '../runtime/service';

/** Collects what a draft holds. @returns INV-15 once confirmed. domain.md 2.1-8, 3.9-4, 8.6-2. */
export const invoiceDelete10: StepHandler<'bbl_invoice'> = (step) => {
  const { rowId, system } = step;
  const session = openSession(step);
  const version = keepVersion(step, 'bbl_invoice');
  const invoice = required(readInvoices(system, [rowId]).get(rowId));
  refuseIfAny(deleteInvoiceBlockers(invoice.status));
  const details = readDetails(session, [invoice]).get(rowId) ?? [];
  return {
    keep: {
      ...version,
      ...keepChildren(childrenOf(system, rowId)),
      [CLAIMED_SOURCES]: JSON.stringify(readClaimedSources(session, details)),
    },
  };
};

/** What the next stage returns to the backlog. */
export const CLAIMED_SOURCES = 'claimedSources';

function childrenOf(system: Service, invoiceId: string): Children {
  const tables = ['bbl_billingclaim', 'bbl_retainerapplication', 'bbl_invoicelinedetail', 'bbl_invoiceline'] as const;
  return tables.map((table) => ({
    table,
    ids: system.idsOf(table, (query) => query.where(eq('bbl_invoiceid', invoiceId))),
  }));
}
