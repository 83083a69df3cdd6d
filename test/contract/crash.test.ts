import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '@bbl/host';
import { BillingStatus, InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { type ChildHost, startChildHost } from '../src/childHost';
import { commands } from '../src/commands';
import { type Dump, dumpOf } from '../src/dump';
import { producers } from '../src/producers';
import { runCommand } from '../src/refusals';
import { type WebApi, webApi } from '../src/webApi';

/** design.md 5: one transaction a request. Whenever the machine stops, a command has happened wholly or not at all. */
const DETAILS = 400;

let folder: string;
/** A store with one draft of several hundred details. */
let prepared: string;
let draft: string;
let contractId: string;
let lineId: string;
/** How long one confirmation takes here, so that kills can be spread over it. */
let confirmMs: number;

jest.setTimeout(180_000);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'billing-backlog-'));
  prepared = join(folder, 'prepared');
  const host = await startHost({ data: prepared, now: '2026-03-31T08:00:00Z' });
  const api = webApi(host.url, host.token);
  const produce = producers(api);
  const contract = await produce.contract();
  contractId = contract.id;
  lineId = await produce.fixedPriceLine(contract);
  const run = commands(api);
  await run.ready('bbl_milestone', await produce.milestones(lineId, DETAILS, { amount: 10 }));
  draft = await run.draftOf(contract.id);
  await host.close();

  const measured = await startChildHost(copyOf('measured'));
  const startedMs = performance.now();
  await commands(measured.api).confirm([draft]);
  confirmMs = performance.now() - startedMs;
  expect(await measured.stop()).toBe(0);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function copyOf(name: string): string {
  const copy = join(folder, name);
  mkdirSync(copy);
  cpSync(prepared, copy, { recursive: true });
  return copy;
}

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Sends a request, kills the process meanwhile, and starts it again; returns it with whether the answer had come. */
async function interrupt(
  name: string,
  ms: number,
  request: (api: WebApi) => Promise<unknown>,
): Promise<{ host: ChildHost; before: Dump; isAnswered: boolean }> {
  const data = copyOf(name);
  const doomed = await startChildHost(data);
  const before = await dumpOf(doomed.api);
  const answer = request(doomed.api).then(
    () => true,
    () => false,
  );
  await after(ms);
  await doomed.kill();
  return { host: await startChildHost(data), before, isAnswered: await answer };
}

interface Facts {
  readonly invoiceStatus: number;
  readonly actuals: number;
  readonly posted: number;
  readonly claims: number;
}

async function factsOf(api: WebApi): Promise<Facts> {
  const count = async (path: string) => (await api.list(path)).length;
  const posted = BillingStatus.CustomerInvoicePosted;
  const invoice = await api.get<{ bbl_invoicestatus: number }>(`bbl_invoices(${draft})`);
  return {
    invoiceStatus: invoice.bbl_invoicestatus,
    actuals: await count('bbl_actuals?$select=bbl_amount'),
    posted: await count(`bbl_milestonesplits?$select=bbl_round&$filter=bbl_billingstatus eq ${posted}`),
    claims: await count('bbl_billingclaims?$select=bbl_name'),
  };
}

const CONFIRMED: Facts = {
  invoiceStatus: InvoiceStatus.Confirmed,
  actuals: DETAILS,
  posted: DETAILS,
  claims: DETAILS,
};

test.each([0.2, 0.4, 0.6, 0.8])(
  'a confirmation that is cut off at %d of its time has happened wholly or not at all',
  async (part) => {
    const confirm = (api: WebApi) => commands(api).confirm([draft]);
    const { host, before, isAnswered } = await interrupt(`confirm-${part}`, confirmMs * part, confirm);
    try {
      const facts = await factsOf(host.api);
      if (facts.invoiceStatus === InvoiceStatus.Draft) {
        expect(isAnswered).toBe(false); // What was answered is kept.
        expect(await dumpOf(host.api)).toEqual(before);
        expect((await confirm(host.api)).outcomes).toEqual(['changed']);
      } else {
        expect((await confirm(host.api)).outcomes).toEqual(['BBL-INV-03']);
      }
      expect(await factsOf(host.api)).toEqual(CONFIRMED);
    } finally {
      await host.kill();
    }
  },
);

test('a kill before the answer undoes the confirmation', async () => {
  const confirm = (api: WebApi) => commands(api).confirm([draft]);
  // A machine that was busy when the time was measured answers sooner than expected: then once more, earlier.
  for (let ms = confirmMs / 2; ; ms /= 4) {
    const { host, before, isAnswered } = await interrupt(`unanswered-${ms}`, ms, confirm);
    try {
      if (isAnswered) continue;
      const facts = await factsOf(host.api);
      if (facts.invoiceStatus === InvoiceStatus.Draft) expect(await dumpOf(host.api)).toEqual(before);
      else expect(facts).toEqual(CONFIRMED); // Committed, and killed while the answer was under way.
      return;
    } finally {
      await host.kill();
    }
  }
});

test('a kill right after the answer loses nothing', async () => {
  const data = copyOf('answered');
  const doomed = await startChildHost(data);
  await commands(doomed.api).confirm([draft]);
  const before = await dumpOf(doomed.api);
  await doomed.kill();
  const host = await startChildHost(data);
  try {
    expect(await dumpOf(host.api)).toEqual(before);
    expect(await factsOf(host.api)).toEqual(CONFIRMED);
  } finally {
    await host.kill();
  }
});

test('a deletion of the draft that is cut off has happened wholly or not at all', async () => {
  const remove = (api: WebApi) => api.remove(`bbl_invoices(${draft})`);
  const { host, before } = await interrupt('delete', confirmMs * 0.5, remove);
  try {
    const [invoice] = await host.api.list('bbl_invoices');
    if (invoice) expect(await dumpOf(host.api)).toEqual(before);
    if (invoice) await remove(host.api);
    for (const set of ['bbl_invoices', 'bbl_invoicelines', 'bbl_invoicelinedetails', 'bbl_billingclaims']) {
      expect([set, await host.api.list(set)]).toEqual([set, []]);
    }
    const { invoiceIds } = await commands(host.api).createInvoices({ ContractIds: [contractId] });
    expect(await host.api.get(`bbl_invoices(${invoiceIds[0]})`)).toMatchObject({ bbl_lineamount: DETAILS * 10 });
  } finally {
    await host.kill();
  }
});

test('10-6: a series that a crash broke off is taken up with what is open', async () => {
  const data = copyOf('series');
  const FetchXml =
    '<fetch><entity name="bbl_milestonesplit"><filter>' +
    `<condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/>` +
    `<condition attribute="bbl_billingstatus" operator="eq" value="${BillingStatus.NotReadyToInvoice}"/>` +
    '</filter></entity></fetch>';
  const request = { Table: 'bbl_milestonesplit', FetchXml, Status: BillingStatus.ReadyToInvoice };
  const doomed = await startChildHost(data);
  await producers(doomed.api).milestones(lineId, 600, { amount: 1 });
  const { next } = await runCommand(doomed.api, 'bbl_SetBillingStatus', request);
  await doomed.kill();
  const host = await startChildHost(data);
  try {
    const rest = await runCommand(host.api, 'bbl_SetBillingStatus', { ...request, After: next });
    expect([rest.outcomes.length, new Set(rest.outcomes), rest.next]).toEqual([100, new Set(['changed']), '']);
  } finally {
    await host.kill();
  }
});
