import { minorUnits, percent, plainDate } from '@bbl/domain';
import { compareSchedules } from './compareSchedules';
import { sharesNotice } from './shares';
import { totalsNotice } from './totalsNotice';

const USD = { code: 'USD', decimals: 2 };
const entry = (date: string, amount: number, name = date, kept = false) => ({
  name,
  date: plainDate(date),
  amountMinor: minorUnits(amount),
  taxMinor: minorUnits(0),
  kept,
});

test('4.3-6: what is kept, what changes, what comes and what goes stand side by side in date order', () => {
  const before = [entry('2026-01-15', 400, 'Paid'), entry('2026-02-28', 1), entry('2026-03-03', 5, 'Stray')];
  const planned = [
    entry('2026-01-15', 400, 'Paid', true),
    entry('2026-01-31', 200),
    entry('2026-02-28', 200),
    entry('2026-03-31', 200),
  ];
  expect(
    compareSchedules(before, planned).map(({ change, before: was, after }) => [
      change,
      was?.amountMinor,
      after?.amountMinor,
    ]),
  ).toEqual([
    ['kept', 400, 400],
    ['added', undefined, 200],
    ['changed', 1, 200],
    ['removed', 5, undefined],
    ['added', undefined, 200],
  ]);
});

test('4.3-6: of two open milestones on one date the first stays, and what would not change says so', () => {
  const before = [entry('2026-02-28', 200), entry('2026-02-28', 200, 'Twin')];
  expect(compareSchedules(before, [entry('2026-02-28', 200)]).map(({ change }) => change)).toEqual([
    'unchanged',
    'removed',
  ]);
});

test('4.4-2: the notice names contracted, scheduled and difference, says what to do, and goes when they agree', () => {
  const line = { contractedAmountMinor: minorUnits(100001), estimatedTaxMinor: minorUnits(8000) };
  const part = (amount: number, tax: number) => ({ amountMinor: minorUnits(amount), taxMinor: minorUnits(tax) });
  expect(totalsNotice(line, [part(100001, 8000)], USD)).toBeNull();
  expect(totalsNotice(line, [part(90000, 8000)], USD)).toBe(
    'The milestones come to 900.00 USD of 1,000.01 USD contracted: 100.01 USD missing. Add a milestone, raise one, or generate periodic milestones again.',
  );
  expect(totalsNotice(line, [part(110001, 8001)], USD)).toBe(
    'The milestones come to 1,100.01 USD of 1,000.01 USD contracted: 100.00 USD too much. Their taxes come to 80.01 USD of 80.00 USD estimated: 0.01 USD too much. Lower or delete a milestone, or correct what was contracted.',
  );
  expect(totalsNotice(line, [], USD)).toContain('Generate periodic milestones, or add milestones by hand.');
  expect(totalsNotice({ ...line, contractedAmountMinor: null }, [part(1, 1)], USD)).toBeNull();
});

test('5.1-2: percentages that do not come to 100 are said with what is missing or too much', () => {
  const shares = (...tenThousandths: number[]) =>
    tenThousandths.map((value, at) => ({ percent: percent(value), isRounding: at === 0 }));
  expect(sharesNotice(shares(600000, 400000))).toBeNull();
  expect(sharesNotice(shares(600000, 333333))).toBe(
    'The percentages of the customers come to 93.3333 %; they must come to 100 %. 6.6667 % is missing: raise a percentage, or use Evenly distribute.',
  );
  expect(sharesNotice(shares(600000, 500000))).toContain('10 % is too much');
  expect(sharesNotice(shares(0, 1000000))).toBe(
    'Exactly one customer with more than 0 % must be the rounding customer.',
  );
});
