import Big from 'big.js';
import fc from 'fast-check';
import { deriveHeaderStatus } from '../milestone/headerStatus';
import type { ExistingSplit } from '../milestone/milestone';
import { minorUnits } from '../money/minorUnits';
import { percent } from '../money/percent';
import { splitByShares } from '../split/splitAmount';
import type { SourceStatus } from '../statuses';
import { planMilestone } from '../milestone/createMilestone';
import { all, written } from '../testing/milestones';
import { day, USD } from '../testing/values';
import { markHeader, markSlices, type MarkFacts } from './markProgress';
import { requestNextInvoice } from './nextInvoice';
import type { ProgressMilestone } from './progressMilestone';
import { changeSliceStatuses, nextInvoiceStatusOf } from './settle';

const FACTS: MarkFacts = { contractStatus: 'Confirmed', currency: USD, invoiceNames: new Map() };

/** 1 to 6 customers whose percentages total 100; the last is rounding. */
const customers = fc.array(fc.integer({ min: 1, max: 199_999 }), { minLength: 0, maxLength: 5 }).map((some) => {
  const shares = [...some, 1_000_000 - some.reduce((total, share) => total + share, 0)];
  return shares.map((share, index) => ({
    lineCustomerId: `c${index}`,
    accountId: '',
    percent: percent(share),
    isRounding: index === shares.length - 1,
  }));
});
const milestones = fc
  .tuple(customers, fc.oneof(fc.integer({ min: 1, max: 50 }), fc.nat(1e12)), fc.nat(1e9))
  .map(([shares, amount, tax]) => {
    const figures = {
      name: 'Build',
      date: day('2026-03-31'),
      amountMinor: minorUnits(amount + 1),
      taxMinor: minorUnits(tax),
    };
    const { splits, ...header } = planMilestone(figures, { scheduleType: 'ProgressBased', shares });
    const stored = splits.map((split, index) => ({ ...split, id: `s${index + 1}`, wasInvoiced: false }));
    return { ...header, splits: stored } as ProgressMilestone;
  });

/** One step of a story: what is done, and to which slice or for which share. */
const steps = fc.array(
  fc.tuple(
    fc.constantFrom(
      'percent',
      'amount',
      'rest',
      'ready',
      'notReady',
      'sliceReady',
      'sliceNotReady',
      'draft',
      'release',
      'releaseNotReady',
      'confirm',
      'credit',
    ),
    fc.nat(1_000_000),
  ),
  { minLength: 1, maxLength: 40 },
);
type Step = readonly [string, number];

function after(milestone: ProgressMilestone, [kind, pick]: Step): ProgressMilestone {
  const slice = milestone.splits[pick % milestone.splits.length]!;
  const event = (from: SourceStatus, to: SourceStatus): ProgressMilestone =>
    slice.billingStatus === from ? written(milestone, changeSliceStatuses(milestone, all([slice.id], to))) : milestone;
  switch (kind) {
    case 'percent':
      return asked(milestone, { percent: percent(pick) });
    case 'amount':
      return asked(milestone, { amountMinor: minorUnits(pick % (openRemainder(milestone) + 1)) });
    case 'rest':
      return asked(milestone, { amountMinor: minorUnits(openRemainder(milestone)) });
    case 'ready':
      return written(milestone, markHeader(milestone, 'Ready', FACTS).change);
    case 'notReady':
      return written(milestone, markHeader(milestone, 'NotReady', FACTS).change);
    case 'sliceReady':
      return written(milestone, markSlices(milestone, [slice.id], 'Ready', FACTS).change);
    case 'sliceNotReady':
      return written(milestone, markSlices(milestone, [slice.id], 'NotReady', FACTS).change);
    case 'draft':
      return event('Ready', 'InvoiceCreated');
    case 'release':
      return event('InvoiceCreated', 'Ready');
    case 'releaseNotReady':
      return event('InvoiceCreated', 'NotReady');
    case 'confirm':
      return event('InvoiceCreated', 'InvoicePosted');
    default:
      return event('InvoicePosted', 'Ready');
  }
}

function asked(milestone: ProgressMilestone, patch: Parameters<typeof requestNextInvoice>[1]): ProgressMilestone {
  const ruling = requestNextInvoice({ ...milestone, contractStatus: 'Confirmed', currency: USD }, patch);
  if (!ruling.ok) return milestone;
  const { percent: nextInvoicePercent, amountMinor: nextInvoiceAmountMinor } = ruling.value;
  return { ...milestone, progress: { ...milestone.progress, nextInvoicePercent, nextInvoiceAmountMinor } };
}

const total = (slices: readonly ExistingSplit[], figure: 'amountMinor' | 'taxMinor'): number =>
  slices.reduce((sum, slice) => sum + slice[figure], 0);
const openRemainder = ({ splits }: ProgressMilestone): number =>
  Math.max(
    0,
    total(
      splits.filter(({ round }) => round === 0),
      'amountMinor',
    ),
  );

/** What holds after every step, whatever happened before. */
function expectSound(milestone: ProgressMilestone, shares: readonly ExistingSplit[]): void {
  const { splits, progress } = milestone;
  const amountParts = splitByShares(milestone.amountMinor, shares);
  const taxParts = splitByShares(milestone.taxMinor, shares);
  shares.forEach(({ lineCustomerId }, index) => {
    const own = splits.filter((slice) => slice.lineCustomerId === lineCustomerId);
    expect(total(own, 'amountMinor')).toBe(amountParts[index]);
    expect(total(own, 'taxMinor')).toBe(taxParts[index]);
    expect(own.filter(({ round }) => round === 0).length).toBeLessThanOrEqual(1);
  });
  const posted = splits.filter(({ billingStatus }) => billingStatus === 'InvoicePosted');
  expect(progress.invoicedToDateMinor).toBe(total(posted, 'amountMinor'));
  expect(progress.remainingAmountMinor).toBe(milestone.amountMinor - progress.invoicedToDateMinor);
  expect(milestone.headerStatus).toBe(deriveHeaderStatus(splits, 'ProgressBased'));
  const members = progress.openRound === null ? [] : splits.filter(({ round }) => round === progress.openRound);
  expect(progress.nextInvoiceStatus).toBe(nextInvoiceStatusOf(members));
  expect(splits.filter(({ round, billingStatus }) => round === 0 && billingStatus !== 'NotReady')).toEqual([]);
  if (!splits.some(({ round }) => round > 0)) expect(progress.percentAllotted).toBe(0);
}

test('3.4-2: whatever is asked, marked, billed and returned, every customer keeps exactly its part of the whole', () => {
  const sound = fc.property(milestones, steps, (start, story) => {
    const shares = start.splits;
    story.reduce((milestone, step) => {
      const next = after(milestone, step);
      expectSound(next, shares);
      return next;
    }, start);
  });
  fc.assert(sound, { seed: 20260331, numRuns: 500 });
});

test('3.4-5: rounds of any percentages drift by nothing: each cumulative part is the split of the cumulative amount', () => {
  const noDrift = fc.property(
    milestones,
    fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 8 }),
    (start, shares) => {
      let milestone = start;
      for (const share of shares) {
        const opened = after(asked(milestone, { percent: percent(share) }), ['ready', 0]);
        const round = opened.progress.openRound;
        if (round === null || opened.progress.nextInvoiceStatus !== 'Ready') continue;
        const inRounds = opened.splits.filter((slice) => slice.round > 0);
        const parts = splitByShares(minorUnits(total(inRounds, 'amountMinor')), start.splits);
        start.splits.forEach(({ lineCustomerId }, index) => {
          expect(
            total(
              inRounds.filter((slice) => slice.lineCustomerId === lineCustomerId),
              'amountMinor',
            ),
          ).toBe(parts[index]);
        });
        const ids = opened.splits.filter((slice) => slice.round === round).map(({ id }) => id);
        milestone = written(opened, changeSliceStatuses(opened, all(ids, 'InvoiceCreated')));
        milestone = written(milestone, changeSliceStatuses(milestone, all(ids, 'InvoicePosted')));
        const invoiced = new Big(milestone.progress.invoicedToDateMinor).times(1_000_000);
        const oracle = invoiced.div(milestone.amountMinor).round(0, Big.roundHalfUp).toNumber();
        expect(milestone.progress.percentInvoiced).toBe(oracle);
      }
    },
  );
  fc.assert(noDrift, { seed: 20260331, numRuns: 300 });
});

test('3.4-11: opening a round and withdrawing it leaves every amount as it was', () => {
  const undone = fc.property(milestones, fc.integer({ min: 1, max: 1_000_000 }), (start, share) => {
    const request = asked(start, { percent: percent(share) });
    const opened = after(request, ['ready', 0]);
    const back = opened === request ? opened : after(opened, ['notReady', 0]);
    const figures = ({ splits }: ProgressMilestone) =>
      splits
        .map(({ lineCustomerId, round, amountMinor, taxMinor, billingStatus }) =>
          [lineCustomerId, round, amountMinor, taxMinor, billingStatus].join(),
        )
        .sort();
    expect(figures(back)).toEqual(figures(start));
    expect(back.progress).toEqual(request.progress);
  });
  fc.assert(undone, { seed: 20260331, numRuns: 300 });
});
