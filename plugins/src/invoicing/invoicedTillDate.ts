import { eq, fetchAggregate, isIn } from '@bbl/dataverse/fetch';
import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { isKind } from '@bbl/dataverse/ports';
import type { Service } from '../runtime/service';

/**
 * What was billed to a contract customer before, by contract line: the chargeable amounts of its lines on confirmed
 * invoices, as decimal text. domain.md 8.4-4.
 */
export function readInvoicedTillDate(
  system: Service,
  contractCustomerId: string,
  contractLineIds: readonly (string | null)[],
): Map<string, string> {
  const lineIds = contractLineIds.filter((id) => id !== null);
  if (lineIds.length === 0) return new Map();
  const query = fetchAggregate('bbl_invoiceline')
    .groupBy('bbl_contractlineid', 'line')
    .measure('sum', 'bbl_chargeableamount', 'amount')
    .where(isIn('bbl_contractlineid', lineIds))
    .link('bbl_invoice', { from: 'bbl_invoiceid', to: 'bbl_invoiceid', alias: 'invoice' }, (invoice) => {
      invoice.where(
        eq('bbl_contractcustomerid', contractCustomerId),
        isIn('bbl_invoicestatus', [InvoiceStatus.Confirmed, InvoiceStatus.Paid]),
      );
    });
  return new Map(
    system.page(query.toXml()).rows.flatMap(({ line, amount }) => {
      const isSum = isKind(line, 'lookup') && isKind(amount, 'money');
      return isSum ? [[line.id, amount.v] as const] : [];
    }),
  );
}
