import { type EditableInvoice, editInvoiceBlockers, type InvoicePatch } from '@bbl/domain';
import type { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { invoiceStatusWords, required, SentValues, sentOnly, type StoredInvoice } from '@bbl/dataverse/mapping';
import { immutableColumnViolations } from '../data/immutables';
import { lockContracts } from '../data/locks';
import { openSession, type Session } from '../data/session';
import { readDetails, readInvoices } from '../invoicing/drafts';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/**
 * What people change on a draft: name, dates, Draft ↔ In review.
 * @returns GRD-03, GRD-11, INV-03, INV-04, INV-18. domain.md 2.10-1, 3.9-2, 3.9-7.
 */
export const invoiceUpdate20: StepHandler<'bbl_invoice'> = (step) => {
  const { rowId, target, before, system } = step;
  refuseIfAny(immutableColumnViolations(step, 'invoice', { transactioncurrencyid: 'currencyId' }));
  const session = openSession(step);
  lockContracts(system, [required(before.bbl_contractid)]);
  const invoice = required(readInvoices(system, [rowId]).get(rowId));
  const sent = new SentValues(session.currencies.of(invoice.currencyId));
  const patch: InvoicePatch = sentOnly({
    status: sentStatus(target.bbl_invoicestatus),
    invoiceDate: sent.date(target.bbl_invoicedate, 'invoiceDate'),
  });
  sent.date(target.bbl_accountingdate, 'accountingDate');
  refuseIfAny([...sent.violations, ...editInvoiceBlockers(editable(session, invoice, patch), patch)]);
  if (patch.status) recordStatus(session, invoice, patch.status);
  return undefined;
};

/** Null: emptied; undefined: not sent. */
const sentStatus = (value: InvoiceStatus | null | undefined): InvoicePatch['status'] =>
  value == null ? value : invoiceStatusWords.toWord(value);

/** The latest source matters only when the date moves. */
function editable(session: Session, invoice: StoredInvoice, patch: InvoicePatch): EditableInvoice {
  const details = patch.invoiceDate ? (readDetails(session, [invoice]).get(invoice.id) ?? []) : [];
  const dated = details.flatMap(({ description, date }) => (date === null ? [] : [{ name: description, date }]));
  const latestSource = dated.reduce<EditableInvoice['latestSource']>(
    (latest, source) => (latest === null || source.date > latest.date ? source : latest),
    null,
  );
  return { status: invoice.status, cutoffDate: invoice.cutoffDate, latestSource };
}

function recordStatus(session: Session, { id, status, ownerId }: StoredInvoice, to: StoredInvoice['status']): void {
  session.record({
    table: 'bbl_invoice',
    id,
    column: 'bbl_invoicestatus',
    from: invoiceStatusWords.toValue(status),
    to: invoiceStatusWords.toValue(to),
    ownerId,
  });
}
