import { isOpenInvoice } from '@bbl/domain';
import { BillingMethod } from '@bbl/dataverse/generated/choices';
import { ContractLine, Invoice, InvoiceLineDetail } from '@bbl/dataverse/generated/tables';
import { eq, fetch, fetchAggregate, isIn } from '@bbl/dataverse/fetch';
import { idParts } from './idParts';
import { plainId } from './outcome';
import { numberOf, readRows } from './rawRow';
import { invoiceStatusOf } from './statuses';

/** How many details stand on these invoices. */
export async function countDetails(invoiceIds: readonly string[]): Promise<number> {
  let count = 0;
  for (const ids of idParts(invoiceIds)) {
    const query = fetchAggregate(InvoiceLineDetail.table)
      .measure('count', InvoiceLineDetail.id, 'rows')
      .where(isIn(InvoiceLineDetail.InvoiceId, ids));
    const [row] = await readRows(InvoiceLineDetail.table, query);
    count += (row && numberOf(row, 'rows')) ?? 0;
  }
  return count;
}

/** Whether the invoice still takes changes; one that cannot be read is left to the server to decide. domain.md 3.9-7. */
export async function isInvoiceOpen(invoiceId: string): Promise<boolean> {
  const query = fetch(Invoice.table)
    .select(Invoice.InvoiceStatus)
    .where(eq(Invoice.id, plainId(invoiceId)));
  const [row] = await readRows(Invoice.table, query).catch(() => []);
  return row === undefined || isOpenInvoice(invoiceStatusOf(row, Invoice.InvoiceStatus));
}

/** Whether the contract of the invoice has a line by time and material: details by hand belong to such lines. domain.md 8.5-3. */
export async function hasTimeAndMaterial(invoiceId: string): Promise<boolean> {
  const query = fetch(ContractLine.table)
    .select(ContractLine.id)
    .where(eq(ContractLine.BillingMethod, BillingMethod.TimeAndMaterial))
    .link(Invoice.table, { from: Invoice.ContractId, to: ContractLine.ContractId, alias: 'i' }, (invoice) =>
      invoice.where(eq(Invoice.id, plainId(invoiceId))),
    )
    .top(1);
  return (await readRows(ContractLine.table, query)).length > 0;
}
