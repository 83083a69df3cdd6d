import fc from 'fast-check';
import { minorUnits, sum } from '../money/minorUnits';
import { evenlyDistribute } from '../split/percentages';
import type { SourceStatus } from '../statuses';
import {
  fixedPriceLine,
  progressLine,
  shares,
  storedMilestone,
  storedProgress,
  writtenSplits,
} from '../testing/milestones';
import { codesOf, day, decided, pct, usd } from '../testing/values';
import { deleteMilestoneBlockers, editMilestone } from './editMilestone';
import { type ExistingMilestone, hasBillingActivity, isOpenMilestone } from './milestone';

const twoCustomers = fixedPriceLine({ shares: shares('60', '40') });

const withStatus = <M extends ExistingMilestone>(milestone: M, ...statuses: SourceStatus[]): M => ({
  ...milestone,
  headerStatus: statuses.every((status) => status === 'NotReady') ? 'NotStarted' : 'InProgress',
  splits: milestone.splits.map((split, index) => ({ ...split, billingStatus: statuses[index] ?? 'NotReady' })),
});

test('2.5-3: a new name goes to every split, in any status', () => {
  const milestone = withStatus(storedMilestone(twoCustomers, { amount: '100' }), 'InvoicePosted', 'InvoiceCreated');
  const edit = decided(editMilestone(milestone, { name: 'Go-live' }, twoCustomers));
  expect(edit.splits).toEqual({
    created: [],
    removedIds: [],
    updated: [
      { id: 's1', changes: { name: 'Go-live' } },
      { id: 's2', changes: { name: 'Go-live' } },
    ],
  });
});

test('2.5-3: a new amount makes the splits again; who stays keeps row and status', () => {
  const milestone = withStatus(storedMilestone(twoCustomers, { amount: '100' }), 'Ready', 'NotReady');
  const edit = decided(editMilestone(milestone, { amountMinor: usd('200'), taxMinor: usd('10') }, twoCustomers));
  expect(edit.splits.created).toEqual([]);
  expect(edit.splits.updated).toEqual([
    { id: 's1', changes: { amountMinor: usd('120'), taxMinor: usd('6'), amountAfterTaxMinor: usd('126') } },
    { id: 's2', changes: { amountMinor: usd('80'), taxMinor: usd('4'), amountAfterTaxMinor: usd('84') } },
  ]);
  expect(edit).toMatchObject({ amountAfterTaxMinor: usd('210'), headerStatus: 'InProgress' });
});

test('2.5-3: splits made again follow the present percentages: customers leave, stay and come', () => {
  const milestone = withStatus(storedMilestone(twoCustomers, { amount: '100' }), 'Ready', 'NotReady');
  const [, second] = shares('60', '40');
  const third = { lineCustomerId: 'c3', accountId: 'a3', percent: pct('50'), isRounding: false };
  const line = fixedPriceLine({ shares: [{ ...second!, percent: pct('50') }, third] });
  const edit = decided(editMilestone(milestone, { amountMinor: usd('300') }, line));
  expect(edit.splits.removedIds).toEqual(['s1']);
  expect(edit.splits.updated).toEqual([
    { id: 's2', changes: { amountMinor: usd('150'), amountAfterTaxMinor: usd('150'), percent: pct('50') } },
  ]);
  expect(edit.splits.created).toMatchObject([
    { lineCustomerId: 'c3', amountMinor: usd('150'), billingStatus: 'NotReady', round: 1 },
  ]);
  expect(edit.headerStatus).toBe('NotStarted');
});

test('5.1-5: changed percentages alone touch no split', () => {
  const milestone = storedMilestone(twoCustomers, { amount: '100' });
  const edit = decided(
    editMilestone(milestone, { amountMinor: usd('100') }, fixedPriceLine({ shares: shares('50', '50') })),
  );
  expect(edit.splits).toEqual({ created: [], updated: [], removedIds: [] });
});

test('BBL-MST-04: amount, tax and date stay once a split of a completed milestone has billing activity', () => {
  const patch = { amountMinor: usd('200'), taxMinor: usd('1'), date: day('2026-04-30') };
  for (const status of ['InvoiceCreated', 'InvoicePosted'] as const) {
    const billed = withStatus(storedMilestone(twoCustomers, { amount: '100' }), status, 'NotReady');
    const refused = editMilestone(billed, patch, twoCustomers);
    expect(codesOf(refused)).toEqual(['BBL-MST-04', 'BBL-MST-04', 'BBL-MST-04']);
    if (!refused.ok) expect(refused.error.map(({ field }) => field).sort()).toEqual(['amount', 'date', 'tax']);
  }
  const credited = storedMilestone(twoCustomers, { amount: '100' });
  const everInvoiced = { ...credited, splits: credited.splits.map((split) => ({ ...split, wasInvoiced: true })) };
  expect(codesOf(editMilestone(everInvoiced, { amountMinor: usd('200') }, twoCustomers))).toEqual(['BBL-MST-04']);
});

test('BBL-MST-04: amount and tax of a progress-based milestone stay once it is not open any more', () => {
  const line = progressLine('60', '40');
  const started = withStatus(storedProgress(line, { amount: '100' }), 'Ready', 'NotReady');
  expect(codesOf(editMilestone(started, { amountMinor: usd('200') }, line))).toEqual(['BBL-MST-04']);
  const open = storedProgress(line, { amount: '100' });
  const edit = decided(editMilestone(open, { amountMinor: usd('200') }, line));
  expect(edit.progress).toMatchObject({ remainingAmountMinor: usd('200'), invoicedToDateMinor: 0 });
  expect(edit.splits.updated.map(({ changes }) => changes.amountMinor)).toEqual([usd('120'), usd('80')]);
});

test('3.4-3: a request that was entered keeps its amount when the total changes', () => {
  const line = progressLine('100');
  const milestone = storedProgress(line, { amount: '100' });
  const asked = {
    ...milestone,
    progress: { ...milestone.progress, nextInvoicePercent: pct('20'), nextInvoiceAmountMinor: usd('20') },
  };
  const edit = decided(editMilestone(asked, { amountMinor: usd('80') }, line));
  expect(edit.progress).toMatchObject({ nextInvoicePercent: pct('25'), nextInvoiceAmountMinor: usd('20') });
});

test('2.5-3: the date of a progress-based milestone moves the slices that are Not ready or Ready, until it is Completed', () => {
  const line = progressLine('60', '40');
  const milestone = withStatus(storedProgress(line, { amount: '100' }), 'InvoicePosted', 'Ready');
  const edit = decided(editMilestone(milestone, { date: day('2026-04-30') }, line));
  expect(edit.splits.updated).toEqual([{ id: 's2', changes: { date: '2026-04-30' } }]);
  const completed = { ...milestone, headerStatus: 'Completed' as const };
  expect(codesOf(editMilestone(completed, { date: day('2026-04-30') }, line))).toEqual(['BBL-MST-04']);
});

test('2.5-1: date and amount cannot be emptied, tax and name fall back to their defaults', () => {
  const milestone = storedMilestone(twoCustomers, { amount: '100', tax: '5' });
  expect(codesOf(editMilestone(milestone, { date: null, amountMinor: null }, twoCustomers))).toEqual([
    'BBL-GRD-11',
    'BBL-GRD-11',
  ]);
  const edit = decided(editMilestone(milestone, { name: null, taxMinor: null }, twoCustomers));
  expect(edit).toMatchObject({ name: '03/31/2026', taxMinor: 0, amountAfterTaxMinor: usd('100') });
});

test('BBL-MST-06: a change to amount 0 requires tax 0', () => {
  const milestone = storedMilestone(twoCustomers, { amount: '100', tax: '5' });
  expect(codesOf(editMilestone(milestone, { amountMinor: usd('0') }, twoCustomers))).toEqual(['BBL-MST-06']);
});

test('3.11-3: below a Completed contract nothing is changed or deleted', () => {
  const closed = fixedPriceLine({ contractStatus: 'Completed' });
  const milestone = storedMilestone(fixedPriceLine(), { amount: '100' });
  expect(codesOf(editMilestone(milestone, { name: 'Go-live' }, closed))).toEqual(['BBL-CON-04']);
  expect(codesOf(deleteMilestoneBlockers(milestone, closed))).toEqual(['BBL-CON-04']);
});

test('BBL-MST-05: a milestone with billing activity cannot be deleted', () => {
  const milestone = storedMilestone(twoCustomers, { amount: '100' });
  expect(codesOf(deleteMilestoneBlockers(withStatus(milestone, 'Ready', 'NotReady'), twoCustomers))).toEqual([]);
  expect(codesOf(deleteMilestoneBlockers(withStatus(milestone, 'InvoiceCreated', 'NotReady'), twoCustomers))).toEqual([
    'BBL-MST-05',
  ]);
});

test('0.3-1: billing activity and openness as the glossary has them', () => {
  expect(hasBillingActivity({ billingStatus: 'Ready', wasInvoiced: false })).toBe(false);
  expect(hasBillingActivity({ billingStatus: 'Ready', wasInvoiced: true })).toBe(true);
  const milestone = storedMilestone(twoCustomers, { amount: '100' });
  expect(isOpenMilestone(milestone)).toBe(true);
  expect(isOpenMilestone(withStatus(milestone, 'Ready'))).toBe(false);
});

test('2.5-3: whatever the amounts and customers, splits made again add up to the header', () => {
  const counts = fc.integer({ min: 1, max: 12 });
  const addsUp = fc.property(fc.nat(1e9), fc.nat(1e9), counts, counts, (before, after, countBefore, countAfter) => {
    const lineOf = (count: number) => {
      const percents = evenlyDistribute(count, 0);
      const customers = percents.map((percent, index) => ({
        lineCustomerId: `c${index}`,
        accountId: '',
        percent,
        isRounding: index === 0,
      }));
      return fixedPriceLine({ shares: customers });
    };
    const milestone = storedMilestone(lineOf(countBefore), { amount: `${before + 1}.00` });
    const edit = decided(
      editMilestone(
        milestone,
        { amountMinor: minorUnits(after + 1), taxMinor: minorUnits(before) },
        lineOf(countAfter),
      ),
    );
    const splits = writtenSplits(milestone, edit.splits);
    expect(splits).toHaveLength(milestone.amountMinor === after + 1 && before === 0 ? countBefore : countAfter);
    expect(sum(splits.map(({ amountMinor }) => amountMinor))).toBe(after + 1);
    expect(sum(splits.map(({ taxMinor }) => taxMinor))).toBe(before);
  });
  fc.assert(addsUp, { seed: 20260331 });
});
