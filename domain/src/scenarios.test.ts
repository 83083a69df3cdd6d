import { selectSources } from './invoice/selection';
import { splitContent } from './invoice/source';
import { markSplit } from './milestone/markSplit';
import type { ExistingMilestone } from './milestone/milestone';
import { type BillingEvent, nextStatus } from './milestone/transitions';
import { markHeader } from './progress/markProgress';
import { isProgressBased, type ProgressMilestone } from './progress/progressMilestone';
import { changeSliceStatuses, headerStatusAfter } from './progress/settle';
import { requestNextInvoice } from './progress/nextInvoice';
import type { SourceStatus } from './statuses';
import { fixedPriceLine, progressLine, shares, storedMilestone, storedProgress, written } from './testing/milestones';
import { namedRequest, readySplit } from './testing/sources';
import { decided, pct, USD } from './testing/values';
import { BILLING_STATUS_WORDS, HEADER_STATUS_WORDS } from './words';

const FACTS = { contractStatus: 'Confirmed', statusAfterRelease: 'ready' } as const;
const [NOT_READY, READY, CREATED, POSTED] = [
  'Not ready to invoice',
  'Ready to invoice',
  'Customer invoice created',
  'Customer invoice posted',
];

/** The milestone after the server gave these splits their statuses. */
function withStatuses<M extends ExistingMilestone>(milestone: M, statuses: ReadonlyMap<string, SourceStatus>): M {
  if (isProgressBased(milestone)) return written(milestone, changeSliceStatuses(milestone, statuses)) as unknown as M;
  const splits = milestone.splits.map((split) => ({
    ...split,
    billingStatus: statuses.get(split.id) ?? split.billingStatus,
  }));
  return { ...milestone, splits, headerStatus: headerStatusAfter(milestone, statuses) };
}

/** `event` for every split that the state table lets go that way; of one customer if it is given. */
function happened<M extends ExistingMilestone>(milestone: M, event: BillingEvent, customer?: string): M {
  const statuses = milestone.splits
    .filter(({ lineCustomerId }) => customer === undefined || lineCustomerId === customer)
    .flatMap(({ id, billingStatus }) => {
      const to = nextStatus(billingStatus, event, FACTS);
      return to === undefined ? [] : [[id, to] as const];
    });
  return withStatuses(milestone, new Map(statuses));
}

/** A draft per customer, made by the selection from what is Ready. */
function drafted<M extends ExistingMilestone>(milestone: M): M {
  const sources = milestone.splits.map((split) =>
    readySplit(split.id, {
      contractCustomerId: split.lineCustomerId,
      billingStatus: split.billingStatus,
      content: splitContent(split),
    }),
  );
  const { fillings } = selectSources(namedRequest(sources, { isNamed: false }));
  const customersCount = new Set(milestone.splits.map(({ lineCustomerId }) => lineCustomerId)).size;
  expect(fillings).toHaveLength(customersCount);
  const ids = fillings.flatMap((filling) => filling.sources.map(({ id }) => id));
  return withStatuses(milestone, new Map(ids.map((id) => [id, 'InvoiceCreated'])));
}

function markedReady(milestone: ExistingMilestone): ExistingMilestone {
  const statuses = milestone.splits.map((split) => {
    const outcome = markSplit({ ...split, invoiceName: '', contractStatus: 'Confirmed' }, 'Ready');
    expect(outcome).toEqual({ outcome: 'changed', from: 'NotReady', to: 'Ready' });
    return [split.id, 'Ready'] as const;
  });
  return withStatuses(milestone, new Map(statuses));
}

/** Next invoice % entered and the header marked Ready. */
function nextInvoiceReady(milestone: ProgressMilestone, share: string): ProgressMilestone {
  const request = decided(
    requestNextInvoice({ ...milestone, contractStatus: 'Confirmed', currency: USD }, { percent: pct(share) }),
  );
  const progress = {
    ...milestone.progress,
    nextInvoicePercent: request.percent,
    nextInvoiceAmountMinor: request.amountMinor,
  };
  const asked = { ...milestone, progress };
  return written(
    asked,
    markHeader(asked, 'Ready', { contractStatus: 'Confirmed', currency: USD, invoiceNames: new Map() }).change,
  );
}

/** Milestone billing status as the tables print it: one status, or a combination of those that occur. */
const billing = ({ splits }: ExistingMilestone): string[] =>
  [...new Set(splits.map(({ billingStatus }) => BILLING_STATUS_WORDS[billingStatus]))].sort();
const header = ({ headerStatus }: ExistingMilestone): string => HEADER_STATUS_WORDS[headerStatus];
const row = (milestone: ProgressMilestone) => [
  BILLING_STATUS_WORDS[milestone.progress.nextInvoiceStatus],
  header(milestone),
  billing(milestone),
];

test('3.12-1, 12-1: single customer, completed milestones', () => {
  let milestone = storedMilestone(fixedPriceLine(), { amount: '1000' });
  expect(billing(milestone)).toEqual([NOT_READY]);
  milestone = markedReady(milestone);
  expect(billing(milestone)).toEqual([READY]);
  milestone = drafted(milestone);
  expect(billing(milestone)).toEqual([CREATED]);
  milestone = happened(milestone, 'confirm');
  expect(billing(milestone)).toEqual([POSTED]);
});

test('3.12-2, 12-1: multiple customers, completed milestones', () => {
  let milestone = storedMilestone(fixedPriceLine({ shares: shares('60', '40') }), { amount: '1000' });
  expect([header(milestone), billing(milestone)]).toEqual(['Not Started', [NOT_READY]]);
  milestone = markedReady(milestone);
  expect([header(milestone), billing(milestone)]).toEqual(['In Progress', [READY]]);
  milestone = drafted(milestone);
  expect([header(milestone), billing(milestone)]).toEqual(['In Progress', [CREATED]]);
  milestone = happened(milestone, 'confirm', 'c1');
  expect([header(milestone), billing(milestone)]).toEqual(['In Progress', [CREATED, POSTED]]);
  milestone = happened(milestone, 'confirm', 'c2');
  expect([header(milestone), billing(milestone)]).toEqual(['Completed', [POSTED]]);
});

test('3.12-3, 12-1: single customer, progress-based milestones', () => {
  let milestone = storedProgress(progressLine('100'), { amount: '1000' });
  expect(row(milestone)).toEqual([NOT_READY, 'Not Started', [NOT_READY]]);
  milestone = nextInvoiceReady(milestone, '20');
  expect(row(milestone)).toEqual([READY, 'In Progress', [NOT_READY, READY].sort()]);
  milestone = drafted(milestone);
  expect(row(milestone)).toEqual([CREATED, 'In Progress', [CREATED, NOT_READY]]);
  milestone = happened(milestone, 'confirm');
  expect(row(milestone)).toEqual([NOT_READY, 'In Progress', [POSTED, NOT_READY].sort()]);
  milestone = happened(drafted(nextInvoiceReady(milestone, '80')), 'confirm');
  expect(row(milestone)).toEqual([NOT_READY, 'Completed', [POSTED]]);
});

test('3.12-4, 12-1: multiple customers, progress-based milestones', () => {
  let milestone = storedProgress(progressLine('60', '40'), { amount: '1000' });
  expect(row(milestone)).toEqual([NOT_READY, 'Not Started', [NOT_READY]]);
  milestone = nextInvoiceReady(milestone, '20');
  expect(row(milestone)).toEqual([READY, 'In Progress', [NOT_READY, READY].sort()]);
  milestone = drafted(milestone);
  expect(row(milestone)).toEqual([CREATED, 'In Progress', [CREATED, NOT_READY]]);
  milestone = happened(milestone, 'confirm', 'c1');
  expect(row(milestone)).toEqual([CREATED, 'In Progress', [CREATED, POSTED, NOT_READY].sort()]);
  milestone = happened(milestone, 'confirm', 'c2');
  expect(row(milestone)).toEqual([NOT_READY, 'In Progress', [POSTED, NOT_READY].sort()]);
  milestone = happened(drafted(nextInvoiceReady(milestone, '80')), 'confirm');
  expect(row(milestone)).toEqual([NOT_READY, 'Completed', [POSTED]]);
});

test('3.3-4: the header status equals a re-derivation after every event, also backward', () => {
  let milestone = markedReady(storedMilestone(fixedPriceLine({ shares: shares('60', '40') }), { amount: '1000' }));
  milestone = happened(drafted(milestone), 'confirm');
  expect(header(milestone)).toBe('Completed');
  milestone = happened(milestone, 'credit', 'c1');
  expect(header(milestone)).toBe('In Progress');
  milestone = happened(happened(happened(milestone, 'credit', 'c2'), 'notReady'), 'contractLost');
  expect(header(milestone)).toBe('Not Started');
});
