import { BillingStatus, ContractStatus, InvoiceStatus, LineType } from '@bbl/dataverse/generated/choices';
import type { ProducedContract } from '../src/producers';
import { answerTo, runCommand } from '../src/refusals';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** domain.md 3.9, 6.3, 8.1 to 8.7: drafts from creation to confirmation, release included. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

const { NotReadyToInvoice: NOT_READY, ReadyToInvoice: READY } = BillingStatus;
const { CustomerInvoiceCreated: CREATED, CustomerInvoicePosted: POSTED } = BillingStatus;
type Row = Record<string, unknown>;

const mark = (table: string, ids: readonly string[], Status: number = READY) =>
  host.api.call('bbl_SetBillingStatus', { Table: table, Ids: ids, Status });
const create = (parameters: object, as?: string) =>
  runCommand(host.api, 'bbl_CreateInvoices', parameters, as === undefined ? undefined : { as });
const confirm = (Ids: readonly string[], more: object = {}) =>
  runCommand(host.api, 'bbl_ConfirmInvoices', { Ids, ...more });
const invoiceOf = (id: string | undefined): Promise<Row> => host.api.get(`bbl_invoices(${id})`);
const below = (set: string, id: string | undefined): Promise<Row[]> =>
  host.api.list(`${set}?$filter=_bbl_invoiceid_value eq ${id}`);

async function readyMilestone(
  contract: ProducedContract,
  options: { amount?: number; tax?: number; date?: string } = {},
): Promise<string> {
  const id = await host.produce.milestone(await host.produce.fixedPriceLine(contract), {
    date: '2026-03-31',
    ...options,
  });
  await mark('bbl_milestone', [id]);
  return id;
}

async function productLine(contract: ProducedContract, more: object = {}): Promise<string> {
  const id = await host.api.create('bbl_contractlines', {
    bbl_name: 'Licences',
    'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
    bbl_linetype: LineType.Product,
    bbl_productname: 'Licence',
    bbl_quantity: 2.5,
    bbl_priceperunit: 10.01,
    bbl_tax: 1,
    ...more,
  });
  await mark('bbl_contractline', [id]);
  return id;
}

async function draftOf(contract: ProducedContract): Promise<string> {
  const { invoiceIds } = await create({ ContractIds: [contract.id] });
  return invoiceIds[0] ?? '';
}

async function setVariable(name: string, value: string): Promise<void> {
  const [definition] = await host.api.list<Row>(
    `environmentvariabledefinitions?$filter=schemaname eq '${name}'&$select=environmentvariabledefinitionid`,
  );
  const definitionId = definition?.['environmentvariabledefinitionid'];
  const [existing] = await host.api.list<Row>(
    `environmentvariablevalues?$filter=_environmentvariabledefinitionid_value eq ${definitionId}`,
  );
  if (existing) await host.api.patch(`environmentvariablevalues(${existing['environmentvariablevalueid']})`, { value });
  else {
    await host.api.create('environmentvariablevalues', {
      value,
      'EnvironmentVariableDefinitionId@odata.bind': `/environmentvariabledefinitions(${definitionId})`,
    });
  }
}

describe('creation by contracts', () => {
  test('8.2-1, 8.4: one draft per customer with lines, details, claims and totals', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const milestone = await readyMilestone(contract, { amount: 1000.01, tax: 100 });
    const { invoiceIds, results } = await create({ ContractIds: [contract.id] });
    expect(results).toEqual([{ id: contract.id, outcome: 'changed', invoices: invoiceIds }]);
    expect(invoiceIds).toHaveLength(2);

    const invoices = await Promise.all(invoiceIds.map(invoiceOf));
    expect(new Set(invoices.map((invoice) => invoice['_bbl_accountid_value']))).toEqual(new Set(contract.accountIds));
    expect(
      invoices.map((invoice) => [invoice['bbl_lineamount'], invoice['bbl_tax'], invoice['bbl_totalamount']]).sort(),
    ).toEqual([
      [400, 40, 440],
      [600.01, 60, 660.01],
    ]);
    for (const invoice of invoices) {
      expect(invoice).toMatchObject({
        bbl_invoicestatus: InvoiceStatus.Draft,
        bbl_invoicedate: '2026-03-31',
        bbl_cutoffdate: '2026-03-31',
        bbl_iscorrection: false,
        bbl_retainerapplied: 0,
        _bbl_contractid_value: contract.id,
      });
      const [line] = await below('bbl_invoicelines', String(invoice['bbl_invoiceid']));
      expect(line).toMatchObject({
        bbl_chargeableamount: invoice['bbl_lineamount'],
        bbl_nonchargeableamount: 0,
        bbl_complimentaryamount: 0,
        bbl_extendedamount: invoice['bbl_totalamount'],
        bbl_invoicedtilldate: 0,
      });
      const [detail] = await below('bbl_invoicelinedetails', String(invoice['bbl_invoiceid']));
      expect(detail).toMatchObject({
        _bbl_invoicelineid_value: line?.['bbl_invoicelineid'],
        bbl_quantity: 1,
        bbl_amount: invoice['bbl_lineamount'],
        bbl_date: '2026-03-31',
      });
      const [claim] = await below('bbl_billingclaims', String(invoice['bbl_invoiceid']));
      expect(claim).toMatchObject({
        bbl_name: `bbl_milestonesplit:${detail?.['_bbl_milestonesplitid_value']}`,
        _bbl_invoicelinedetailid_value: detail?.['bbl_invoicelinedetailid'],
      });
    }
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => split.bbl_billingstatus)).toEqual([CREATED, CREATED]);
    expect(new Set(splits.map((split) => split._bbl_invoiceid_value))).toEqual(new Set(invoiceIds));
  });

  test('8.2-2: what is dated after the cut-off waits; a product line without delivery date is due', async () => {
    const contract = await host.produce.contract();
    const late = await readyMilestone(contract, { date: '2026-04-01' });
    const product = await productLine(contract);
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    const details = await below('bbl_invoicelinedetails', invoiceIds[0]);
    expect(details.map((detail) => detail['_bbl_contractlineid_value'])).toEqual([product]);
    expect((await host.produce.splits(late))[0]?.bbl_billingstatus).toBe(READY);
    const { invoiceIds: later } = await create({ ContractIds: [contract.id], InvoiceDate: '2026-04-01' });
    expect(await invoiceOf(later[0])).toMatchObject({ bbl_invoicedate: '2026-04-01', bbl_cutoffdate: '2026-04-01' });
  });

  test('12-12: a product line on a contract with three customers is billed once, to the primary', async () => {
    const contract = await host.produce.contract({ percents: [50, 30, 20] });
    const product = await productLine(contract);
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    expect(invoiceIds).toHaveLength(1);
    expect(await invoiceOf(invoiceIds[0])).toMatchObject({
      _bbl_accountid_value: contract.accountIds[0],
      bbl_lineamount: 25.03,
      bbl_totalamount: 26.03,
    });
    expect(await host.api.get(`bbl_contractlines(${product})`)).toMatchObject({
      bbl_billingstatus: CREATED,
      _bbl_invoiceid_value: invoiceIds[0],
    });
  });

  test('8.10-1: a second call finds nothing and names the draft that holds the rows (INV-01)', async () => {
    const contract = await host.produce.contract();
    await readyMilestone(contract);
    const { bbl_number } = await invoiceOf(await draftOf(contract));
    const { outcomes, results, invoiceIds } = await create({ ContractIds: [contract.id] });
    expect([outcomes, invoiceIds]).toEqual([['BBL-INV-01'], []]);
    expect(results[0]?.message).toContain(`Draft ${String(bbl_number)} holds rows already.`);
  });

  test('8.2-4: On hold CON-05, Lost CON-04, missing GRD-04; the others go on, in the order asked', async () => {
    const [good, held, lost] = await Promise.all([
      host.produce.contract(),
      host.produce.contract(),
      host.produce.contract(),
    ]);
    for (const contract of [good, held, lost]) await readyMilestone(contract);
    await host.api.patch(`bbl_contracts(${held.id})`, { bbl_contractstatus: ContractStatus.OnHold });
    await host.api.patch(`bbl_contracts(${lost.id})`, { bbl_contractstatus: ContractStatus.Lost });
    const missing = '11111111-1111-4111-8111-111111111111';
    const { outcomes } = await create({ ContractIds: [lost.id, missing, good.id, held.id] });
    expect(outcomes).toEqual(['BBL-CON-04', 'BBL-GRD-04', 'changed', 'BBL-CON-05']);
  });

  test('9.4: with bbl_ConfirmedContractsOnly only confirmed contracts are invoiced (CON-11)', async () => {
    const contract = await host.produce.contract();
    await readyMilestone(contract);
    await setVariable('bbl_ConfirmedContractsOnly', 'yes');
    try {
      expect((await create({ ContractIds: [contract.id] })).outcomes).toEqual(['BBL-CON-11']);
      await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.Confirmed });
      expect((await create({ ContractIds: [contract.id] })).outcomes).toEqual(['changed']);
    } finally {
      await setVariable('bbl_ConfirmedContractsOnly', 'no');
    }
  });

  test.each([
    ['GRD-07', {}],
    ['GRD-07', { ContractIds: [], Sources: '[]' }],
    ['GRD-07', { Sources: 'no JSON' }],
    ['GRD-07', { Sources: '[{"table":"bbl_milestonesplit"}]' }],
    ['GRD-11', { ContractIds: [], InvoiceDate: '31.03.2026' }],
    ['GRD-11', { ContractIds: [], InvoiceDate: '2026-03-31', CutoffDate: '2026-04-01' }],
    ['GRD-08', { ContractIds: Array.from({ length: 501 }, () => '11111111-1111-4111-8111-111111111111') }],
  ])('BBL-%s refuses the whole request', async (code, body) => {
    expect(await answerTo(host.api, 'POST', 'bbl_CreateInvoices', body)).toBe(`400 BBL-${code}`);
  });

  test('12-14: 1,200 due sources give drafts of 1,000 and 200 details from one series', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const ids: string[] = [];
    for (let index = 0; index < 1200; index++) ids.push(await host.produce.milestone(line, { amount: 1 }));
    for (let start = 0; start < ids.length; start += 500) await mark('bbl_milestone', ids.slice(start, start + 500));
    const invoices = new Set<string>();
    let After = '';
    let calls = 0;
    do {
      const answer = await create({ ContractIds: [contract.id], After });
      expect(answer.outcomes).toEqual(['changed']);
      answer.invoiceIds.forEach((id) => invoices.add(id));
      After = answer.next;
      calls++;
    } while (After !== '');
    const rows = await Promise.all([...invoices].map(invoiceOf));
    expect([calls, rows.map((row) => row['bbl_lineamount']).sort()]).toEqual([3, [1000, 200]]);

    const drafts = [...invoices];
    const first = await confirm(drafts);
    expect([first.outcomes, first.next !== '']).toEqual([['changed'], true]);
    const second = await confirm(drafts, { After: first.next });
    expect([second.outcomes, second.next]).toEqual([['changed'], '']);
  }, 60_000);

  test('10-6: contracts come in id order over the calls, each with all its rows', async () => {
    const contracts: ProducedContract[] = [];
    for (let index = 0; index < 3; index++) {
      const contract = await host.produce.contract({ percents: Array.from({ length: 20 }, () => 5) });
      const line = await host.produce.fixedPriceLine(contract);
      for (let count = 0; count < 12; count++) await mark('bbl_milestone', [await host.produce.milestone(line)]);
      contracts.push(contract);
    }
    const idle = await host.produce.contract();
    const ContractIds = [idle.id, ...contracts.map(({ id }) => id)];
    const first = await create({ ContractIds });
    const second = await create({ ContractIds, After: first.next });
    expect(second.next).toBe('');
    const outcomes = new Map<string, string[]>();
    for (const { id, outcome, code } of [...first.results, ...second.results]) {
      outcomes.set(id, [...(outcomes.get(id) ?? []), code ?? outcome]);
    }
    expect(outcomes.get(idle.id)).toEqual(['BBL-INV-01']);
    const sorted = contracts.map(({ id }) => id).sort();
    expect(sorted.map((id) => outcomes.get(id))).toEqual([['changed'], ['changed'], ['changed', 'changed']]);
    for (const { id } of contracts) {
      const details = await host.api.list(`bbl_invoices?$filter=_bbl_contractid_value eq ${id}&$select=bbl_lineamount`);
      expect(details).toHaveLength(20); // The last contract's drafts were gone on with.
    }
  }, 60_000);
});

describe('creation by sources', () => {
  test('8.1-1: only the rows named, a header standing for its Ready splits', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const named = await readyMilestone(contract);
    const other = await readyMilestone(contract);
    const waiting = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const late = await readyMilestone(contract, { date: '2026-12-31' });
    const product = await productLine(contract);
    const [split] = await host.produce.splits(other);
    const sources = [
      { table: 'bbl_milestone', id: named },
      { table: 'bbl_milestonesplit', id: split?.bbl_milestonesplitid ?? '' },
      { table: 'bbl_milestonesplit', id: split?.bbl_milestonesplitid ?? '' },
      { table: 'bbl_milestone', id: waiting },
      { table: 'bbl_milestone', id: late },
      { table: 'bbl_contractline', id: product },
      { table: 'bbl_actual', id: named },
      { table: 'bbl_milestonesplit', id: '11111111-1111-4111-8111-111111111111' },
    ];
    const { outcomes, invoiceIds, results } = await create({ Sources: JSON.stringify(sources) });
    expect(outcomes).toEqual([
      'changed',
      'changed',
      'unchanged',
      'BBL-INV-05',
      'BBL-INV-04',
      'changed',
      'BBL-GRD-07',
      'BBL-GRD-04',
    ]);
    expect(invoiceIds).toHaveLength(2);
    expect(new Set(results[0]?.invoices)).toEqual(new Set(invoiceIds));
    const again = await create({ Sources: JSON.stringify(sources.slice(0, 2)) });
    expect([again.outcomes, again.invoiceIds]).toEqual([['BBL-INV-05', 'BBL-INV-02'], []]);
  });

  test('9.3: creating needs create on invoices: 403 without', async () => {
    const users = await usersByRole(host.api);
    const answers = [];
    for (const role of ['Project Manager', 'Account Manager', 'Approver', 'Reader']) {
      const as = users.get(`Billing Backlog ${role}`) ?? '';
      answers.push(await answerTo(host.api, 'POST', 'bbl_CreateInvoices', { ContractIds: [] }, { as }));
    }
    expect(answers).toEqual(['200', '403', '403', '403']);
  });
});

describe('drafts', () => {
  test('8.5: tax and description of a milestone detail change, nothing else; totals follow', async () => {
    const contract = await host.produce.contract();
    const milestone = await readyMilestone(contract, { amount: 100, tax: 10 });
    const draft = await draftOf(contract);
    const [detail] = await below('bbl_invoicelinedetails', draft);
    const path = `bbl_invoicelinedetails(${detail?.['bbl_invoicelinedetailid']})`;
    await host.api.patch(path, { bbl_tax: 7.5, bbl_description: 'Design, part 1' });
    expect(await host.api.get(path)).toMatchObject({
      bbl_tax: 7.5,
      bbl_extendedamount: 107.5,
      bbl_description: 'Design, part 1',
    });
    expect((await below('bbl_invoicelines', draft))[0]).toMatchObject({ bbl_tax: 7.5, bbl_extendedamount: 107.5 });
    expect(await invoiceOf(draft)).toMatchObject({ bbl_tax: 7.5, bbl_totalamount: 107.5 });
    expect((await host.produce.splits(milestone))[0]?.bbl_tax).toBe(10);
    expect(await answerTo(host.api, 'PATCH', path, { bbl_quantity: 2 })).toBe('400 BBL-INV-14');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_billingtype: 482100001 })).toBe('400 BBL-INV-14');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_tax: -1 })).toBe('400 BBL-GRD-11');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_tax: 0.001 })).toBe('400 BBL-GRD-09');
  });

  test('2.10-1, 3.9-2: people change name, dates and Draft ↔ In review', async () => {
    const contract = await host.produce.contract();
    await readyMilestone(contract, { date: '2026-03-20' });
    const { invoiceIds } = await create({ ContractIds: [contract.id], CutoffDate: '2026-03-25' });
    const path = `bbl_invoices(${invoiceIds[0]})`;
    const answers = [
      await answerTo(host.api, 'PATCH', path, { bbl_name: 'March', bbl_invoicestatus: InvoiceStatus.InReview }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicedate: '2026-03-25' }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicedate: '2026-03-24' }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicedate: null }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicestatus: null }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicestatus: InvoiceStatus.Confirmed }),
      await answerTo(host.api, 'PATCH', path, { bbl_invoicestatus: InvoiceStatus.Draft }),
    ];
    expect(answers).toEqual([
      '204',
      '204',
      '400 BBL-INV-04',
      '400 BBL-GRD-11',
      '400 BBL-INV-18',
      '400 BBL-INV-18',
      '204',
    ]);
    const events = await host.api.list<Row>(`bbl_billingevents?$filter=bbl_sourceid eq '${invoiceIds[0]}'`);
    expect(events.map((event) => event['bbl_tostatus']).sort()).toEqual([InvoiceStatus.Draft, InvoiceStatus.InReview]);
  });

  test('8.6: a deleted detail returns its source; its line goes with its last detail', async () => {
    const contract = await host.produce.contract();
    const milestone = await readyMilestone(contract, { amount: 100 });
    await productLine(contract);
    const draft = await draftOf(contract);
    const [split] = await host.produce.splits(milestone);
    const details = await below('bbl_invoicelinedetails', draft);
    const detail = details.find((row) => row['_bbl_milestonesplitid_value'] === split?.bbl_milestonesplitid);
    await host.api.remove(`bbl_invoicelinedetails(${detail?.['bbl_invoicelinedetailid']})`);
    expect((await host.produce.splits(milestone))[0]).toMatchObject({
      bbl_billingstatus: READY,
      _bbl_invoiceid_value: null,
    });
    expect(await host.api.get(`bbl_milestones(${milestone})`)).toMatchObject({ bbl_headerstatus: 482100001 });
    expect(await below('bbl_invoicelines', draft)).toHaveLength(1);
    expect(await below('bbl_billingclaims', draft)).toHaveLength(1);
    expect(await invoiceOf(draft)).toMatchObject({ bbl_lineamount: 25.03, bbl_totalamount: 26.03 });
    // And it can be billed again.
    expect((await create({ ContractIds: [contract.id] })).outcomes).toEqual(['changed']);
  });

  test('8.6-1: a deleted draft returns everything, to Not ready with bbl_StatusAfterRelease = notready', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const milestone = await readyMilestone(contract);
    const product = await productLine(contract);
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    await setVariable('bbl_StatusAfterRelease', 'notready');
    try {
      for (const id of invoiceIds) await host.api.remove(`bbl_invoices(${id})`);
    } finally {
      await setVariable('bbl_StatusAfterRelease', 'ready');
    }
    expect((await host.produce.splits(milestone)).map((split) => split.bbl_billingstatus)).toEqual([
      NOT_READY,
      NOT_READY,
    ]);
    expect(await host.api.get(`bbl_milestones(${milestone})`)).toMatchObject({ bbl_headerstatus: 482100000 });
    expect(await host.api.get(`bbl_contractlines(${product})`)).toMatchObject({
      bbl_billingstatus: NOT_READY,
      _bbl_invoiceid_value: null,
    });
    for (const id of invoiceIds) {
      for (const set of ['bbl_invoicelines', 'bbl_invoicelinedetails', 'bbl_billingclaims']) {
        expect([set, await below(set, id)]).toEqual([set, []]);
      }
    }
  });

  test('3.4-21: a round that is released to Not ready is withdrawn', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: 482100001 });
    const milestone = await host.produce.milestone(line, { amount: 1000 });
    await host.api.patch(`bbl_milestones(${milestone})`, { bbl_nextinvoicepercent: 20 });
    await mark('bbl_milestone', [milestone]);
    const { invoiceIds } = await create({ Sources: JSON.stringify([{ table: 'bbl_milestone', id: milestone }]) });
    await setVariable('bbl_StatusAfterRelease', 'notready');
    try {
      for (const id of invoiceIds) await host.api.remove(`bbl_invoices(${id})`);
    } finally {
      await setVariable('bbl_StatusAfterRelease', 'ready');
    }
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => [split.bbl_round, split.bbl_amount, split._bbl_invoiceid_value]).sort()).toEqual([
      [0, 400, null],
      [0, 600, null],
    ]);
    expect(await host.api.get(`bbl_milestones(${milestone})`)).toMatchObject({
      bbl_headerstatus: 482100000,
      bbl_nextinvoicestatus: NOT_READY,
      bbl_openround: null,
      bbl_percentallotted: 0,
      bbl_nextinvoicepercent: 20,
    });
  });

  test('8.6-2: deleting one draft leaves the other and its rows alone', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const milestone = await readyMilestone(contract);
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    await host.api.remove(`bbl_invoices(${invoiceIds[0]})`);
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => split.bbl_billingstatus).sort()).toEqual([READY, CREATED]);
    expect(await below('bbl_billingclaims', invoiceIds[1])).toHaveLength(1);
  });

  test('8.6-4: on a lost contract what a draft held becomes Not ready', async () => {
    const contract = await host.produce.contract();
    const milestone = await readyMilestone(contract);
    const draft = await draftOf(contract);
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.Lost });
    await host.api.remove(`bbl_invoices(${draft})`);
    expect((await host.produce.splits(milestone))[0]?.bbl_billingstatus).toBe(NOT_READY);
  });

  test('INV-17: invoices and manual details are not made by hand', async () => {
    expect(await answerTo(host.api, 'POST', 'bbl_invoices', { bbl_name: 'A' })).toBe('400 BBL-INV-17');
    expect(await answerTo(host.api, 'POST', 'bbl_invoicelinedetails', { bbl_name: 'A' })).toBe('400 BBL-GRD-07');
  });
});

describe('confirmation', () => {
  test('8.7-3: ledger, sources, headers, accounting date; everything is closed from then on', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const milestone = await readyMilestone(contract, { amount: 1000, tax: 100 });
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    expect((await confirm(invoiceIds.slice(0, 1), { AccountingDate: '2026-04-02' })).outcomes).toEqual(['changed']);
    const [id = ''] = invoiceIds;
    const invoice = await invoiceOf(id);
    expect(invoice).toMatchObject({ bbl_invoicestatus: InvoiceStatus.Confirmed, bbl_accountingdate: '2026-04-02' });
    const [actual] = await below('bbl_actuals', id);
    expect(actual).toMatchObject({
      bbl_transactiontype: 482100002,
      bbl_transactionclass: 482100004,
      bbl_billingtype: 482100000,
      bbl_billingstatus: POSTED,
      bbl_originkind: 482100000,
      bbl_ntestatus: 482100003,
      bbl_adjustmentstatus: null,
      bbl_amount: invoice['bbl_lineamount'],
      bbl_tax: invoice['bbl_tax'],
      bbl_quantity: 1,
      _bbl_contractid_value: contract.id,
      _bbl_accountid_value: invoice['_bbl_accountid_value'],
    });
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => split.bbl_billingstatus).sort()).toEqual([CREATED, POSTED]);
    expect(await below('bbl_billingclaims', id)).toHaveLength(1);

    const [detail] = await below('bbl_invoicelinedetails', id);
    const detailPath = `bbl_invoicelinedetails(${detail?.['bbl_invoicelinedetailid']})`;
    const answers = [
      await answerTo(host.api, 'PATCH', `bbl_invoices(${id})`, { bbl_name: 'B' }),
      await answerTo(host.api, 'PATCH', `bbl_invoices(${id})`, { bbl_invoicestatus: InvoiceStatus.Draft }),
      await answerTo(host.api, 'PATCH', detailPath, { bbl_tax: 1 }),
      await answerTo(host.api, 'DELETE', detailPath),
      await answerTo(host.api, 'DELETE', `bbl_invoices(${id})`),
    ];
    expect(answers).toEqual(['400 BBL-INV-03', '400 BBL-INV-03', '400 BBL-INV-03', '400 BBL-INV-03', '400 BBL-INV-15']);
    expect((await confirm([id])).outcomes).toEqual(['BBL-INV-03']);
  });

  test('8.7-1: each invoice by itself; empty INV-07, on hold CON-05, missing GRD-04, named twice unchanged', async () => {
    const [good, empty, held] = await Promise.all([
      host.produce.contract(),
      host.produce.contract(),
      host.produce.contract(),
    ]);
    for (const contract of [good, empty, held]) await readyMilestone(contract);
    const drafts = [await draftOf(good), await draftOf(empty), await draftOf(held)] as const;
    const [detail] = await below('bbl_invoicelinedetails', drafts[1]);
    await host.api.remove(`bbl_invoicelinedetails(${detail?.['bbl_invoicelinedetailid']})`);
    await host.api.patch(`bbl_contracts(${held.id})`, { bbl_contractstatus: ContractStatus.OnHold });
    const { outcomes } = await confirm([
      drafts[1],
      drafts[2],
      '11111111-1111-4111-8111-111111111111',
      drafts[0],
      drafts[0],
    ]);
    expect(outcomes).toEqual(['BBL-INV-07', 'BBL-CON-05', 'BBL-GRD-04', 'changed', 'unchanged']);
    expect((await below('bbl_actuals', drafts[2])).length).toBe(0);
  });

  test('8.4-4: invoiced till date counts what was confirmed before for the same line and customer', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const bill = async (amount: number): Promise<string> => {
      await mark('bbl_milestone', [await host.produce.milestone(line, { amount, date: '2026-03-01' })]);
      const draft = await draftOf(contract);
      await confirm([draft]);
      return draft;
    };
    await bill(100.5);
    await bill(50);
    const [third] = await below('bbl_invoicelines', await bill(1));
    expect(third).toMatchObject({ bbl_invoicedtilldate: 150.5 });
  });

  test('6.3-2: a limit of the contract or of one customer refuses the invoice that exceeds it (NTE-03)', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const [customer] = await host.api.list<Row>(
      `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${contract.id} and bbl_isprimary eq true`,
    );
    await host.api.patch(`bbl_contractcustomers(${customer?.['bbl_contractcustomerid']})`, {
      bbl_nottoexceedlimit: 500,
    });
    await readyMilestone(contract, { amount: 1000 });
    const { invoiceIds } = await create({ ContractIds: [contract.id] });
    const primary = (await Promise.all(invoiceIds.map(invoiceOf))).find((row) => row['bbl_lineamount'] === 600);
    const { outcomes, results } = await confirm(invoiceIds);
    expect([...outcomes].sort()).toEqual(['BBL-NTE-03', 'changed']);
    const refused = results.find(({ outcome }) => outcome === 'refused');
    expect(refused?.id).toBe(primary?.['bbl_invoiceid']);
    expect(refused?.message).toContain(
      'limit 500.00 USD; invoiced 0.00; committed 0.00; this invoice 600.00; short by 100.00.',
    );
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_nottoexceedlimit: 999.99 });
    await host.api.patch(`bbl_contractcustomers(${customer?.['bbl_contractcustomerid']})`, {
      bbl_nottoexceedlimit: null,
    });
    expect((await confirm([refused?.id ?? ''])).results[0]?.message).toContain('invoiced 400.00');
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_nottoexceedlimit: 1000 });
    expect((await confirm([refused?.id ?? ''])).outcomes).toEqual(['changed']);
  });

  test('INV-09, GRD-11: what refuses the whole request', async () => {
    const Ids = Array.from({ length: 251 }, () => '11111111-1111-4111-8111-111111111111');
    expect(await answerTo(host.api, 'POST', 'bbl_ConfirmInvoices', { Ids })).toBe('400 BBL-INV-09');
    expect(await answerTo(host.api, 'POST', 'bbl_ConfirmInvoices', { Ids: [], AccountingDate: 'soon' })).toBe(
      '400 BBL-GRD-11',
    );
  });

  test('9.3: confirming is the administrator’s', async () => {
    const manager = (await usersByRole(host.api)).get('Billing Backlog Project Manager') ?? '';
    expect(await answerTo(host.api, 'POST', 'bbl_ConfirmInvoices', { Ids: [] }, { as: manager })).toBe('403');
  });

  test('10-1: yen and dinar come out to the last digit', async () => {
    for (const [currency, amount, tax] of [
      ['JPY', 1001, 99],
      ['KWD', 1000.001, 99.999],
    ] as const) {
      const contract = await host.produce.contract({ percents: [33.33, 33.33, 33.34], currency });
      await readyMilestone(contract, { amount, tax });
      const { invoiceIds } = await create({ ContractIds: [contract.id] });
      expect((await confirm(invoiceIds)).outcomes).toEqual(['changed', 'changed', 'changed']);
      const scale = currency === 'JPY' ? 1 : 1000;
      const sum = (rows: Row[], column: string) =>
        rows.reduce((total, row) => total + Math.round(Number(row[column]) * scale), 0) / scale;
      const invoices = await Promise.all(invoiceIds.map(invoiceOf));
      expect([sum(invoices, 'bbl_lineamount'), sum(invoices, 'bbl_tax')]).toEqual([amount, tax]);
      const actuals = await host.api.list<Row>(`bbl_actuals?$filter=_bbl_contractid_value eq ${contract.id}`);
      expect(sum(actuals, 'bbl_amount')).toBe(amount);
    }
  });
});

describe('explanations', () => {
  test('11.2: a split tells its checks, from the rules that decide', async () => {
    const contract = await host.produce.contract();
    const milestone = await readyMilestone(contract);
    await draftOf(contract);
    const [split] = await host.produce.splits(milestone);
    const { Explanation } = await host.api.call<{ Explanation: string }>('bbl_ExplainBilling', {
      Table: 'bbl_milestonesplit',
      Id: split?.bbl_milestonesplitid,
    });
    const explanation = JSON.parse(Explanation) as { status: string; header: Row; checks: Row[] };
    expect(explanation.status).toBe('Customer invoice created');
    expect(explanation.header).toMatchObject({ status: 'In Progress' });
    expect(explanation.checks).toContainEqual(
      expect.objectContaining({ rule: '3.2-9', ok: false, code: 'BBL-MST-02' }),
    );
    const missing = { Table: 'bbl_milestonesplit', Id: '11111111-1111-4111-8111-111111111111' };
    expect(await answerTo(host.api, 'POST', 'bbl_ExplainBilling', missing)).toBe('400 BBL-GRD-04');
    expect(await answerTo(host.api, 'POST', 'bbl_ExplainBilling', { ...missing, Table: 'account' })).toBe(
      '400 BBL-GRD-07',
    );
  });
});

describe('budgets', () => {
  test('design 4: no message makes more than 4,000 service calls, the worst draft no more than 8,000', async () => {
    const trace = await host.api.host('GET', 'trace');
    const steps = (trace.body as { steps?: { message: string; serviceCalls: Record<string, number> }[] }).steps ?? [];
    const counts = steps.map(({ serviceCalls }) => Object.values(serviceCalls).reduce((sum, count) => sum + count, 0));
    expect(Math.max(0, ...counts)).toBeLessThan(4000);
  });
});
