import type { PlainDate } from '../dates/plainDate';
import { missingViolations } from '../fieldViolations';
import type { InvoiceStatus } from '../statuses';
import { inCatalogueOrder, type Violation, violation } from '../violation';
import { invoiceChangeBlockers, isOpenInvoice } from './release';

/** What a person sends. A missing field is not sent. */
export interface InvoicePatch {
  readonly status?: InvoiceStatus | null;
  readonly invoiceDate?: PlainDate | null;
}

export interface EditableInvoice {
  readonly status: InvoiceStatus;
  readonly cutoffDate: PlainDate | null;
  /** The source on the draft with the latest date. */
  readonly latestSource: { readonly name: string; readonly date: PlainDate } | null;
}

/**
 * What keeps a person's change of a draft: name, invoice date, accounting date and Draft ↔ In review are free.
 * @returns GRD-11 for an emptied invoice date, INV-03 once Confirmed, INV-04 for a date before the cut-off or a source,
 * INV-18 for another status or none. domain.md 2.10-1, 3.9-2, 3.9-7.
 */
export function editInvoiceBlockers(invoice: EditableInvoice, patch: InvoicePatch): readonly Violation[] {
  const closed = invoiceChangeBlockers(invoice.status);
  if (closed.length > 0) return closed;
  return inCatalogueOrder([
    ...(patch.invoiceDate === undefined ? [] : missingViolations('invoiceDate', patch.invoiceDate)),
    ...(patch.status === undefined || (patch.status !== null && isOpenInvoice(patch.status))
      ? []
      : [violation('BBL-INV-18', {}, 'invoiceStatus')]),
    ...(patch.invoiceDate ? tooEarlyViolations(invoice, patch.invoiceDate) : []),
  ]);
}

/** Invoices are created by the commands alone. @returns INV-17. domain.md 2.10-1. */
export const createInvoiceByHand = (): Violation => violation('BBL-INV-17', {});

/** What keeps an invoice from being marked as paid or unpaid. @returns INV-11 for drafts. domain.md 3.9-5. */
export function markPaidBlockers(status: InvoiceStatus): Violation[] {
  return isOpenInvoice(status) ? [violation('BBL-INV-11', {})] : [];
}

function tooEarlyViolations({ cutoffDate, latestSource }: EditableInvoice, date: PlainDate): Violation[] {
  if (latestSource && latestSource.date > date) return [tooEarly(latestSource.name, date)];
  return cutoffDate !== null && cutoffDate > date ? [tooEarly('The cut-off', date)] : [];
}

const tooEarly = (row: string, date: PlainDate): Violation => violation('BBL-INV-04', { row, date }, 'invoiceDate');
