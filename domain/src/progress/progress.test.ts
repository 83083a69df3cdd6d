import type { SourceStatus } from '../statuses';
import { all, progressLine, storedProgress, written } from '../testing/milestones';
import { codesOf, decided, inUsd, pct, USD, usd } from '../testing/values';
import { minorUnits } from '../money/minorUnits';
import { markHeader, markSlices, type MarkFacts } from './markProgress';
import { amountForCompletion, type NextInvoicePatch, requestNextInvoice } from './nextInvoice';
import { type ProgressMilestone } from './progressMilestone';
import { changeSliceStatuses } from './settle';

const FACTS: MarkFacts = { contractStatus: 'Confirmed', currency: USD, invoiceNames: new Map() };

/** The milestone after a request for the next invoice. */
function asked(milestone: ProgressMilestone, patch: NextInvoicePatch): ProgressMilestone {
  const { percent, amountMinor } = decided(
    requestNextInvoice({ ...milestone, contractStatus: 'Confirmed', currency: USD }, patch),
  );
  return {
    ...milestone,
    progress: { ...milestone.progress, nextInvoicePercent: percent, nextInvoiceAmountMinor: amountMinor },
  };
}
const refusal = (
  milestone: ProgressMilestone,
  patch: NextInvoicePatch,
  contractStatus: 'Confirmed' | 'Lost' = 'Confirmed',
) => codesOf(requestNextInvoice({ ...milestone, contractStatus, currency: USD }, patch));

/** The milestone after the header was marked. */
function marked(milestone: ProgressMilestone, mark: 'Ready' | 'NotReady' = 'Ready'): ProgressMilestone {
  const { outcomes, change } = markHeader(milestone, mark, FACTS);
  if (outcomes.outcome === 'refused') throw new Error(`Refused: ${codesOf(outcomes.violations).join()}`);
  return written(milestone, change);
}
const headerRefusal = (milestone: ProgressMilestone, mark: 'Ready' | 'NotReady', facts = FACTS) => {
  const { outcomes } = markHeader(milestone, mark, facts);
  return outcomes.outcome === 'refused' ? codesOf(outcomes.violations) : outcomes.outcome;
};
/** The milestone after these slices took a status: draft, release, confirmation, credit. */
const became = (milestone: ProgressMilestone, status: SourceStatus, ...ids: string[]): ProgressMilestone =>
  written(milestone, changeSliceStatuses(milestone, all(ids, status)));
const toSlices = (milestone: ProgressMilestone, mark: 'Ready' | 'NotReady', ...ids: string[]): ProgressMilestone =>
  written(milestone, markSlices(milestone, ids, mark, FACTS).change);

/** Each slice as "customer round amount status", in the order of customer and round. */
const slices = ({ splits }: ProgressMilestone): string[] =>
  splits
    .map(
      ({ lineCustomerId, round, amountMinor, billingStatus }) =>
        `${lineCustomerId} ${round} ${inUsd(amountMinor)} ${billingStatus}`,
    )
    .sort();
const idsOf = ({ splits }: ProgressMilestone, round: number): string[] =>
  splits.filter((slice) => slice.round === round).map(({ id }) => id);

const one = () => storedProgress(progressLine('100'), { amount: '1000' });
const two = () => storedProgress(progressLine('60', '40'), { amount: '1000', tax: '190' });
/** Two customers, a first round of 20 % open and Ready. */
const twoOpen = () => marked(asked(two(), { percent: pct('20') }));

test('12-5: 20 %, again 20 %, then 60 % of 1,000 are 200, 200 and exactly 600', () => {
  let milestone = marked(asked(one(), { percent: pct('20') }));
  expect(slices(milestone)).toEqual(['c1 0 800.00 NotReady', 'c1 1 200.00 Ready']);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 1)),
    'InvoicePosted',
    ...idsOf(milestone, 1),
  );
  milestone = marked(asked(milestone, { percent: pct('20') }));
  expect(slices(milestone)).toEqual(['c1 0 600.00 NotReady', 'c1 1 200.00 InvoicePosted', 'c1 2 200.00 Ready']);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 2)),
    'InvoicePosted',
    ...idsOf(milestone, 2),
  );
  milestone = marked(asked(milestone, { percent: pct('60') }));
  expect(slices(milestone)).toEqual(['c1 1 200.00 InvoicePosted', 'c1 2 200.00 InvoicePosted', 'c1 3 600.00 Ready']);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 3)),
    'InvoicePosted',
    ...idsOf(milestone, 3),
  );
  expect(milestone.headerStatus).toBe('Completed');
  expect(milestone.progress).toEqual({
    nextInvoicePercent: null,
    nextInvoiceAmountMinor: null,
    nextInvoiceStatus: 'NotReady',
    openRound: null,
    percentAllotted: pct('100'),
    invoicedToDateMinor: usd('1000'),
    percentInvoiced: pct('100'),
    remainingAmountMinor: 0,
  });
});

test('3.4-1: invoiced to date, remaining amount and percent invoiced follow the Posted slices', () => {
  const open = twoOpen();
  const [first] = idsOf(open, 1);
  const part = became(became(open, 'InvoiceCreated', ...idsOf(open, 1)), 'InvoicePosted', first!);
  expect(part.progress).toMatchObject({
    invoicedToDateMinor: usd('120'),
    remainingAmountMinor: usd('880'),
    percentInvoiced: pct('12'),
  });
});

test('3.4-2: the amount is always allotted + open remainder, percentages of the rounds add up', () => {
  const open = twoOpen();
  expect(slices(open)).toEqual([
    'c1 0 480.00 NotReady',
    'c1 1 120.00 Ready',
    'c2 0 320.00 NotReady',
    'c2 1 80.00 Ready',
  ]);
  expect(open.progress).toMatchObject({ percentAllotted: pct('20'), openRound: 1, nextInvoiceStatus: 'Ready' });
});

test('3.4-3: the server writes the other of percentage and amount; if both come the amount counts', () => {
  const of = (patch: NextInvoicePatch) => {
    const { nextInvoicePercent, nextInvoiceAmountMinor } = asked(one(), patch).progress;
    return [nextInvoicePercent, nextInvoiceAmountMinor];
  };
  expect(of({ percent: pct('33.3333') })).toEqual([pct('33.3333'), usd('333.33')]);
  expect(of({ amountMinor: usd('333.33') })).toEqual([pct('33.333'), usd('333.33')]);
  expect(of({ percent: pct('50'), amountMinor: usd('100') })).toEqual([pct('10'), usd('100')]);
  expect(of({ percent: null, amountMinor: null })).toEqual([null, null]);
  expect(of({ percent: pct('50'), amountMinor: null })).toEqual([pct('50'), usd('500')]);
});

test('3.4-3: cumulative entry asks for what brings the work to c %', () => {
  const open = twoOpen();
  expect(amountForCompletion(open, pct('35'))).toBe(usd('150'));
  expect(amountForCompletion(open, pct('10'))).toBe(usd('-100'));
});

test('3.4-4: a percentage that brings all rounds to 100 takes exactly the open remainder', () => {
  let milestone = storedProgress(progressLine('100'), { amount: '100.01' });
  for (const round of [1, 2]) {
    milestone = marked(asked(milestone, { percent: pct('33.3333') }));
    milestone = became(
      became(milestone, 'InvoiceCreated', ...idsOf(milestone, round)),
      'InvoicePosted',
      ...idsOf(milestone, round),
    );
  }
  expect(slices(milestone)).toEqual(['c1 0 33.33 NotReady', 'c1 1 33.34 InvoicePosted', 'c1 2 33.34 InvoicePosted']);
  expect(asked(milestone, { percent: pct('33.3333') }).progress.nextInvoiceAmountMinor).toBe(usd('33.33'));
});

test('BBL-PRG-02, BBL-PRG-03: the next amount is above 0 and not above the open remainder, percentages not above 100', () => {
  const open = { ...twoOpen(), progress: { ...twoOpen().progress, nextInvoiceStatus: 'NotReady' as const } };
  expect(refusal(open, { amountMinor: usd('800.01') })).toEqual(['BBL-PRG-02']);
  expect(refusal(open, { amountMinor: usd('800') })).toEqual([]);
  expect(refusal(open, { percent: pct('80.0003') })).toEqual(['BBL-PRG-02']);
  expect(refusal(open, { percent: pct('80.0002') })).toEqual([]);
  expect(refusal(open, { amountMinor: usd('0') })).toEqual(['BBL-PRG-03']);
  expect(refusal(open, { percent: pct('0') })).toEqual(['BBL-PRG-03']);
  expect(refusal(storedProgress(progressLine('100'), { amount: '0.10' }), { percent: pct('1') })).toEqual([
    'BBL-PRG-03',
  ]);
  expect(refusal(open, { amountMinor: minorUnits(-1) })).toEqual(['BBL-GRD-11']);
});

test('BBL-PRG-04: the request can be written only while the next invoice is Not ready', () => {
  expect(refusal(twoOpen(), { percent: pct('10') })).toEqual(['BBL-PRG-04']);
  expect(refusal(twoOpen(), { percent: null })).toEqual(['BBL-PRG-04']);
});

test('BBL-PRG-07: only progress-based milestones have a next invoice', () => {
  expect(
    codesOf(
      requestNextInvoice(
        { ...two(), progress: null, contractStatus: 'Confirmed', currency: USD },
        { percent: pct('10') },
      ),
    ),
  ).toEqual(['BBL-PRG-07']);
});

test('3.11-3: below a Lost contract no next invoice is asked for', () => {
  expect(refusal(two(), { percent: pct('10') }, 'Lost')).toEqual(['BBL-CON-04']);
});

test('3.4-5: slices are cut from the cumulative amount, a spent remainder goes', () => {
  let milestone = storedProgress(progressLine('33.33', '33.33', '33.34'), { amount: '0.10' });
  milestone = marked(asked(milestone, { amountMinor: usd('0.05') }));
  expect(slices(milestone)).toEqual([
    'c1 0 0.01 NotReady',
    'c1 1 0.02 Ready',
    'c2 0 0.01 NotReady',
    'c2 1 0.02 Ready',
    'c3 0 0.03 NotReady',
    'c3 1 0.01 Ready',
  ]);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 1)),
    'InvoicePosted',
    ...idsOf(milestone, 1),
  );
  milestone = marked(asked(milestone, { amountMinor: usd('0.05') }));
  expect(slices(milestone)).toEqual([
    'c1 1 0.02 InvoicePosted',
    'c1 2 0.01 Ready',
    'c2 1 0.02 InvoicePosted',
    'c2 2 0.01 Ready',
    'c3 1 0.01 InvoicePosted',
    'c3 2 0.03 Ready',
  ]);
});

test('3.4-6: tax follows the cumulative amount in the same way', () => {
  const { splits } = twoOpen();
  const taxOf = (round: number) =>
    splits.filter((slice) => slice.round === round).map(({ taxMinor }) => inUsd(taxMinor));
  expect(taxOf(1)).toEqual(['22.80', '15.20']);
  expect(taxOf(0)).toEqual(['91.20', '60.80']);
});

test('3.4-6: a slice without amount carries no tax, except in the round that takes the whole remainder', () => {
  let milestone = storedProgress(progressLine('1', '99'), { amount: '1', tax: '100' });
  milestone = marked(asked(milestone, { amountMinor: usd('0.20') }));
  const slicesOf = (round: number) =>
    milestone.splits
      .filter((slice) => slice.round === round)
      .map(({ lineCustomerId, amountMinor, taxMinor }) => [lineCustomerId, inUsd(amountMinor), inUsd(taxMinor)]);
  expect(slicesOf(1)).toEqual([['c2', '0.20', '19.80']]);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 1)),
    'InvoicePosted',
    ...idsOf(milestone, 1),
  );
  milestone = marked(asked(milestone, { amountMinor: usd('0.80') }));
  expect(slicesOf(2)).toEqual([
    ['c1', '0.01', '1.00'],
    ['c2', '0.79', '79.20'],
  ]);
});

test('3.4-7: a customer whose slice is 0 gets none; for a tiny amount the rounding slice can be negative', () => {
  const milestone = marked(
    asked(storedProgress(progressLine('33', '33', '34'), { amount: '100' }), { amountMinor: usd('0.02') }),
  );
  expect(slices(milestone).filter((slice) => slice.includes(' 1 '))).toEqual(['c1 1 0.01 Ready', 'c2 1 0.01 Ready']);
  const tiny = marked(
    asked(storedProgress(progressLine('30', '30', '30', '10'), { amount: '100' }), { amountMinor: usd('0.02') }),
  );
  expect(slices(tiny)).toEqual([
    'c1 0 29.99 NotReady',
    'c1 1 0.01 Ready',
    'c2 0 29.99 NotReady',
    'c2 1 0.01 Ready',
    'c3 0 29.99 NotReady',
    'c3 1 0.01 Ready',
    'c4 0 10.01 NotReady',
    'c4 1 -0.01 Ready',
  ]);
});

test('3.4-7: a rounding customer whose remainder was spent owes the remainder what a tiny amount takes from it', () => {
  let milestone = marked(
    asked(storedProgress(progressLine('30', '30', '30', '10'), { amount: '0.04' }), { amountMinor: usd('0.01') }),
  );
  expect(slices(milestone)).toEqual([
    'c1 0 0.01 NotReady',
    'c2 0 0.01 NotReady',
    'c3 0 0.01 NotReady',
    'c4 1 0.01 Ready',
  ]);
  milestone = became(
    became(milestone, 'InvoiceCreated', ...idsOf(milestone, 1)),
    'InvoicePosted',
    ...idsOf(milestone, 1),
  );
  milestone = marked(asked(milestone, { amountMinor: usd('0.01') }));
  expect(slices(milestone)).toEqual([
    'c1 2 0.01 Ready',
    'c2 2 0.01 Ready',
    'c3 2 0.01 Ready',
    'c4 0 0.02 NotReady',
    'c4 1 0.01 InvoicePosted',
    'c4 2 -0.02 Ready',
  ]);
});

test('3.4-8: the open round is emptied when it is wholly Posted, and replaced when the next one opens', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const created = became(open, 'InvoiceCreated', a!, b!);
  expect(became(created, 'InvoicePosted', a!).progress.openRound).toBe(1);
  const posted = became(became(created, 'InvoicePosted', a!), 'InvoicePosted', b!);
  expect(posted.progress.openRound).toBeNull();
  expect(marked(asked(posted, { percent: pct('10') })).progress.openRound).toBe(2);
});

test('3.4-9: next invoice status is Created, else Ready, else Not ready', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const half = became(open, 'InvoiceCreated', a!);
  expect(half.progress.nextInvoiceStatus).toBe('InvoiceCreated');
  expect(became(half, 'Ready', a!).progress.nextInvoiceStatus).toBe('Ready');
  const posted = became(half, 'InvoicePosted', a!);
  expect(posted.progress.nextInvoiceStatus).toBe('Ready');
  expect(toSlices(posted, 'NotReady', b!).progress.nextInvoiceStatus).toBe('NotReady');
});

test('3.4-10, 3.4-20: one of several slices is held and taken back by itself', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const held = toSlices(open, 'NotReady', a!);
  expect(slices(held)).toEqual([
    'c1 0 480.00 NotReady',
    'c1 1 120.00 NotReady',
    'c2 0 320.00 NotReady',
    'c2 1 80.00 Ready',
  ]);
  expect(held.progress).toMatchObject({ nextInvoiceStatus: 'Ready', openRound: 1 });
  expect(slices(toSlices(held, 'Ready', a!))).toEqual(slices(open));
  const withdrawn = toSlices(held, 'NotReady', b!);
  expect(slices(withdrawn)).toEqual(['c1 0 600.00 NotReady', 'c2 0 400.00 NotReady']);
});

test('3.4-11: withdrawing gives amounts, taxes and percentage back; the number is used again and the request stays', () => {
  const withdrawn = marked(twoOpen(), 'NotReady');
  const start = two();
  expect(withdrawn.splits).toEqual(start.splits);
  expect(withdrawn.progress).toEqual({
    ...start.progress,
    nextInvoicePercent: pct('20'),
    nextInvoiceAmountMinor: usd('200'),
  });
  expect(withdrawn.headerStatus).toBe('NotStarted');
  expect(marked(withdrawn).progress.openRound).toBe(1);
});

test('3.4-11: a slice whose customer has no round 0 slice becomes that slice itself', () => {
  const open = marked(asked(two(), { amountMinor: usd('1000') }));
  expect(slices(open)).toEqual(['c1 1 600.00 Ready', 'c2 1 400.00 Ready']);
  const ids = idsOf(open, 1);
  const withdrawn = marked(open, 'NotReady');
  expect(slices(withdrawn)).toEqual(['c1 0 600.00 NotReady', 'c2 0 400.00 NotReady']);
  expect(idsOf(withdrawn, 0)).toEqual(ids);
});

test('3.4-11: a merged slice was set to Not ready first: its history says so', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const { change } = markHeader(open, 'NotReady', FACTS);
  expect(change.slices.removedIds).toEqual([a, b]);
  expect(change.statusChanges).toEqual([
    { id: a, from: 'Ready', to: 'NotReady' },
    { id: b, from: 'Ready', to: 'NotReady' },
  ]);
});

test('3.4-12: held slices of earlier rounds are marked by themselves and do not touch the next invoice', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const held = toSlices(became(became(open, 'InvoiceCreated', a!), 'InvoicePosted', a!), 'NotReady', b!);
  const second = marked(asked(held, { percent: pct('10') }));
  expect(second.progress).toMatchObject({ openRound: 2, nextInvoiceStatus: 'Ready', percentAllotted: pct('30') });
  const created = became(second, 'InvoiceCreated', ...idsOf(second, 2));
  const early = toSlices(created, 'Ready', b!);
  expect(early.progress.nextInvoiceStatus).toBe('InvoiceCreated');
  expect(slices(early)).toContain('c2 1 80.00 Ready');
});

test('3.4-13: a next invoice that is over empties its request, a withdrawn one keeps it', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const created = became(open, 'InvoiceCreated', a!, b!);
  expect(became(created, 'InvoicePosted', a!, b!).progress).toMatchObject({
    nextInvoicePercent: null,
    nextInvoiceAmountMinor: null,
  });
  const part = became(became(open, 'InvoiceCreated', a!), 'InvoicePosted', a!);
  expect(part.progress).toMatchObject({ nextInvoicePercent: pct('20'), nextInvoiceAmountMinor: usd('200') });
  expect(toSlices(part, 'NotReady', b!).progress).toMatchObject({
    nextInvoicePercent: null,
    nextInvoiceAmountMinor: null,
    openRound: 1,
  });
});

test('3.4-13: a request entered after a partly confirmed round was held stays until the next invoice is over', () => {
  const open = twoOpen();
  const [a, b] = idsOf(open, 1);
  const held = toSlices(became(became(open, 'InvoiceCreated', a!), 'InvoicePosted', a!), 'NotReady', b!);
  const next = asked(held, { percent: pct('10') });
  expect(became(next, 'Ready', a!).progress.nextInvoicePercent).toBe(pct('10'));
});

test('3.4-14, BBL-PRG-01, BBL-PRG-06: the header opens a round when an amount was entered and something is open', () => {
  expect(headerRefusal(two(), 'Ready')).toEqual(['BBL-PRG-01']);
  const nothing = storedProgress(progressLine('100'), { amount: '0' });
  expect(headerRefusal(nothing, 'Ready')).toEqual(['BBL-PRG-06']);
  const stale = (amountMinor: number) => ({
    ...two(),
    progress: { ...two().progress, nextInvoiceAmountMinor: minorUnits(amountMinor) },
  });
  expect(headerRefusal(stale(0), 'Ready')).toEqual(['BBL-PRG-03']);
  expect(headerRefusal(stale(100_001), 'Ready')).toEqual(['BBL-PRG-02']);
  expect(markHeader(asked(two(), { percent: pct('20') }), 'Ready', FACTS).outcomes).toEqual({
    outcome: 'changed',
    from: 'NotReady',
    to: 'Ready',
  });
});

test('3.4-15: Ready again takes back held slices; without one it is unchanged', () => {
  const open = twoOpen();
  const [a] = idsOf(open, 1);
  expect(headerRefusal(open, 'Ready')).toBe('unchanged');
  const held = toSlices(open, 'NotReady', a!);
  const { outcomes, change } = markHeader(held, 'Ready', FACTS);
  expect(outcomes.outcome).toBe('changed');
  expect(change.statusChanges).toEqual([{ id: a, from: 'NotReady', to: 'Ready' }]);
});

test('3.4-16, BBL-PRG-05: a round with billing activity is not withdrawn', () => {
  const open = twoOpen();
  const [a] = idsOf(open, 1);
  const part = became(became(open, 'InvoiceCreated', a!), 'InvoicePosted', a!);
  expect(headerRefusal(part, 'NotReady')).toEqual(['BBL-PRG-05']);
  expect(headerRefusal(two(), 'NotReady')).toBe('unchanged');
});

test('3.4-17, BBL-PRG-05: a next invoice on a draft is marked neither way', () => {
  const created = became(twoOpen(), 'InvoiceCreated', 's3');
  expect(headerRefusal(created, 'Ready')).toEqual(['BBL-PRG-05']);
  expect(headerRefusal(created, 'NotReady')).toEqual(['BBL-PRG-05']);
});

test('BBL-CON-04: on a Lost contract no next invoice opens and no slice becomes Ready', () => {
  const lost: MarkFacts = { ...FACTS, contractStatus: 'Lost' };
  expect(headerRefusal(asked(two(), { percent: pct('20') }), 'Ready', lost)).toEqual(['BBL-CON-04']);
  const [outcome] = markSlices(two(), ['s1'], 'Ready', lost).outcomes;
  expect(outcome).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-CON-04' }] });
});

test('3.4-18, 12-15: the whole open remainder marked and set back: the same rows, in round 0, Not ready', () => {
  const start = two();
  const whole = toSlices(start, 'Ready', 's1', 's2');
  expect(slices(whole)).toEqual(['c1 1 600.00 Ready', 'c2 1 400.00 Ready']);
  expect(idsOf(whole, 1)).toEqual(['s1', 's2']);
  expect(whole.progress).toMatchObject({
    nextInvoiceAmountMinor: usd('1000'),
    nextInvoicePercent: pct('100'),
    openRound: 1,
    nextInvoiceStatus: 'Ready',
  });
  const back = toSlices(whole, 'NotReady', 's1', 's2');
  expect(back.splits).toEqual(start.splits);
  expect(back.progress).toMatchObject({ openRound: null, percentAllotted: 0, nextInvoiceStatus: 'NotReady' });
});

test('3.4-18: the remainder marked in part enters its round whole; the others stay Not ready', () => {
  const part = toSlices(two(), 'Ready', 's1');
  expect(slices(part)).toEqual(['c1 1 600.00 Ready', 'c2 1 400.00 NotReady']);
  expect(slices(toSlices(part, 'Ready', 's2'))).toEqual(['c1 1 600.00 Ready', 'c2 1 400.00 Ready']);
  expect(slices(toSlices(part, 'NotReady', 's1'))).toEqual(['c1 0 600.00 NotReady', 'c2 0 400.00 NotReady']);
});

test('3.4-18, BBL-PRG-06: an empty slice of round 0 stays behind and cannot be marked', () => {
  const milestone = storedProgress(progressLine('1', '99'), { amount: '0.10' });
  const [empty, full] = markSlices(milestone, ['s1', 's2'], 'Ready', FACTS).outcomes;
  expect(empty).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-PRG-06' }] });
  expect(full).toMatchObject({ outcome: 'changed' });
  const whole = toSlices(milestone, 'Ready', 's2');
  expect(slices(whole)).toEqual(['c1 0 0.00 NotReady', 'c2 1 0.10 Ready']);
  expect(became(became(whole, 'InvoiceCreated', 's2'), 'InvoicePosted', 's2').headerStatus).toBe('Completed');
});

test('3.4-19, BBL-PRG-04: round 0 waits while a next invoice is under way', () => {
  const open = twoOpen();
  for (const milestone of [open, became(open, 'InvoiceCreated', 's3')]) {
    const [outcome] = markSlices(milestone, ['s1'], 'Ready', FACTS).outcomes;
    expect(outcome).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-PRG-04' }] });
  }
});

test('3.4-21: a slice released to Not ready follows rule 10', () => {
  const open = twoOpen();
  const created = became(open, 'InvoiceCreated', ...idsOf(open, 1));
  const one = became(created, 'NotReady', 's3');
  expect(one.progress).toMatchObject({ nextInvoiceStatus: 'InvoiceCreated', openRound: 1 });
  const released = became(created, 'NotReady', ...idsOf(created, 1));
  expect(slices(released)).toEqual(['c1 0 600.00 NotReady', 'c2 0 400.00 NotReady']);
  expect(released.headerStatus).toBe('NotStarted');
});

test('3.4-22: a slice on an invoice is marked neither way, and the sentence names the invoice', () => {
  const created = became(twoOpen(), 'InvoiceCreated', 's3');
  const facts = { ...FACTS, invoiceNames: new Map([['s3', 'INV-7']]) };
  expect(markSlices(created, ['s3'], 'NotReady', facts).outcomes).toMatchObject([
    { violations: [{ code: 'BBL-MST-02', args: { invoice: 'INV-7' } }] },
  ]);
  const posted = became(created, 'InvoicePosted', 's3');
  expect(markSlices(posted, ['s3'], 'Ready', facts).outcomes).toMatchObject([{ violations: [{ code: 'BBL-MST-03' }] }]);
});

test('3.4-23: a credited slice goes to Ready and the header to In Progress; the next invoice stays Not ready', () => {
  const whole = toSlices(two(), 'Ready', 's1', 's2');
  const posted = became(became(whole, 'InvoiceCreated', 's1', 's2'), 'InvoicePosted', 's1', 's2');
  expect(posted.headerStatus).toBe('Completed');
  const credited = became(posted, 'Ready', 's1');
  expect(credited.headerStatus).toBe('InProgress');
  expect(credited.progress).toMatchObject({
    nextInvoiceStatus: 'NotReady',
    openRound: null,
    invoicedToDateMinor: usd('400'),
    remainingAmountMinor: usd('600'),
  });
});

test('3.1-1: a slice named twice is unchanged the second time, a slice of another milestone is a bug', () => {
  expect(markSlices(two(), ['s1', 's1'], 'Ready', FACTS).outcomes.map(({ outcome }) => outcome)).toEqual([
    'changed',
    'unchanged',
  ]);
  expect(markSlices(two(), ['s1'], 'NotReady', FACTS).outcomes).toEqual([{ outcome: 'unchanged' }]);
  expect(() => markSlices(two(), ['other'], 'Ready', FACTS)).toThrow();
});

test('3.4-5: a command that changes nothing writes nothing', () => {
  const milestone = twoOpen();
  const { change } = markHeader(milestone, 'Ready', FACTS);
  expect(change.slices).toEqual({ created: [], updated: [], removedIds: [] });
  expect(change.statusChanges).toEqual([]);
});
