import fc from 'fast-check';
import { minorUnits } from '../money/minorUnits';
import type { BillingType } from '../statuses';
import { readySplit } from '../testing/sources';
import { usd } from '../testing/values';
import { detailOf } from './detail';
import { type CountedDetail, detailFigures, detailsByLine, invoiceTotals, lineTotals } from './totals';

const detail = (
  billingType: BillingType,
  amount: string,
  tax = '0',
  changes: Partial<CountedDetail> = {},
): CountedDetail => ({
  contractLineId: 'l1',
  transactionClass: 'Time',
  billingType,
  amountMinor: usd(amount),
  taxMinor: usd(tax),
  original: null,
  ...changes,
});

test('8.4-2: a detail copies its source; a milestone has quantity 1', () => {
  expect(detailOf(readySplit('a'))).toEqual({
    source: { kind: 'split', id: 'a' },
    contractLineId: 'l1',
    transactionClass: 'Milestone',
    billingType: 'Chargeable',
    date: '2026-03-31',
    description: 'Split a',
    quantity: 10_000,
    priceMinor: usd('100'),
    amountMinor: usd('100'),
    taxMinor: usd('19'),
    extendedAmountMinor: usd('119'),
  });
});

test('8.4-3: what is not chargeable shows its amount, without tax and extended amount', () => {
  expect(detailFigures('Chargeable', usd('100'), usd('19')).extendedAmountMinor).toBe(usd('119'));
  for (const type of ['NonChargeable', 'Complimentary'] as const) {
    expect(detailFigures(type, usd('100'), usd('19'))).toEqual({
      amountMinor: usd('100'),
      taxMinor: 0,
      extendedAmountMinor: 0,
    });
  }
});

test('8.4-1: there is one invoice line per contract line, and one for billed retainers', () => {
  const lines = detailsByLine([
    detail('Chargeable', '1'),
    detail('Chargeable', '2', '0', { contractLineId: 'l2' }),
    detail('Chargeable', '3'),
    detail('Chargeable', '4', '0', { contractLineId: null }),
  ]);
  expect([...lines.keys()]).toEqual(['l1', 'l2', null]);
  expect(lines.get('l1')).toHaveLength(2);
});

test('8.4-4: a line adds up its details by billing type', () => {
  const details = [
    detail('Chargeable', '100', '19'),
    detail('Chargeable', '50', '1'),
    detail('NonChargeable', '7'),
    detail('Complimentary', '3'),
  ];
  expect(lineTotals(details)).toEqual({
    chargeableAmountMinor: usd('150'),
    nonChargeableAmountMinor: usd('7'),
    complimentaryAmountMinor: usd('3'),
    taxMinor: usd('20'),
    extendedAmountMinor: usd('170'),
  });
});

test('8.4-5: the total of an invoice is line amount + tax − retainers applied', () => {
  expect(
    invoiceTotals([detail('Chargeable', '100', '19'), detail('NonChargeable', '7')], [usd('30'), usd('9')]),
  ).toEqual({
    lineAmountMinor: usd('100'),
    taxMinor: usd('19'),
    retainerAppliedMinor: usd('39'),
    totalAmountMinor: usd('80'),
  });
});

test('8.4-6: on a correction a detail counts with its difference to the original', () => {
  const credit = detail('Chargeable', '0', '0', { original: { amountMinor: usd('100'), taxMinor: usd('19') } });
  expect(invoiceTotals([credit], []).totalAmountMinor).toBe(usd('-119'));
});

test('8.4-5: the invoice is the sum of its lines, whatever the details', () => {
  const details = fc.array(
    fc.record({
      line: fc.constantFrom('l1', 'l2', null),
      billingType: fc.constantFrom<BillingType>('Chargeable', 'NonChargeable', 'Complimentary'),
      amount: fc.integer({ min: -1e9, max: 1e9 }),
      tax: fc.nat(1e8),
    }),
  );
  const addsUp = fc.property(details, (some) => {
    const counted = some.map(({ line, billingType, amount, tax }): CountedDetail => {
      const figures = detailFigures(billingType, minorUnits(amount), minorUnits(tax));
      return { contractLineId: line, transactionClass: 'Time', billingType, original: null, ...figures };
    });
    const lines = [...detailsByLine(counted).values()].map(lineTotals);
    const invoice = invoiceTotals(counted, []);
    expect(lines.reduce((total, line) => total + line.chargeableAmountMinor, 0)).toBe(invoice.lineAmountMinor);
    expect(lines.reduce((total, line) => total + line.extendedAmountMinor, 0)).toBe(invoice.totalAmountMinor);
  });
  fc.assert(addsUp, { seed: 20260331 });
});
