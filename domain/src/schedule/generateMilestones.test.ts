import fc from 'fast-check';
import { addDays, fromDayNumber, toDayNumber } from '../dates/plainDate';
import { minorUnits, sum } from '../money/minorUnits';
import { evenlyDistribute } from '../split/percentages';
import { fixedPriceLine, shares, storedMilestone, writtenSplits } from '../testing/milestones';
import { codesOf, CURRENCIES, day, decided, inUsd, pct, USD, usd } from '../testing/values';
import {
  generateMilestones,
  type MilestonesPlan,
  type PeriodicLine,
  type ScheduledMilestone,
} from './generateMilestones';
import type { Frequency } from './frequency';
import { compareTotals } from './scheduleTotals';
import { spread } from './spread';

const days = (...list: number[]): Frequency => ({
  period: 'Monthly',
  daysOfRun: 'DayOfPeriod',
  runsPerPeriod: list.length,
  details: list.map((dayOfMonth) => ({ dayOfMonth, weekday: null, occurrence: null })),
});
const line = (changes: Partial<PeriodicLine> = {}): PeriodicLine => ({
  ...fixedPriceLine(),
  start: day('2026-01-01'),
  end: day('2026-03-31'),
  frequency: days(31),
  contractedAmountMinor: usd('1000'),
  estimatedTaxMinor: usd('190'),
  currency: USD,
  milestones: [],
  ...changes,
});

/** The line's milestones after a plan was written. */
function written(before: PeriodicLine, plan: MilestonesPlan): ScheduledMilestone[] {
  const kept = before.milestones
    .filter(({ id }) => !plan.deletedIds.includes(id))
    .map((milestone) => {
      const edit = plan.changed.find(({ id }) => id === milestone.id)?.edit;
      return edit ? { ...milestone, ...edit, splits: writtenSplits(milestone, edit.splits) } : milestone;
    });
  const created = plan.created.map((milestone) => ({
    ...milestone,
    id: `m-${milestone.date}`,
    splits: milestone.splits.map((split, index) => ({ ...split, id: `s${index + 1}`, wasInvoiced: false })),
  }));
  return [...kept, ...created];
}
const existing = (
  id: string,
  date: string,
  amount: string,
  changes: Partial<ScheduledMilestone> = {},
): ScheduledMilestone => ({
  ...storedMilestone(fixedPriceLine(), { amount }),
  id,
  date: day(date),
  name: id,
  ...changes,
});
const invoiced = (id: string, date: string, amount: string): ScheduledMilestone => {
  const milestone = existing(id, date, amount);
  return {
    ...milestone,
    headerStatus: 'Completed',
    splits: milestone.splits.map((split) => ({ ...split, billingStatus: 'InvoicePosted', wasInvoiced: true })),
  };
};

test('12-3: ten milestones of 2,000.00, named and dated by the series of 4.5-2', () => {
  const series = line({
    start: day('2019-02-08'),
    end: day('2019-07-18'),
    frequency: days(7, 31),
    contractedAmountMinor: usd('20000'),
    estimatedTaxMinor: null,
  });
  const { created, schedule } = decided(generateMilestones('create', series));
  expect(created.map(({ name }) => name)).toEqual([
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
  expect(created.map(({ amountMinor }) => inUsd(amountMinor))).toEqual(Array(10).fill('2000.00'));
  expect(schedule).toHaveLength(10);
});

test('4.5-4: 1,000.00 over three dates', () => {
  const { created } = decided(generateMilestones('create', line()));
  expect(created.map(({ amountMinor }) => inUsd(amountMinor))).toEqual(['333.33', '333.33', '333.34']);
  expect(created.map(({ taxMinor }) => inUsd(taxMinor))).toEqual(['63.33', '63.33', '63.34']);
});

test('4.3-2: each milestone is Not Started with its splits, on progress-based lines with its open remainder', () => {
  const completed = decided(generateMilestones('create', line({ shares: shares('60', '40') })));
  expect(completed.created[0]).toMatchObject({
    headerStatus: 'NotStarted',
    date: '2026-01-31',
    name: '01/31/2026',
    progress: null,
  });
  expect(completed.created[0]?.splits.map(({ round, billingStatus }) => [round, billingStatus])).toEqual([
    [1, 'NotReady'],
    [1, 'NotReady'],
  ]);
  const progress = decided(generateMilestones('create', line({ scheduleType: 'ProgressBased' })));
  expect(progress.created[0]?.splits.map(({ round }) => round)).toEqual([0]);
  expect(progress.created[0]?.progress?.remainingAmountMinor).toBe(usd('333.33'));
});

test('4.3-3: the whole is cut into equal parts, the last one takes what is left', () => {
  const cut = fc.property(fc.nat(1e12), fc.nat(1e12), fc.integer({ min: 1, max: 500 }), (amount, tax, count) => {
    const parts = spread({ amountMinor: minorUnits(amount), taxMinor: minorUnits(tax) }, count);
    expect(sum(parts.map(({ amountMinor }) => amountMinor))).toBe(amount);
    expect(sum(parts.map(({ taxMinor }) => taxMinor))).toBe(tax);
    parts.slice(0, -1).forEach(({ amountMinor }) => expect(amountMinor).toBe(Math.floor(amount / count)));
    parts
      .filter(({ amountMinor }) => amountMinor === 0 && amount > 0)
      .forEach(({ taxMinor }) => expect(taxMinor).toBe(0));
  });
  fc.assert(cut, { seed: 20260331 });
});

test('4.3-4: milestones without amount carry no tax, the last one all of it', () => {
  const { created } = decided(
    generateMilestones('create', line({ contractedAmountMinor: usd('0.02'), estimatedTaxMinor: usd('9') })),
  );
  expect(created.map(({ amountMinor, taxMinor }) => [amountMinor, taxMinor])).toEqual([
    [0, 0],
    [0, 0],
    [2, 900],
  ]);
});

test('BBL-SCH-05: create refuses when the line has any milestone', () => {
  expect(codesOf(generateMilestones('create', line({ milestones: [existing('a', '2026-01-15', '10')] })))).toEqual([
    'BBL-SCH-05',
  ]);
});

test('4.3-6: replaceopen keeps what is not open, changes open ones in place, deletes and creates the rest', () => {
  const milestones = [
    invoiced('paid', '2026-01-31', '400'),
    existing('open', '2026-02-28', '1'),
    existing('stray', '2026-02-10', '5'),
  ];
  const plan = decided(generateMilestones('replaceopen', line({ milestones, estimatedTaxMinor: null })));
  expect(plan.deletedIds).toEqual(['stray']);
  expect(plan.changed.map(({ id, edit }) => [id, edit.name, inUsd(edit.amountMinor)])).toEqual([
    ['open', '02/28/2026', '300.00'],
  ]);
  expect(plan.created.map(({ name, amountMinor }) => [name, inUsd(amountMinor)])).toEqual([['03/31/2026', '300.00']]);
  expect(plan.schedule.map(({ name, kept }) => [name, kept])).toEqual([
    ['paid', true],
    ['02/28/2026', false],
    ['03/31/2026', false],
  ]);
});

test('4.3-6: a kept milestone between the run dates takes its amount and no date', () => {
  const milestones = [invoiced('paid', '2026-02-10', '400')];
  const plan = decided(generateMilestones('replaceopen', line({ milestones, estimatedTaxMinor: null })));
  expect(plan.created.map(({ date, amountMinor }) => [date, inUsd(amountMinor)])).toEqual([
    ['2026-01-31', '200.00'],
    ['2026-02-28', '200.00'],
    ['2026-03-31', '200.00'],
  ]);
});

test('4.3-6: of two open milestones on one date one is changed in place and the other deleted', () => {
  const milestones = [existing('a', '2026-02-28', '1'), existing('b', '2026-02-28', '2')];
  const plan = decided(generateMilestones('replaceopen', line({ milestones })));
  expect(plan.changed.map(({ id }) => id)).toEqual(['a']);
  expect(plan.deletedIds).toEqual(['b']);
});

test('5.1-5: replacing the open part follows the present percentages', () => {
  const milestones = [existing('open', '2026-02-28', '1')];
  const plan = decided(generateMilestones('replaceopen', line({ milestones, shares: shares('50', '50') })));
  expect(plan.changed[0]?.edit.splits).toMatchObject({
    created: [{ lineCustomerId: 'c2' }],
    updated: [{ id: 's1', changes: { percent: pct('50') } }],
  });
});

test('BBL-SCH-06: kept amounts or taxes above the contracted ones are refused', () => {
  const kept = invoiced('paid', '2026-01-31', '1000.01');
  expect(generateMilestones('replaceopen', line({ milestones: [kept] }))).toMatchObject({
    error: [{ code: 'BBL-SCH-06', args: { difference: '0.01 USD' } }],
  });
  const taxed = { ...invoiced('paid', '2026-01-31', '10'), taxMinor: usd('200') };
  expect(codesOf(generateMilestones('replaceopen', line({ milestones: [taxed] })))).toEqual(['BBL-SCH-06']);
});

test('BBL-SCH-08: what is left needs a date, and tax an amount', () => {
  const everywhere = ['2026-01-31', '2026-02-28', '2026-03-31'].map((date, index) =>
    invoiced(`m${index}`, date, '100'),
  );
  expect(generateMilestones('replaceopen', line({ milestones: everywhere }))).toMatchObject({
    error: [{ code: 'BBL-SCH-08', args: { amount: '700.00 USD' } }],
  });
  const whole = invoiced('paid', '2026-01-31', '1000');
  expect(generateMilestones('replaceopen', line({ milestones: [whole] }))).toMatchObject({
    error: [{ code: 'BBL-SCH-08', args: { amount: '190.00 USD' } }],
  });
});

test('4.3-7: when nothing is left only the open ones go', () => {
  const milestones = [invoiced('paid', '2026-01-31', '1000'), existing('open', '2026-02-28', '1')];
  const plan = decided(generateMilestones('replaceopen', line({ milestones, estimatedTaxMinor: null })));
  expect(plan).toMatchObject({ created: [], changed: [], deletedIds: ['open'] });
  expect(plan.schedule).toMatchObject([{ name: 'paid', kept: true }]);
});

test('4.3-8: preview writes nothing and shows the whole schedule, also without balanced percentages', () => {
  const milestones = [invoiced('paid', '2026-01-31', '400'), existing('open', '2026-02-28', '1')];
  const unbalanced = [{ ...shares('100')[0]!, percent: pct('90') }];
  const plan = decided(
    generateMilestones('preview', line({ milestones, estimatedTaxMinor: null, shares: unbalanced })),
  );
  expect(plan).toMatchObject({ created: [], changed: [], deletedIds: [] });
  expect(plan.schedule.map(({ name, amountMinor, kept }) => [name, inUsd(amountMinor), kept])).toEqual([
    ['paid', '400.00', true],
    ['02/28/2026', '300.00', false],
    ['03/31/2026', '300.00', false],
  ]);
});

test('4.3-1: to write, percentages are balanced and the contract is open; a contracted amount above 0 is always needed', () => {
  const unbalanced = [{ ...shares('100')[0]!, percent: pct('90') }];
  expect(codesOf(generateMilestones('create', line({ shares: unbalanced })))).toEqual(['BBL-SPL-01']);
  expect(codesOf(generateMilestones('create', line({ contractStatus: 'Lost' })))).toEqual(['BBL-CON-04']);
  for (const contractedAmountMinor of [null, usd('0')]) {
    expect(generateMilestones('preview', line({ contractedAmountMinor }))).toMatchObject({
      error: [{ code: 'BBL-SCH-01', args: { missing: 'contracted amount' } }],
    });
  }
});

test('BBL-SCH-07: periodic milestones belong to fixed price lines', () => {
  expect(codesOf(generateMilestones('preview', line({ billingMethod: 'TimeAndMaterial' })))).toEqual(['BBL-SCH-07']);
  expect(codesOf(generateMilestones('preview', line({ lineType: 'Product', billingMethod: null })))).toEqual([
    'BBL-SCH-07',
  ]);
});

test('BBL-SCH-14: more than 2,000 splits are refused', () => {
  const customersOf = (count: number) =>
    evenlyDistribute(count, 0).map((percent, index) => ({
      lineCustomerId: `c${index}`,
      accountId: '',
      percent,
      isRounding: index === 0,
    }));
  const weekly: Frequency = {
    period: 'Weekly',
    daysOfRun: 'WeekdayOfPeriod',
    runsPerPeriod: 1,
    details: [{ dayOfMonth: null, weekday: 4, occurrence: null }],
  };
  const long = {
    start: day('2026-01-01'),
    end: addDays(day('2026-01-01'), 7 * 199),
    frequency: weekly,
    contractedAmountMinor: usd('10000'),
  };
  expect(codesOf(generateMilestones('create', line({ ...long, shares: customersOf(10) })))).toEqual([]);
  expect(codesOf(generateMilestones('create', line({ ...long, shares: customersOf(11) })))).toEqual(['BBL-SCH-14']);
  expect(codesOf(generateMilestones('preview', line({ ...long, shares: customersOf(11) })))).toEqual([]);
});

test('4.3-6: regenerating twice changes nothing, and the parts add up to the contract', () => {
  const amounts = fc.nat(1e9);
  const frequencies = fc
    .uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 })
    .map((list) => days(...list));
  const stable = fc.property(
    fc.record({ amount: amounts, tax: amounts }),
    frequencies,
    fc.integer({ min: 40, max: 400 }),
    fc.integer({ min: 1, max: 5 }),
    fc.boolean(),
    ({ amount, tax }, frequency, length, customers, isProgress) => {
      const percents = evenlyDistribute(customers, 0).map((percent, index) => ({
        lineCustomerId: `c${index}`,
        accountId: '',
        percent,
        isRounding: index === 0,
      }));
      const before = line({
        scheduleType: isProgress ? 'ProgressBased' : 'CompletedMilestones',
        shares: percents,
        end: addDays(day('2026-01-01'), length),
        frequency,
        contractedAmountMinor: minorUnits(amount + 1),
        estimatedTaxMinor: minorUnits(tax),
        milestones: [existing('stray', '2026-01-02', '5')],
      });
      const milestones = written(before, decided(generateMilestones('replaceopen', before)));
      expect(sum(milestones.map(({ amountMinor }) => amountMinor))).toBe(amount + 1);
      expect(sum(milestones.map(({ taxMinor }) => taxMinor))).toBe(tax);
      expect(sum(milestones.flatMap(({ splits }) => splits.map(({ amountMinor }) => amountMinor)))).toBe(amount + 1);
      const again = decided(generateMilestones('replaceopen', { ...before, milestones }));
      expect(again).toMatchObject({ created: [], changed: [], deletedIds: [] });
      expect(compareTotals(before, milestones)).toBeNull();
    },
  );
  fc.assert(stable, { seed: 20260331, numRuns: 100 });
});

test('4.3-6: whatever was billed and replanned, what is kept stays and the parts add up to the contract, or it is refused', () => {
  const amounts = fc.oneof(fc.nat(30), fc.nat(1e9));
  const lists = fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 4 });
  const starts = fc.integer({ min: toDayNumber(day('1970-01-01')), max: toDayNumber(day('2099-11-30')) });
  const stable = fc.property(
    fc.record({ amount: amounts, tax: amounts, newAmount: amounts, newTax: amounts }),
    fc.tuple(lists, lists),
    fc.tuple(starts, fc.integer({ min: 31, max: 390 })),
    fc.array(fc.nat(20), { maxLength: 5 }),
    fc.constantFrom(...CURRENCIES),
    (figures, [first, second], [startDay, length], billed, currency) => {
      const start = fromDayNumber(startDay);
      const before = line({
        start,
        end: addDays(start, length),
        frequency: days(...first),
        shares: shares('33.3333', '33.3333', '33.3334'),
        contractedAmountMinor: minorUnits(figures.amount + 1),
        estimatedTaxMinor: minorUnits(figures.tax),
        currency,
      });
      const made = written(before, decided(generateMilestones('create', before)));
      const milestones = made.map((milestone, index): ScheduledMilestone => {
        if (!billed.includes(index)) return milestone;
        const splits = milestone.splits.map((split) => ({ ...split, billingStatus: 'Ready' as const }));
        return { ...milestone, headerStatus: 'InProgress', splits };
      });
      const kept = milestones.filter((_milestone, index) => billed.includes(index));
      const replanned = {
        ...before,
        frequency: days(...second),
        contractedAmountMinor: minorUnits(figures.newAmount + 1),
        estimatedTaxMinor: minorUnits(figures.newTax),
        milestones,
      };
      const ruling = generateMilestones('replaceopen', replanned);
      if (!ruling.ok) {
        expect(['BBL-SCH-06', 'BBL-SCH-08']).toContain(codesOf(ruling)[0]);
        return;
      }
      const after = written(replanned, ruling.value);
      expect(after).toEqual(expect.arrayContaining(kept));
      expect(sum(after.map(({ amountMinor }) => amountMinor))).toBe(figures.newAmount + 1);
      expect(sum(after.map(({ taxMinor }) => taxMinor))).toBe(figures.newTax);
      for (const { amountMinor, taxMinor, splits } of after) {
        expect(sum(splits.map((split) => split.amountMinor))).toBe(amountMinor);
        expect(sum(splits.map((split) => split.taxMinor))).toBe(taxMinor);
      }
      const again = decided(generateMilestones('replaceopen', { ...replanned, milestones: after }));
      expect(again).toMatchObject({ created: [], changed: [], deletedIds: [] });
    },
  );
  fc.assert(stable, { seed: 20260331, numRuns: 300 });
});

test('4.4-2: milestones that do not add up to the contract show the difference, and block nothing', () => {
  const parts = [
    { amountMinor: usd('400'), taxMinor: usd('0') },
    { amountMinor: usd('500'), taxMinor: usd('10') },
  ];
  expect(compareTotals({ contractedAmountMinor: usd('1000'), estimatedTaxMinor: null }, parts)).toEqual({
    amount: { contractedMinor: usd('1000'), scheduledMinor: usd('900'), differenceMinor: usd('100') },
    tax: { contractedMinor: 0, scheduledMinor: usd('10'), differenceMinor: usd('-10') },
  });
  expect(compareTotals({ contractedAmountMinor: usd('900'), estimatedTaxMinor: usd('10') }, parts)).toBeNull();
  expect(compareTotals({ contractedAmountMinor: null, estimatedTaxMinor: null }, parts)).toBeNull();
});
