import { BillingStatus, ContractStatus, FrequencyPeriod } from '@bbl/dataverse/generated/choices';
import { PlatformFault } from '@bbl/dataverse/errors';
import { sendChangeSet } from '../src/batch';
import { commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import { interleavedRules } from '../src/interleave';
import { planner } from '../src/plans';
import { startTestHost, type TestHost } from '../src/testHost';

/** BBL-INV-16, domain.md 8.10-1: a contract's lock that another user holds for too long. */
let host: TestHost;
const { rules, beforeNextLock } = interleavedRules();
let ids: Awaited<ReturnType<typeof prepare>>;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', rules });
  ids = await prepare();
});
afterAll(() => host.close());

const SENTENCE = 'BBL-INV-16: Someone else is billing this contract. Try again in a moment.';

/** A contract with a draft, a Ready and an open milestone, and a line without a schedule. */
async function prepare() {
  const run = commands(host.api);
  const frequencyId = await planner(host).frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const plan = { frequencyId, start: '2026-01-01', end: '2026-03-31', percents: [60, 40] };
  const { id: plannedLine, contract } = await planner(host).line(plan);
  const line = await host.produce.fixedPriceLine(contract);
  const [billed = '', ready = '', open = ''] = await host.produce.milestones(line, 3, { amount: 100 });
  await run.ready('bbl_milestone', [billed]);
  const draft = await run.draftOf(contract.id);
  await run.ready('bbl_milestone', [ready]);
  const [split] = await host.produce.splits(ready);
  const [detail] = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
  const spare = await host.produce.contract({ percents: [60, 40] });
  const [customer] = await host.api.list<Row>(
    `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${spare.id} and bbl_isprimary eq false`,
  );
  const spareLine = await host.produce.fixedPriceLine(spare);
  const [lineCustomer] = await host.api.list<Row>(
    `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${spareLine}`,
  );
  return {
    contract: contract.id,
    plannedLine,
    line,
    ready,
    open,
    split: split?.bbl_milestonesplitid ?? '',
    draft,
    detail: String(detail?.['bbl_invoicelinedetailid']),
    spare: spare.id,
    spareLine,
    customer: String(customer?.['bbl_contractcustomerid']),
    lineCustomer: String(lineCustomer?.['bbl_contractlinecustomerid']),
  };
}

type Request = readonly [method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: object];

test.each<[what: string, request: () => Request]>([
  [
    'marking',
    () => [
      'POST',
      'bbl_SetBillingStatus',
      { Table: 'bbl_milestone', Ids: [ids.open], Status: BillingStatus.ReadyToInvoice },
    ],
  ],
  ['creating by contract', () => ['POST', 'bbl_CreateInvoices', { ContractIds: [ids.contract] }]],
  [
    'creating by source',
    () => ['POST', 'bbl_CreateInvoices', { Sources: JSON.stringify([{ table: 'bbl_milestonesplit', id: ids.split }]) }],
  ],
  ['confirming', () => ['POST', 'bbl_ConfirmInvoices', { Ids: [ids.draft] }]],
  ['generating', () => ['POST', 'bbl_GenerateMilestones', { ContractLineId: ids.plannedLine, Mode: 'create' }]],
  [
    'adding a milestone',
    () => [
      'POST',
      'bbl_milestones',
      {
        'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${ids.line})`,
        bbl_name: 'Late',
        bbl_date: '2026-03-31',
        bbl_amount: 1,
      },
    ],
  ],
  ['changing a milestone', () => ['PATCH', `bbl_milestones(${ids.open})`, { bbl_amount: 7 }]],
  ['deleting a milestone', () => ['DELETE', `bbl_milestones(${ids.open})`]],
  ['changing a detail', () => ['PATCH', `bbl_invoicelinedetails(${ids.detail})`, { bbl_tax: 1 }]],
  ['deleting a detail', () => ['DELETE', `bbl_invoicelinedetails(${ids.detail})`]],
  ['deleting a draft', () => ['DELETE', `bbl_invoices(${ids.draft})`]],
  [
    'putting a contract on hold',
    () => ['PATCH', `bbl_contracts(${ids.spare})`, { bbl_contractstatus: ContractStatus.OnHold }],
  ],
  ['deleting a line customer', () => ['DELETE', `bbl_contractlinecustomers(${ids.lineCustomer})`]],
  ['deleting a customer', () => ['DELETE', `bbl_contractcustomers(${ids.customer})`]],
  ['deleting a line', () => ['DELETE', `bbl_contractlines(${ids.spareLine})`]],
  ['deleting a contract', () => ['DELETE', `bbl_contracts(${ids.spare})`]],
])('BBL-INV-16: %s waits for the lock in vain: the sentence, and no row changed', async (_what, request) => {
  await expectNothingChanged(host.api, async () => {
    let isAsked = false;
    beforeNextLock(() => {
      isAsked = true;
      return { code: PlatformFault.SqlTimeout, message: 'SQL timeout expired.' };
    });
    const { status, body } = await host.api.send(...request());
    expect([isAsked, status, (body as { error: { message: string } }).error.message]).toEqual([true, 400, SENTENCE]);
  });
});

test('BBL-INV-16: one request of a change set without the lock takes the others back', async () => {
  await expectNothingChanged(host.api, async () => {
    const change = (bbl_amount: number) => ({
      method: 'PATCH' as const,
      path: `bbl_milestones(${ids.open})`,
      body: { bbl_amount },
    });
    beforeNextLock(() => {
      beforeNextLock(() => ({ code: PlatformFault.SqlError, message: 'Generic SQL error.' }));
    });
    const answers = await sendChangeSet(host.api, [change(7), change(8)]);
    expect(answers.map(({ status }) => status)).toEqual([400]);
    expect(JSON.stringify(answers[0]?.body)).toContain(SENTENCE);
  });
});

test('BBL-INV-16: tried again in a moment it goes through', async () => {
  beforeNextLock(() => ({ code: PlatformFault.SqlTimeout, message: 'SQL timeout expired.' }));
  const body = { bbl_amount: 7 };
  expect((await host.api.send('PATCH', `bbl_milestones(${ids.open})`, body)).status).toBe(400);
  expect((await host.api.send('PATCH', `bbl_milestones(${ids.open})`, body)).status).toBe(204);
});
