import Big from 'big.js';
import fc from 'fast-check';
import { codesOf, CURRENCIES, decided, JPY, KWD, USD } from '../testing/values';
import { sentenceOf } from '../messages';
import { formatAmount, formatMoney, parseAmount } from './amount';
import { add, AMOUNT_MINOR_MAX, minorUnits, multiplyDivide, negate, subtract, sum } from './minorUnits';
import { formatPercent, parsePercent, percent, percentOf, shareOf } from './percent';
import { formatQuantity, multiplyQuantity, parseQuantity, quantity } from './quantity';
import { divideTruncated, multiplyDivideHalfUp } from './rounding';

const SEED = { seed: 20260331, numRuns: 500 };
const amounts = fc.integer({ min: -1e15, max: 1e15 });

test('10-1: amounts of currencies with 0, 2 and 3 decimals are read and written exactly', () => {
  expect(decided(parseAmount('1234', JPY))).toBe(1234);
  expect(decided(parseAmount('1234.5', USD))).toBe(123450);
  expect(decided(parseAmount('-0.005', KWD))).toBe(-5);
  expect(formatAmount(minorUnits(123450), 2)).toBe('1234.50');
  expect(formatAmount(minorUnits(-5), 3)).toBe('-0.005');
  expect(formatAmount(minorUnits(7), 0)).toBe('7');
  expect(formatAmount(negate(minorUnits(0)), 2)).toBe('0.00');
});

test('10-1: sentences write amounts in groups of three, with their currency', () => {
  const usd = { code: 'USD', decimals: 2 };
  expect(formatMoney(minorUnits(100001), usd)).toBe('1,000.01 USD');
  expect(formatMoney(minorUnits(-12345), usd)).toBe('-123.45 USD');
  expect(formatMoney(minorUnits(1234567), { code: 'JPY', decimals: 0 })).toBe('1,234,567 JPY');
});

test('10-1: what is written is read back, whatever the currency', () => {
  const roundTrip = fc.property(amounts, fc.constantFrom(...CURRENCIES), (amount, currency) => {
    const text = formatAmount(minorUnits(amount), currency.decimals);
    expect(decided(parseAmount(text, currency))).toBe(amount);
    expect(text).toBe(new Big(amount).div(new Big(10).pow(currency.decimals)).toFixed(currency.decimals));
  });
  fc.assert(roundTrip, SEED);
});

test('BBL-GRD-09: more decimals than the currency has are refused, zeros at the end are none', () => {
  expect(decided(parseAmount('12.3400', USD))).toBe(1234);
  const refused = parseAmount('12.345', USD, 'tax');
  expect(codesOf(refused)).toEqual(['BBL-GRD-09']);
  if (!refused.ok)
    expect(refused.error.map((each) => sentenceOf(each))).toEqual([
      'BBL-GRD-09: Tax has more decimals than USD allows.',
    ]);
  expect(codesOf(parseAmount('1.1', JPY))).toEqual(['BBL-GRD-09']);
});

test('BBL-GRD-11: an amount outside the safe range and a text that is no number are refused', () => {
  expect(codesOf(parseAmount('90071992547409.92', USD))).toEqual(['BBL-GRD-11']);
  expect(decided(parseAmount('90071992547409.91', USD))).toBe(AMOUNT_MINOR_MAX);
  for (const text of ['', '.', 'abc', '1,5', '1e3', '--1'])
    expect(codesOf(parseAmount(text, USD))).toEqual(['BBL-GRD-11']);
});

test('BBL-SPL-07: a percentage is 0 to 100 with at most four decimals', () => {
  expect(decided(parsePercent('33.3333'))).toBe(333333);
  expect(formatPercent(percent(333333))).toBe('33.3333');
  expect(formatPercent(decided(parsePercent('100')))).toBe('100.0000');
  for (const text of ['100.0001', '-1', '33.33333', 'x']) expect(codesOf(parsePercent(text))).toEqual(['BBL-SPL-07']);
});

test('BBL-GRD-11: a quantity has at most four decimals', () => {
  expect(decided(parseQuantity('7.5'))).toBe(75000);
  expect(formatQuantity(quantity(-75000))).toBe('-7.5000');
  expect(codesOf(parseQuantity('7.50001'))).toEqual(['BBL-GRD-11']);
  expect(codesOf(parseQuantity('x'))).toEqual(['BBL-GRD-11']);
  expect(codesOf(parseQuantity('999999999999999'))).toEqual(['BBL-GRD-11']);
});

test('10-2: one half goes away from zero, either way', () => {
  expect(multiplyDivideHalfUp(5, 1, 10)).toBe(1);
  expect(multiplyDivideHalfUp(-5, 1, 10)).toBe(-1);
  expect(multiplyDivideHalfUp(4, 1, 10)).toBe(0);
  expect(multiplyDivideHalfUp(15, -1, 10)).toBe(-2);
  expect(multiplyDivideHalfUp(1, 1, 3)).toBe(0);
  expect(multiplyDivideHalfUp(2, 1, 3)).toBe(1);
});

test('10-2: half up agrees with big.js far beyond safe products', () => {
  const factors = fc.tuple(amounts, fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e9 }));
  const agrees = fc.property(factors, ([amount, numerator, denominator]) => {
    const exact = new Big(amount).times(numerator).div(denominator);
    const oracle = roundHalfUp(new Big(amount).times(numerator), denominator);
    fc.pre(exact.abs().lt(AMOUNT_MINOR_MAX));
    expect(multiplyDivide(minorUnits(amount), numerator, denominator)).toBe(oracle);
  });
  fc.assert(agrees, SEED);
});

test('10-2: half up is exact where the division itself rounds, on both sides of the narrow path', () => {
  const near = fc.property(
    fc.integer({ min: 1, max: 20_000 }),
    fc.integer({ min: 2 ** 51, max: 2 ** 53 - 1 }),
    fc.boolean(),
    (divisor, size, isNegative) => {
      const dividend = isNegative ? -size : size;
      expect(multiplyDivideHalfUp(dividend, 1, divisor)).toBe(roundHalfUp(new Big(dividend), divisor));
    },
  );
  fc.assert(near, SEED);
});

test('10-2: truncation goes toward zero', () => {
  expect(divideTruncated(-7, 2)).toBe(-3);
  const agrees = fc.property(amounts, fc.integer({ min: 1, max: 1e6 }), (amount, divisor) => {
    expect(divideTruncated(amount, divisor)).toBe(Number(BigInt(amount) / BigInt(divisor)) + 0);
  });
  fc.assert(agrees, SEED);
});

test('10-1: arithmetic that leaves the safe range is a bug, not a wrong amount', () => {
  expect(() => add(minorUnits(AMOUNT_MINOR_MAX), minorUnits(1))).toThrow(RangeError);
  expect(() => minorUnits(0.5)).toThrow(RangeError);
  expect(() => percent(0.5)).toThrow(RangeError);
  expect(() => quantity(Number.NaN)).toThrow(RangeError);
  expect(() => multiplyDivideHalfUp(1, 1, 0)).toThrow(RangeError);
  expect(() => multiplyDivideHalfUp(2 ** 52, 2 ** 52, 0)).toThrow(RangeError);
});

test('2.1-5: amount after tax is the sum of both; adding and taking away are exact', () => {
  expect(add(minorUnits(10), minorUnits(3))).toBe(13);
  expect(subtract(minorUnits(10), minorUnits(13))).toBe(-3);
  expect(sum([1, 2, 3].map(minorUnits))).toBe(6);
  expect(sum([])).toBe(0);
});

test('3.4-3: share of an amount and percentage of a part are half up', () => {
  expect(shareOf(minorUnits(100001), percent(333300))).toBe(33330);
  expect(percentOf(minorUnits(1), minorUnits(3))).toBe(333333);
  expect(percentOf(minorUnits(2), minorUnits(3))).toBe(666667);
  expect(percentOf(minorUnits(5), minorUnits(0))).toBe(0);
});

test('2.4-5: amount is quantity × price, half up', () => {
  expect(multiplyQuantity(quantity(25000), minorUnits(333))).toBe(833); // 2.5 × 3.33 = 8.325
  const agrees = fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 1e9 }), (count, price) => {
    expect(multiplyQuantity(quantity(count), minorUnits(price))).toBe(roundHalfUp(new Big(count).times(price), 10_000));
  });
  fc.assert(agrees, SEED);
});

/** Half up away from zero through big.js: the remainder decides, no rounded quotient does. */
function roundHalfUp(dividend: Big, divisor: number): number {
  const whole = dividend.abs().minus(dividend.abs().mod(divisor)).div(divisor);
  const rounded = dividend.abs().mod(divisor).times(2).gte(divisor) ? whole.plus(1) : whole;
  return rounded.times(dividend.lt(0) ? -1 : 1).toNumber() + 0;
}
