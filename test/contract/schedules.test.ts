import {
  BillingStatus,
  FrequencyPeriod,
  InvoiceScheduleType,
  Occurrence,
  Weekday,
} from '@bbl/dataverse/generated/choices';
import { type Plan, type Planner, planner } from '../src/plans';
import { startTestHost, type TestHost } from '../src/testHost';

/** Sections 2.2, 4.1, 4.3 and 4.5 of domain.md over the Web API. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

const frequency: Planner['frequency'] = (...inputs) => planner(host).frequency(...inputs);
const plannedLine = async (plan: Plan): Promise<string> => (await planner(host).line(plan)).id;
const generate: Planner['generate'] = (...inputs) => planner(host).generate(...inputs);
const stored: Planner['milestones'] = (lineId) => planner(host).milestones(lineId);

const dates = (milestones: readonly { date: string }[]) => milestones.map(({ date }) => date);

test('4.5-2, 12-3: ten milestones of 2,000.00 with their dates as names', async () => {
  const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 7 }, { day: 31 }]);
  const line = await plannedLine({ frequencyId, start: '2019-02-08', end: '2019-07-18', amount: 20_000 });
  expect((await generate(line, 'preview')).created).toBe(0);
  expect(await stored(line)).toEqual([]);

  const { milestones, created } = await generate(line, 'create');
  expect(created).toBe(10);
  expect(milestones.map(({ name }) => name)).toEqual([
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
  expect(new Set(milestones.map(({ amount }) => amount))).toEqual(new Set(['2000.00']));
  expect((await stored(line)).map(({ bbl_name, bbl_amount }) => [bbl_name, bbl_amount])).toEqual(
    milestones.map(({ name }) => [name, 2000]),
  );
});

test.each([
  [
    'first Monday',
    [{ weekday: Weekday.Monday, occurrence: Occurrence.First }],
    '2020-10-05',
    '2020-11-20',
    ['2020-10-05', '2020-11-02'],
  ],
  [
    'last Friday',
    [{ weekday: Weekday.Friday, occurrence: Occurrence.Last }],
    '2024-01-01',
    '2024-04-30',
    ['2024-01-26', '2024-02-23', '2024-03-29', '2024-04-26'],
  ],
  ['day 30', [{ day: 30 }], '2024-01-15', '2024-04-15', ['2024-01-30', '2024-02-29', '2024-03-30']],
  [
    'days 28, 29, 30, 31',
    [{ day: 28 }, { day: 29 }, { day: 30 }, { day: 31 }],
    '2023-02-01',
    '2023-02-28',
    ['2023-02-28'],
  ],
] as const)('4.5-3: monthly, %s', async (_name, details, start, end, expected) => {
  const line = await plannedLine({ frequencyId: await frequency(FrequencyPeriod.Monthly, details), start, end });
  expect(dates((await generate(line, 'preview')).milestones)).toEqual(expected);
});

test.each([
  [
    'biweekly Monday',
    FrequencyPeriod.Biweekly,
    [{ weekday: Weekday.Monday }],
    ['2020-10-05', '2020-10-19', '2020-11-02', '2020-11-16'],
  ],
  [
    'weekly Friday',
    FrequencyPeriod.Weekly,
    [{ weekday: Weekday.Friday }],
    ['2020-10-09', '2020-10-16', '2020-10-23', '2020-10-30', '2020-11-06', '2020-11-13', '2020-11-20'],
  ],
  ['quarterly day 31', FrequencyPeriod.Quarterly, [{ day: 31 }], ['2020-10-31']],
] as const)('4.1: %s from October 5 to November 20, 2020', async (_name, period, details, expected) => {
  const line = await plannedLine({
    frequencyId: await frequency(period, details),
    start: '2020-10-05',
    end: '2020-11-20',
  });
  expect(dates((await generate(line, 'preview')).milestones)).toEqual(expected);
});

test('4.5-4, 4.3-3: 1,000.00 over three dates, tax on its own, JPY and KWD to their own unit', async () => {
  const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const span = { frequencyId, start: '2026-01-01', end: '2026-03-31' };
  const amounts = async (plan: Partial<Plan>) =>
    (await generate(await plannedLine({ ...span, ...plan }), 'create')).milestones.map(({ amount, tax }) => [
      amount,
      tax,
    ]);
  expect(await amounts({ tax: 80 })).toEqual([
    ['333.33', '26.66'],
    ['333.33', '26.66'],
    ['333.34', '26.68'],
  ]);
  expect(await amounts({ currency: 'JPY', tax: 100 })).toEqual([
    ['333', '33'],
    ['333', '33'],
    ['334', '34'],
  ]);
  expect(await amounts({ currency: 'KWD' })).toEqual([
    ['333.333', '0.000'],
    ['333.333', '0.000'],
    ['333.334', '0.000'],
  ]);
});

test('4.3-6: replace open keeps what is billed, moves nothing of it, and changes nothing the second time', async () => {
  const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const line = await plannedLine({
    frequencyId,
    start: '2026-01-01',
    end: '2026-05-31',
    amount: 1000,
    percents: [50, 30, 20],
  });
  await generate(line, 'create');
  const [first] = await stored(line);
  await host.api.call('bbl_SetBillingStatus', {
    Table: 'bbl_milestone',
    Ids: [first?.bbl_milestoneid],
    Status: BillingStatus.ReadyToInvoice,
  });
  await host.api.patch(`bbl_contractlines(${line})`, { bbl_contractedamount: 1500 });

  const preview = await generate(line, 'preview');
  const { milestones } = await generate(line, 'replaceopen');
  expect(milestones).toEqual(preview.milestones);
  expect(milestones.map(({ amount, kept }) => [amount, kept])).toEqual([
    ['200.00', true],
    ['325.00', false],
    ['325.00', false],
    ['325.00', false],
    ['325.00', false],
  ]);
  const before = await stored(line);
  const again = await generate(line, 'replaceopen');
  expect(again.created).toBe(0);
  expect(await stored(line)).toEqual(before);
});

test('4.3-2: on a progress-based line each date is a header with its open remainder', async () => {
  const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const line = await plannedLine({
    frequencyId,
    start: '2026-01-01',
    end: '2026-02-28',
    percents: [60, 40],
    scheduleType: InvoiceScheduleType.ProgressBased,
  });
  await generate(line, 'create');
  const [first] = await stored(line);
  const slices = await host.produce.splits(first?.bbl_milestoneid ?? '');
  expect(slices.map(({ bbl_round, bbl_amount }) => [bbl_round, bbl_amount]).sort()).toEqual([
    [0, 200],
    [0, 300],
  ]);
});

describe('refusals are sentences with codes and change nothing', () => {
  const monthly = () => frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const refused = async (line: string, mode: string, code: string) => {
    const before = await stored(line);
    await expect(generate(line, mode)).rejects.toThrow(new RegExp(`^${code}: .+`));
    expect(await stored(line)).toEqual(before);
  };

  test('SCH-01: the frequency is missing', async () => {
    const line = await host.produce.fixedPriceLine(await host.produce.contract());
    await refused(line, 'create', 'BBL-SCH-01');
  });
  test('SCH-02: billing start after the requested delivery date', async () => {
    await refused(
      await plannedLine({ frequencyId: await monthly(), start: '2026-06-01', end: '2026-05-01' }),
      'create',
      'BBL-SCH-02',
    );
  });
  test('SCH-03: no run date in the range', async () => {
    await refused(
      await plannedLine({ frequencyId: await monthly(), start: '2026-05-16', end: '2026-05-20' }),
      'create',
      'BBL-SCH-03',
    );
  });
  test('SCH-04: the frequency lacks details', async () => {
    const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 1 }], 2);
    await refused(await plannedLine({ frequencyId, start: '2026-01-01', end: '2026-05-01' }), 'create', 'BBL-SCH-04');
  });
  test('SCH-05: a schedule exists already', async () => {
    const line = await plannedLine({ frequencyId: await monthly(), start: '2026-01-01', end: '2026-03-31' });
    await generate(line, 'create');
    await refused(line, 'create', 'BBL-SCH-05');
  });
  test('SCH-09: more than 500 dates', async () => {
    const frequencyId = await frequency(FrequencyPeriod.Weekly, [{ weekday: Weekday.Monday }]);
    await refused(await plannedLine({ frequencyId, start: '2026-01-01', end: '2040-01-01' }), 'create', 'BBL-SCH-09');
  });
  test('SCH-11: an unknown mode', async () => {
    await refused(
      await plannedLine({ frequencyId: await monthly(), start: '2026-01-01', end: '2026-03-31' }),
      'replace',
      'BBL-SCH-11',
    );
  });
  test('SPL-01: percentages out of balance', async () => {
    const line = await plannedLine({
      frequencyId: await monthly(),
      start: '2026-01-01',
      end: '2026-03-31',
      percents: [50, 50],
    });
    const [customer] = await host.api.list<{ bbl_contractlinecustomerid: string }>(
      `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${line} and bbl_isrounding eq false`,
    );
    await host.api.patch(`bbl_contractlinecustomers(${customer?.bbl_contractlinecustomerid})`, {
      bbl_billingsplit: 40,
    });
    await refused(line, 'create', 'BBL-SPL-01');
  });
});

test('two users generating at once get one schedule', async () => {
  const frequencyId = await frequency(FrequencyPeriod.Monthly, [{ day: 15 }]);
  const line = await plannedLine({ frequencyId, start: '2026-01-01', end: '2026-06-30' });
  const outcomes = await Promise.allSettled([generate(line, 'create'), generate(line, 'create')]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await stored(line)).toHaveLength(6);
});
