import Big from 'big.js';
import fc from 'fast-check';
import { minorUnits, negate, sum } from '../money/minorUnits';
import { formatPercent, type Percent, percent } from '../money/percent';
import { quantity } from '../money/quantity';
import { sentenceOf } from '../messages';
import { codesOf, inUsd, pct, qty, usd } from '../testing/values';
import { balanceViolations, evenlyDistribute } from './percentages';
import { roundingIndexOf, splitAmount, splitByShares } from './splitAmount';
import { splitQuantityLine } from './splitQuantity';

const SEED = { seed: 20260331, numRuns: 500 };

/** 2 to 12 percentages above 0 that total 100. */
const percents = fc.array(fc.integer({ min: 1, max: 80_000 }), { minLength: 1, maxLength: 11 }).map((some) => {
  const rest = 1_000_000 - some.reduce((total, each) => total + each, 0);
  return [...some, rest].map(percent);
});
const amounts = fc.integer({ min: -1e13, max: 1e13 }).map(minorUnits);

const THREE = ['33.33', '33.33', '33.34'];

test.each([
  [THREE, '100.01', ['33.33', '33.33', '33.35']],
  [THREE, '0.02', ['0.01', '0.01', '0.00']],
  [THREE, '19.99', ['6.66', '6.66', '6.67']],
  [THREE, '-100.01', ['-33.33', '-33.33', '-33.35']],
  [['33.3333', '33.3333', '33.3334'], '12.00', ['4.00', '4.00', '4.00']],
])('5.4-1: %p of %s gives %p', (percentages, total, parts) => {
  expect(splitAmount(usd(total), percentages.map(pct), 2).map(inUsd)).toEqual(parts);
});

test('5.2-1: the parts of a split always add up to the whole', () => {
  const addsUp = fc.property(amounts, percents, fc.nat(), (wholeMinor, shares, pick) => {
    const partsMinor = splitAmount(wholeMinor, shares, pick % shares.length);
    expect(sum(partsMinor)).toBe(wholeMinor);
  });
  fc.assert(addsUp, SEED);
});

test('5.2-1: every part but the rounding one is its share half up, as big.js has it', () => {
  const isShare = fc.property(amounts, percents, (wholeMinor, shares) => {
    const rounding = shares.length - 1;
    splitAmount(wholeMinor, shares, rounding).forEach((part, index) => {
      if (index === rounding) return;
      const oracle = new Big(wholeMinor)
        .times(shares[index] ?? 0)
        .div(1_000_000)
        .round(0, Big.roundHalfUp);
      expect(part).toBe(oracle.toNumber() + 0);
    });
  });
  fc.assert(isShare, SEED);
});

test('5.2-4: the split of the opposite amount is the exact mirror', () => {
  const mirrors = fc.property(amounts, percents, (wholeMinor, shares) => {
    const parts = splitAmount(wholeMinor, shares, 0);
    expect(splitAmount(negate(wholeMinor), shares, 0)).toEqual(parts.map(negate));
  });
  fc.assert(mirrors, SEED);
});

test('5.2-3: for a few minor units over many customers the rounding part has the opposite sign', () => {
  const shares = evenlyDistribute(20, 19);
  const parts = splitAmount(minorUnits(12), shares, 19);
  expect(parts.slice(0, 19)).toEqual(Array(19).fill(1));
  expect(parts[19]).toBe(-7);
});

test('5.2-1: a split without its rounding customer is a bug', () => {
  expect(() => splitAmount(usd('1'), [pct('100')], 1)).toThrow(RangeError);
  expect(roundingIndexOf([{ percent: pct('100'), isRounding: false }])).toBe(-1);
  expect(() => splitByShares(usd('1'), [{ percent: pct('100'), isRounding: false }])).toThrow(RangeError);
});

test('5.1-4: evenly distributed percentages total 100 and the rounding customer never has less', () => {
  expect(evenlyDistribute(3, 2).map(formatPercent)).toEqual(['33.3333', '33.3333', '33.3334']);
  const totals = fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(), (count, pick) => {
    const shares = evenlyDistribute(count, pick % count);
    expect(shares.reduce((total, share) => total + share, 0)).toBe(1_000_000);
    expect(shares[pick % count]).toBe(Math.max(...shares));
    expect(
      codesOf(
        balanceViolations(
          'the contract',
          shares.map((share, index) => ({ percent: share, isRounding: index === pick % count })),
        ),
      ),
    ).toEqual([]);
  });
  fc.assert(totals, SEED);
});

test('BBL-SPL-01, BBL-SPL-02: a level totals 100 and has one rounding customer above 0 %', () => {
  const level = (...shares: [string, boolean][]) =>
    balanceViolations(
      'the contract',
      shares.map(([text, isRounding]) => ({ percent: pct(text), isRounding })),
    );
  expect(codesOf(level(['60', true], ['40', false]))).toEqual([]);
  expect(level(['60', true], ['30', false]).map((each) => sentenceOf(each))).toEqual([
    'BBL-SPL-01: The percentages of the contract total 90.0000. They must total 100.',
  ]);
  expect(level(['100', false], ['0', true]).map((each) => sentenceOf(each))).toEqual([
    'BBL-SPL-02: The contract needs exactly one rounding customer, with more than 0 %.',
  ]);
  expect(codesOf(level(['50', true], ['50', true]))).toEqual(['BBL-SPL-02']);
  expect(codesOf(level(['50', false]))).toEqual(['BBL-SPL-01', 'BBL-SPL-02']);
  expect(codesOf(level())).toEqual(['BBL-SPL-01', 'BBL-SPL-02']);
});

test('5.3-2: quantity, amount and tax of an unbilled row are split each by its own rule', () => {
  const line = { quantity: qty('8'), priceMinor: usd('199.99'), taxMinor: usd('19.99') };
  const parts = splitQuantityLine(line, THREE.map(pct), 2);
  expect(parts.map((part) => part.quantity)).toEqual([26664, 26664, 26672]);
  expect(parts.map((part) => inUsd(part.amountMinor))).toEqual(['533.25', '533.25', '533.42']);
  expect(parts.map((part) => inUsd(part.taxMinor))).toEqual(['6.66', '6.66', '6.67']);
});

test('5.3-2: quantities, amounts and taxes each add up to their whole', () => {
  const lines = fc.record({
    quantity: fc.integer({ min: -1e8, max: 1e8 }).map(quantity),
    priceMinor: fc.integer({ min: 0, max: 1e7 }).map(minorUnits),
    taxMinor: amounts,
  });
  const addsUp = fc.property(lines, percents, (line, shares: Percent[]) => {
    const parts = splitQuantityLine(line, shares, 0);
    const whole = new Big(line.quantity).times(line.priceMinor).div(10_000).round(0, Big.roundHalfUp);
    expect(parts.reduce((total, part) => total + part.quantity, 0)).toBe(line.quantity);
    expect(sum(parts.map(({ amountMinor }) => amountMinor))).toBe(whole.toNumber() + 0);
    expect(sum(parts.map(({ taxMinor }) => taxMinor))).toBe(line.taxMinor);
  });
  fc.assert(addsUp, SEED);
});
