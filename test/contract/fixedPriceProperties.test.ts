import fc from 'fast-check';
import { BillingStatus, FrequencyPeriod, HeaderStatus, InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import { dumpOf } from '../src/dump';
import { amountOf, type Currency, minorOf, partsOf, sumOf } from '../src/minorUnits';
import { type Plan, type Planner, planner } from '../src/plans';
import type { ProducedSplit } from '../src/producers';
import { startTestHost, type TestHost } from '../src/testHost';

/** Over the Web API, for any percentages, amounts, currencies and dates: nothing is lost, nothing drifts. */
let host: TestHost;
let run: Commands;
let plans: Planner;

jest.setTimeout(300_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2101-01-01T08:00:00Z', isRecorded: false });
  run = commands(host.api);
  plans = planner(host);
});
afterAll(() => host.close());

const SEED = 20260331;

const currencies = fc.constantFrom<Currency>('JPY', 'USD', 'KWD');
/** Percentages of one to five customers, to 100 exactly; the first is rounding. */
const percents = fc.array(fc.integer({ min: 1, max: 240_000 }), { maxLength: 4 }).map((some) => {
  const rest = 1_000_000 - some.reduce((total, share) => total + share, 0);
  return [rest, ...some].map((share) => share / 10_000);
});
const minor = fc.oneof(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1_000_000_000 }));

/** What a customer has on all splits given, in minor units, in the order of the contract's customers. */
function perCustomer(
  splits: readonly ProducedSplit[],
  accountIds: readonly string[],
  figure: 'bbl_amount' | 'bbl_tax',
  currency: Currency,
): number[] {
  return accountIds.map((account) =>
    sumOf(
      splits
        .filter(({ _bbl_accountid_value: own }) => own === account)
        .map((split) => minorOf(split[figure], currency)),
    ),
  );
}

interface AnyPlan {
  readonly currency: Currency;
  readonly shares: readonly number[];
  readonly amountMinor: number;
  readonly taxMinor: number;
  readonly firstMonth: number;
  readonly months: number;
  readonly days: readonly number[];
  readonly isProgressBased: boolean;
}

const anyPlan: fc.Arbitrary<AnyPlan> = fc.record({
  currency: currencies,
  shares: percents,
  amountMinor: minor,
  taxMinor: fc.oneof(fc.constant(0), minor),
  /** Months since January 1970, up to December 2100 with the length. */
  firstMonth: fc.integer({ min: 0, max: 131 * 12 - 7 }),
  months: fc.integer({ min: 1, max: 6 }),
  days: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 }),
  isProgressBased: fc.boolean(),
});

const monthAt = (index: number): { year: number; month: number } => ({
  year: 1970 + Math.floor(index / 12),
  month: (index % 12) + 1,
});
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const text = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** domain.md 4.1-3 to 4.1-6, month by month: the detail's day, cut to the month it stands in. */
function expectedDates({ firstMonth, months, days }: AnyPlan): string[] {
  const dates = Array.from({ length: months }, (_none, offset) => monthAt(firstMonth + offset)).flatMap(
    ({ year, month }) => days.map((day) => text(year, month, Math.min(day, lastDay(year, month)))),
  );
  return [...new Set(dates)].sort();
}

async function lineOf(plan: AnyPlan): Promise<{ id: string; accountIds: readonly string[] }> {
  const start = monthAt(plan.firstMonth);
  const end = monthAt(plan.firstMonth + plan.months - 1);
  const asked: Plan = {
    frequencyId: await plans.frequency(
      FrequencyPeriod.Monthly,
      plan.days.map((day) => ({ day })),
    ),
    start: text(start.year, start.month, 1),
    end: text(end.year, end.month, lastDay(end.year, end.month)),
    currency: plan.currency,
    percents: plan.shares,
    amount: amountOf(plan.amountMinor, plan.currency),
    tax: amountOf(plan.taxMinor, plan.currency),
    scheduleType: plan.isProgressBased ? InvoiceScheduleType.ProgressBased : InvoiceScheduleType.CompletedMilestones,
  };
  const { id, contract } = await plans.line(asked);
  return { id, accountIds: contract.accountIds };
}

test('4.3-3, 5.2-1: schedules of 1970 to 2100 add up, each split of each date; generating again changes nothing', async () => {
  const exact = fc.asyncProperty(anyPlan, async (plan) => {
    const { currency, shares, amountMinor, taxMinor } = plan;
    const { id, accountIds } = await lineOf(plan);
    const preview = await plans.generate(id, 'preview');
    const { milestones, created } = await plans.generate(id, 'create');
    expect(milestones).toEqual(preview.milestones);
    expect(milestones.map(({ date }) => date)).toEqual(expectedDates(plan));
    expect(created).toBe(milestones.length);
    expect(sumOf(milestones.map(({ amount }) => minorOf(amount, currency)))).toBe(amountMinor);
    expect(sumOf(milestones.map(({ tax }) => minorOf(tax, currency)))).toBe(taxMinor);

    const stored = await plans.milestones(id);
    expect(
      stored.map((row) => [row.bbl_date, minorOf(row.bbl_amount, currency), minorOf(row.bbl_tax, currency)]),
    ).toEqual(milestones.map(({ date, amount, tax }) => [date, minorOf(amount, currency), minorOf(tax, currency)]));
    for (const row of stored) {
      const splits = await host.produce.splits(row.bbl_milestoneid);
      expect(perCustomer(splits, accountIds, 'bbl_amount', currency)).toEqual(
        partsOf(minorOf(row.bbl_amount, currency), shares),
      );
      expect(perCustomer(splits, accountIds, 'bbl_tax', currency)).toEqual(
        partsOf(minorOf(row.bbl_tax, currency), shares),
      );
    }

    // The lock counts every command; nothing else moves, not even a version.
    const rows = async () => ({ ...(await dumpOf(host.api)), bbl_contractlock: [] });
    const before = await rows();
    expect((await plans.generate(id, 'replaceopen')).created).toBe(0);
    expect(await rows()).toEqual(before);
  });
  await fc.assert(exact, { seed: SEED, numRuns: 12 });
});

test('4.3-6: whatever is billed and replanned, what is kept stays, the sum is the contract’s, and twice is once', async () => {
  const changes = fc.record({
    plan: anyPlan.map((plan) => ({ ...plan, months: plan.months + 2, firstMonth: Math.min(plan.firstMonth, 1500) })),
    billed: fc.integer({ min: 1, max: 3 }),
    moreMinor: minor,
    newDay: fc.integer({ min: 1, max: 31 }),
  });
  const replanned = fc.asyncProperty(changes, async ({ plan, billed, moreMinor, newDay }) => {
    const { currency } = plan;
    const { id } = await lineOf({ ...plan, taxMinor: 0, isProgressBased: false });
    await plans.generate(id, 'create');
    const first = (await plans.milestones(id)).slice(0, billed);
    await run.ready(
      'bbl_milestone',
      first.map(({ bbl_milestoneid: milestone }) => milestone),
    );
    // As they are now, versions included.
    const kept = (await plans.milestones(id)).slice(0, billed);
    const total = plan.amountMinor + moreMinor;
    await host.api.patch(`bbl_contractlines(${id})`, {
      bbl_contractedamount: amountOf(total, currency),
      'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${await plans.frequency(FrequencyPeriod.Monthly, [
        { day: newDay },
      ])})`,
    });
    const { milestones } = await plans.generate(id, 'replaceopen');
    expect(sumOf(milestones.map(({ amount }) => minorOf(amount, currency)))).toBe(total);
    expect(milestones.filter((row) => row.kept).map(({ date, amount }) => [date, Number(amount)])).toEqual(
      kept.map((row) => [row.bbl_date, row.bbl_amount]),
    );
    const stored = await plans.milestones(id);
    expect(stored).toEqual(expect.arrayContaining(kept));
    expect(stored).toHaveLength(milestones.length);
    expect((await plans.generate(id, 'replaceopen')).milestones).toEqual(milestones);
    expect(await plans.milestones(id)).toEqual(stored);
  });
  await fc.assert(replanned, { seed: SEED, numRuns: 12 });
});

test('3.4-5, 3.4-6: over rounds of any size every customer has its part of what is allotted, at the end of the whole', async () => {
  const cases = fc.record({
    currency: currencies,
    shares: percents,
    amountMinor: minor,
    taxMinor: fc.oneof(fc.constant(0), minor),
    parts: fc.array(fc.double({ min: 0.01, max: 0.9, noNaN: true }), { minLength: 1, maxLength: 3 }),
  });
  const steady = fc.asyncProperty(cases, async ({ currency, shares, amountMinor, taxMinor, parts }) => {
    const contract = await host.produce.contract({ percents: shares, currency });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
    const milestone = await host.produce.milestone(line, {
      amount: amountOf(amountMinor, currency),
      tax: amountOf(taxMinor, currency),
    });
    const path = `bbl_milestones(${milestone})`;
    let allotted = 0;
    for (const part of [...parts, 1]) {
      const left = amountMinor - allotted;
      const next = part === 1 ? left : Math.max(1, Math.floor(left * part));
      if (left === 0) break;
      await host.api.patch(path, { bbl_nextinvoiceamount: amountOf(next, currency) });
      expect((await run.ready('bbl_milestone', [milestone])).outcomes).toEqual(['changed']);
      allotted += next;
      const slices = await host.produce.splits(milestone);
      const inRounds = slices.filter(({ bbl_round: round }) => round > 0);
      expect(perCustomer(inRounds, contract.accountIds, 'bbl_amount', currency)).toEqual(partsOf(allotted, shares));
      expect(perCustomer(slices, contract.accountIds, 'bbl_amount', currency)).toEqual(partsOf(amountMinor, shares));
      expect(perCustomer(slices, contract.accountIds, 'bbl_tax', currency)).toEqual(partsOf(taxMinor, shares));
      const { invoiceIds } = await run.createInvoices({
        Sources: JSON.stringify([{ table: 'bbl_milestone', id: milestone }]),
      });
      await run.confirm(invoiceIds);
      const open = (await host.produce.splits(milestone)).filter(
        ({ bbl_billingstatus: status }) => status === BillingStatus.ReadyToInvoice,
      );
      expect(open).toEqual([]);
    }
    expect(await host.api.get(path)).toMatchObject({
      bbl_headerstatus: HeaderStatus.Completed,
      bbl_remainingamount: 0,
      bbl_percentinvoiced: 100,
      bbl_invoicedtodate: amountOf(amountMinor, currency),
    });
    const invoices = await host.api.list<{ bbl_lineamount: number; bbl_tax: number }>(
      `bbl_invoices?$filter=_bbl_contractid_value eq ${contract.id}`,
    );
    expect(sumOf(invoices.map((row) => minorOf(row.bbl_lineamount, currency)))).toBe(amountMinor);
    expect(sumOf(invoices.map((row) => minorOf(row.bbl_tax, currency)))).toBe(taxMinor);
  });
  await fc.assert(steady, { seed: SEED, numRuns: 25 });
});
