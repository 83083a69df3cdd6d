import Big from 'big.js';
import fc from 'fast-check';
import { BillingStatus, HeaderStatus, InvoiceScheduleType, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import type { ProducedSplit } from '../src/producers';
import { setVariable } from '../src/settings';
import { startTestHost, type TestHost } from '../src/testHost';

/**
 * domain.md 3.3, 3.4: a progress-based milestone of three customers through events in any order, refused ones
 * included. After each, what has to hold always is computed anew from the rows, in decimal arithmetic of its own.
 */
let host: TestHost;
let run: Commands;

jest.setTimeout(300_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', isRecorded: false });
  run = commands(host.api);
});
afterAll(() => host.close());

const SEED = 20260401;
const DECIMALS = { JPY: 0, USD: 2, KWD: 3 } as const;
type Currency = keyof typeof DECIMALS;

interface Header {
  readonly bbl_headerstatus: number;
  readonly bbl_nextinvoicestatus: number | null;
  readonly bbl_nextinvoiceamount: number | null;
  readonly bbl_nextinvoicepercent: number | null;
  readonly bbl_invoicedtodate: number;
  readonly bbl_remainingamount: number;
  readonly bbl_percentinvoiced: number;
  readonly bbl_openround: number | null;
  readonly bbl_percentallotted: number;
}

interface Invoice {
  readonly bbl_invoiceid: string;
  readonly bbl_invoicestatus: number;
  readonly bbl_lineamount: number;
  readonly bbl_tax: number;
}

interface State {
  readonly header: Header;
  readonly splits: readonly ProducedSplit[];
  readonly invoices: readonly Invoice[];
}

/** What a sequence is played on. */
interface Play {
  readonly contractId: string;
  readonly milestoneId: string;
  readonly accountIds: readonly string[];
  readonly currency: Currency;
  readonly shares: readonly number[];
  readonly amountMinor: number;
  readonly taxMinor: number;
}

type Event =
  | { readonly kind: 'ask percent'; readonly percent: number }
  | { readonly kind: 'ask part'; readonly part: number }
  | { readonly kind: 'mark header'; readonly isReady: boolean }
  | { readonly kind: 'mark split'; readonly isReady: boolean; readonly which: number }
  | { readonly kind: 'ask missing percent' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'confirm' | 'delete draft' | 'delete detail'; readonly which: number }
  | { readonly kind: 'release to'; readonly status: 'ready' | 'notready' };

const which = fc.nat(11);
const events: fc.Arbitrary<Event> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('ask percent' as const), percent: percentage() }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('ask part' as const), part: fc.integer({ min: 0, max: 11 }) }),
  },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('mark header' as const), isReady: mostly() }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('mark split' as const), isReady: fc.boolean(), which }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'ask missing percent' as const }) },
  { weight: 5, arbitrary: fc.constant({ kind: 'draft' as const }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('confirm' as const), which }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constantFrom('delete draft' as const, 'delete detail' as const), which }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('release to' as const), status: fc.constantFrom('ready', 'notready') }),
  },
);

function percentage(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 600_000 }).map((tenThousandths) => tenThousandths / 10_000);
}

function mostly(): fc.Arbitrary<boolean> {
  return fc.nat(3).map((number) => number > 0);
}

const sequences = fc.record({
  currency: fc.constantFrom<Currency>('JPY', 'KWD', 'USD'),
  shares: fc
    .tuple(fc.integer({ min: 0, max: 400_000 }), fc.integer({ min: 1, max: 500_000 }))
    .map(([second, third]) => [1_000_000 - second - third, second, third].map((share) => share / 10_000)),
  amountMinor: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 1_000_000_000 })),
  taxMinor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 })),
  steps: fc.array(events, { minLength: 10, maxLength: 24, size: 'max' }),
});

const amountOf = (minorUnits: number, currency: Currency): number =>
  new Big(minorUnits).div(10 ** DECIMALS[currency]).toNumber();
const minorOf = (amount: number, currency: Currency): number =>
  new Big(amount).times(10 ** DECIMALS[currency]).toNumber();
const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

/** domain.md 5.2-1: half up, the rounding customer, who is the first, takes the rest. */
function partsOf(totalMinor: number, shares: readonly number[]): number[] {
  const others = shares
    .slice(1)
    .map((share) => new Big(totalMinor).times(share).div(100).round(0, Big.roundHalfUp).toNumber());
  return [totalMinor - sumOf(others), ...others];
}

const isIn =
  (status: BillingStatus) =>
  ({ bbl_billingstatus }: ProducedSplit): boolean =>
    bbl_billingstatus === status;
const isPosted = isIn(BillingStatus.CustomerInvoicePosted);
const isOnDraft = isIn(BillingStatus.CustomerInvoiceCreated);
const isReady = isIn(BillingStatus.ReadyToInvoice);

async function stateOf({ milestoneId, contractId }: Play): Promise<State> {
  const [header, splits, invoices] = await Promise.all([
    host.api.get<Header>(`bbl_milestones(${milestoneId})`),
    host.produce.splits(milestoneId),
    host.api.list<Invoice>(`bbl_invoices?$filter=_bbl_contractid_value eq ${contractId}&$orderby=bbl_number`),
  ]);
  return { header, splits, invoices };
}

/** Plays one event. @returns the codes it was refused with, the split's or the header's. */
async function play(on: Play, event: Event, { splits, invoices, header }: State): Promise<string[]> {
  const drafts = invoices.filter(({ bbl_invoicestatus }) => bbl_invoicestatus === InvoiceStatus.Draft);
  const pick = <T>(rows: readonly T[], index: number): T | undefined => rows[index % Math.max(rows.length, 1)];
  const milestone = `bbl_milestones(${on.milestoneId})`;
  const send = async (method: 'PATCH' | 'DELETE', path: string, body?: object): Promise<string[]> => {
    const answer = await host.api.send(method, path, body);
    if (answer.status < 300) return [];
    const { error } = answer.body as { error: { message: string } };
    return [/^BBL-[A-Z]{3}-\d\d(?=: .+\.$)/.exec(error.message)?.[0] ?? `${answer.status} ${error.message}`];
  };
  const refusals = (outcomes: readonly string[]) =>
    outcomes.filter((outcome) => outcome !== 'changed' && outcome !== 'unchanged');

  switch (event.kind) {
    case 'ask percent':
      return send('PATCH', milestone, { bbl_nextinvoicepercent: event.percent });
    case 'ask missing percent':
      return send('PATCH', milestone, {
        bbl_nextinvoicepercent: new Big(100).minus(header.bbl_percentallotted).toNumber(),
      });
    case 'ask part': {
      // Elevenths of what is left; none of it and all of it included, and twelve of them.
      const part = minorOf(header.bbl_remainingamount, on.currency) * event.part;
      const bbl_nextinvoiceamount = amountOf(Math.floor(part / 10), on.currency);
      return send('PATCH', milestone, { bbl_nextinvoiceamount });
    }
    case 'mark header':
      return refusals((await run[event.isReady ? 'ready' : 'notReady']('bbl_milestone', [on.milestoneId])).outcomes);
    case 'mark split': {
      const ids = [pick(splits, event.which)?.bbl_milestonesplitid ?? ''];
      return refusals((await run[event.isReady ? 'ready' : 'notReady']('bbl_milestonesplit', ids)).outcomes);
    }
    case 'draft': {
      const Sources = JSON.stringify([{ table: 'bbl_milestone', id: on.milestoneId }]);
      return refusals((await run.createInvoices({ Sources })).outcomes);
    }
    case 'confirm': {
      const draft = pick(drafts, event.which);
      return draft ? refusals((await run.confirm([draft.bbl_invoiceid])).outcomes) : [];
    }
    case 'delete draft': {
      const draft = pick(drafts, event.which);
      return draft ? send('DELETE', `bbl_invoices(${draft.bbl_invoiceid})`) : [];
    }
    case 'delete detail': {
      const draft = pick(drafts, event.which);
      if (!draft) return [];
      const [detail] = await host.api.list<{ bbl_invoicelinedetailid: string }>(
        `bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft.bbl_invoiceid}`,
      );
      return detail ? send('DELETE', `bbl_invoicelinedetails(${detail.bbl_invoicelinedetailid})`) : [];
    }
    case 'release to':
      await setVariable(host.api, 'bbl_StatusAfterRelease', event.status);
      return [];
  }
}

function expectSums({ splits }: State, { accountIds, shares, currency, amountMinor, taxMinor }: Play): void {
  const perCustomer = (rows: readonly ProducedSplit[], figure: 'bbl_amount' | 'bbl_tax'): number[] =>
    accountIds.map((account) =>
      sumOf(rows.filter((row) => row._bbl_accountid_value === account).map((row) => minorOf(row[figure], currency))),
    );
  expect(perCustomer(splits, 'bbl_amount')).toEqual(partsOf(amountMinor, shares));
  expect(perCustomer(splits, 'bbl_tax')).toEqual(partsOf(taxMinor, shares));
  const rounds = [...new Set(splits.map(({ bbl_round: round }) => round))].filter((round) => round > 0).sort();
  expect(rounds).toEqual(rounds.map((_round, index) => index + 1));
  for (const round of rounds) {
    const upTo = splits.filter((row) => row.bbl_round > 0 && row.bbl_round <= round);
    const allotted = perCustomer(upTo, 'bbl_amount');
    expect(allotted).toEqual(partsOf(sumOf(allotted), shares));
  }
}

function expectHeader({ header, splits }: State, { amountMinor, currency }: Play): void {
  const isEmpty = (row: ProducedSplit) =>
    row.bbl_amount === 0 && row.bbl_tax === 0 && row.bbl_billingstatus === BillingStatus.NotReadyToInvoice;
  const isWhole = splits.some(isPosted) && splits.every((row) => isPosted(row) || isEmpty(row));
  const isUnderWay = splits.some((row) => row.bbl_billingstatus !== BillingStatus.NotReadyToInvoice);
  const other = isUnderWay ? HeaderStatus.InProgress : HeaderStatus.NotStarted;
  const status = isWhole ? HeaderStatus.Completed : other;

  const lastRound = Math.max(...splits.map(({ bbl_round: round }) => round));
  const last = splits.filter(({ bbl_round: round }) => round === lastRound && round > 0);
  const isOpen = last.length > 0 && !last.every(isPosted);
  const orReady = isOpen && last.some(isReady) ? BillingStatus.ReadyToInvoice : BillingStatus.NotReadyToInvoice;
  const next = isOpen && last.some(isOnDraft) ? BillingStatus.CustomerInvoiceCreated : orReady;

  const invoiced = sumOf(splits.filter(isPosted).map((row) => minorOf(row.bbl_amount, currency)));
  expect(header).toMatchObject({
    bbl_headerstatus: status,
    bbl_nextinvoicestatus: next,
    bbl_openround: isOpen ? lastRound : null,
    bbl_invoicedtodate: amountOf(invoiced, currency),
    bbl_remainingamount: amountOf(amountMinor - invoiced, currency),
    bbl_percentinvoiced: new Big(invoiced).div(amountMinor).times(100).round(4, Big.roundHalfUp).toNumber(),
  });
}

async function expectInvoices({ splits, invoices }: State, { contractId, currency }: Play): Promise<void> {
  for (const invoice of invoices) {
    const rows = splits.filter((row) => row._bbl_invoiceid_value === invoice.bbl_invoiceid);
    expect(sumOf(rows.map((row) => minorOf(row.bbl_amount, currency)))).toBe(minorOf(invoice.bbl_lineamount, currency));
    expect(sumOf(rows.map((row) => minorOf(row.bbl_tax, currency)))).toBe(minorOf(invoice.bbl_tax, currency));
    const isDraft = invoice.bbl_invoicestatus === InvoiceStatus.Draft;
    expect(rows.map(isDraft ? isOnDraft : isPosted)).toEqual(rows.map(() => true));
  }
  const billed = splits.filter((row) => isOnDraft(row) || isPosted(row));
  expect(splits.filter((row) => row._bbl_invoiceid_value !== null)).toEqual(billed);
  const actuals = await host.api.list<{ bbl_amount: number; bbl_tax: number }>(
    `bbl_actuals?$filter=_bbl_contractid_value eq ${contractId}`,
  );
  const posted = splits.filter(isPosted);
  expect(actuals).toHaveLength(posted.length);
  expect(sumOf(actuals.map((row) => minorOf(row.bbl_amount, currency)))).toBe(
    sumOf(posted.map((row) => minorOf(row.bbl_amount, currency))),
  );
}

/** Bills what is left as a user would who has lost count: everything held is marked, then the rest is asked for. */
async function billTheRest(on: Play): Promise<State> {
  for (let round = 0; round < 4; round++) {
    const state = await stateOf(on);
    if (state.header.bbl_headerstatus === HeaderStatus.Completed) return state;
    const held = state.splits.filter((row) => row.bbl_round > 0 && !isPosted(row) && !isOnDraft(row) && !isReady(row));
    for (const { bbl_milestonesplitid: id } of held) {
      expect((await run.ready('bbl_milestonesplit', [id])).outcomes).toEqual(['changed']);
    }
    const isUnderWay = state.header.bbl_nextinvoicestatus !== BillingStatus.NotReadyToInvoice || held.length > 0;
    const [open] = state.splits.filter((row) => row.bbl_round === 0 && (row.bbl_amount !== 0 || row.bbl_tax !== 0));
    if (!isUnderWay && open) await run.ready('bbl_milestonesplit', [open.bbl_milestonesplitid]);
    const { splits } = await stateOf(on);
    const rest = splits.filter((row) => row.bbl_round > 0 && !isPosted(row) && !isOnDraft(row) && !isReady(row));
    for (const { bbl_milestonesplitid: id } of rest) await run.ready('bbl_milestonesplit', [id]);
    await run.createInvoices({ Sources: JSON.stringify([{ table: 'bbl_milestone', id: on.milestoneId }]) });
    const { invoices } = await stateOf(on);
    const drafts = invoices.filter(({ bbl_invoicestatus }) => bbl_invoicestatus === InvoiceStatus.Draft);
    await run.confirm(drafts.map(({ bbl_invoiceid: id }) => id));
  }
  return stateOf(on);
}

test('3.3, 3.4: after any events sums, rounds, statuses and invoices agree; a refusal changes nothing; the rest can be billed', async () => {
  const holds = fc.asyncProperty(sequences, async ({ steps, ...amounts }) => {
    const { currency, shares, amountMinor, taxMinor } = amounts;
    const contract = await host.produce.contract({ percents: shares, currency });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
    const milestoneId = await host.produce.milestone(line, {
      amount: amountOf(amountMinor, currency),
      tax: amountOf(taxMinor, currency),
    });
    const on: Play = { contractId: contract.id, accountIds: contract.accountIds, milestoneId, ...amounts };
    const expectAll = async (state: State) => {
      expectSums(state, on);
      expectHeader(state, on);
      await expectInvoices(state, on);
    };
    let state = await stateOf(on);
    await expectAll(state);
    let asked = '';
    for (const event of steps) {
      const codes = await play(on, event, state);
      const after = await stateOf(on);
      // Rows carry their versions. A draft may take the Ready slices and refuse the others.
      if (codes.length > 0 && event.kind !== 'draft') expect(after).toEqual(state);
      await expectAll(after);
      if (event.kind === 'mark header' && event.isReady && asked === 'ask missing percent' && codes.length === 0) {
        expect(sumOf(after.splits.filter((row) => row.bbl_round === 0).map((row) => row.bbl_amount))).toBe(0);
      }
      // The request stays until a round is opened with it.
      if (event.kind.startsWith('ask') ? codes.length === 0 : event.kind !== 'release to') asked = event.kind;
      state = after;
    }
    const billed = await billTheRest(on);
    await expectAll(billed);
    expect(billed.header.bbl_headerstatus).toBe(HeaderStatus.Completed);
  });
  await fc.assert(holds, { seed: SEED, numRuns: 25 });
});
