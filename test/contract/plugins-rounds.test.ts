import { BillingStatus, InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { runCommand } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 3.4-2, 3.4-3: percentages that follow from amounts need not lie between 0 and 100. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

test('3.4-2: rounds that come to more than 100 % are billed to the end', async () => {
  const { api, produce } = host;
  const line = await produce.fixedPriceLine(await produce.contract(), {
    scheduleType: InvoiceScheduleType.ProgressBased,
    amount: 1,
  });
  const milestone = await produce.milestone(line, { amount: 1 });
  const bill = async (request: object): Promise<void> => {
    await api.patch(`bbl_milestones(${milestone})`, request);
    const mark = { Table: 'bbl_milestone', Ids: [milestone], Status: BillingStatus.ReadyToInvoice };
    await api.call('bbl_SetBillingStatus', mark);
    const Sources = JSON.stringify([{ table: 'bbl_milestone', id: milestone }]);
    const { invoiceIds } = await runCommand(api, 'bbl_CreateInvoices', { Sources });
    await runCommand(api, 'bbl_ConfirmInvoices', { Ids: invoiceIds });
  };
  await bill({ bbl_nextinvoicepercent: 33.3333 });
  await bill({ bbl_nextinvoicepercent: 33.3333 });
  await bill({ bbl_nextinvoiceamount: 0.34 });

  const splits = await produce.splits(milestone);
  expect(splits.map(({ bbl_amount }) => bbl_amount)).toEqual([0.33, 0.33, 0.34]);
  expect(await api.get(`bbl_milestones(${milestone})?$select=bbl_percentallotted,bbl_percentinvoiced`)).toMatchObject({
    bbl_percentallotted: 100.6666,
    bbl_percentinvoiced: 100,
  });
  await api.patch(`bbl_milestones(${milestone})`, { bbl_name: 'All of it' });
});

test('3.4-4: a request above an amount that fell is refused when it is marked, and can be corrected', async () => {
  const { api, produce } = host;
  const line = await produce.fixedPriceLine(await produce.contract(), {
    scheduleType: InvoiceScheduleType.ProgressBased,
  });
  const milestone = await produce.milestone(line, { amount: 1000 });
  const mark = { Table: 'bbl_milestone', Ids: [milestone], Status: BillingStatus.ReadyToInvoice };
  await api.patch(`bbl_milestones(${milestone})`, { bbl_nextinvoiceamount: 1000 });
  await api.patch(`bbl_milestones(${milestone})`, { bbl_amount: 100 });
  expect((await runCommand(api, 'bbl_SetBillingStatus', mark)).outcomes).toEqual(['BBL-PRG-02']);
  await api.patch(`bbl_milestones(${milestone})`, { bbl_nextinvoiceamount: 100 });
  expect((await runCommand(api, 'bbl_SetBillingStatus', mark)).outcomes).toEqual(['changed']);
});
