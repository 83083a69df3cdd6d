import Big from 'big.js';
import fc from 'fast-check';
import {
  BillingStatus,
  ContractStatus,
  HeaderStatus,
  InvoiceScheduleType,
  InvoiceStatus,
} from '@bbl/dataverse/generated/choices';
import { amountOf, type Currency, minorOf, partsOf, sumOf } from '../src/minorUnits';
import type { ProducedSplit } from '../src/producers';
import {
  billTheRest,
  type Event,
  isOnDraft,
  isPosted,
  isReady,
  play,
  type Play,
  type State,
  stateOf,
} from '../src/progressPlay';
import { startTestHost, type TestHost } from '../src/testHost';

/**
 * domain.md 3.3, 3.4: a progress-based milestone of three customers through events in any order, refused ones
 * included. After each, what has to hold always is computed anew from the rows, in decimal arithmetic of its own.
 */
let host: TestHost;

jest.setTimeout(300_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', isRecorded: false });
});
afterAll(() => host.close());

const SEED = 20260401;

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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('share anew' as const), shares: sharesOfThree() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('set contract' as const),
      // Mostly back to where it can be billed.
      status: fc.constantFrom(
        ContractStatus.Confirmed,
        ContractStatus.Confirmed,
        ContractStatus.OnHold,
        ContractStatus.Completed,
      ),
    }),
  },
);

/** To 100 exactly; the first is the rounding customer. Any of them may come to next to nothing. */
function sharesOfThree(): fc.Arbitrary<readonly number[]> {
  return fc
    .tuple(fc.integer({ min: 1, max: 490_000 }), fc.integer({ min: 1, max: 500_000 }))
    .map(([second, third]) => [1_000_000 - second - third, second, third].map((share) => share / 10_000));
}

function percentage(): fc.Arbitrary<number> {
  return fc.integer({ min: 1, max: 600_000 }).map((tenThousandths) => tenThousandths / 10_000);
}

function mostly(): fc.Arbitrary<boolean> {
  return fc.nat(3).map((number) => number > 0);
}

const sequences = fc.record({
  currency: fc.constantFrom<Currency>('JPY', 'KWD', 'USD'),
  shares: sharesOfThree(),
  amountMinor: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 41, max: 1_000_000_000 })),
  taxMinor: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 1_000_000 })),
  steps: fc.array(events, { minLength: 10, maxLength: 24, size: 'max' }),
});

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

/** domain.md 3.4-13: a request that was invoiced, and not withdrawn, is empty, so that no round opens by accident. */
function expectRequestSpent(before: State, after: State): void {
  const lastRoundOf = ({ splits }: State): number => Math.max(...splits.map(({ bbl_round: round }) => round));
  const isOver = ({ header }: State): boolean => header.bbl_nextinvoicestatus === BillingStatus.NotReadyToInvoice;
  if (isOver(before) || !isOver(after) || lastRoundOf(after) < lastRoundOf(before)) return;
  expect(after.header).toMatchObject({ bbl_nextinvoicepercent: null, bbl_nextinvoiceamount: null });
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

test('3.3, 3.4: after any events sums, rounds, statuses and invoices agree; a refusal changes nothing; the rest can be billed', async () => {
  const holds = fc.asyncProperty(sequences, async ({ steps, ...amounts }) => {
    const { currency, shares, amountMinor, taxMinor } = amounts;
    const contract = await host.produce.contract({ percents: shares, currency });
    const line = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
    const milestoneId = await host.produce.milestone(line, {
      amount: amountOf(amountMinor, currency),
      tax: amountOf(taxMinor, currency),
    });
    const on: Play = {
      contractId: contract.id,
      lineId: line,
      accountIds: contract.accountIds,
      milestoneId,
      ...amounts,
    };
    const expectAll = async (state: State) => {
      expectSums(state, on);
      expectHeader(state, on);
      await expectInvoices(state, on);
    };
    let state = await stateOf(host, on);
    await expectAll(state);
    let asked = '';
    for (const event of steps) {
      const codes = await play(host, on, event, state);
      const after = await stateOf(host, on);
      // Rows carry their versions. A draft may take the Ready slices and refuse the others.
      if (codes.length > 0 && event.kind !== 'draft') expect(after).toEqual(state);
      await expectAll(after);
      expectRequestSpent(state, after);
      if (event.kind === 'mark header' && event.isReady && asked === 'ask missing percent' && codes.length === 0) {
        expect(sumOf(after.splits.filter((row) => row.bbl_round === 0).map((row) => row.bbl_amount))).toBe(0);
      }
      // The request stays until a round is opened with it.
      if (event.kind.startsWith('ask') ? codes.length === 0 : event.kind !== 'release to') asked = event.kind;
      state = after;
    }
    const billed = await billTheRest(host, on);
    await expectAll(billed);
    expect(billed.header.bbl_headerstatus).toBe(HeaderStatus.Completed);
  });
  await fc.assert(holds, { seed: SEED, numRuns: 25 });
});
