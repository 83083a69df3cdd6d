import Big from 'big.js';
import { BillingStatus, ContractStatus, HeaderStatus, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { commands } from './commands';
import { amountOf, type Currency, minorOf } from './minorUnits';
import type { ProducedSplit } from './producers';
import { setVariable } from './settings';
import type { TestHost } from './testHost';

export interface Header {
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

export interface Invoice {
  readonly bbl_invoiceid: string;
  readonly bbl_invoicestatus: number;
  readonly bbl_lineamount: number;
  readonly bbl_tax: number;
}

export interface State {
  readonly header: Header;
  readonly splits: readonly ProducedSplit[];
  readonly invoices: readonly Invoice[];
}

/** What a sequence is played on. */
export interface Play {
  readonly contractId: string;
  readonly lineId: string;
  readonly milestoneId: string;
  readonly accountIds: readonly string[];
  readonly currency: Currency;
  readonly shares: readonly number[];
  readonly amountMinor: number;
  readonly taxMinor: number;
}

export type Event =
  | { readonly kind: 'ask percent'; readonly percent: number }
  | { readonly kind: 'ask part'; readonly part: number }
  | { readonly kind: 'mark header'; readonly isReady: boolean }
  | { readonly kind: 'mark split'; readonly isReady: boolean; readonly which: number }
  | { readonly kind: 'ask missing percent' }
  | { readonly kind: 'draft' }
  | { readonly kind: 'confirm' | 'delete draft' | 'delete detail'; readonly which: number }
  | { readonly kind: 'release to'; readonly status: 'ready' | 'notready' }
  | { readonly kind: 'set contract'; readonly status: ContractStatus }
  | { readonly kind: 'share anew'; readonly shares: readonly number[] };

const isIn =
  (status: BillingStatus) =>
  ({ bbl_billingstatus }: ProducedSplit): boolean =>
    bbl_billingstatus === status;
export const isPosted = isIn(BillingStatus.CustomerInvoicePosted);
export const isOnDraft = isIn(BillingStatus.CustomerInvoiceCreated);
export const isReady = isIn(BillingStatus.ReadyToInvoice);

export async function stateOf(host: TestHost, { milestoneId, contractId }: Play): Promise<State> {
  const [header, splits, invoices] = await Promise.all([
    host.api.get<Header>(`bbl_milestones(${milestoneId})`),
    host.produce.splits(milestoneId),
    host.api.list<Invoice>(`bbl_invoices?$filter=_bbl_contractid_value eq ${contractId}&$orderby=bbl_number`),
  ]);
  return { header, splits, invoices };
}

/** Plays one event. @returns the codes it was refused with, the split's or the header's. */
export async function play(
  host: TestHost,
  on: Play,
  event: Event,
  { splits, invoices, header }: State,
): Promise<string[]> {
  const run = commands(host.api);
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
      // Tenths of what is left: from none of it to more than there is.
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
    case 'set contract':
      return send('PATCH', `bbl_contracts(${on.contractId})`, { bbl_contractstatus: event.status });
    case 'share anew':
      return shareAnew(host, on, event.shares, send);
    case 'release to':
      await setVariable(host.api, 'bbl_StatusAfterRelease', event.status);
      return [];
  }
}

type Send = (method: 'PATCH', path: string, body: object) => Promise<string[]>;

/** Other percentages on the line: milestones that are there keep theirs. domain.md 5.1-5. */
async function shareAnew(
  host: TestHost,
  { lineId, accountIds }: Play,
  shares: readonly number[],
  send: Send,
): Promise<string[]> {
  const customers = await host.api.list<{ bbl_contractlinecustomerid: string; _bbl_accountid_value: string }>(
    `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${lineId}`,
  );
  const codes: string[] = [];
  for (const { bbl_contractlinecustomerid: id, _bbl_accountid_value: account } of customers) {
    const bbl_billingsplit = shares[accountIds.indexOf(account)];
    codes.push(...(await send('PATCH', `bbl_contractlinecustomers(${id})`, { bbl_billingsplit })));
  }
  return codes;
}

/** Bills what is left as a user would who has lost count: everything held is marked, then the rest is asked for. */
export async function billTheRest(host: TestHost, on: Play): Promise<State> {
  const run = commands(host.api);
  const { bbl_contractstatus: status } = await host.api.get<{ bbl_contractstatus: ContractStatus }>(
    `bbl_contracts(${on.contractId})`,
  );
  if (status !== ContractStatus.Draft && status !== ContractStatus.Confirmed) {
    await host.api.patch(`bbl_contracts(${on.contractId})`, { bbl_contractstatus: ContractStatus.Confirmed });
  }
  for (let round = 0; round < 4; round++) {
    const state = await stateOf(host, on);
    if (state.header.bbl_headerstatus === HeaderStatus.Completed) return state;
    const held = state.splits.filter((row) => row.bbl_round > 0 && !isPosted(row) && !isOnDraft(row) && !isReady(row));
    for (const { bbl_milestonesplitid: id } of held) {
      expect((await run.ready('bbl_milestonesplit', [id])).outcomes).toEqual(['changed']);
    }
    const isUnderWay = state.header.bbl_nextinvoicestatus !== BillingStatus.NotReadyToInvoice || held.length > 0;
    const [open] = state.splits.filter((row) => row.bbl_round === 0 && (row.bbl_amount !== 0 || row.bbl_tax !== 0));
    if (!isUnderWay && open) await run.ready('bbl_milestonesplit', [open.bbl_milestonesplitid]);
    const { splits } = await stateOf(host, on);
    const rest = splits.filter((row) => row.bbl_round > 0 && !isPosted(row) && !isOnDraft(row) && !isReady(row));
    for (const { bbl_milestonesplitid: id } of rest) await run.ready('bbl_milestonesplit', [id]);
    await run.createInvoices({ Sources: JSON.stringify([{ table: 'bbl_milestone', id: on.milestoneId }]) });
    const { invoices } = await stateOf(host, on);
    const drafts = invoices.filter(({ bbl_invoicestatus }) => bbl_invoicestatus === InvoiceStatus.Draft);
    await run.confirm(drafts.map(({ bbl_invoiceid: id }) => id));
  }
  return stateOf(host, on);
}
