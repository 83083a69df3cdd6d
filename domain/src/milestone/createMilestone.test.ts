import fc from 'fast-check';
import { minorUnits, sum } from '../money/minorUnits';
import { evenlyDistribute } from '../split/percentages';
import { fixedPriceLine, progressLine, shares } from '../testing/milestones';
import { codesOf, day, decided, inUsd, pct, usd } from '../testing/values';
import { createMilestone, type MilestoneDraft } from './createMilestone';

const draft = (changes: Partial<MilestoneDraft> = {}): MilestoneDraft => ({
  name: 'Kick-off',
  date: day('2026-03-31'),
  amountMinor: usd('100.01'),
  taxMinor: usd('19.99'),
  ...changes,
});

test('2.5-1: tax defaults to 0, the name to the date as MM/DD/YYYY', () => {
  const milestone = decided(createMilestone(draft({ name: '', taxMinor: null }), fixedPriceLine()));
  expect(milestone.name).toBe('03/31/2026');
  expect(milestone.taxMinor).toBe(0);
});

test('2.5-2: the splits come with the header: one per customer above 0 %, Not ready, round 1', () => {
  const line = fixedPriceLine({
    shares: [...shares('33.33', '33.33', '33.34'), { ...shares('0')[0]!, lineCustomerId: 'c4', isRounding: false }],
  });
  const milestone = decided(createMilestone(draft(), line));
  expect(milestone.amountAfterTaxMinor).toBe(usd('120.00'));
  expect(milestone.headerStatus).toBe('NotStarted');
  expect(milestone.progress).toBeNull();
  expect(
    milestone.splits.map(({ lineCustomerId, amountMinor, taxMinor }) => [
      lineCustomerId,
      inUsd(amountMinor),
      inUsd(taxMinor),
    ]),
  ).toEqual([
    ['c1', '33.33', '6.66'],
    ['c2', '33.33', '6.66'],
    ['c3', '33.35', '6.67'],
  ]);
  for (const split of milestone.splits) {
    expect(split).toMatchObject({ name: 'Kick-off', date: '2026-03-31', billingStatus: 'NotReady', round: 1 });
    expect(split.amountAfterTaxMinor).toBe(split.amountMinor + split.taxMinor);
  }
  expect(milestone.splits.map(({ percent, isRounding }) => [percent, isRounding])).toEqual([
    [333300, false],
    [333300, false],
    [333400, true],
  ]);
});

test('3.4-1: a progress-based header starts with its open remainder in round 0', () => {
  const milestone = decided(createMilestone(draft(), progressLine('60', '40')));
  expect(milestone.splits.map(({ round }) => round)).toEqual([0, 0]);
  expect(milestone.progress).toEqual({
    nextInvoicePercent: null,
    nextInvoiceAmountMinor: null,
    nextInvoiceStatus: 'NotReady',
    openRound: null,
    percentAllotted: 0,
    invoicedToDateMinor: 0,
    percentInvoiced: 0,
    remainingAmountMinor: usd('100.01'),
  });
});

test('5.2-2: a customer above 0 % gets a row even if its part is 0', () => {
  const milestone = decided(
    createMilestone(draft({ amountMinor: usd('0.01'), taxMinor: null }), fixedPriceLine({ shares: shares('1', '99') })),
  );
  expect(milestone.splits.map(({ amountMinor }) => amountMinor)).toEqual([0, 1]);
});

test('BBL-MST-01: milestones belong to fixed price project lines', () => {
  expect(codesOf(createMilestone(draft(), fixedPriceLine({ billingMethod: 'TimeAndMaterial' })))).toEqual([
    'BBL-MST-01',
  ]);
  expect(codesOf(createMilestone(draft(), fixedPriceLine({ lineType: 'Product', billingMethod: null })))).toEqual([
    'BBL-MST-01',
  ]);
});

test('BBL-MST-06: amount 0 requires tax 0', () => {
  expect(codesOf(createMilestone(draft({ amountMinor: usd('0') }), fixedPriceLine()))).toEqual(['BBL-MST-06']);
  expect(codesOf(createMilestone(draft({ amountMinor: usd('0'), taxMinor: usd('0') }), fixedPriceLine()))).toEqual([]);
});

test('2.5-1: date and amount are required, figures are 0 or more', () => {
  expect(codesOf(createMilestone(draft({ date: null, amountMinor: null }), fixedPriceLine()))).toEqual([
    'BBL-GRD-11',
    'BBL-GRD-11',
  ]);
  expect(
    codesOf(createMilestone(draft({ amountMinor: minorUnits(-1), taxMinor: minorUnits(-1) }), fixedPriceLine())),
  ).toEqual(['BBL-GRD-11', 'BBL-GRD-11']);
});

test('5.1-2: a milestone needs balanced percentages on its line', () => {
  const unbalanced = [{ ...shares('100')[0]!, percent: pct('90') }];
  expect(codesOf(createMilestone(draft(), fixedPriceLine({ shares: unbalanced })))).toEqual(['BBL-SPL-01']);
  expect(
    codesOf(createMilestone(draft(), fixedPriceLine({ shares: [{ ...shares('100')[0]!, isRounding: false }] }))),
  ).toEqual(['BBL-SPL-02']);
});

test('3.11-3: below a Completed or Lost contract nothing is added', () => {
  expect(codesOf(createMilestone(draft(), fixedPriceLine({ contractStatus: 'Lost' })))).toEqual(['BBL-CON-04']);
});

test('5.3-1: amounts and taxes of the splits each add up to the header, in any number of customers', () => {
  const addsUp = fc.property(fc.nat(1e12), fc.nat(1e12), fc.integer({ min: 1, max: 40 }), (amount, tax, count) => {
    const percents = evenlyDistribute(count, count - 1);
    const customers = percents.map((percent, index) => ({
      lineCustomerId: `c${index}`,
      accountId: '',
      percent,
      isRounding: index === count - 1,
    }));
    const figures = draft({ amountMinor: minorUnits(amount + 1), taxMinor: minorUnits(tax) });
    const { splits } = decided(createMilestone(figures, fixedPriceLine({ shares: customers })));
    expect(sum(splits.map((split) => split.amountMinor))).toBe(amount + 1);
    expect(sum(splits.map((split) => split.taxMinor))).toBe(tax);
  });
  fc.assert(addsUp, { seed: 20260331 });
});
