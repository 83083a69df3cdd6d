import { BillingStatus, DaysOfRun, FrequencyPeriod, Weekday } from '@bbl/dataverse/generated/choices';
import { openApp } from '../src/app';
import { useStage } from '../src/stage';

/** domain.md 10-6, 10-7 in the app: every row of a view in a series of bounded calls, with progress and a stop. */
jest.setTimeout(180_000);
const DATES = 400;
const CUSTOMERS = 3;
const stage = useStage();
beforeAll(async () => {
  await makeManySplits();
});

/** A weekly schedule of 400 dates for three customers: 1,200 splits. */
async function makeManySplits(): Promise<void> {
  const { api, produce } = stage.host;
  const frequency = await api.create('bbl_invoicefrequencies', {
    bbl_name: 'Weekly',
    bbl_period: FrequencyPeriod.Weekly,
    bbl_daysofrun: DaysOfRun.WeekdayOfPeriod,
    bbl_runsperperiod: 1,
  });
  await api.create('bbl_invoicefrequencydetails', {
    'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequency})`,
    bbl_weekday: Weekday.Monday,
  });
  const contract = await produce.contract({ percents: [50, 30, 20] });
  await api.patch(`bbl_contracts(${contract.id})`, { bbl_requesteddeliverydate: '2025-08-25' });
  const line = await produce.fixedPriceLine(contract, { amount: 400_000 });
  await api.patch(`bbl_contractlines(${line})`, {
    bbl_billingstart: '2018-01-01',
    'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequency})`,
  });
  const { Created } = await api.call<{ Created: number }>('bbl_GenerateMilestones', {
    ContractLineId: line,
    Mode: 'create',
  });
  expect(Created).toBe(DATES);
}

const countOf = async (status: BillingStatus): Promise<number> =>
  (await stage.host.api.list(`bbl_milestonesplits?$select=bbl_milestonesplitid&$filter=bbl_billingstatus eq ${status}`))
    .length;

test('10-7: marking a whole view shows how far it is, can be stopped, and goes on where it was', async () => {
  const app = await openApp(stage);
  let calls = 0;
  // Holds the second call back until Stop was clicked: the moment does not depend on the machine.
  let release: () => void = () => undefined;
  const stopped = new Promise<void>((resolve) => (release = resolve));
  await app.page.route('**/bbl_SetBillingStatus', async (route) => {
    if (++calls === 2) await stopped;
    await route.continue();
  });

  await app.play('series', async () => {
    await app.openEntry('Fixed Price Milestones');
    await app.command('All rows: Ready to invoice');
    await app.answerDialog('Mark all rows');
    await app.notice(/500 of 1200 done\./).waitFor();
    await app.page.getByRole('button', { name: 'Stop', exact: true }).click();
    release();
    await app.notice(/Stopped\. 1000 rows were handled/).waitFor();
    expect(await countOf(BillingStatus.ReadyToInvoice)).toBe(1000);

    await app.command('All rows: Ready to invoice');
    await app.answerDialog('Mark all rows');
    await app.notice(/200 changed to Ready to invoice\. 1000 had the status already\./).waitFor();
    expect(await countOf(BillingStatus.ReadyToInvoice)).toBe(DATES * CUSTOMERS);
  });
  await app.close();
});
