import { SentValues, sentOnly } from './sentValues';

const USD = { code: 'USD', decimals: 2 };

test('not sent, emptied and given are told apart', () => {
  const sent = new SentValues(USD);
  expect([sent.amount(undefined, 'amount'), sent.amount(null, 'amount'), sent.amount('12.5', 'amount')]).toEqual([
    undefined,
    null,
    1250,
  ]);
  expect(sent.violations).toEqual([]);
});

test('2.1-4: everything that cannot be read is told at once', () => {
  const sent = new SentValues(USD);
  const values = [
    sent.amount('0.001', 'amount'),
    sent.percent('100.1'),
    sent.quantity('0.00001'),
    sent.date('31.03.2026', 'date'),
  ];
  expect(values).toEqual([null, null, null, null]);
  expect(sent.violations.map(({ code, field }) => [code, field])).toEqual([
    ['BBL-GRD-09', 'amount'],
    ['BBL-SPL-07', 'billingSplit'],
    ['BBL-GRD-11', 'quantity'],
    ['BBL-GRD-11', 'date'],
  ]);
});

test('3.4-4: a share beyond 100 % is left to its rule, one with five decimals is not', () => {
  const sent = new SentValues(USD);
  expect(sent.share('100.01', 'nextInvoicePercent')).toBe(1_000_100);
  expect(sent.share('1.00001', 'nextInvoicePercent')).toBeNull();
  expect(sent.violations.map(({ code }) => code)).toEqual(['BBL-SPL-07']);
});

test('only what was sent is left', () => {
  expect(sentOnly({ a: undefined, b: null, c: 0 })).toEqual({ b: null, c: 0 });
});
