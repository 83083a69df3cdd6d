import {
  BillingStatus,
  BillingStatusLabels,
  HeaderStatusLabels,
  InvoiceScheduleType,
  InvoiceStatus,
} from '@bbl/dataverse/generated/choices';
import { startTestHost, type TestHost } from '../src/testHost';
import { SCENARIOS, type Scenario, type ScenarioEvent } from '../src/scenarios';

/** domain.md 3.12 over the Web API: every cell after every event. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

async function playOn(milestoneId: string): Promise<(event: ScenarioEvent, scenario: Scenario) => Promise<void>> {
  const { api } = host;
  let drafts: readonly string[] = [];
  const markReady = () =>
    api.call('bbl_SetBillingStatus', {
      Table: 'bbl_milestone',
      Ids: [milestoneId],
      Status: BillingStatus.ReadyToInvoice,
    });
  const createDrafts = async () => {
    const Sources = JSON.stringify([{ table: 'bbl_milestone', id: milestoneId }]);
    drafts = (await api.call<{ InvoiceIds: string[] }>('bbl_CreateInvoices', { Sources })).InvoiceIds;
  };
  const confirm = (ids: readonly string[]) => api.call('bbl_ConfirmInvoices', { Ids: ids });
  const openDrafts = async () => {
    const open = await Promise.all(
      drafts.map((id) => api.get<{ bbl_invoicestatus: number }>(`bbl_invoices(${id})?$select=bbl_invoicestatus`)),
    );
    return drafts.filter((_id, index) => open[index]?.bbl_invoicestatus === InvoiceStatus.Draft);
  };
  const request = (percent: number) => api.patch(`bbl_milestones(${milestoneId})`, { bbl_nextinvoicepercent: percent });

  return async (event, { isProgressBased }) => {
    switch (event) {
      case 'created':
        return;
      case 'ready':
        if (isProgressBased) await request(40);
        await markReady();
        return;
      case 'draft':
        return createDrafts();
      case 'confirmOne':
        await confirm(drafts.slice(0, 1));
        return;
      case 'confirmAll':
        await confirm(await openDrafts());
        return;
      case 'allInvoiced':
        await request(60);
        await markReady();
        await createDrafts();
        await confirm(drafts);
    }
  };
}

async function statusesOf(milestoneId: string) {
  const { api, produce } = host;
  const header = await api.get<{
    bbl_headerstatus: keyof typeof HeaderStatusLabels;
    bbl_nextinvoicestatus: keyof typeof BillingStatusLabels | null;
  }>(`bbl_milestones(${milestoneId})?$select=bbl_headerstatus,bbl_nextinvoicestatus`);
  const splits = await produce.splits(milestoneId);
  const labels = new Set(splits.map((split) => BillingStatusLabels[split.bbl_billingstatus as BillingStatus]));
  return {
    nextInvoiceStatus:
      header.bbl_nextinvoicestatus === null ? undefined : BillingStatusLabels[header.bbl_nextinvoicestatus],
    headerStatus: HeaderStatusLabels[header.bbl_headerstatus],
    splitStatuses: [...labels].sort(),
  };
}

test.each(SCENARIOS.map((scenario) => [scenario.name, scenario] as const))('3.12: %s', async (_name, scenario) => {
  const { produce } = host;
  const contract = await produce.contract({ percents: scenario.percents });
  const scheduleType = scenario.isProgressBased
    ? InvoiceScheduleType.ProgressBased
    : InvoiceScheduleType.CompletedMilestones;
  const milestone = await produce.milestone(
    await produce.fixedPriceLine(contract, { scheduleType, amount: 1000.01, tax: 80 }),
    {
      amount: 1000.01,
      tax: 80,
    },
  );
  const play = await playOn(milestone);
  for (const row of scenario.rows) {
    await play(row.event, scenario);
    expect([row.title, await statusesOf(milestone)]).toEqual([
      row.title,
      {
        nextInvoiceStatus: row.nextInvoiceStatus,
        headerStatus: row.headerStatus,
        splitStatuses: [...row.splitStatuses].sort(),
      },
    ]);
  }
});
