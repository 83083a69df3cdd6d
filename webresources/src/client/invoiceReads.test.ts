import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { countDetails, isInvoiceOpen } from './invoiceReads';

/** Answers every query by what `answer` makes of it. */
function onQuery(answer: (fetchXml: string) => readonly object[]): void {
  const retrieveMultipleRecords = async (_table: string, options: string) => ({
    entities: answer(decodeURIComponent(options)),
  });
  (globalThis as { Xrm?: unknown }).Xrm = { WebApi: { retrieveMultipleRecords } };
}

test('8.6-1: the details of many invoices are counted in queries that fit into an address', async () => {
  const queries: string[] = [];
  onQuery((fetchXml) => [{ rows: queries.push(fetchXml) }]);
  const ids = Array.from({ length: 450 }, (_, row) => `{0E89D42D-A12C-4632-9A42-${String(row).padStart(12, '0')}}`);
  expect(await countDetails(ids)).toBe(1 + 2 + 3);
  expect(queries.map((query) => query.split('<value>').length - 1)).toEqual([200, 200, 50]);
});

test('3.9-7: an invoice is open until it is confirmed; one that cannot be read is left to the server', async () => {
  const withStatus = (status: number): Promise<boolean> => {
    onQuery(() => [{ bbl_invoicestatus: status }]);
    return isInvoiceOpen('id');
  };
  expect(await withStatus(InvoiceStatus.InReview)).toBe(true);
  expect(await withStatus(InvoiceStatus.Confirmed)).toBe(false);
  onQuery(() => []);
  expect(await isInvoiceOpen('id')).toBe(true);
  onQuery(() => {
    throw new Error('No access');
  });
  expect(await isInvoiceOpen('id')).toBe(true);
});
