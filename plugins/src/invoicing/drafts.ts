import { isOpenInvoice, type OpenDraft } from '@bbl/domain';
import { eq, hasAny, isIn } from '@bbl/dataverse/fetch';
import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import {
  DETAIL_COLUMNS,
  INVOICE_COLUMNS,
  required,
  type StoredDetail,
  type StoredInvoice,
  toDetail,
  toInvoice,
} from '@bbl/dataverse/mapping';
import { groupBy } from '../data/contracts';
import type { Session } from '../data/session';
import type { Service } from '../runtime/service';

const OPEN_STATUSES = [InvoiceStatus.Draft, InvoiceStatus.InReview];

export function readInvoices(service: Service, invoiceIds: readonly string[]): Map<string, StoredInvoice> {
  const rows = service.queryIn('bbl_invoice', INVOICE_COLUMNS, 'bbl_invoiceid', invoiceIds);
  return new Map(rows.map(toInvoice).map((invoice) => [invoice.id, invoice]));
}

/** The details of invoices by invoice id, oldest first. */
export function readDetails(session: Session, invoices: readonly StoredInvoice[]): Map<string, StoredDetail[]> {
  const currencyOf = new Map(invoices.map(({ id, currencyId }) => [id, session.currencies.of(currencyId)]));
  const rows = session.system.queryIn(
    'bbl_invoicelinedetail',
    DETAIL_COLUMNS,
    'bbl_invoiceid',
    invoices.map(({ id }) => id),
    (query) => query.orderBy('createdon').orderBy('bbl_invoicelinedetailid'),
  );
  const details = rows.map((row) => toDetail(row, required(currencyOf.get(required(row.bbl_invoiceid)))));
  return groupBy(details, ({ invoiceId }) => invoiceId);
}

/** A draft as sources may join it, with what is on it. */
export interface DraftWithDetails {
  readonly invoice: StoredInvoice;
  readonly details: readonly StoredDetail[];
}

/** Those of `invoiceIds` that are still open drafts of the contracts, in the order given. */
export function readOpenDrafts(session: Session, invoiceIds: readonly string[]): DraftWithDetails[] {
  const invoices = readInvoices(session.system, invoiceIds);
  const open = invoiceIds.flatMap((id) => {
    const invoice = invoices.get(id);
    return invoice && isOpenInvoice(invoice.status) && !invoice.isCorrection ? [invoice] : [];
  });
  const details = readDetails(session, open);
  return open.map((invoice) => ({ invoice, details: details.get(invoice.id) ?? [] }));
}

export const toOpenDraft = ({ invoice, details }: DraftWithDetails): OpenDraft => ({
  invoiceId: invoice.id,
  contractId: invoice.contractId,
  contractCustomerId: invoice.contractCustomerId,
  invoiceDate: invoice.invoiceDate,
  detailsCount: details.length,
  hasChargeable: details.some(isChargeable),
});

const isChargeable = ({ billingType }: StoredDetail): boolean => billingType === 'Chargeable';

/** The name of a draft that holds rows, by contract id: the most recent one. domain.md 8.10-1. */
export function readHoldingDrafts(system: Service, contractIds: readonly string[]): Map<string, string> {
  const rows = system.queryIn(
    'bbl_invoice',
    ['bbl_contractid', 'bbl_number', 'bbl_name'],
    'bbl_contractid',
    contractIds,
    (query) =>
      query
        .where(
          isIn('bbl_invoicestatus', OPEN_STATUSES),
          eq('bbl_iscorrection', false),
          hasAny('bbl_invoicelinedetail', { from: 'bbl_invoiceid', to: 'bbl_invoiceid' }),
        )
        .orderBy('createdon'),
  );
  return new Map(rows.map((row) => [required(row.bbl_contractid), row.bbl_number || row.bbl_name || '']));
}
