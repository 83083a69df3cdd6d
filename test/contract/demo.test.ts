import { BillingStatus, ContractStatus, HeaderStatus, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { startTestHost, type TestHost } from '../src/testHost';

/** The first thing that a new user sees: contracts of every kind, made by requests as a customer's own import would. */
let host: TestHost;

beforeAll(async () => {
  host = await startTestHost({ isRecorded: false });
});
afterAll(() => host.close());

/** Different values of a column over all rows of a table. */
async function valuesOf(set: string, column: string): Promise<Set<unknown>> {
  const rows = await host.api.list<Record<string, unknown>>(`${set}?$select=${column}`);
  return new Set(rows.map((row) => row[column]));
}

// Month ends, a leap day and a turn of the year: the dates of the rows are relative to the day on which they are made.
test.each(['2026-03-31', '2027-01-01', '2028-02-29'])('the demo contracts can be made on %s', async (today) => {
  await host.api.host('PUT', 'clock', { now: `${today}T08:00:00Z` });
  const reset = await host.api.host('POST', 'reset', { seed: 'demo' });
  expect(reset).toMatchObject({ status: 200 });

  const { NotReadyToInvoice, ReadyToInvoice, CustomerInvoiceCreated, CustomerInvoicePosted } = BillingStatus;
  const statuses = [NotReadyToInvoice, ReadyToInvoice, CustomerInvoiceCreated, CustomerInvoicePosted];
  expect(await valuesOf('bbl_milestonesplits', 'bbl_billingstatus')).toEqual(new Set(statuses));
  expect(await valuesOf('bbl_contractlines', 'bbl_billingstatus')).toEqual(new Set([null, ...statuses]));
  expect(await valuesOf('bbl_milestones', 'bbl_headerstatus')).toEqual(new Set(Object.values(HeaderStatus)));
  expect(await valuesOf('bbl_contracts', 'bbl_contractstatus')).toEqual(new Set(Object.values(ContractStatus)));
  const { Draft, InReview, Confirmed } = InvoiceStatus;
  expect(await valuesOf('bbl_invoices', 'bbl_invoicestatus')).toEqual(new Set([Draft, InReview, Confirmed]));

  expect((await valuesOf('bbl_contracts', '_transactioncurrencyid_value')).size).toBe(2);
  const customers = await host.api.list<{ _bbl_contractid_value: string }>('bbl_contractcustomers');
  const counts = new Map<string, number>();
  for (const { _bbl_contractid_value: id } of customers) counts.set(id, (counts.get(id) ?? 0) + 1);
  expect([...new Set(counts.values())].sort()).toEqual([1, 2, 3]);

  const dates = [...(await valuesOf('bbl_milestonesplits', 'bbl_date'))].map(String);
  expect([dates.some((date) => date < today), dates.some((date) => date > today)]).toEqual([true, true]);
});
