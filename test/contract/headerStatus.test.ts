import {
  BillingStatus,
  BillingStatusLabels,
  ContractStatus,
  HeaderStatusLabels,
  InvoiceScheduleType,
} from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import type { Row } from '../src/dump';
import { setVariable } from '../src/settings';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 3.3, 3.4-9: what a header says after every event, forward and backward, without any correction. */
let host: TestHost;
let run: Commands;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
});
afterAll(() => host.close());
afterEach(() => setVariable(host.api, 'bbl_StatusAfterRelease', 'ready'));

/** A milestone in play: what its events concern. */
interface Play {
  readonly milestoneId: string;
  readonly contractId: string;
  /** Drafts, one a customer, the larger first. */
  drafts: readonly string[];
}

interface Draft {
  readonly bbl_invoiceid: string;
  readonly bbl_totalamount: number;
}

type Event =
  | 'ask 40'
  | 'ask the rest'
  | 'ready'
  | 'ready again'
  | 'not ready'
  | 'hold one'
  | 'release the held'
  | 'draft'
  | 'delete first draft'
  | 'delete first detail'
  | 'confirm first'
  | 'confirm last'
  | 'confirm all'
  | 'mark an open slice'
  | 'set it back'
  | 'released rows become Not ready'
  | 'contract lost';

/** The largest splits with that status. */
const markSplits = async ({ milestoneId }: Play, from: BillingStatus, to: 'ready' | 'notReady', count: number) => {
  const rows = (await host.produce.splits(milestoneId))
    .filter(({ bbl_billingstatus: status }) => status === from)
    .sort((left, right) => right.bbl_amount - left.bbl_amount);
  const ids = rows.slice(0, count).map(({ bbl_milestonesplitid: id }) => id);
  expect((await run[to]('bbl_milestonesplit', ids)).outcomes).toEqual(ids.map(() => 'changed'));
};
const ask = ({ milestoneId }: Play, percent: number) =>
  host.api.patch(`bbl_milestones(${milestoneId})`, { bbl_nextinvoicepercent: percent });
const mark = async ({ milestoneId }: Play, to: 'ready' | 'notReady', outcome: string) =>
  expect((await run[to]('bbl_milestone', [milestoneId])).outcomes).toEqual([outcome]);
const confirm = async (ids: readonly string[]) =>
  expect((await run.confirm(ids)).outcomes).toEqual(ids.map(() => 'changed'));

const EVENTS: Readonly<Record<Event, (play: Play) => Promise<unknown>>> = {
  'ask 40': (play) => ask(play, 40),
  'ask the rest': (play) => ask(play, 60),
  ready: (play) => mark(play, 'ready', 'changed'),
  'ready again': (play) => mark(play, 'ready', 'unchanged'),
  'not ready': (play) => mark(play, 'notReady', 'changed'),
  'hold one': (play) => markSplits(play, BillingStatus.ReadyToInvoice, 'notReady', 1),
  'release the held': (play) => mark(play, 'ready', 'changed'),
  draft: async (play) => {
    const Sources = JSON.stringify([{ table: 'bbl_milestone', id: play.milestoneId }]);
    const { invoiceIds } = await run.createInvoices({ Sources });
    const rows = await Promise.all(invoiceIds.map((id) => host.api.get<Draft>(`bbl_invoices(${id})`)));
    rows.sort((left, right) => right.bbl_totalamount - left.bbl_totalamount);
    play.drafts = rows.map(({ bbl_invoiceid: id }) => id);
  },
  'delete first draft': async (play) => {
    await host.api.remove(`bbl_invoices(${play.drafts[0]})`);
    play.drafts = play.drafts.slice(1);
  },
  'delete first detail': async ({ drafts }) => {
    const [detail] = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${drafts[0]}`);
    await host.api.remove(`bbl_invoicelinedetails(${String(detail?.['bbl_invoicelinedetailid'])})`);
  },
  'confirm first': async (play) => {
    await confirm(play.drafts.slice(0, 1));
    play.drafts = play.drafts.slice(1);
  },
  'confirm last': (play) => confirm(play.drafts.slice(-1)),
  'confirm all': (play) => confirm(play.drafts),
  'mark an open slice': (play) => markSplits(play, BillingStatus.NotReadyToInvoice, 'ready', 1),
  'set it back': (play) => markSplits(play, BillingStatus.ReadyToInvoice, 'notReady', 1),
  'released rows become Not ready': () => setVariable(host.api, 'bbl_StatusAfterRelease', 'notready'),
  'contract lost': ({ contractId }) =>
    host.api.patch(`bbl_contracts(${contractId})`, { bbl_contractstatus: ContractStatus.Lost }),
};

const SHORT: Readonly<Record<string, string>> = {
  'Not ready to invoice': 'NR',
  'Ready to invoice': 'RE',
  'Customer invoice created': 'CR',
  'Customer invoice posted': 'PO',
};

/** Header status, next invoice status, and each slice as round, status and amount, in order. */
async function stateOf({ milestoneId }: Play): Promise<string> {
  const row = await host.api.get<{
    bbl_headerstatus: keyof typeof HeaderStatusLabels;
    bbl_nextinvoicestatus: keyof typeof BillingStatusLabels | null;
  }>(`bbl_milestones(${milestoneId})`);
  const label = (status: number) => SHORT[BillingStatusLabels[status as BillingStatus]] ?? '?';
  const splits = (await host.produce.splits(milestoneId)).map(
    (split) => `${split.bbl_round}${label(split.bbl_billingstatus)}${split.bbl_amount}`,
  );
  const next = row.bbl_nextinvoicestatus === null ? '' : `, next ${label(row.bbl_nextinvoicestatus)}`;
  return `${HeaderStatusLabels[row.bbl_headerstatus]}${next}: ${splits.sort().join(' ')}`;
}

interface Story {
  readonly name: string;
  readonly isProgressBased: boolean;
  readonly start: string;
  readonly steps: readonly (readonly [Event, after: string])[];
}

const STORIES: readonly Story[] = [
  {
    name: 'completed milestones: a draft and a detail deleted, then all confirmed',
    isProgressBased: false,
    start: 'Not Started: 1NR400 1NR600',
    steps: [
      ['ready', 'In Progress: 1RE400 1RE600'],
      ['not ready', 'Not Started: 1NR400 1NR600'],
      ['ready', 'In Progress: 1RE400 1RE600'],
      ['hold one', 'In Progress: 1NR600 1RE400'],
      ['release the held', 'In Progress: 1RE400 1RE600'],
      ['draft', 'In Progress: 1CR400 1CR600'],
      ['delete first draft', 'In Progress: 1CR400 1RE600'],
      ['confirm last', 'In Progress: 1PO400 1RE600'],
      ['draft', 'In Progress: 1CR600 1PO400'],
      ['delete first detail', 'In Progress: 1PO400 1RE600'],
      ['draft', 'In Progress: 1CR600 1PO400'],
      ['confirm all', 'Completed: 1PO400 1PO600'],
    ],
  },
  {
    name: 'completed milestones: released to Not ready, and a lost contract',
    isProgressBased: false,
    start: 'Not Started: 1NR400 1NR600',
    steps: [
      ['ready', 'In Progress: 1RE400 1RE600'],
      ['draft', 'In Progress: 1CR400 1CR600'],
      ['released rows become Not ready', 'In Progress: 1CR400 1CR600'],
      ['delete first draft', 'In Progress: 1CR400 1NR600'],
      ['delete first detail', 'Not Started: 1NR400 1NR600'],
      ['ready', 'In Progress: 1RE400 1RE600'],
      ['contract lost', 'Not Started: 1NR400 1NR600'],
    ],
  },
  {
    name: 'progress-based: set back, the slices merge into the open remainder',
    isProgressBased: true,
    start: 'Not Started, next NR: 0NR400 0NR600',
    steps: [
      ['ask 40', 'Not Started, next NR: 0NR400 0NR600'],
      ['ready', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['ready again', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['hold one', 'In Progress, next RE: 0NR240 0NR360 1NR240 1RE160'],
      ['release the held', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['not ready', 'Not Started, next NR: 0NR400 0NR600'],
      ['ready', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['hold one', 'In Progress, next RE: 0NR240 0NR360 1NR240 1RE160'],
      ['hold one', 'Not Started, next NR: 0NR400 0NR600'],
    ],
  },
  {
    name: 'progress-based: a draft and a detail deleted, then all confirmed',
    isProgressBased: true,
    start: 'Not Started, next NR: 0NR400 0NR600',
    steps: [
      ['ask 40', 'Not Started, next NR: 0NR400 0NR600'],
      ['ready', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1CR240'],
      ['delete first draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1RE240'],
      ['delete first detail', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1CR240'],
      ['confirm first', 'In Progress, next CR: 0NR240 0NR360 1CR160 1PO240'],
      ['confirm all', 'In Progress, next NR: 0NR240 0NR360 1PO160 1PO240'],
      ['ask the rest', 'In Progress, next NR: 0NR240 0NR360 1PO160 1PO240'],
      ['ready', 'In Progress, next RE: 1PO160 1PO240 2RE240 2RE360'],
      ['not ready', 'In Progress, next NR: 0NR240 0NR360 1PO160 1PO240'],
      ['ready', 'In Progress, next RE: 1PO160 1PO240 2RE240 2RE360'],
      ['draft', 'In Progress, next CR: 1PO160 1PO240 2CR240 2CR360'],
      ['confirm all', 'Completed, next NR: 1PO160 1PO240 2PO240 2PO360'],
    ],
  },
  {
    name: 'progress-based: released to Not ready, the round is withdrawn with its last row',
    isProgressBased: true,
    start: 'Not Started, next NR: 0NR400 0NR600',
    steps: [
      ['ask 40', 'Not Started, next NR: 0NR400 0NR600'],
      ['ready', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1CR240'],
      ['released rows become Not ready', 'In Progress, next CR: 0NR240 0NR360 1CR160 1CR240'],
      ['delete first draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1NR240'],
      ['delete first draft', 'Not Started, next NR: 0NR400 0NR600'],
    ],
  },
  {
    name: 'progress-based: a partly confirmed round whose rest is released stays a round',
    isProgressBased: true,
    start: 'Not Started, next NR: 0NR400 0NR600',
    steps: [
      ['ask 40', 'Not Started, next NR: 0NR400 0NR600'],
      ['ready', 'In Progress, next RE: 0NR240 0NR360 1RE160 1RE240'],
      ['draft', 'In Progress, next CR: 0NR240 0NR360 1CR160 1CR240'],
      ['confirm first', 'In Progress, next CR: 0NR240 0NR360 1CR160 1PO240'],
      ['released rows become Not ready', 'In Progress, next CR: 0NR240 0NR360 1CR160 1PO240'],
      ['delete first draft', 'In Progress, next NR: 0NR240 0NR360 1NR160 1PO240'],
    ],
  },
  {
    name: 'progress-based: one slice of the open remainder marked takes the rest along, and gives it back',
    isProgressBased: true,
    start: 'Not Started, next NR: 0NR400 0NR600',
    steps: [
      ['mark an open slice', 'In Progress, next RE: 1NR400 1RE600'],
      ['set it back', 'Not Started, next NR: 0NR400 0NR600'],
      ['mark an open slice', 'In Progress, next RE: 1NR400 1RE600'],
      ['contract lost', 'Not Started, next NR: 0NR400 0NR600'],
    ],
  },
];

test.each(STORIES.map((story) => [story.name, story] as const))('3.3-4, 3.4-9: %s', async (_name, story) => {
  const contract = await host.produce.contract({ percents: [60, 40] });
  const line = await host.produce.fixedPriceLine(contract, {
    scheduleType: story.isProgressBased ? InvoiceScheduleType.ProgressBased : InvoiceScheduleType.CompletedMilestones,
  });
  const milestoneId = await host.produce.milestone(line, { amount: 1000 });
  const play: Play = { milestoneId, contractId: contract.id, drafts: [] };
  const seen = [await stateOf(play)];
  for (const [event] of story.steps) {
    await EVENTS[event](play);
    seen.push(await stateOf(play));
  }
  expect(seen).toEqual([story.start, ...story.steps.map(([, after]) => after)]);
});
