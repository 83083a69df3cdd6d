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

/** The four tables, cell by cell: next invoice status (progress-based), header status, milestone billing status. */
interface TableRow {
  readonly title: string;
  readonly event: (milestone: ExistingMilestone) => ExistingMilestone;
  readonly next?: string;
  readonly header: string;
  readonly billing: readonly string[];
}

const asked = (share: string) => (milestone: ExistingMilestone) =>
  nextInvoiceReady(milestone as ProgressMilestone, share);
const confirmedFor = (customer?: string) => (milestone: ExistingMilestone) => happened(milestone, 'confirm', customer);
const restBilled = (milestone: ExistingMilestone) => happened(drafted(asked('80')(milestone)), 'confirm');
const asMade = (milestone: ExistingMilestone) => milestone;

const ONE_CUSTOMER: readonly TableRow[] = [
  { title: 'Contract creation', event: asMade, header: 'Not Started', billing: [NOT_READY] },
  { title: 'Update milestone status to Ready', event: markedReady, header: 'In Progress', billing: [READY] },
  { title: 'Draft Invoice creation', event: drafted, header: 'In Progress', billing: [CREATED] },
  { title: 'Invoice confirmation', event: confirmedFor(), header: 'Completed', billing: [POSTED] },
];
const SEVERAL_CUSTOMERS: readonly TableRow[] = [
  ...ONE_CUSTOMER.slice(0, 3),
  { title: 'Confirmation for one', event: confirmedFor('c1'), header: 'In Progress', billing: [CREATED, POSTED] },
  { title: 'Confirmation for all', event: confirmedFor(), header: 'Completed', billing: [POSTED] },
];
const PROGRESS_START: readonly TableRow[] = [
  { title: 'Contract creation', event: asMade, next: NOT_READY, header: 'Not Started', billing: [NOT_READY] },
  {
    title: 'Update Next invoice status to Ready',
    event: asked('20'),
    next: READY,
    header: 'In Progress',
    billing: [NOT_READY, READY],
  },
  {
    title: 'Draft Invoice creation',
    event: drafted,
    next: CREATED,
    header: 'In Progress',
    billing: [CREATED, NOT_READY],
  },
];
const PROGRESS_END: readonly TableRow[] = [
  {
    title: 'Invoice confirmation for all',
    event: confirmedFor(),
    next: NOT_READY,
    header: 'In Progress',
    billing: [POSTED, NOT_READY],
  },
  { title: 'All invoiced', event: restBilled, next: NOT_READY, header: 'Completed', billing: [POSTED] },
];
const CONFIRMED_FOR_ONE: TableRow = {
  title: 'Invoice confirmation for one customer',
  event: confirmedFor('c1'),
  next: CREATED,
  header: 'In Progress',
  billing: [POSTED, CREATED, NOT_READY],
};

/** Plays the table's events one after the other and compares every cell after each of them. */
function expectTable(made: ExistingMilestone, table: readonly TableRow[]): void {
  const seen: unknown[] = [];
  table.reduce((milestone, { title, event }) => {
    const after = event(milestone);
    const next = after.progress ? BILLING_STATUS_WORDS[after.progress.nextInvoiceStatus] : undefined;
    seen.push({ title, next, header: header(after), billing: billing(after) });
    return after;
  }, made);
  expect(seen).toEqual(
    table.map((row) => ({ title: row.title, next: row.next, header: row.header, billing: [...row.billing].sort() })),
  );
}

test('3.12-1, 12-1: single customer, completed milestones', () => {
  expectTable(storedMilestone(fixedPriceLine(), { amount: '1000' }), ONE_CUSTOMER);
});

test('3.12-2, 12-1: multiple customers, completed milestones', () => {
  expectTable(storedMilestone(fixedPriceLine({ shares: shares('60', '40') }), { amount: '1000' }), SEVERAL_CUSTOMERS);
});

test('3.12-3, 12-1: single customer, progress-based milestones', () => {
  expectTable(storedProgress(progressLine('100'), { amount: '1000' }), [...PROGRESS_START, ...PROGRESS_END]);
});

test('3.12-4, 12-1: multiple customers, progress-based milestones', () => {
  const table = [...PROGRESS_START, CONFIRMED_FOR_ONE, ...PROGRESS_END];
  expectTable(storedProgress(progressLine('60', '40'), { amount: '1000' }), table);
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
