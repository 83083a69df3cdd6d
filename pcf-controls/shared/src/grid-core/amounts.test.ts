import Big from 'big.js';
import * as fc from 'fast-check';
import type { ExactAmount, NumberFormat } from './amounts';
import { addExact, decimalsShown, exactAmountOf, formatExact, parseDecimal, surroundingsOf } from './amounts';
import { subtractTotals, totalAmounts } from './totals';

const ENGLISH: NumberFormat = { decimalSeparator: '.', groupSeparator: ',', groupSizes: [3], negativeSign: '-' };
const GERMAN: NumberFormat = { decimalSeparator: ',', groupSeparator: '.', groupSizes: [3], negativeSign: '-' };
const INDIAN: NumberFormat = { decimalSeparator: '.', groupSeparator: ',', groupSizes: [3, 2], negativeSign: '-' };

const bigOf = ({ units, decimals }: ExactAmount): Big => new Big(String(units)).div(new Big(10).pow(decimals));

describe('exact amounts', () => {
  test('0.1 and 0.2 total 0.3', () => {
    const total = addExact(
      exactAmountOf(0.1, () => '$0.10', ENGLISH)!,
      exactAmountOf(0.2, () => '$0.20', ENGLISH)!,
    );
    expect(total).toEqual({ units: 3n, decimals: 1 });
    expect(formatExact(total, '$0.10', ENGLISH)).toBe('$0.30');
  });

  test('the sum of any amounts in JPY, USD and KWD is the decimal sum', () => {
    const amount = fc.record({ decimals: fc.constantFrom(0, 2, 3), units: fc.integer({ min: -1e11, max: 1e11 }) });
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), (amounts) => {
        const numbers = amounts.map(({ decimals, units }) =>
          Number(new Big(units).div(new Big(10).pow(decimals)).toFixed(decimals)),
        );
        const total = numbers.reduce<ExactAmount>(
          (sum, value) =>
            addExact(
              sum,
              exactAmountOf(value, () => '', ENGLISH)!,
            ),
          {
            units: 0n,
            decimals: 0,
          },
        );
        const expected = amounts.reduce(
          (sum, { decimals, units }) => sum.plus(new Big(units).div(new Big(10).pow(decimals))),
          new Big(0),
        );
        expect(bigOf(total).eq(expected)).toBe(true);
      }),
    );
  });

  test('digits that a JavaScript number cannot hold come from the formatted text', () => {
    expect(exactAmountOf(90071992547409.93, () => '$90,071,992,547,409.93', ENGLISH)).toEqual({
      units: 9007199254740993n,
      decimals: 2,
    });
    expect(exactAmountOf(-922337203685477.58, () => '-922.337.203.685.477,58 €', GERMAN)).toEqual({
      units: -92233720368547758n,
      decimals: 2,
    });
    expect(exactAmountOf(1e21, () => '', ENGLISH)).toBeUndefined();
  });

  test('decimals and surroundings are read from a formatted amount', () => {
    expect(decimalsShown('$1,234.50', ENGLISH)).toBe(2);
    expect(decimalsShown('¥1,234', ENGLISH)).toBe(0);
    expect(decimalsShown('KD 1.250', ENGLISH)).toBe(3);
    expect(decimalsShown('1.234,50 €', GERMAN)).toBe(2);
    expect(surroundingsOf('1.234,50 €', GERMAN)).toEqual({ prefix: '', suffix: ' €' });
    expect(surroundingsOf('($5.00)', ENGLISH)).toEqual({ prefix: '$', suffix: '' });
  });

  test.each([
    ['1234567.5', '$0.00', ENGLISH, '$1,234,567.50'],
    ['-1234567.5', '-$3.00', ENGLISH, '-$1,234,567.50'],
    ['1234567', '¥5', ENGLISH, '¥1,234,567'],
    ['1234567.5', '1,00 €', GERMAN, '1.234.567,50 €'],
    ['12345678.25', '₹1.00', INDIAN, '₹1,23,45,678.25'],
    ['0', 'KD 1.250', ENGLISH, 'KD 0.000'],
    ['0.12345', '$1.00', ENGLISH, '$0.12345'],
  ])('%s in the style of %s', (decimal, sample, format, expected) => {
    expect(formatExact(parseDecimal(decimal)!, sample, format)).toBe(expected);
  });

  test('domain.md 1.7-2: amounts are totalled per currency', () => {
    const cell = (currency: string, value: number, text: string) => ({
      currencyKey: currency,
      currencyName: currency,
      amount: exactAmountOf(value, () => text, ENGLISH),
      textOf: () => text,
    });
    const totals = totalAmounts([cell('USD', 0.1, '$0.10'), cell('JPY', 500, '¥500'), cell('USD', 0.2, '$0.20')]);
    expect(
      totals.map(({ currencyKey, total, sampleText }) => [currencyKey, formatExact(total!, sampleText, ENGLISH)]),
    ).toEqual([
      ['USD', '$0.30'],
      ['JPY', '¥500'],
    ]);
  });

  test('an amount that cannot be read leaves its currency without a total', () => {
    const unreadable = { currencyKey: 'USD', currencyName: 'USD', amount: undefined, textOf: () => '?' };
    const readable = { currencyKey: 'USD', currencyName: 'USD', amount: parseDecimal('1')!, textOf: () => '$1' };
    expect(totalAmounts([readable, unreadable, readable])[0]?.total).toBeUndefined();
  });

  test('totals less others are exact, per currency, and leave out what comes to nothing', () => {
    const totals = (...amounts: readonly (readonly [string, string])[]) =>
      totalAmounts(
        amounts.map(([currencyKey, decimal]) => ({
          currencyKey,
          currencyName: currencyKey,
          amount: parseDecimal(decimal),
          textOf: () => '$1.00',
        })),
      );
    const left = subtractTotals(totals(['USD', '0.3'], ['JPY', '500']), totals(['USD', '0.1'], ['JPY', '500']));
    expect(left?.map(({ currencyKey, total }) => [currencyKey, total])).toEqual([['USD', { units: 2n, decimals: 1 }]]);
    expect(subtractTotals(totals(['USD', '1']), totals(['EUR', '1']))).toBeUndefined();
    expect(subtractTotals(totals(['USD', 'unreadable']), totals(['USD', '1']))).toBeUndefined();
  });
});
