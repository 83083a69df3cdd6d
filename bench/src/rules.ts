import Big from 'big.js';
import {
  type BillingEvent,
  type CountedDetail,
  deriveHeaderStatus,
  invoiceTotals,
  markBlockers,
  type MarkableSplit,
  minorUnits,
  nextStatus,
  type SourceStatus,
  type SplitStanding,
} from '@bbl/domain';
import { type Measurement, medianMs } from './measure';

/** Facts of a thousand rows; each is asked a thousand times a run. */
const ROWS = 1000;
const RUNS = 9;
/** design, section 8: 100 ns a rule, 10 µs for the money of 1,000 lines. */
const MILLION_RULES_MS_MAX = 100;
const THOUSAND_TOTALS_MS_MAX = 10;

const STATUSES: readonly SourceStatus[] = ['NotReady', 'Ready', 'InvoiceCreated', 'InvoicePosted'];
const EVENTS: readonly BillingEvent[] = ['ready', 'notReady', 'draft', 'release', 'confirm', 'credit', 'contractLost'];
const RELEASE = { contractStatus: 'Confirmed', statusAfterRelease: 'ready' } as const;

const rows = <T>(make: (index: number) => T): readonly T[] => Array.from({ length: ROWS }, (_, index) => make(index));
const statusAt = (index: number): SourceStatus => STATUSES[index % STATUSES.length] ?? 'NotReady';

/** Rules over rows of every status, and exact money, as the rules bundle runs them in V8. */
export async function rules(): Promise<Measurement[]> {
  const splits = rows((index): MarkableSplit => ({
    name: `Milestone ${index}`,
    billingStatus: statusAt(index),
    invoiceName: 'INV-000001',
    contractStatus: 'Confirmed',
  }));
  const standings = rows((index): readonly SplitStanding[] =>
    [index, index >> 2, index >> 4].map((at) => ({ billingStatus: statusAt(at), amountMinor: 100, taxMinor: 8 })),
  );
  const events = rows((index) => ({ from: statusAt(index), event: EVENTS[index % EVENTS.length] ?? 'ready' }));
  return [
    await rule('what keeps a split from Ready', splits, (split) => markBlockers(split, 'Ready').length),
    await rule(
      'header status of 3 splits',
      standings,
      (three) => deriveHeaderStatus(three, 'CompletedMilestones').length,
    ),
    await rule('next status of a split', events, ({ from, event }) => nextStatus(from, event, RELEASE)?.length ?? 0),
    await totals(),
    await totalsAgainstBig(),
  ];
}

/** The answers are added up, so that no call can be left out. */
async function rule<T>(what: string, facts: readonly T[], ask: (fact: T) => number): Promise<Measurement> {
  let answers = 0;
  const ms = await medianMs(RUNS, () => {
    for (let round = 0; round < 1_000_000 / ROWS; round++) for (const fact of facts) answers += ask(fact);
  });
  if (answers < 0) throw new Error('The rules answered nothing');
  return { what: `${what}, a million times`, ms, against: '100 ns each', againstMs: MILLION_RULES_MS_MAX, ratioMin: 1 };
}

const details = rows((index): CountedDetail => ({
  contractLineId: null,
  transactionClass: 'Milestone',
  billingType: 'Chargeable',
  amountMinor: minorUnits(100_001 + index * 37),
  taxMinor: minorUnits(8_251 + index * 3),
  original: null,
}));

async function totals(): Promise<Measurement> {
  const ms = await medianMs(RUNS, () => {
    for (let round = 0; round < 1000; round++) invoiceTotals(details, []);
  });
  const what = 'totals of an invoice of 1,000 details, a thousand times';
  return { what, ms, against: '10 µs each', againstMs: THOUSAND_TOTALS_MS_MAX, ratioMin: 1 };
}

/** The same amounts in decimals of any length, which tests take as the oracle; both have to come to the same total. */
async function totalsAgainstBig(): Promise<Measurement> {
  const decimals = details.map(({ amountMinor, taxMinor }) => [new Big(amountMinor), new Big(taxMinor)] as const);
  const sumBig = () => decimals.reduce((total, [amount, tax]) => total.plus(amount).plus(tax), new Big(0));
  if (!sumBig().eq(invoiceTotals(details, []).totalAmountMinor)) throw new Error('The totals are not exact');
  const times = (work: () => unknown) => () => {
    for (let time = 0; time < 100; time++) work();
  };
  const ms = await medianMs(
    RUNS,
    times(() => invoiceTotals(details, [])),
  );
  const againstMs = await medianMs(RUNS, times(sumBig));
  return { what: 'the same, a hundred times', ms, against: 'big.js', againstMs };
}
