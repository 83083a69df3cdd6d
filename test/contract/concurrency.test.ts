import {
  BillingStatus,
  ContractStatus,
  FrequencyPeriod,
  InvoiceStatus,
  LineType,
} from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import type { Row } from '../src/dump';
import { answerTo } from '../src/refusals';
import { interleavedRules } from '../src/interleave';
import { planner } from '../src/plans';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** domain.md 8.10, 12-11: several users bill the same contract at the same moment. */
let host: TestHost;
let run: Commands;
const { rules, beforeNextLock, beforeNextDeletion } = interleavedRules();
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', rules });
  run = commands(host.api);
});
afterAll(() => host.close());

jest.setTimeout(60_000);

const CLIENTS = 5;
/** The same request from several clients, sent before any of them is answered. */
const atOnce = <T>(request: (client: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_none, client) => request(client)));

async function readyContract(): Promise<{ id: string; splitIds: string[] }> {
  const contract = await host.produce.contract({ percents: [60, 40] });
  const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
  await run.ready('bbl_milestone', [milestone]);
  const splitIds = (await host.produce.splits(milestone)).map((split) => split.bbl_milestonesplitid);
  return { id: contract.id, splitIds };
}

const invoicesOf = (contractId: string): Promise<Row[]> =>
  host.api.list(`bbl_invoices?$filter=_bbl_contractid_value eq ${contractId}`);
const claimsOf = async (splitIds: readonly string[]): Promise<Row[]> => {
  const names = splitIds.map((id) => `bbl_name eq 'bbl_milestonesplit:${id}'`).join(' or ');
  return host.api.list(`bbl_billingclaims?$filter=${names}`);
};

test('8.10-1: of simultaneous creations by contract one gets the invoices, the others INV-01 with the draft', async () => {
  const { id, splitIds } = await readyContract();
  const answers = await atOnce(() => run.createInvoices({ ContractIds: [id] }));
  const winners = answers.filter(({ invoiceIds }) => invoiceIds.length > 0);
  expect(winners.map(({ invoiceIds }) => invoiceIds.length)).toEqual([2]);
  const invoices = await invoicesOf(id);
  expect(invoices).toHaveLength(2);
  for (const { results } of answers.filter((answer) => !winners.includes(answer))) {
    expect(results).toEqual([expect.objectContaining({ id, outcome: 'refused', code: 'BBL-INV-01' })]);
    const named = invoices.some(({ bbl_number }) => results[0]?.message?.includes(String(bbl_number)));
    expect([results[0]?.message, named]).toEqual([results[0]?.message, true]);
  }
  expect(await claimsOf(splitIds)).toHaveLength(2);
});

test('8.3-1: of simultaneous creations by source one gets the row, the others INV-02 with the invoice', async () => {
  const { id, splitIds } = await readyContract();
  const [splitId = ''] = splitIds;
  const Sources = JSON.stringify([{ table: 'bbl_milestonesplit', id: splitId }]);
  const answers = await atOnce(() => run.createInvoices({ Sources }));
  const [invoice, ...more] = await invoicesOf(id);
  expect(more).toEqual([]);
  expect(answers.flatMap(({ outcomes }) => outcomes).sort()).toEqual([
    ...Array.from({ length: CLIENTS - 1 }, () => 'BBL-INV-02'),
    'changed',
  ]);
  const refusals = answers.flatMap(({ results }) => results).filter(({ outcome }) => outcome === 'refused');
  for (const { message } of refusals) expect(message).toContain(String(invoice?.['bbl_number']));
  expect(await claimsOf([splitId])).toHaveLength(1);
});

test('8.10-1: of simultaneous confirmations one confirms, the others get INV-03', async () => {
  const { id } = await readyContract();
  const { invoiceIds } = await run.createInvoices({ ContractIds: [id] });
  const answers = await atOnce(() => run.confirm(invoiceIds.slice(0, 1)));
  expect(answers.flatMap(({ outcomes }) => outcomes).sort()).toEqual([
    ...Array.from({ length: CLIENTS - 1 }, () => 'BBL-INV-03'),
    'changed',
  ]);
  const actuals = await host.api.list(`bbl_actuals?$filter=_bbl_invoiceid_value eq ${invoiceIds[0]}`);
  expect(actuals).toHaveLength(1);
});

test('8.10-1: a confirmation and a deletion of the same draft: one of them happens', async () => {
  const { id } = await readyContract();
  const { invoiceIds } = await run.createInvoices({ ContractIds: [id] });
  const [draft = ''] = invoiceIds;
  const [confirmed, deleted] = await Promise.all([
    run.confirm([draft]).then(({ outcomes }) => outcomes[0]),
    answerTo(host.api, 'DELETE', `bbl_invoices(${draft})`),
  ]);
  const happened = [confirmed === 'changed', deleted === '204'];
  expect(happened.filter(Boolean)).toHaveLength(1);
  expect(happened[0] ? deleted : confirmed).toBe(happened[0] ? '400 BBL-INV-15' : 'BBL-GRD-04');
});

test.each([
  ['create', CLIENTS - 1],
  ['replaceopen', 0],
])('8.10-1: of simultaneous %s by several users one makes the schedule, %d are refused', async (mode, refusals) => {
  const plans = planner(host);
  const frequencyId = await plans.frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const { id } = await plans.line({ frequencyId, start: '2026-01-01', end: '2026-06-30', percents: [50, 30, 20] });
  const users = await usersByRole(host.api);
  const writers = ['Billing Backlog Administrator', 'Billing Backlog Project Manager'].map((role) => users.get(role));
  const answers = await atOnce((client) =>
    plans.generate(id, mode, writers[client % writers.length]).then(
      ({ created }) => created,
      (error: Error) => error.message,
    ),
  );
  const made = answers.filter((answer) => typeof answer === 'number');
  expect(made.reduce((sum, count) => sum + count, 0)).toBe(6);
  const told = answers.filter((answer) => typeof answer === 'string');
  expect(told).toHaveLength(refusals);
  for (const message of told) {
    expect(message).toBe('BBL-SCH-05: There is a schedule already. Replace the open part or delete it.');
  }
  const milestones = await plans.milestones(id);
  expect(milestones.map(({ bbl_amount }) => bbl_amount)).toEqual([166.66, 166.66, 166.66, 166.66, 166.66, 166.7]);
  expect(await host.api.list(`bbl_milestonesplits?$filter=_bbl_contractlineid_value eq ${id}`)).toHaveLength(18);
});

test('3.1-1: of simultaneous marks one changes the row, the others find it unchanged; one event is written', async () => {
  const contract = await host.produce.contract();
  const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
  const [split] = await host.produce.splits(milestone);
  const id = split?.bbl_milestonesplitid ?? '';
  const answers = await atOnce(() => run.ready('bbl_milestonesplit', [id]));
  expect(answers.flatMap(({ outcomes }) => outcomes).sort()).toEqual([
    'changed',
    ...Array.from({ length: CLIENTS - 1 }, () => 'unchanged'),
  ]);
  expect(await host.api.list(`bbl_billingevents?$filter=bbl_sourceid eq '${id}'`)).toHaveLength(1);
});

test('8.10-1: marking back and billing at once: the row is on a draft or Not ready, never both', async () => {
  const { id, splitIds } = await readyContract();
  const [splitId = ''] = splitIds;
  await Promise.all([run.notReady('bbl_milestonesplit', [splitId]), run.createInvoices({ ContractIds: [id] })]);
  const { bbl_billingstatus: status, _bbl_invoiceid_value: invoiceId } = await host.api.get<Row>(
    `bbl_milestonesplits(${splitId})`,
  );
  const isOnDraft = status === BillingStatus.CustomerInvoiceCreated;
  expect([isOnDraft || status === BillingStatus.NotReadyToInvoice, invoiceId !== null]).toEqual([true, isOnDraft]);
  expect(await claimsOf([splitId])).toHaveLength(isOnDraft ? 1 : 0);
});

test('8.10-1: the contract’s lock counts what billed it', async () => {
  const { id } = await readyContract();
  const counter = async () =>
    (await host.api.list<Row>(`bbl_contractlocks?$filter=_bbl_contractid_value eq ${id}`))[0]?.['bbl_counter'];
  const before = Number(await counter());
  await run.createInvoices({ ContractIds: [id] });
  expect(await counter()).toBe(before + 1);
});

test('8.10-2: of two users who change what both have seen, the second is refused (412)', async () => {
  const { id } = await readyContract();
  const { invoiceIds } = await run.createInvoices({ ContractIds: [id] });
  const path = `bbl_invoices(${invoiceIds[0]})`;
  const { '@odata.etag': seen } = await host.api.get<{ '@odata.etag': string }>(path);
  const answers = await atOnce((client) =>
    host.api.send('PATCH', path, { bbl_name: `Client ${client}` }, { headers: { 'If-Match': seen } }),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array.from({ length: CLIENTS - 1 }, () => 412)]);
  expect(await host.api.get(path)).toMatchObject({ bbl_invoicestatus: InvoiceStatus.Draft });
});

describe('8.10-1: what another user did while the lock was waited for decides', () => {
  /** The other user's request; it has to succeed. */
  const other = (method: string, path: string, body?: object) => () => {
    const answer = host.sendWithin(method, path, body);
    if (answer.status >= 300 || answer.body.includes('refused')) throw new Error(`The other user: ${answer.body}`);
  };
  const setStatus = (id: string, bbl_contractstatus: number) =>
    other('PATCH', `bbl_contracts(${id})`, { bbl_contractstatus });

  test('creation by contract: INV-01 names the draft that the other one made', async () => {
    const { id, splitIds } = await readyContract();
    beforeNextLock(other('POST', 'bbl_CreateInvoices', { ContractIds: [id] }));
    const { outcomes, results, invoiceIds } = await run.createInvoices({ ContractIds: [id] });
    expect([outcomes, invoiceIds]).toEqual([['BBL-INV-01'], []]);
    expect(await invoicesOf(id)).toHaveLength(2);
    expect(results[0]?.message).toMatch(/holds rows already/);
    expect(await claimsOf(splitIds)).toHaveLength(2);
  });

  test('creation by source: INV-02 names the invoice of the other one', async () => {
    const { id, splitIds } = await readyContract();
    const Sources = JSON.stringify(splitIds.map((splitId) => ({ table: 'bbl_milestonesplit', id: splitId })));
    beforeNextLock(other('POST', 'bbl_CreateInvoices', { ContractIds: [id] }));
    const { outcomes, invoiceIds } = await run.createInvoices({ Sources });
    expect([outcomes, invoiceIds]).toEqual([['BBL-INV-02', 'BBL-INV-02'], []]);
    expect(await claimsOf(splitIds)).toHaveLength(2);
  });

  test('creation after the rows were set back: INV-01', async () => {
    const { id, splitIds } = await readyContract();
    const Status = BillingStatus.NotReadyToInvoice;
    beforeNextLock(other('POST', 'bbl_SetBillingStatus', { Table: 'bbl_milestonesplit', Ids: splitIds, Status }));
    expect((await run.createInvoices({ ContractIds: [id] })).outcomes).toEqual(['BBL-INV-01']);
    expect(await invoicesOf(id)).toEqual([]);
  });

  test('creation after the contract was put on hold: CON-05', async () => {
    const { id } = await readyContract();
    beforeNextLock(setStatus(id, ContractStatus.OnHold));
    expect((await run.createInvoices({ ContractIds: [id] })).outcomes).toEqual(['BBL-CON-05']);
    expect(await invoicesOf(id)).toEqual([]);
  });

  test('confirmation after the other one confirmed: INV-03', async () => {
    const { id } = await readyContract();
    const [draft = ''] = (await run.createInvoices({ ContractIds: [id] })).invoiceIds;
    beforeNextLock(other('POST', 'bbl_ConfirmInvoices', { Ids: [draft] }));
    expect((await run.confirm([draft])).outcomes).toEqual(['BBL-INV-03']);
    expect(await host.api.list(`bbl_actuals?$filter=_bbl_invoiceid_value eq ${draft}`)).toHaveLength(1);
  });

  test('confirmation after the other one deleted the draft: GRD-04', async () => {
    const { id } = await readyContract();
    const [draft = ''] = (await run.createInvoices({ ContractIds: [id] })).invoiceIds;
    beforeNextLock(other('DELETE', `bbl_invoices(${draft})`));
    expect((await run.confirm([draft])).outcomes).toEqual(['BBL-GRD-04']);
    expect(await host.api.list(`bbl_actuals?$filter=_bbl_contractid_value eq ${id}`)).toEqual([]);
  });

  test('marking after the other one billed the row: MST-02', async () => {
    const { id, splitIds } = await readyContract();
    beforeNextLock(other('POST', 'bbl_CreateInvoices', { ContractIds: [id] }));
    expect((await run.notReady('bbl_milestonesplit', splitIds)).outcomes).toEqual(['BBL-MST-02', 'BBL-MST-02']);
  });

  test('marking after the contract was lost: CON-04', async () => {
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    beforeNextLock(setStatus(contract.id, ContractStatus.Lost));
    expect((await run.ready('bbl_milestone', [milestone])).outcomes).toEqual(['BBL-CON-04']);
  });

  test('completing a contract after a row below became Ready: CON-08', async () => {
    const contract = await host.produce.contract({ status: ContractStatus.Confirmed });
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const Status = BillingStatus.ReadyToInvoice;
    beforeNextLock(other('POST', 'bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [milestone], Status }));
    const body = { bbl_contractstatus: ContractStatus.Completed };
    expect(await answerTo(host.api, 'PATCH', `bbl_contracts(${contract.id})`, body)).toBe('400 BBL-CON-08');
  });

  test('changing a contract’s currency after a milestone was added: CON-02', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract, { amount: 0 });
    const body = { 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`, bbl_date: '2026-03-31' };
    const [yen] = await host.api.list<Row>("transactioncurrencies?$filter=isocurrencycode eq 'JPY'");
    const currency = `/transactioncurrencies(${String(yen?.['transactioncurrencyid'])})`;
    beforeNextLock(other('POST', 'bbl_milestones', { ...body, bbl_name: 'Late', bbl_amount: 1.5 }));
    expect(
      await answerTo(host.api, 'PATCH', `bbl_contracts(${contract.id})`, {
        'transactioncurrencyid@odata.bind': currency,
      }),
    ).toBe('400 BBL-CON-02');
  });

  test('changing a milestone’s amount after it was billed: MST-04', async () => {
    const { id, splitIds } = await readyContract();
    const { _bbl_milestoneid_value: milestone } = await host.api.get<Row>(`bbl_milestonesplits(${splitIds[0]})`);
    beforeNextLock(other('POST', 'bbl_CreateInvoices', { ContractIds: [id] }));
    expect(await answerTo(host.api, 'PATCH', `bbl_milestones(${String(milestone)})`, { bbl_amount: 1 })).toBe(
      '400 BBL-MST-04',
    );
  });

  test('deleting a milestone after it was billed: MST-05', async () => {
    const { id, splitIds } = await readyContract();
    const { _bbl_milestoneid_value: milestone } = await host.api.get<Row>(`bbl_milestonesplits(${splitIds[0]})`);
    beforeNextDeletion(other('POST', 'bbl_CreateInvoices', { ContractIds: [id] }));
    expect(await answerTo(host.api, 'DELETE', `bbl_milestones(${String(milestone)})`)).toBe('400 BBL-MST-05');
    expect(
      await host.api.list(`bbl_milestonesplits?$filter=_bbl_milestoneid_value eq ${String(milestone)}`),
    ).toHaveLength(2);
  });

  test('deleting a draft after it was confirmed: INV-15', async () => {
    const { id } = await readyContract();
    const [draft = ''] = (await run.createInvoices({ ContractIds: [id] })).invoiceIds;
    beforeNextDeletion(other('POST', 'bbl_ConfirmInvoices', { Ids: [draft] }));
    expect(await answerTo(host.api, 'DELETE', `bbl_invoices(${draft})`)).toBe('400 BBL-INV-15');
  });

  test('changing a detail after its invoice was confirmed: INV-03', async () => {
    const { id } = await readyContract();
    const [draft = ''] = (await run.createInvoices({ ContractIds: [id] })).invoiceIds;
    const [detail] = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
    const path = `bbl_invoicelinedetails(${String(detail?.['bbl_invoicelinedetailid'])})`;
    beforeNextLock(other('POST', 'bbl_ConfirmInvoices', { Ids: [draft] }));
    expect(await answerTo(host.api, 'PATCH', path, { bbl_tax: 1 })).toBe('400 BBL-INV-03');
    expect(await host.api.get(path)).toMatchObject({ bbl_tax: 0 });
  });

  test('deleting a detail after its invoice was confirmed: INV-03', async () => {
    const { id, splitIds } = await readyContract();
    const [draft = ''] = (await run.createInvoices({ ContractIds: [id] })).invoiceIds;
    const [detail] = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
    const path = `bbl_invoicelinedetails(${String(detail?.['bbl_invoicelinedetailid'])})`;
    beforeNextDeletion(other('POST', 'bbl_ConfirmInvoices', { Ids: [draft] }));
    expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-INV-03');
    expect(await claimsOf(splitIds)).toHaveLength(2);
  });

  test.each([
    ['bbl_contracts', '400 BBL-CON-07'],
    ['bbl_contractlines', '400 BBL-CON-06'],
  ])('deleting a row of %s after something below was billed: %s', async (set, refused) => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const milestone = await host.produce.milestone(line);
    await run.ready('bbl_milestone', [milestone]);
    const path = set === 'bbl_contracts' ? `${set}(${contract.id})` : `${set}(${line})`;
    beforeNextDeletion(other('POST', 'bbl_CreateInvoices', { ContractIds: [contract.id] }));
    expect(await answerTo(host.api, 'DELETE', path)).toBe(refused);
  });

  type Added = 'line' | 'customer' | 'line customer' | 'milestone' | 'generated milestones';
  test.each<[set: 'bbl_contracts' | 'bbl_contractlines', Added]>([
    ['bbl_contracts', 'line'],
    ['bbl_contracts', 'customer'],
    ['bbl_contracts', 'line customer'],
    ['bbl_contracts', 'milestone'],
    ['bbl_contracts', 'generated milestones'],
    ['bbl_contractlines', 'line customer'],
    ['bbl_contractlines', 'milestone'],
    ['bbl_contractlines', 'generated milestones'],
  ])('GRD-06: deleting a row of %s after the other one added a %s', async (set, added) => {
    const plans = planner(host);
    const frequencyId = await plans.frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
    const { id: lineId, contract } = await plans.line({ frequencyId, start: '2026-01-01', end: '2026-03-31' });
    const customerOf = async (bbl_billingsplit: number): Promise<object> => ({
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
      'bbl_AccountId@odata.bind': `/accounts(${await host.produce.account()})`,
      bbl_billingsplit,
    });
    const ofLine = { 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})` };
    const further = await host.api.create('bbl_contractcustomers', await customerOf(0));
    const requests: Record<Added, readonly [path: string, body: object]> = {
      line: [
        'bbl_contractlines',
        {
          bbl_name: 'Late',
          'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
          bbl_linetype: LineType.Product,
          bbl_productname: 'Late',
          bbl_quantity: 1,
          bbl_priceperunit: 1,
        },
      ],
      customer: ['bbl_contractcustomers', await customerOf(0)],
      'line customer': [
        'bbl_contractlinecustomers',
        { ...ofLine, 'bbl_ContractCustomerId@odata.bind': `/bbl_contractcustomers(${further})` },
      ],
      milestone: ['bbl_milestones', { ...ofLine, bbl_date: '2026-03-31', bbl_amount: 1 }],
      'generated milestones': ['bbl_GenerateMilestones', { ContractLineId: lineId, Mode: 'create' }],
    };
    const path = set === 'bbl_contracts' ? `${set}(${contract.id})` : `${set}(${lineId})`;
    const add = other('POST', ...requests[added]);
    beforeNextDeletion(add);
    expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-GRD-06');
    // Tried again it goes with everything, and nothing is left behind.
    add();
    expect(await answerTo(host.api, 'DELETE', path)).toBe('204');
    expect(await hangingOnNothing()).toEqual([]);
  });

  /** Rows that a deletion has left behind. */
  async function hangingOnNothing(): Promise<Row[]> {
    const lookups = [
      ['bbl_contractlines', '_bbl_contractid_value'],
      ['bbl_contractcustomers', '_bbl_contractid_value'],
      ['bbl_contractlinecustomers', '_bbl_contractlineid_value'],
      ['bbl_milestones', '_bbl_contractlineid_value'],
      ['bbl_milestonesplits', '_bbl_milestoneid_value'],
    ];
    return (
      await Promise.all(lookups.map(([set, lookup]) => host.api.list<Row>(`${set}?$filter=${lookup} eq null`)))
    ).flat();
  }

  test('deleting a line is not stopped by rows that hung on nothing before', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const milestone = await host.produce.milestone(line);
    const orphan = host.plant('bbl_milestone', { bbl_name: 'Orphan' });
    expect(await answerTo(host.api, 'DELETE', `bbl_contractlines(${line})`)).toBe('204');
    expect(host.stored('bbl_milestone', milestone)).toBeUndefined();
    expect(host.stored('bbl_milestone', orphan)).toBeDefined();
  });

  test.each([
    ['create', 'create', 'BBL-SCH-05'],
    ['replaceopen', 'create', 'BBL-SCH-05'],
  ])('generating: after the other one’s %s, %s is refused with %s', async (first, second, code) => {
    const { id } = await schedulable();
    beforeNextLock(other('POST', 'bbl_GenerateMilestones', { ContractLineId: id, Mode: first }));
    await expect(planner(host).generate(id, second)).rejects.toThrow(new RegExp(`^${code}: .+`));
  });

  test.each(['create', 'replaceopen'])(
    'generating: after the other one’s %s, replaceopen changes nothing',
    async (first) => {
      const { id } = await schedulable();
      beforeNextLock(other('POST', 'bbl_GenerateMilestones', { ContractLineId: id, Mode: first }));
      const { milestones, created } = await planner(host).generate(id, 'replaceopen');
      expect([created, milestones.length]).toEqual([0, 3]);
      expect(await planner(host).milestones(id)).toHaveLength(3);
    },
  );

  test('replacing the open part after the other one billed a milestone keeps that one', async () => {
    const { id, contract } = await schedulable();
    await planner(host).generate(id, 'create');
    const [first] = await planner(host).milestones(id);
    await run.ready('bbl_milestone', [first?.bbl_milestoneid ?? '']);
    await host.api.patch(`bbl_contractlines(${id})`, { bbl_contractedamount: 2000 });
    beforeNextLock(other('POST', 'bbl_CreateInvoices', { ContractIds: [contract.id] }));
    const { milestones } = await planner(host).generate(id, 'replaceopen');
    expect(milestones.map(({ amount, kept }) => [amount, kept])).toEqual([
      ['333.33', true],
      ['833.33', false],
      ['833.34', false],
    ]);
  });

  /** A line for three monthly milestones of together 1,000.00. */
  async function schedulable() {
    const frequencyId = await planner(host).frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
    return planner(host).line({ frequencyId, start: '2026-01-01', end: '2026-03-31' });
  }

  test('GRD-06: deleting a draft after rows were added to it', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    await run.ready('bbl_milestone', (await host.produce.milestones(line, 501)).slice(0, 500));
    await run.ready('bbl_milestone', [await host.produce.milestone(line)]);
    const first = await run.createInvoices({ ContractIds: [contract.id] });
    const [draft = ''] = first.invoiceIds;
    beforeNextDeletion(other('POST', 'bbl_CreateInvoices', { ContractIds: [contract.id], After: first.next }));
    expect(await answerTo(host.api, 'DELETE', `bbl_invoices(${draft})`)).toBe('400 BBL-GRD-06');
  });

  test('GRD-06: deleting a milestone after its splits were made again', async () => {
    const contract = await host.produce.contract({ percents: [100, 0] });
    const line = await host.produce.fixedPriceLine(contract);
    const milestone = await host.produce.milestone(line);
    beforeNextDeletion(other('PATCH', `bbl_milestones(${milestone})`, { bbl_amount: 50 }));
    expect(await answerTo(host.api, 'DELETE', `bbl_milestones(${milestone})`)).toBe('400 BBL-GRD-06');
    expect(await answerTo(host.api, 'DELETE', `bbl_milestones(${milestone})`)).toBe('204');
  });
});
