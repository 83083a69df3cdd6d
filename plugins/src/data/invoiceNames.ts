import { required } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';

/** What sentences call invoices: their number, by id. Empty ids are passed over. */
export function readInvoiceNames(system: Service, invoiceIds: readonly (string | null)[]): Map<string, string> {
  const ids = invoiceIds.filter((id) => id !== null);
  const rows = system.queryIn('bbl_invoice', ['bbl_invoiceid', 'bbl_number', 'bbl_name'], 'bbl_invoiceid', ids);
  return new Map(rows.map((row) => [required(row.bbl_invoiceid), row.bbl_number || row.bbl_name || '']));
}
