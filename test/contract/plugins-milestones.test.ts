import { InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { answerTo, runCommand } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 2.5, 3.4, 4.3, 5: milestones with their splits and slices, and periodic ones. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

const [NOT_READY, READY] = [482100000, 482100001];
const NOT_STARTED = 482100000;

const milestoneOn = (lineId: string, more: object = {}) => ({
  'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
  bbl_date: '2026-03-31',
  bbl_amount: 100.01,
  ...more,
});

const headerOf = (id: string): Promise<Record<string, unknown>> => host.api.get(`bbl_milestones(${id})`);

describe('by hand', () => {
  test('2.5-1, 2.5-2: name and tax by default, splits by percentage, everything derived', async () => {
    const contract = await host.produce.contract({ percents: [33.33, 33.33, 33.34] });
    const line = await host.produce.fixedPriceLine(contract);
    const id = await host.api.create('bbl_milestones', milestoneOn(line, { bbl_tax: 19.99 }));
    expect(await headerOf(id)).toMatchObject({
      bbl_name: '03/31/2026',
      bbl_amountaftertax: 120,
      bbl_headerstatus: NOT_STARTED,
      bbl_nextinvoicestatus: null,
      _bbl_contractid_value: contract.id,
    });
    const splits = await host.produce.splits(id);
    const amounts = splits.map((split) => split.bbl_amount).sort();
    expect(amounts).toEqual([33.33, 33.34, 33.34]); // The primary is the rounding customer here.
    expect(splits.map((split) => [split.bbl_round, split.bbl_billingstatus])).toEqual(splits.map(() => [1, NOT_READY]));
    expect(splits.reduce((sum, split) => sum + Math.round(split.bbl_tax * 100), 0)).toBe(1999);
  });

  test('2.1-9: splits belong to the owner of the contract, whoever makes them', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const [user] = await host.api.list<Record<string, string>>("systemusers?$filter=fullname eq 'Administrator'");
    await host.api.patch(`bbl_contracts(${contract.id})`, {
      'ownerid@odata.bind': `/systemusers(${user?.['systemuserid']})`,
    });
    const id = await host.api.create('bbl_milestones', milestoneOn(line));
    const rows = [
      await headerOf(id),
      ...(await host.api.list(`bbl_milestonesplits?$filter=_bbl_milestoneid_value eq ${id}`)),
    ];
    expect(rows.map((row) => row['_ownerid_value'])).toEqual(rows.map(() => user?.['systemuserid']));
  });

  test('3.4-1: a progress-based milestone starts with its open remainder', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
    const id = await host.api.create('bbl_milestones', milestoneOn(line, { bbl_amount: 1000 }));
    expect(await headerOf(id)).toMatchObject({
      bbl_nextinvoicestatus: NOT_READY,
      bbl_remainingamount: 1000,
      bbl_invoicedtodate: 0,
      bbl_percentallotted: 0,
    });
    expect((await host.produce.splits(id)).map((split) => split.bbl_round)).toEqual([0, 0]);
  });

  test.each([
    ['GRD-11', { bbl_amount: null }],
    ['GRD-11', { bbl_date: null }],
    ['GRD-11', { bbl_amount: -1 }],
    ['GRD-09', { bbl_amount: 1.001 }],
    ['GRD-09', { bbl_tax: 0.001 }],
    ['MST-06', { bbl_amount: 0, bbl_tax: 1 }],
    ['PRG-07', { bbl_nextinvoicepercent: 10 }],
  ])('BBL-%s: a milestone with %o is refused', async (code, more) => {
    const line = await host.produce.fixedPriceLine(await host.produce.contract());
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOn(line, more))).toBe(`400 BBL-${code}`);
  });

  test('10-1: the decimals are those of the currency', async () => {
    const yen = await host.produce.fixedPriceLine(await host.produce.contract({ currency: 'JPY' }), { amount: 100 });
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOn(yen, { bbl_amount: 100.5 }))).toBe(
      '400 BBL-GRD-09',
    );
    const dinar = await host.produce.fixedPriceLine(
      await host.produce.contract({ currency: 'KWD', percents: [50, 50] }),
    );
    const id = await host.api.create('bbl_milestones', milestoneOn(dinar, { bbl_amount: 100.001 }));
    expect((await host.produce.splits(id)).map((split) => split.bbl_amount).sort()).toEqual([50, 50.001]);
  });

  test('BBL-MST-01, BBL-SPL-01: only on fixed price lines whose percentages balance', async () => {
    const contract = await host.produce.contract({ percents: [60, 30] });
    const line = await host.produce.fixedPriceLine(contract);
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOn(line))).toBe('400 BBL-SPL-01');
    const timed = await host.api.create('bbl_contractlines', {
      bbl_name: 'T&M',
      'bbl_ContractId@odata.bind': `/bbl_contracts(${(await host.produce.contract()).id})`,
      bbl_billingmethod: 482100000,
    });
    expect(await answerTo(host.api, 'POST', 'bbl_milestones', milestoneOn(timed))).toBe('400 BBL-MST-01');
  });

  test('2.5-3: another amount makes the splits again, name and date follow; rows and statuses stay', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const id = await host.produce.milestone(await host.produce.fixedPriceLine(contract), { amount: 100, tax: 0 });
    const [first] = await host.produce.splits(id);
    await host.api.call('bbl_SetBillingStatus', {
      Table: 'bbl_milestonesplit',
      Ids: [first?.bbl_milestonesplitid],
      Status: READY,
    });
    await host.api.patch(`bbl_milestones(${id})`, { bbl_amount: 201, bbl_name: 'Design', bbl_date: '2026-04-30' });
    const splits = await host.api.list<Record<string, unknown>>(
      `bbl_milestonesplits?$filter=_bbl_milestoneid_value eq ${id}`,
    );
    expect(splits.map((split) => [split['bbl_amount'], split['bbl_name'], split['bbl_date']])).toEqual([
      [100.5, 'Design', '2026-04-30'],
      [100.5, 'Design', '2026-04-30'],
    ]);
    const marked = splits.find((split) => split['bbl_milestonesplitid'] === first?.bbl_milestonesplitid);
    expect(marked?.['bbl_billingstatus']).toBe(READY);
  });

  test('BBL-MST-04, BBL-MST-05: amount, date and row stay once a split is in billing', async () => {
    const contract = await host.produce.contract();
    const id = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [id], Status: READY });
    await host.api.call('bbl_CreateInvoices', { ContractIds: [contract.id] });
    const path = `bbl_milestones(${id})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_amount: 1 })).toBe('400 BBL-MST-04');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_date: '2026-01-01' })).toBe('400 BBL-MST-04');
    expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-MST-05');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_name: 'Still free' })).toBe('204');
  });

  test('2.5-4: the splits go with their milestone', async () => {
    const id = await host.produce.milestone(await host.produce.fixedPriceLine(await host.produce.contract()));
    await host.api.remove(`bbl_milestones(${id})`);
    expect(await host.produce.splits(id)).toEqual([]);
  });
});

describe('the next invoice', () => {
  async function progressMilestone(percents: readonly number[] = [100]): Promise<{ id: string; contractId: string }> {
    const contract = await host.produce.contract({ percents });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
    return { id: await host.produce.milestone(line, { amount: 1000, tax: 100 }), contractId: contract.id };
  }
  const request = (id: string, body: object) => answerTo(host.api, 'PATCH', `bbl_milestones(${id})`, body);
  const mark = async (id: string, Status: number) =>
    (await runCommand(host.api, 'bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [id], Status })).outcomes[0];

  test('3.4-3: percentage and amount follow each other', async () => {
    const { id } = await progressMilestone();
    await request(id, { bbl_nextinvoicepercent: 33.3333 });
    expect(await headerOf(id)).toMatchObject({ bbl_nextinvoiceamount: 333.33 });
    await request(id, { bbl_nextinvoiceamount: 250 });
    expect(await headerOf(id)).toMatchObject({ bbl_nextinvoicepercent: 25 });
  });

  test.each([
    ['PRG-02', { bbl_nextinvoiceamount: 1000.01 }],
    ['PRG-02', { bbl_nextinvoicepercent: 100.01 }],
    ['PRG-03', { bbl_nextinvoiceamount: 0 }],
    ['GRD-11', { bbl_nextinvoiceamount: -1 }],
    ['GRD-09', { bbl_nextinvoiceamount: 0.001 }],
  ])('BBL-%s: %o is refused', async (code, body) => {
    const { id } = await progressMilestone();
    expect(await request(id, body)).toMatch(new RegExp(`^400( BBL-${code})?$`));
  });

  test('BBL-PRG-01, BBL-PRG-04: nothing entered, nothing opens; under way, nothing changes', async () => {
    const { id } = await progressMilestone();
    expect(await mark(id, READY)).toBe('BBL-PRG-01');
    await request(id, { bbl_nextinvoicepercent: 20 });
    expect(await mark(id, READY)).toBe('changed');
    expect(await request(id, { bbl_nextinvoicepercent: 30 })).toBe('400 BBL-PRG-04');
    expect(await mark(id, READY)).toBe('unchanged');
  });

  test('12-5: 20 %, again 20 %, then 60 % take 200, 200 and exactly 600', async () => {
    const { id, contractId } = await progressMilestone([60, 40]);
    for (const [percent, amount] of [
      [20, 200],
      [20, 200],
      [60, 600],
    ] as const) {
      await request(id, { bbl_nextinvoicepercent: percent });
      expect(await mark(id, READY)).toBe('changed');
      const round = (await host.produce.splits(id)).filter((split) => split.bbl_billingstatus === READY);
      expect(round.reduce((sum, split) => sum + split.bbl_amount, 0)).toBe(amount);
      const { invoiceIds } = await runCommand(host.api, 'bbl_CreateInvoices', { ContractIds: [contractId] });
      await host.api.call('bbl_ConfirmInvoices', { Ids: invoiceIds });
    }
    expect(await headerOf(id)).toMatchObject({
      bbl_headerstatus: 482100002,
      bbl_percentinvoiced: 100,
      bbl_remainingamount: 0,
    });
  });

  test('12-15: the whole open remainder marked and set back: the same rows, in round 0, Not ready', async () => {
    const { id } = await progressMilestone([60, 40]);
    const before = await host.produce.splits(id);
    const ids = before.map((split) => split.bbl_milestonesplitid);
    const set = (Status: number) =>
      runCommand(host.api, 'bbl_SetBillingStatus', { Table: 'bbl_milestonesplit', Ids: ids, Status });
    expect((await set(READY)).outcomes).toEqual(['changed', 'changed']);
    expect((await host.produce.splits(id)).map((split) => split.bbl_round)).toEqual([1, 1]);
    expect((await set(NOT_READY)).outcomes).toEqual(['changed', 'changed']);
    const facts = (splits: typeof before) =>
      splits
        .map((split) => [
          split.bbl_milestonesplitid,
          split.bbl_round,
          split.bbl_amount,
          split.bbl_tax,
          split.bbl_billingstatus,
        ])
        .sort();
    expect(facts(await host.produce.splits(id))).toEqual(facts(before));
  });

  test('3.4-11, BBL-PRG-05: a round is withdrawn as long as nothing of it is on an invoice', async () => {
    const { id, contractId } = await progressMilestone([60, 40]);
    await request(id, { bbl_nextinvoicepercent: 20 });
    await mark(id, READY);
    expect(await mark(id, NOT_READY)).toBe('changed');
    expect((await host.produce.splits(id)).map((split) => split.bbl_amount).sort()).toEqual([400, 600]);
    await mark(id, READY);
    await host.api.call('bbl_CreateInvoices', { ContractIds: [contractId] });
    expect(await mark(id, NOT_READY)).toBe('BBL-PRG-05');
  });

  test('2.1-7: opening a round writes the history of header, next invoice and slices', async () => {
    const { id } = await progressMilestone();
    await request(id, { bbl_nextinvoicepercent: 20 });
    await mark(id, READY);
    const slice = (await host.produce.splits(id)).find((split) => split.bbl_billingstatus === READY);
    const events = await host.api.list<Record<string, unknown>>(
      `bbl_billingevents?$filter=bbl_sourceid eq '${id}' or bbl_sourceid eq '${slice?.bbl_milestonesplitid}'`,
    );
    expect(
      events.map((event) => [event['bbl_sourcecolumn'], event['bbl_fromstatus'], event['bbl_tostatus']]).sort(),
    ).toEqual([
      ['bbl_billingstatus', NOT_READY, READY],
      ['bbl_headerstatus', 482100000, 482100001],
      ['bbl_nextinvoicestatus', NOT_READY, READY],
    ]);
  });
});

describe('frequencies and periodic milestones', () => {
  async function frequency(details: readonly object[], setup: object = {}): Promise<string> {
    const id = await host.api.create('bbl_invoicefrequencies', {
      bbl_name: 'Monthly',
      bbl_period: 482100002,
      bbl_daysofrun: 482100000,
      bbl_runsperperiod: Math.max(1, details.length),
      ...setup,
    });
    for (const [index, detail] of details.entries()) {
      await host.api.create('bbl_invoicefrequencydetails', {
        bbl_name: `Run ${index + 1}`,
        'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${id})`,
        ...detail,
      });
    }
    return id;
  }

  async function scheduledLine(options: { start: string; end: string; amount: number; details: readonly object[] }) {
    const contract = await host.produce.contract();
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_requesteddeliverydate: options.end });
    const line = await host.produce.fixedPriceLine(contract, { amount: options.amount, tax: 0 });
    const frequencyId = await frequency(options.details);
    await host.api.patch(`bbl_contractlines(${line})`, {
      bbl_billingstart: options.start,
      'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequencyId})`,
    });
    return { line, frequencyId };
  }

  const generate = async (ContractLineId: string, Mode: string) => {
    const answer = await host.api.call<{ Milestones: string; Created: number }>('bbl_GenerateMilestones', {
      ContractLineId,
      Mode,
    });
    return { created: answer.Created, milestones: JSON.parse(answer.Milestones) as Record<string, unknown>[] };
  };

  test('4.5-2: ten milestones of 2,000.00 named by their dates', async () => {
    const { line } = await scheduledLine({
      start: '2019-02-08',
      end: '2019-07-18',
      amount: 20000,
      details: [{ bbl_dayofmonth: 7 }, { bbl_dayofmonth: 31 }],
    });
    const preview = await generate(line, 'preview');
    expect(preview.created).toBe(0);
    const { created, milestones } = await generate(line, 'create');
    expect(created).toBe(10);
    expect(milestones).toEqual(preview.milestones);
    expect(milestones.map((row) => row['name'])).toEqual([
      '02/28/2019',
      '03/07/2019',
      '03/31/2019',
      '04/07/2019',
      '04/30/2019',
      '05/07/2019',
      '05/31/2019',
      '06/07/2019',
      '06/30/2019',
      '07/07/2019',
    ]);
    expect(milestones[0]).toEqual({
      name: '02/28/2019',
      date: '2019-02-28',
      amount: '2000.00',
      tax: '0.00',
      kept: false,
    });
    const rows = await host.api.list(`bbl_milestonesplits?$filter=_bbl_contractlineid_value eq ${line}`);
    expect(rows).toHaveLength(10);
    expect(await answerTo(host.api, 'POST', 'bbl_GenerateMilestones', { ContractLineId: line, Mode: 'create' })).toBe(
      '400 BBL-SCH-05',
    );
  });

  test('4.3-6: replaceopen keeps what is in billing, and a second run changes nothing', async () => {
    const { line } = await scheduledLine({
      start: '2026-01-01',
      end: '2026-03-31',
      amount: 1000,
      details: [{ bbl_dayofmonth: 1 }],
    });
    await generate(line, 'create');
    const [first] = await host.api.list<Record<string, string>>(
      `bbl_milestones?$filter=_bbl_contractlineid_value eq ${line}&$orderby=bbl_date`,
    );
    await host.api.call('bbl_SetBillingStatus', {
      Table: 'bbl_milestone',
      Ids: [first?.['bbl_milestoneid']],
      Status: READY,
    });
    await host.api.patch(`bbl_contractlines(${line})`, { bbl_contractedamount: 1333.33 });
    const { milestones, created } = await generate(line, 'replaceopen');
    expect(created).toBe(0);
    expect(milestones.map((row) => [row['amount'], row['kept']])).toEqual([
      ['333.33', true],
      ['500.00', false],
      ['500.00', false],
    ]);
    const before = await host.api.list(
      `bbl_milestones?$select=versionnumber&$filter=_bbl_contractlineid_value eq ${line}`,
    );
    await generate(line, 'replaceopen');
    expect(
      await host.api.list(`bbl_milestones?$select=versionnumber&$filter=_bbl_contractlineid_value eq ${line}`),
    ).toEqual(before);
  });

  test('BBL-SCH-01, BBL-SCH-11, BBL-SCH-07: what a schedule needs', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const ask = (ContractLineId: string, Mode: string) =>
      answerTo(host.api, 'POST', 'bbl_GenerateMilestones', { ContractLineId, Mode });
    expect(await ask(line, 'create')).toBe('400 BBL-SCH-01');
    expect(await ask(line, 'everything')).toBe('400 BBL-SCH-11');
    const timed = await host.api.create('bbl_contractlines', {
      bbl_name: 'T&M',
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
      bbl_billingmethod: 482100000,
    });
    expect(await ask(timed, 'preview')).toMatch('BBL-SCH');
    expect(await ask('11111111-1111-4111-8111-111111111111', 'preview')).toBe('400 BBL-GRD-04');
  });

  test('BBL-SCH-10, BBL-GRD-11, BBL-GRD-12: frequencies are what their period knows, and stay while used', async () => {
    const weekly = { bbl_name: 'W', bbl_period: 482100000, bbl_daysofrun: 482100001, bbl_runsperperiod: 2 };
    expect(await answerTo(host.api, 'POST', 'bbl_invoicefrequencies', weekly)).toBe('400 BBL-GRD-11');
    const id = await frequency([]);
    const detail = {
      bbl_name: 'R',
      'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${id})`,
      bbl_weekday: 482100001,
    };
    expect(await answerTo(host.api, 'POST', 'bbl_invoicefrequencydetails', detail)).toBe('400 BBL-SCH-10');
    const { frequencyId } = await scheduledLine({
      start: '2026-01-01',
      end: '2026-02-01',
      amount: 1,
      details: [{ bbl_dayofmonth: 1 }],
    });
    expect(await answerTo(host.api, 'DELETE', `bbl_invoicefrequencies(${frequencyId})`)).toBe('400 BBL-GRD-12');
    expect(
      await answerTo(host.api, 'DELETE', `bbl_invoicefrequencies(${await frequency([{ bbl_dayofmonth: 3 }])})`),
    ).toBe('204');
  });
});
