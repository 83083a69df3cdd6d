import {
  BillingMethod,
  BillingStatus,
  DaysOfRun,
  FrequencyPeriod,
  InvoiceScheduleType,
  LineType,
  Occurrence,
  Weekday,
} from '@bbl/dataverse/generated/choices';
import { sendChangeSet } from '../src/batch';
import { type Commands, commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import { type Plan, type Planner, planner, type RunDetail } from '../src/plans';
import { startTestHost, type TestHost } from '../src/testHost';

/** Bad input of fixed price billing: each is refused with its whole sentence, and every row stays as it was. */
let host: TestHost;
let run: Commands;
let plans: Planner;
let monthly: string;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
  plans = planner(host);
  monthly = await plans.frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
});
afterAll(() => host.close());

interface Write {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
}

const post = (path: string, body: object): Write => ({ method: 'POST', path, body });
const patch = (path: string, body: object): Write => ({ method: 'PATCH', path, body });
const remove = (path: string): Write => ({ method: 'DELETE', path });

const textOf = ({ status, body }: { readonly status: number; readonly body: unknown }): string => {
  const { error } = body as { error?: { code: string; message: string } };
  return `${status} ${error?.code ?? ''} ${error?.message ?? ''}`;
};

/**
 * What a write is refused with, when it changes nothing: the whole message. In a change set it is refused in the same
 * words, and what stands before and after it is taken back.
 */
async function refusalOf(write: Write): Promise<string> {
  const { method, path, body } = write;
  let message = '';
  await expectNothingChanged(host.api, async () => {
    message = textOf(await host.api.send(method, path, body));
    const harmless = post('bbl_projects', { bbl_name: 'Taken back' });
    const answers = await sendChangeSet(host.api, [harmless, write, harmless]);
    expect(answers.map(textOf)).toEqual([message]);
  });
  return message;
}

const refused = (sentence: string): string => `400 0x80040265 ${sentence}`;

const ofLine = (lineId: string) => ({ 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})` });
const milestoneOf = (lineId: string, amount: number): Write =>
  post('bbl_milestones', { ...ofLine(lineId), bbl_date: '2026-03-31', bbl_amount: amount });
const generate = (ContractLineId: string, Mode = 'create'): Write =>
  post('bbl_GenerateMilestones', { ContractLineId, Mode });

const plan = (changes: Partial<Plan> = {}): Plan => ({
  frequencyId: monthly,
  start: '2026-01-01',
  end: '2026-03-31',
  ...changes,
});

/** A line of these customers, by name of the line, its line customers in the order of the percentages. */
async function lineOf(percents: readonly number[]) {
  const { id: lineId, contract } = await plans.line(plan({ percents }));
  const rows = await host.api.list<Row>(`bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${lineId}`);
  const customers = contract.accountIds.map((account) =>
    String(rows.find((row) => row['_bbl_accountid_value'] === account)?.['bbl_contractlinecustomerid']),
  );
  await host.api.patch(`bbl_contractlines(${lineId})`, { bbl_name: 'Build' });
  return { lineId, contract, customers };
}

/** A progress-based milestone of 1,000.00 for one customer. */
async function progressMilestone(): Promise<string> {
  const contract = await host.produce.contract();
  const scheduleType = InvoiceScheduleType.ProgressBased;
  return host.produce.milestone(await host.produce.fixedPriceLine(contract, { scheduleType }), { amount: 1000 });
}

const nextInvoice = (milestoneId: string, body: object): Write => patch(`bbl_milestones(${milestoneId})`, body);

describe('percentages and rounding', () => {
  test('percentages that do not total 100: by hand, generated, and to confirm the contract', async () => {
    const { lineId, contract, customers } = await lineOf([60, 40]);
    await host.api.patch(`bbl_contractlinecustomers(${customers[1]})`, { bbl_billingsplit: 39.9999 });
    const sentence = refused('BBL-SPL-01: The percentages of line Build total 99.9999. They must total 100.');
    expect(await refusalOf(milestoneOf(lineId, 10))).toBe(sentence);
    expect(await refusalOf(generate(lineId))).toBe(sentence);
    expect(await refusalOf(generate(lineId, 'replaceopen'))).toBe(sentence);
    const confirm = patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: 482100001 });
    expect(await refusalOf(confirm)).toBe(sentence);
  });

  test('the rounding customer on 0 %: what needs the percentages waits', async () => {
    const { lineId, customers } = await lineOf([60, 40]);
    await host.api.patch(`bbl_contractlinecustomers(${customers[0]})`, { bbl_billingsplit: 0 });
    await host.api.patch(`bbl_contractlinecustomers(${customers[1]})`, { bbl_billingsplit: 100 });
    const sentence = refused('BBL-SPL-02: Line Build needs exactly one rounding customer, with more than 0 %.');
    expect(await refusalOf(milestoneOf(lineId, 10))).toBe(sentence);
    expect(await refusalOf(generate(lineId))).toBe(sentence);
  });

  test('no rounding customer: the flag cannot be cleared, on the line nor on the contract', async () => {
    const { customers, contract } = await lineOf([60, 40]);
    const [own] = await host.api.list<Row>(
      `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${contract.id} and bbl_isrounding eq true`,
    );
    const cleared = { bbl_isrounding: false };
    const answers = [
      await refusalOf(patch(`bbl_contractlinecustomers(${customers[0]})`, cleared)),
      await refusalOf(patch(`bbl_contractcustomers(${String(own?.['bbl_contractcustomerid'])})`, cleared)),
    ];
    for (const answer of answers) {
      expect(answer).toMatch(/BBL-SPL-02: .* needs exactly one rounding customer, with more than 0 %\.$/);
    }
  });

  test('two rounding customers cannot be: the flag moves', async () => {
    const { customers } = await lineOf([60, 40]);
    await host.api.patch(`bbl_contractlinecustomers(${customers[1]})`, { bbl_isrounding: true });
    const flags = await Promise.all(
      customers.map(async (id) => (await host.api.get<Row>(`bbl_contractlinecustomers(${id})`))['bbl_isrounding']),
    );
    expect(flags).toEqual([false, true]);
  });

  test.each([100.0001, -1, 33.33333])('a percentage of %d', async (percent) => {
    const { customers } = await lineOf([60, 40]);
    const write = patch(`bbl_contractlinecustomers(${customers[0]})`, { bbl_billingsplit: percent });
    expect(await refusalOf(write)).toBe(refused('BBL-SPL-07: Enter 0 to 100 with at most four decimals.'));
  });
});

describe('the next invoice', () => {
  const amount = (value: number) => ({ bbl_nextinvoiceamount: value });
  const percent = (value: number) => ({ bbl_nextinvoicepercent: value });

  test.each([
    ['an amount above the remainder', amount(800.01), 'BBL-PRG-02: Only 800.00 USD is left to invoice.'],
    ['a percentage above the remainder', percent(80.01), 'BBL-PRG-02: Only 800.00 USD is left to invoice.'],
    ['an amount of 0', amount(0), 'BBL-PRG-03: The next invoice amount must be above 0.'],
    ['a percentage of 0', percent(0), 'BBL-PRG-03: The next invoice amount must be above 0.'],
    ['a percentage that comes to nothing', percent(0.0001), 'BBL-PRG-03: The next invoice amount must be above 0.'],
    ['a negative amount', amount(-0.01), 'BBL-GRD-11: Next invoice amount must be 0 or more.'],
    ['a negative percentage', percent(-1), 'BBL-PRG-03: The next invoice amount must be above 0.'],
    ['a percentage above 100', percent(100.0001), 'BBL-PRG-02: Only 800.00 USD is left to invoice.'],
    ['a percentage with five decimals', percent(0.00001), 'BBL-SPL-07: Enter 0 to 100 with at most four decimals.'],
    ['half a cent', amount(10.005), 'BBL-GRD-09: Next invoice amount has more decimals than USD allows.'],
  ])('%s, after 200.00 of 1,000.00', async (_what, body, sentence) => {
    const milestone = await progressMilestone();
    await host.api.patch(`bbl_milestones(${milestone})`, percent(20));
    await run.ready('bbl_milestone', [milestone]);
    await host.api.call('bbl_CreateInvoices', { Sources: JSON.stringify([{ table: 'bbl_milestone', id: milestone }]) });
    const [slice] = (await host.produce.splits(milestone)).filter(({ bbl_round }) => bbl_round === 1);
    await run.confirm([slice?._bbl_invoiceid_value ?? '']);
    expect(await refusalOf(nextInvoice(milestone, body))).toBe(refused(sentence));
  });

  test('while one is under way, and on completed milestones', async () => {
    const milestone = await progressMilestone();
    await host.api.patch(`bbl_milestones(${milestone})`, percent(20));
    await run.ready('bbl_milestone', [milestone]);
    expect(await refusalOf(nextInvoice(milestone, amount(1)))).toBe(
      refused('BBL-PRG-04: The next invoice is Ready to invoice. Invoice it or set it back first.'),
    );
    const completed = await host.produce.milestone(await host.produce.fixedPriceLine(await host.produce.contract()));
    expect(await refusalOf(nextInvoice(completed, amount(1)))).toBe(
      refused('BBL-PRG-07: Only progress-based milestones have a next invoice.'),
    );
  });
});

describe('amounts finer than the currency', () => {
  test.each([
    ['JPY', 0.5, 0],
    ['USD', 0.005, 2],
    ['KWD', 0.0005, 3],
  ] as const)('in %s', async (currency, tooFine, decimals) => {
    const { id: line } = await plans.line(plan({ currency }));
    const path = `bbl_contractlines(${line})`;
    const sentence = (column: string) => refused(`BBL-GRD-09: ${column} has more decimals than ${currency} allows.`);
    expect(await refusalOf(milestoneOf(line, tooFine))).toBe(sentence('Amount'));
    expect(await refusalOf(patch(path, { bbl_contractedamount: tooFine }))).toBe(sentence('Contracted amount'));
    expect(await refusalOf(patch(path, { bbl_estimatedtax: tooFine }))).toBe(sentence('Estimated tax'));
    const progressBased = await plans.line(plan({ currency, scheduleType: InvoiceScheduleType.ProgressBased }));
    const header = await host.produce.milestone(progressBased.id, { amount: 1000 });
    expect(await refusalOf(nextInvoice(header, { bbl_nextinvoiceamount: 10 + tooFine }))).toBe(
      sentence('Next invoice amount'),
    );
    await host.api.patch(path, { bbl_contractedamount: 10 ** -decimals });
    expect((await plans.generate(line, 'create')).milestones.map(({ amount }) => Number(amount))).toEqual([
      0,
      0,
      10 ** -decimals,
    ]);
  });
});

/** Each period in each of its setups, with a run detail that fits. */
const EVERY_PERIOD = [
  [FrequencyPeriod.Weekly, { weekday: Weekday.Monday }],
  [FrequencyPeriod.Biweekly, { weekday: Weekday.Monday }],
  [FrequencyPeriod.Biweekly, { day: 14 }],
  ...[FrequencyPeriod.Monthly, FrequencyPeriod.Quarterly, FrequencyPeriod.HalfYearly, FrequencyPeriod.Yearly].flatMap(
    (period) => [
      [period, { day: 31 }] as const,
      [period, { weekday: Weekday.Friday, occurrence: Occurrence.Last }] as const,
    ],
  ),
] as readonly (readonly [FrequencyPeriod, RunDetail])[];

describe('a schedule that cannot be', () => {
  test.each<[string, Partial<Plan>, string]>([
    [
      'billing start after the delivery date',
      { start: '2026-04-01' },
      'BBL-SCH-02: Billing start lies after the requested delivery date.',
    ],
    [
      'no run date in the range',
      { start: '2026-01-16', end: '2026-02-14' },
      'BBL-SCH-03: The frequency gives no date between 2026-01-16 and 2026-02-14.',
    ],
    ['too many dates', { end: '2100-12-31' }, 'BBL-SCH-09: More than 500 dates. Check dates and frequency.'],
  ])('%s, previewed and written', async (_what, changes, sentence) => {
    const { id } = await plans.line(plan(changes));
    expect(await refusalOf(generate(id, 'create'))).toBe(refused(sentence));
    expect(await refusalOf(generate(id, 'replaceopen'))).toBe(refused(sentence));
    if (!sentence.includes('SCH-09')) expect(await refusalOf(generate(id, 'preview'))).toBe(refused(sentence));
  });

  test.each<readonly [FrequencyPeriod, readonly RunDetail[], runs: number, sentence: string]>([
    [FrequencyPeriod.Monthly, [{ day: 1 }], 3, 'BBL-SCH-04: The frequency needs 3 run details and has 1.'],
    [
      FrequencyPeriod.Monthly,
      [{ day: 1 }, { day: 2 }, { day: 3 }, { day: 4 }, { day: 5 }],
      4,
      'BBL-SCH-04: The frequency needs 4 run details and has 5.',
    ],
    ...EVERY_PERIOD.flatMap(([period, detail]) => [
      [period, [], 1, 'BBL-SCH-04: The frequency needs 1 run details and has 0.'] as const,
      [period, [detail, detail], 1, 'BBL-SCH-04: The frequency needs 1 run details and has 2.'] as const,
    ]),
  ])('period %d with details %j of %d', async (period, details, runs, sentence) => {
    const { id } = await plans.line(plan({ frequencyId: await plans.frequency(period, details, runs) }));
    for (const mode of ['preview', 'create', 'replaceopen']) {
      expect(await refusalOf(generate(id, mode))).toBe(refused(sentence));
    }
  });

  test('details that no longer fit, since the frequency was changed', async () => {
    const frequencyId = await plans.frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
    const { id } = await plans.line(plan({ frequencyId }));
    const misfit = refused('BBL-SCH-04: The frequency needs 1 run details and has 0.');
    for (const change of [
      { bbl_period: FrequencyPeriod.Biweekly },
      { bbl_period: FrequencyPeriod.Weekly, bbl_daysofrun: DaysOfRun.WeekdayOfPeriod },
      { bbl_period: FrequencyPeriod.Quarterly },
    ]) {
      await host.api.patch(`bbl_invoicefrequencies(${frequencyId})`, change);
      for (const mode of ['preview', 'create', 'replaceopen']) {
        expect(await refusalOf(generate(id, mode))).toBe(misfit);
      }
    }
  });

  test.each(
    [...new Map(EVERY_PERIOD)].flatMap(([period, detail]) => [0, 5, 2].map((runs) => [period, runs, detail] as const)),
  )('period %d with %d runs', async (bbl_period, bbl_runsperperiod, { day }) => {
    const isFine = bbl_period === FrequencyPeriod.Monthly && bbl_runsperperiod === 2;
    const bbl_daysofrun = day === undefined ? DaysOfRun.WeekdayOfPeriod : DaysOfRun.DayOfPeriod;
    const body = { bbl_name: 'Frequency', bbl_period, bbl_daysofrun, bbl_runsperperiod };
    if (isFine) return expect(await host.api.create('bbl_invoicefrequencies', body)).toBeTruthy();
    const runs = bbl_period === FrequencyPeriod.Monthly ? '1 to 4' : '1';
    expect(await refusalOf(post('bbl_invoicefrequencies', body))).toBe(
      refused(`BBL-GRD-11: Runs per period must be ${runs}.`),
    );
  });

  test('what is missing is named, all of it', async () => {
    const line = await host.produce.fixedPriceLine(await host.produce.contract());
    await host.api.patch(`bbl_contractlines(${line})`, { bbl_contractedamount: null });
    expect(await refusalOf(generate(line, 'preview'))).toBe(
      refused(
        'BBL-SCH-01: Fill in billing start, requested delivery date, invoice frequency, contracted amount first.',
      ),
    );
  });

  test('a mode that is none, a product line, a line of time and material', async () => {
    const { id, contract } = await plans.line(plan());
    expect(await refusalOf(generate(id, 'Create'))).toBe(
      refused('BBL-SCH-11: Mode must be preview, create or replaceopen.'),
    );
    const product = await host.produce.productLine(contract);
    expect(await refusalOf(generate(product))).toContain('BBL-SCH-07: This schedule does not fit a product line.');
    const hourly = await host.api.create('bbl_contractlines', {
      bbl_name: 'Hours',
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
      'bbl_ProjectId@odata.bind': `/bbl_projects(${await host.produce.project()})`,
      bbl_linetype: LineType.Project,
      bbl_billingmethod: BillingMethod.TimeAndMaterial,
    });
    const answer = await refusalOf(generate(hourly));
    expect(answer).toContain('BBL-SCH-07: This schedule does not fit a time and material line.');
  });

  test.each([
    ['a weekday of a day setup', { bbl_weekday: Weekday.Monday }],
    ['day 32', { bbl_dayofmonth: 32 }],
    ['nothing', {}],
  ])('a run detail with %s', async (_what, detail) => {
    const body = { 'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${monthly})`, ...detail };
    expect(await refusalOf(post('bbl_invoicefrequencydetails', body))).toMatch(/^400 /);
  });
});

describe('what is in billing', () => {
  /** Three periodic milestones of 1,000.00, the first one posted. */
  async function postedFirst(): Promise<{ lineId: string; contractId: string; milestoneId: string }> {
    const { id: lineId, contract } = await plans.line(plan());
    await plans.generate(lineId, 'create');
    const [first] = await plans.milestones(lineId);
    const milestoneId = first?.bbl_milestoneid ?? '';
    await run.ready('bbl_milestone', [milestoneId]);
    await run.confirm([await run.draftOf(contract.id)]);
    return { lineId, contractId: contract.id, milestoneId };
  }

  test('a schedule over posted milestones: created anew, or above what is left', async () => {
    const { lineId, milestoneId } = await postedFirst();
    expect(await refusalOf(generate(lineId))).toBe(
      refused('BBL-SCH-05: There is a schedule already. Replace the open part or delete it.'),
    );
    await host.api.patch(`bbl_contractlines(${lineId})`, { bbl_contractedamount: 333.32 });
    expect(await refusalOf(generate(lineId, 'replaceopen'))).toBe(
      refused('BBL-SCH-06: What is already in billing exceeds the total by 0.01 USD.'),
    );
    await host.api.patch(`bbl_contractlines(${lineId})`, {
      bbl_contractedamount: 1000,
      bbl_billingstart: '2026-01-15',
    });
    await host.api.patch(`bbl_contractlines(${lineId})`, { bbl_contractedamount: 400 });
    const before = await host.api.get<Row>(`bbl_milestones(${milestoneId})`);
    const { milestones } = await plans.generate(lineId, 'replaceopen');
    expect(milestones.map(({ amount, kept }) => [amount, kept])).toEqual([
      ['333.33', true],
      ['33.33', false],
      ['33.34', false],
    ]);
    expect(await host.api.get(`bbl_milestones(${milestoneId})`)).toEqual(before);
  });

  test('what is left and has no place', async () => {
    const { lineId, contractId } = await postedFirst();
    await host.api.patch(`bbl_contracts(${contractId})`, { bbl_requesteddeliverydate: '2026-01-31' });
    expect(await refusalOf(generate(lineId, 'replaceopen'))).toBe(
      refused('BBL-SCH-08: 666.67 USD is left and cannot be placed. Check end and amounts.'),
    );
  });

  test('deleting it, from every level above', async () => {
    const { lineId, contractId, milestoneId } = await postedFirst();
    expect(await refusalOf(remove(`bbl_milestones(${milestoneId})`))).toBe(
      refused('BBL-MST-05: The milestone has billing activity and cannot be deleted.'),
    );
    expect(await refusalOf(remove(`bbl_contractlines(${lineId})`))).toMatch(
      /BBL-CON-06: The line has .+ and cannot be deleted\.$/,
    );
    expect(await refusalOf(remove(`bbl_contracts(${contractId})`))).toMatch(
      /BBL-CON-07: The contract has .+ and cannot be deleted\.$/,
    );
    const [customer] = await host.api.list<Row>(
      `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${lineId}`,
    );
    expect(
      await refusalOf(remove(`bbl_contractlinecustomers(${String(customer?.['bbl_contractlinecustomerid'])})`)),
    ).toBe(refused('BBL-SPL-06: This customer has billing rows. Set the percentage to 0 instead.'));
    expect(await refusalOf(remove(`bbl_invoicefrequencies(${monthly})`))).toMatch(/BBL-GRD-12: /);
  });

  test('changing it, and what was decided with the first milestone', async () => {
    const { lineId, milestoneId } = await postedFirst();
    const milestone = `bbl_milestones(${milestoneId})`;
    const sentence = (column: string) =>
      refused(`BBL-MST-04: ${column} cannot be changed: the milestone is already in billing.`);
    expect(await refusalOf(patch(milestone, { bbl_amount: 1 }))).toBe(sentence('Amount'));
    expect(await refusalOf(patch(milestone, { bbl_tax: 1 }))).toBe(sentence('Tax'));
    expect(await refusalOf(patch(milestone, { bbl_date: '2026-01-16' }))).toBe(sentence('Date'));
    const path = `bbl_contractlines(${lineId})`;
    for (const body of [
      { bbl_billingmethod: BillingMethod.TimeAndMaterial },
      { bbl_invoicescheduletype: InvoiceScheduleType.ProgressBased },
    ]) {
      expect(await refusalOf(patch(path, body))).toMatch(/BBL-CON-09: .+ cannot be changed: the line has .+\.$/);
    }
  });

  test('another currency, above and below', async () => {
    const { contractId, lineId, milestoneId } = await postedFirst();
    const [yen] = await host.api.list<Row>("transactioncurrencies?$filter=isocurrencycode eq 'JPY'");
    const body = {
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${String(yen?.['transactioncurrencyid'])})`,
    };
    expect(await refusalOf(patch(`bbl_contracts(${contractId})`, body))).toBe(
      refused('BBL-CON-02: The currency cannot be changed once the contract has amounts.'),
    );
    for (const path of [`bbl_contractlines(${lineId})`, `bbl_milestones(${milestoneId})`]) {
      expect(await refusalOf(patch(path, body))).toBe(
        refused('BBL-GRD-03: Currency cannot be changed after the row was created.'),
      );
    }
    const empty = await host.produce.contract();
    expect((await host.api.send('PATCH', `bbl_contracts(${empty.id})`, body)).status).toBe(204);
  });

  test('a status that is written instead of commanded', async () => {
    const { milestoneId } = await postedFirst();
    const [split] = await host.produce.splits(milestoneId);
    const writes = [
      patch(`bbl_milestones(${milestoneId})`, { bbl_headerstatus: 482100000 }),
      patch(`bbl_milestonesplits(${split?.bbl_milestonesplitid})`, {
        bbl_billingstatus: BillingStatus.ReadyToInvoice,
      }),
    ];
    for (const write of writes) expect(await refusalOf(write)).toMatch(/^40[03] .*(BBL-GRD-0[12]|secured)/);
  });
});
