import { BillingStatus, ContractStatus, HeaderStatus, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import type { ProducedContract, ProducedSplit } from '../src/producers';
import { answerTo } from '../src/refusals';
import { setVariable } from '../src/settings';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 2.5, 3.2, 3.3, 3.7, 3.11, 5, 8.3, 8.6: milestones and product lines from creation to release. */
let host: TestHost;
let run: Commands;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
});
afterAll(() => host.close());

const { NotReadyToInvoice: NOT_READY, ReadyToInvoice: READY } = BillingStatus;
const { CustomerInvoiceCreated: CREATED, CustomerInvoicePosted: POSTED } = BillingStatus;

interface LineCustomer {
  readonly bbl_contractlinecustomerid: string;
  readonly _bbl_accountid_value: string;
}

/** A line of a contract with these percentages whose last customer is the rounding one. */
async function line(
  percents: readonly number[],
): Promise<{ lineId: string; contract: ProducedContract; customerIds: string[] }> {
  const contract = await host.produce.contract({ percents });
  const lineId = await host.produce.fixedPriceLine(contract);
  const rows = await host.api.list<LineCustomer>(
    `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${lineId}`,
  );
  const customerIds = contract.accountIds.flatMap((accountId) =>
    rows.filter((row) => row._bbl_accountid_value === accountId).map((row) => row.bbl_contractlinecustomerid),
  );
  await patchCustomer(customerIds.at(-1), { bbl_isrounding: true });
  return { lineId, contract, customerIds };
}

const patchCustomer = (id: string | undefined, body: object) =>
  host.api.patch(`bbl_contractlinecustomers(${id})`, body);

/** The splits of a milestone in the order of the contract's customers. */
async function splitsOf(milestoneId: string, { accountIds }: ProducedContract): Promise<ProducedSplit[]> {
  const splits = await host.produce.splits(milestoneId);
  return accountIds.flatMap((accountId) => splits.filter((split) => split._bbl_accountid_value === accountId));
}

const headerOf = (id: string): Promise<Row> => host.api.get(`bbl_milestones(${id})`);
const claimsOf = (ids: readonly string[]): Promise<Row[]> =>
  host.api.list(`bbl_billingclaims?$filter=${ids.map((id) => `endswith(bbl_name,':${id}')`).join(' or ')}`);

describe('5.4: splits for three customers, the third rounding', () => {
  const THIRDS = [33.33, 33.33, 33.34];

  test.each([
    [100.01, 0, [33.33, 33.33, 33.35], [0, 0, 0]],
    [0.02, 0, [0.01, 0.01, 0], [0, 0, 0]],
    [100.01, 19.99, [33.33, 33.33, 33.35], [6.66, 6.66, 6.67]],
  ])('%d with tax %d', async (amount, tax, amounts, taxes) => {
    const { lineId, contract } = await line(THIRDS);
    const milestone = await host.produce.milestone(lineId, { amount, tax });
    const splits = await splitsOf(milestone, contract);
    expect(splits.map((split) => split.bbl_amount)).toEqual(amounts);
    expect(splits.map((split) => split.bbl_tax)).toEqual(taxes);
    expect(splits.map((split) => split.bbl_billingstatus)).toEqual([NOT_READY, NOT_READY, NOT_READY]);
  });

  test('three evenly: 33.3333, 33.3333, 33.3334 of 12.00 are 4.00 each', async () => {
    const { lineId, contract } = await line([33.3333, 33.3333, 33.3334]);
    const splits = await splitsOf(await host.produce.milestone(lineId, { amount: 12 }), contract);
    expect(splits.map((split) => split.bbl_amount)).toEqual([4, 4, 4]);
  });

  test('5.2-2: a customer with 0 % gets no row', async () => {
    const { lineId, contract, customerIds } = await line([50, 30, 20]);
    await patchCustomer(customerIds[0], { bbl_billingsplit: 0 });
    await patchCustomer(customerIds[1], { bbl_billingsplit: 80 });
    const splits = await splitsOf(await host.produce.milestone(lineId, { amount: 10 }), contract);
    expect(splits.map((split) => split.bbl_amount)).toEqual([8, 2]);
  });
});

describe('changes', () => {
  test('2.5-3: another amount is split by the present percentages; who stays keeps the row and its status', async () => {
    const { lineId, contract, customerIds } = await line([50, 30, 20]);
    const milestone = await host.produce.milestone(lineId, { amount: 100, tax: 10 });
    const before = await splitsOf(milestone, contract);
    await run.ready('bbl_milestonesplit', [before[2]?.bbl_milestonesplitid ?? '']);
    await patchCustomer(customerIds[0], { bbl_billingsplit: 0 });
    await patchCustomer(customerIds[1], { bbl_billingsplit: 80 });
    // By itself a percentage changes no existing split. domain.md 5.1-5.
    expect((await splitsOf(milestone, contract)).map((split) => split.bbl_amount)).toEqual([50, 30, 20]);
    await host.api.patch(`bbl_milestones(${milestone})`, { bbl_amount: 200, bbl_tax: 20 });
    const after = await splitsOf(milestone, contract);
    expect(after.map((split) => split.bbl_milestonesplitid)).toEqual(
      before.slice(1).map((split) => split.bbl_milestonesplitid),
    );
    expect(after.map((split) => [split.bbl_amount, split.bbl_tax, split.bbl_billingstatus])).toEqual([
      [160, 16, NOT_READY],
      [40, 4, READY],
    ]);
    expect(await headerOf(milestone)).toMatchObject({
      bbl_amountaftertax: 220,
      bbl_headerstatus: HeaderStatus.InProgress,
    });
  });

  test('2.5-3: without its only Ready split a header goes back to Not Started', async () => {
    const { lineId, contract, customerIds } = await line([50, 50]);
    const milestone = await host.produce.milestone(lineId, { amount: 100 });
    const [first] = await splitsOf(milestone, contract);
    await run.ready('bbl_milestonesplit', [first?.bbl_milestonesplitid ?? '']);
    await patchCustomer(customerIds[0], { bbl_billingsplit: 0 });
    await patchCustomer(customerIds[1], { bbl_billingsplit: 100 });
    await host.api.patch(`bbl_milestones(${milestone})`, { bbl_amount: 50 });
    expect(await headerOf(milestone)).toMatchObject({ bbl_headerstatus: HeaderStatus.NotStarted });
  });

  test('2.5-4: a milestone without billing activity goes with its splits', async () => {
    const { lineId, contract } = await line([50, 30, 20]);
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    expect(await answerTo(host.api, 'DELETE', `bbl_milestones(${milestone})`)).toBe('204');
    expect(await splitsOf(milestone, contract)).toEqual([]);
  });
});

describe('refusals', () => {
  const milestoneOf = (lineId: string, more: object = {}) => ({
    'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
    bbl_date: '2026-03-31',
    bbl_amount: 100,
    ...more,
  });

  test('BBL-SPL-01, BBL-SPL-02: out of balance nothing is created, and no amount changed', async () => {
    const { lineId, customerIds } = await line([50, 50]);
    const milestone = await host.produce.milestone(lineId);
    await patchCustomer(customerIds[0], { bbl_billingsplit: 49.9999 });
    await expectNothingChanged(host.api, async () => {
      expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOf(lineId))).toBe('400 BBL-SPL-01');
      expect(await answerTo(host.api, 'PATCH', `bbl_milestones(${milestone})`, { bbl_amount: 1 })).toBe(
        '400 BBL-SPL-01',
      );
    });
    expect(await answerTo(host.api, 'PATCH', `bbl_milestones(${milestone})`, { bbl_name: 'Named' })).toBe('204');
    await patchCustomer(customerIds[0], { bbl_billingsplit: 100 });
    await patchCustomer(customerIds[1], { bbl_billingsplit: 0 }); // The rounding one.
    await expectNothingChanged(host.api, async () => {
      expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOf(lineId))).toBe('400 BBL-SPL-02');
    });
    await patchCustomer(customerIds[0], { bbl_isrounding: true });
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOf(lineId))).toBe('204');
  });

  test('BBL-MST-01: only fixed price lines have milestones', async () => {
    const contract = await host.produce.contract();
    const product = await host.produce.productLine(contract);
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOf(product))).toBe('400 BBL-MST-01');
  });

  test('BBL-MST-02, BBL-MST-03: on a draft and once invoiced a split is left alone', async () => {
    const { lineId, contract } = await line([50, 50]);
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    const { invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] });
    await run.confirm(invoiceIds.slice(0, 1));
    const ids = (await host.produce.splits(milestone))
      .sort((left, right) => right.bbl_billingstatus - left.bbl_billingstatus)
      .map((split) => split.bbl_milestonesplitid);
    await expectNothingChanged(
      host.api,
      async () => {
        for (const mark of [run.ready, run.notReady]) {
          expect((await mark('bbl_milestonesplit', ids)).outcomes).toEqual(['BBL-MST-03', 'BBL-MST-02']);
        }
      },
      { except: ['bbl_contractlock'] },
    );
  });

  test.each([
    ['bbl_amount', { bbl_amount: 1 }],
    ['bbl_tax', { bbl_tax: 1 }],
    ['bbl_date', { bbl_date: '2026-02-01' }],
  ])('BBL-MST-04: %s stays once a split is in billing, BBL-MST-05: and so does the row', async (_column, body) => {
    const { lineId, contract } = await line([50, 50]);
    const milestone = await host.produce.milestone(lineId);
    const [first] = await splitsOf(milestone, contract);
    await run.ready('bbl_milestonesplit', [first?.bbl_milestonesplitid ?? '']);
    await run.createInvoices({ ContractIds: [contract.id] });
    const path = `bbl_milestones(${milestone})`;
    await expectNothingChanged(host.api, async () => {
      expect(await answerTo(host.api, 'PATCH', path, body)).toBe('400 BBL-MST-04');
      expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-MST-05');
    });
    expect(await answerTo(host.api, 'PATCH', path, { bbl_name: 'N', bbl_description: 'D' })).toBe('204');
  });

  test('BBL-MST-05: what was invoiced stays', async () => {
    const { lineId, contract } = await line([100]);
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    await run.confirm([await run.draftOf(contract.id)]);
    expect(await answerTo(host.api, 'DELETE', `bbl_milestones(${milestone})`)).toBe('400 BBL-MST-05');
  });

  test('BBL-MST-06: without an amount no tax, on create and afterwards', async () => {
    const { lineId } = await line([100]);
    const body = milestoneOf(lineId, { bbl_amount: 0, bbl_tax: 0.01 });
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', body)).toBe('400 BBL-MST-06');
    const milestone = await host.produce.milestone(lineId, { amount: 100, tax: 10 });
    expect(await answerTo(host.api, 'PATCH', `bbl_milestones(${milestone})`, { bbl_amount: 0 })).toBe('400 BBL-MST-06');
    expect(await answerTo(host.api, 'PATCH', `bbl_milestones(${milestone})`, { bbl_amount: 0, bbl_tax: 0 })).toBe(
      '204',
    );
  });
});

describe('3.3: the header follows its splits, forward and backward', () => {
  test('every step of two splits and back', async () => {
    const { lineId, contract } = await line([60, 40]);
    const milestone = await host.produce.milestone(lineId);
    const ids = (await splitsOf(milestone, contract)).map((split) => split.bbl_milestonesplitid);
    const status = async () => (await headerOf(milestone))['bbl_headerstatus'];
    const seen: unknown[] = [await status()];
    await run.ready('bbl_milestonesplit', ids.slice(0, 1));
    seen.push(await status());
    await run.notReady('bbl_milestonesplit', ids.slice(0, 1));
    seen.push(await status());
    await run.ready('bbl_milestonesplit', ids);
    const { invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] });
    seen.push(await status());
    await run.confirm(invoiceIds.slice(0, 1));
    seen.push(await status());
    await run.confirm(invoiceIds.slice(1));
    seen.push(await status());
    const { NotStarted, InProgress, Completed } = HeaderStatus;
    expect(seen).toEqual([NotStarted, InProgress, NotStarted, InProgress, InProgress, Completed]);
  });

  test('3.3-3: deleting the draft with bbl_StatusAfterRelease = notready leads back to Not Started', async () => {
    const { lineId, contract } = await line([100]);
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    const draft = await run.draftOf(contract.id);
    await withStatusAfterRelease('notready', () => host.api.remove(`bbl_invoices(${draft})`));
    expect(await headerOf(milestone)).toMatchObject({ bbl_headerstatus: HeaderStatus.NotStarted });
  });
});

async function withStatusAfterRelease(value: string, work: () => Promise<unknown>): Promise<void> {
  await setVariable(host.api, 'bbl_StatusAfterRelease', value);
  try {
    await work();
  } finally {
    await setVariable(host.api, 'bbl_StatusAfterRelease', 'ready');
  }
}

describe('12-9, 8.6: release', () => {
  interface Draft {
    readonly contract: ProducedContract;
    readonly draft: string;
    readonly splitIds: readonly string[];
    readonly productId: string;
  }

  /** Two milestones and a product line on one draft. */
  async function draftOfThree(): Promise<Draft> {
    const { lineId, contract } = await line([100]);
    const productId = await host.produce.productLine(contract, { quantity: 3, price: 9.99 });
    const milestones = await host.produce.milestones(lineId, 2, { amount: 100 });
    await run.ready('bbl_milestone', milestones);
    await run.ready('bbl_contractline', [productId]);
    const draft = await run.draftOf(contract.id);
    const splits = await Promise.all(milestones.map((id) => host.produce.splits(id)));
    return { contract, draft, productId, splitIds: splits.flat().map((split) => split.bbl_milestonesplitid) };
  }

  async function statusesOf({ splitIds, productId }: Draft): Promise<[unknown, unknown][]> {
    const rows = [
      ...(await Promise.all(splitIds.map((id) => host.api.get<Row>(`bbl_milestonesplits(${id})`)))),
      await host.api.get<Row>(`bbl_contractlines(${productId})`),
    ];
    return rows.map((row) => [row['bbl_billingstatus'], row['_bbl_invoiceid_value']]);
  }

  const detailOf = async (draft: string, column: string, id: string | undefined): Promise<string> => {
    const details = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
    return String(details.find((detail) => detail[column] === id)?.['bbl_invoicelinedetailid']);
  };

  test.each([
    ['ready', READY],
    ['notready', NOT_READY],
  ])('8.6-1: with %s a deleted detail and a deleted draft return their sources so', async (setting, status) => {
    const scene = await draftOfThree();
    const { draft, splitIds, productId } = scene;
    const [first, second] = splitIds;
    await withStatusAfterRelease(setting, async () => {
      await host.api.remove(`bbl_invoicelinedetails(${await detailOf(draft, '_bbl_milestonesplitid_value', first)})`);
      expect(await statusesOf(scene)).toEqual([
        [status, null],
        [CREATED, draft],
        [CREATED, draft],
      ]);
      expect(await claimsOf([first ?? ''])).toEqual([]);
      expect(await claimsOf([second ?? '', productId])).toHaveLength(2);
      expect(await host.api.get(`bbl_invoices(${draft})`)).toMatchObject({ bbl_lineamount: 129.97 });
      await host.api.remove(`bbl_invoices(${draft})`);
    });
    expect(await statusesOf(scene)).toEqual([
      [status, null],
      [status, null],
      [status, null],
    ]);
    expect(await claimsOf([...splitIds, productId])).toEqual([]);
  });

  test('8.6-2: a draft of a deleted detail’s neighbour and a confirmed invoice are never touched', async () => {
    const { lineId, contract } = await line([50, 50]);
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    const { invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] });
    const [confirmed = '', draft = ''] = invoiceIds;
    await run.confirm([confirmed]);
    const before = await host.api.get<Row>(`bbl_invoices(${confirmed})`);
    await host.api.remove(`bbl_invoices(${draft})`);
    expect(await host.api.get(`bbl_invoices(${confirmed})`)).toEqual(before);
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => split.bbl_billingstatus).sort()).toEqual([READY, POSTED]);
    expect(await headerOf(milestone)).toMatchObject({ bbl_headerstatus: HeaderStatus.InProgress });
    expect(await claimsOf(splits.map((split) => split.bbl_milestonesplitid))).toHaveLength(1);
  });

  test('8.6-3: a draft without details stays, empty, and is not confirmed (BBL-INV-07)', async () => {
    const { draft, splitIds, productId } = await draftOfThree();
    for (const id of splitIds) {
      await host.api.remove(`bbl_invoicelinedetails(${await detailOf(draft, '_bbl_milestonesplitid_value', id)})`);
    }
    await host.api.remove(`bbl_invoicelinedetails(${await detailOf(draft, '_bbl_contractlineid_value', productId)})`);
    expect(await host.api.get(`bbl_invoices(${draft})`)).toMatchObject({ bbl_totalamount: 0, bbl_lineamount: 0 });
    expect(await host.api.list(`bbl_invoicelines?$filter=_bbl_invoiceid_value eq ${draft}`)).toEqual([]);
    expect((await run.confirm([draft])).outcomes).toEqual(['BBL-INV-07']);
  });

  test('8.6-4: on a Lost contract what a draft held becomes Not ready, whatever the setting', async () => {
    const scene = await draftOfThree();
    await host.api.patch(`bbl_contracts(${scene.contract.id})`, { bbl_contractstatus: ContractStatus.Lost });
    await host.api.remove(`bbl_invoices(${scene.draft})`);
    expect((await statusesOf(scene)).map(([status]) => status)).toEqual([NOT_READY, NOT_READY, NOT_READY]);
  });
});

describe('8.3: claims', () => {
  test('one a source while it is on an invoice; a confirmed one stays', async () => {
    const { lineId, contract } = await line([100]);
    const milestone = await host.produce.milestone(lineId);
    const [split] = await host.produce.splits(milestone);
    const ids = [split?.bbl_milestonesplitid ?? ''];
    expect(await claimsOf(ids)).toEqual([]);
    await run.ready('bbl_milestone', [milestone]);
    expect(await claimsOf(ids)).toEqual([]);
    const draft = await run.draftOf(contract.id);
    const [claim] = await claimsOf(ids);
    expect(claim).toMatchObject({ bbl_name: `bbl_milestonesplit:${ids[0]}`, _bbl_invoiceid_value: draft });
    await run.confirm([draft]);
    expect(await claimsOf(ids)).toEqual([
      expect.objectContaining({ bbl_billingclaimid: claim?.['bbl_billingclaimid'] }),
    ]);
  });
});

describe('3.7: product lines', () => {
  test('12-12: on a contract with three customers billed once, whole, to the primary', async () => {
    const contract = await host.produce.contract({ percents: [50, 30, 20] });
    const product = await host.produce.productLine(contract, { quantity: 2.5, price: 10.01, tax: 1 });
    expect((await run.ready('bbl_contractline', [product])).outcomes).toEqual(['changed']);
    const draft = await run.draftOf(contract.id);
    const details = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_contractlineid_value eq ${product}`);
    expect(details).toEqual([
      expect.objectContaining({
        bbl_quantity: 2.5,
        bbl_price: 10.01,
        bbl_amount: 25.03,
        bbl_tax: 1,
        bbl_extendedamount: 26.03,
      }),
    ]);
    expect(await host.api.get(`bbl_invoices(${draft})`)).toMatchObject({
      _bbl_accountid_value: contract.accountIds[0],
    });
    expect((await run.confirm([draft])).outcomes).toEqual(['changed']);
    expect((await run.createInvoices({ ContractIds: [contract.id] })).outcomes).toEqual(['BBL-INV-01']);
    expect(await host.api.list(`bbl_actuals?$filter=_bbl_contractlineid_value eq ${product}`)).toHaveLength(1);
  });

  test('BBL-PRD-02, BBL-PRD-03: on a draft and once invoiced it is left alone', async () => {
    const contract = await host.produce.contract();
    const product = await host.produce.productLine(contract);
    await run.ready('bbl_contractline', [product]);
    const draft = await run.draftOf(contract.id);
    expect((await run.notReady('bbl_contractline', [product])).outcomes).toEqual(['BBL-PRD-02']);
    await run.confirm([draft]);
    expect((await run.ready('bbl_contractline', [product])).outcomes).toEqual(['BBL-PRD-03']);
    expect(await host.api.get(`bbl_contractlines(${product})`)).toMatchObject({ bbl_billingstatus: POSTED });
  });

  test('8.2-2: delivered later it waits, without a date it is due', async () => {
    const contract = await host.produce.contract();
    const later = await host.produce.productLine(contract, { deliveryDate: '2026-04-01' });
    const undated = await host.produce.productLine(contract);
    await run.ready('bbl_contractline', [later, undated]);
    const draft = await run.draftOf(contract.id);
    const details = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
    expect(details.map((detail) => detail['_bbl_contractlineid_value'])).toEqual([undated]);
    const { outcomes } = await run.createInvoices({
      Sources: JSON.stringify([{ table: 'bbl_contractline', id: later }]),
    });
    expect(outcomes).toEqual(['BBL-INV-04']);
  });
});

describe('3.11: the contract', () => {
  const { Draft, Confirmed, OnHold, Completed, Lost } = ContractStatus;
  /** Which steps the contract may take, from each status. */
  const STEPS: { readonly [from: number]: readonly number[] } = {
    [Draft]: [Confirmed, OnHold, Lost],
    [Confirmed]: [OnHold, Completed, Lost],
    [OnHold]: [Confirmed, Lost],
    [Completed]: [Confirmed],
    [Lost]: [],
  };
  const WAYS: { readonly [to: number]: readonly number[] } = {
    [Draft]: [],
    [Confirmed]: [Confirmed],
    [OnHold]: [OnHold],
    [Completed]: [Confirmed, Completed],
    [Lost]: [Lost],
  };
  const pairs = Object.keys(STEPS).flatMap((from) =>
    Object.keys(STEPS).map((to) => [Number(from), Number(to)] as const),
  );

  test.each(pairs.filter(([from, to]) => from !== to))('3.11-1: from %d to %d', async (from, to) => {
    const contract = await host.produce.contract();
    const path = `bbl_contracts(${contract.id})`;
    for (const status of WAYS[from] ?? []) await host.api.patch(path, { bbl_contractstatus: status });
    const expected = STEPS[from]?.includes(to) ? '204' : '400 BBL-CON-03';
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: to })).toBe(expected);
  });

  test('3.11-2: into Confirmed every level has to balance', async () => {
    const { contract, customerIds } = await line([50, 50]);
    const path = `bbl_contracts(${contract.id})`;
    await patchCustomer(customerIds[0], { bbl_billingsplit: 40 });
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Confirmed })).toBe('400 BBL-SPL-01');
    await patchCustomer(customerIds[0], { bbl_billingsplit: 100 });
    await patchCustomer(customerIds[1], { bbl_billingsplit: 0 });
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Confirmed })).toBe('400 BBL-SPL-02');
    await patchCustomer(customerIds[0], { bbl_isrounding: true });
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Confirmed })).toBe('204');
  });

  test('BBL-CON-08: neither with Ready rows nor with drafts a contract is completed', async () => {
    const { lineId, contract } = await line([100]);
    const path = `bbl_contracts(${contract.id})`;
    const complete = () => answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Completed });
    await host.api.patch(path, { bbl_contractstatus: Confirmed });
    const milestone = await host.produce.milestone(lineId);
    await run.ready('bbl_milestone', [milestone]);
    expect(await complete()).toBe('400 BBL-CON-08');
    const draft = await run.draftOf(contract.id);
    expect(await complete()).toBe('400 BBL-CON-08');
    await run.confirm([draft]);
    expect(await complete()).toBe('204');
  });

  test('3.11-2: Lost resets what is Ready and leaves drafts, which can still be confirmed or deleted', async () => {
    const { lineId, contract } = await line([100]);
    const [onDraft, ready] = await host.produce.milestones(lineId, 2);
    await run.ready('bbl_milestone', [onDraft ?? '']);
    const draft = await run.draftOf(contract.id);
    await run.ready('bbl_milestone', [ready ?? '']);
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: Lost });
    expect((await host.produce.splits(ready ?? ''))[0]?.bbl_billingstatus).toBe(NOT_READY);
    expect((await host.produce.splits(onDraft ?? ''))[0]?.bbl_billingstatus).toBe(CREATED);
    expect((await run.ready('bbl_milestone', [ready ?? ''])).outcomes).toEqual(['BBL-CON-04']);
    expect((await run.confirm([draft])).outcomes).toEqual(['changed']);
    expect(await host.api.get(`bbl_invoices(${draft})`)).toMatchObject({ bbl_invoicestatus: InvoiceStatus.Confirmed });
  });

  test('3.11-3: On hold stops creating and confirming, not marking', async () => {
    const { lineId, contract } = await line([100]);
    const [first, second] = await host.produce.milestones(lineId, 2);
    await run.ready('bbl_milestone', [first ?? '']);
    const draft = await run.draftOf(contract.id);
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: OnHold });
    expect((await run.ready('bbl_milestone', [second ?? ''])).outcomes).toEqual(['changed']);
    expect((await run.createInvoices({ ContractIds: [contract.id] })).outcomes).toEqual(['BBL-CON-05']);
    expect((await run.confirm([draft])).outcomes).toEqual(['BBL-CON-05']);
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: Confirmed });
    expect((await run.confirm([draft])).outcomes).toEqual(['changed']);
  });

  test('BBL-CON-12: 500 rows change with a contract, 501 do not', async () => {
    const { lineId, contract } = await line([100]);
    const ids = await host.produce.milestones(lineId, 501, { amount: 1 });
    await run.ready('bbl_milestone', ids.slice(0, 500));
    await run.ready('bbl_milestone', ids.slice(500));
    const path = `bbl_contracts(${contract.id})`;
    await expectNothingChanged(host.api, async () => {
      expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Lost })).toBe('400 BBL-CON-12');
    });
    await run.notReady('bbl_milestone', ids.slice(500));
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Lost })).toBe('204');
  });

  test('BBL-CON-12: 2,000 rows go with a deleted row, more do not', async () => {
    const percents = Array.from({ length: 20 }, () => 5);
    const { lineId, contract } = await line(percents);
    await host.produce.milestones(lineId, 100, { amount: 20 });
    await expectNothingChanged(host.api, async () => {
      expect(await answerTo(host.api, 'DELETE', `bbl_contractlines(${lineId})`)).toBe('400 BBL-CON-12');
      expect(await answerTo(host.api, 'DELETE', `bbl_contracts(${contract.id})`)).toBe('400 BBL-CON-12');
    });
    const [milestone] = await host.api.list<Row>(
      `bbl_milestones?$filter=_bbl_contractlineid_value eq ${lineId}&$top=8`,
    );
    expect(milestone).toBeDefined();
    const some = await host.api.list<Row>(`bbl_milestones?$filter=_bbl_contractlineid_value eq ${lineId}&$top=8`);
    for (const row of some) await host.api.remove(`bbl_milestones(${String(row['bbl_milestoneid'])})`);
    expect(await answerTo(host.api, 'DELETE', `bbl_contractlines(${lineId})`)).toBe('204');
  });
});
