import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import type { ProducedContract } from '../src/producers';
import { runCommand } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';
import { mostServiceCalls } from '../src/trace';

/** domain.md 10-5, 10-6, 12-10, 12-14, design.md 4: large jobs are series of bounded calls. */
let host: TestHost;
let run: Commands;

jest.setTimeout(180_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', isRecorded: false });
  run = commands(host.api);
});
afterAll(() => host.close());

const CALL_ROWS_MAX = 500;
const { NotReadyToInvoice: NOT_READY, ReadyToInvoice: READY } = BillingStatus;

interface Call {
  readonly ids: readonly string[];
  readonly outcomes: readonly string[];
  readonly next: string;
}

/** A series over the splits of a line that have a status, call by call. */
async function* seriesOf(lineId: string, from: number, to: number, start = ''): AsyncGenerator<Call> {
  const FetchXml =
    '<fetch><entity name="bbl_milestonesplit"><filter>' +
    `<condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/>` +
    `<condition attribute="bbl_billingstatus" operator="eq" value="${from}"/></filter></entity></fetch>`;
  let After = start;
  do {
    const request = { Table: 'bbl_milestonesplit', FetchXml, Status: to, After };
    const { results, outcomes, next } = await runCommand(host.api, 'bbl_SetBillingStatus', request);
    yield { ids: results.map(({ id }) => id), outcomes, next };
    After = next;
  } while (After !== '');
}

async function countByStatus(lineId: string, status: number): Promise<number> {
  const filter = `_bbl_contractlineid_value eq ${lineId} and bbl_billingstatus eq ${status}`;
  // A count stops at 5,000, as in Dataverse.
  return (await host.api.list(`bbl_milestonesplits?$select=bbl_round&$filter=${filter}`)).length;
}

describe('10,000 splits', () => {
  const SPLITS = 10_000;
  const CUSTOMERS = 1;
  let lineId: string;
  beforeAll(async () => {
    const contract = await host.produce.contract({
      percents: Array.from({ length: CUSTOMERS }, () => 100 / CUSTOMERS),
    });
    lineId = await host.produce.fixedPriceLine(contract);
    await host.produce.milestones(lineId, SPLITS / CUSTOMERS, { amount: 100 });
  });

  test('10-6: a series takes every row exactly once, 500 a call, and its chain ends', async () => {
    const sizes: number[] = [];
    const handled = new Set<string>();
    for await (const { ids, outcomes } of seriesOf(lineId, NOT_READY, READY)) {
      sizes.push(ids.length);
      ids.forEach((id) => handled.add(id));
      expect(new Set(outcomes)).toEqual(new Set(['changed']));
    }
    expect([sizes.length, Math.max(...sizes), handled.size]).toEqual([SPLITS / CALL_ROWS_MAX, CALL_ROWS_MAX, SPLITS]);
    expect(await countByStatus(lineId, READY)).toBe(SPLITS);
  });

  test('10-6: a series that was broken off is taken up with its last Next, or begun anew', async () => {
    let next = '';
    let calls = 0;
    for await (const call of seriesOf(lineId, READY, NOT_READY)) {
      next = call.next;
      if (++calls === 3) break;
    }
    expect(await countByStatus(lineId, NOT_READY)).toBe(3 * CALL_ROWS_MAX);
    for await (const call of seriesOf(lineId, READY, NOT_READY, next)) {
      next = call.next;
      if (++calls === 6) break;
    }
    expect(await countByStatus(lineId, NOT_READY)).toBe(6 * CALL_ROWS_MAX);
    for await (const { outcomes } of seriesOf(lineId, READY, NOT_READY)) {
      expect(new Set(outcomes)).toEqual(new Set(['changed']));
    }
    expect(await countByStatus(lineId, NOT_READY)).toBe(SPLITS);
  });

  test('design 4: no call makes more than 4,000 service calls', async () => {
    expect(await mostServiceCalls(host.api, 'bbl_SetBillingStatus')).toBeLessThanOrEqual(4000);
  });
});

describe('1,200 due sources of one customer', () => {
  const SOURCES = 1200;
  let contract: ProducedContract;
  let drafts: readonly string[];
  beforeAll(async () => {
    contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const ids = await host.produce.milestones(line, SOURCES, { amount: 1 });
    for (let start = 0; start < ids.length; start += CALL_ROWS_MAX) {
      await run.ready('bbl_milestone', ids.slice(start, start + CALL_ROWS_MAX));
    }
  });

  const detailsOf = async (draft: string): Promise<number> =>
    (await host.api.list(`bbl_invoicelinedetails?$select=bbl_date&$filter=_bbl_invoiceid_value eq ${draft}`)).length;

  /** Creates invoices call by call until nothing is left; returns the drafts in the order they came. */
  async function bill(): Promise<string[]> {
    const made = new Set<string>();
    let After = '';
    do {
      const { invoiceIds, outcomes, next } = await run.createInvoices({ ContractIds: [contract.id], After });
      expect(outcomes).toEqual(['changed']);
      invoiceIds.forEach((id) => made.add(id));
      After = next;
    } while (After !== '');
    return [...made];
  }

  test('12-14, 8.2-6: two drafts of 1,000 and 200 details, every source once', async () => {
    drafts = await bill();
    expect(await Promise.all(drafts.map(detailsOf))).toEqual([1000, 200]);
    const claims = await host.api.list('bbl_billingclaims?$select=bbl_name');
    expect(claims).toHaveLength(SOURCES);
    expect(await mostServiceCalls(host.api, 'bbl_CreateInvoices')).toBeLessThanOrEqual(4000);
  });

  test('8.6, design 4: the fullest draft is deleted within 8,000 service calls, and its rows are billed again', async () => {
    const [full = '', rest = ''] = drafts;
    await host.api.remove(`bbl_invoices(${full})`);
    expect(await mostServiceCalls(host.api, 'Delete')).toBeLessThanOrEqual(8000);
    expect(await host.api.list('bbl_billingclaims?$select=bbl_name')).toHaveLength(SOURCES - 1000);
    drafts = [rest, ...(await bill())];
    expect(await Promise.all(drafts.map(detailsOf))).toEqual([200, 1000]);
  });

  test('8.7-1: 1,000 details a call; the confirmation stops before the draft that goes beyond', async () => {
    const first = await run.confirm(drafts);
    expect([first.outcomes, first.next === '']).toEqual([['changed'], false]);
    const second = await run.confirm(drafts, { After: first.next });
    expect([second.outcomes, second.next]).toEqual([['changed'], '']);
    expect(await mostServiceCalls(host.api, 'bbl_ConfirmInvoices')).toBeLessThanOrEqual(8000);
    const actuals = await host.api.list<{ bbl_amount: number }>(
      `bbl_actuals?$select=bbl_amount&$filter=_bbl_contractid_value eq ${contract.id}`,
    );
    expect([actuals.length, new Set(actuals.map(({ bbl_amount }) => bbl_amount))]).toEqual([SOURCES, new Set([1])]);
  });
});

describe('many contracts', () => {
  test('8.1-1, 10-6: a series over contracts leaves none out, and a contract can go on in the next call', async () => {
    const contracts: string[] = [];
    for (let index = 0; index < 60; index++) {
      const contract = await host.produce.contract();
      const line = await host.produce.fixedPriceLine(contract);
      await run.ready('bbl_milestone', await host.produce.milestones(line, 10, { amount: 1 }));
      contracts.push(contract.id);
    }
    const answers = new Map<string, number>();
    let After = '';
    let calls = 0;
    do {
      const { results, next } = await run.createInvoices({ ContractIds: contracts, After });
      for (const { id, invoices = [] } of results) answers.set(id, (answers.get(id) ?? 0) + invoices.length);
      After = next;
      calls++;
    } while (After !== '');
    expect([calls, answers.size]).toEqual([2, contracts.length]);
    const invoices = await host.api.list<{ bbl_lineamount: number; _bbl_contractid_value: string }>(
      'bbl_invoices?$select=bbl_lineamount,_bbl_contractid_value&$filter=bbl_lineamount eq 10',
    );
    expect(new Set(invoices.map((invoice) => invoice._bbl_contractid_value))).toEqual(new Set(contracts));
    expect(invoices).toHaveLength(contracts.length);
  });

  test('8.7-1: 250 drafts are confirmed in one call, each by itself', async () => {
    const drafts: string[] = [];
    const contract = await host.produce.contract({ percents: Array.from({ length: 25 }, () => 4) });
    const line = await host.produce.fixedPriceLine(contract);
    for (let index = 0; index < 10; index++) {
      await run.ready('bbl_milestone', [await host.produce.milestone(line, { amount: 25 })]);
      drafts.push(...(await run.createInvoices({ ContractIds: [contract.id] })).invoiceIds);
    }
    expect(drafts).toHaveLength(250);
    const { outcomes, next } = await run.confirm(drafts);
    expect([new Set(outcomes), outcomes.length, next]).toEqual([new Set(['changed']), 250, '']);
    expect(await mostServiceCalls(host.api, 'bbl_ConfirmInvoices')).toBeLessThanOrEqual(8000);
  });
});
