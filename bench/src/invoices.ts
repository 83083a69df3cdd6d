import { BillingStatus } from '@bbl/dataverse/generated/choices';
import type { Client } from './client';
import type { Measurement } from './measure';

/** The budget: details that are invoiced in a second, through the whole pipeline. */
const DETAILS_A_SECOND = 30_000;
/** After the last milestone of the backlog, so that all of it is due. */
const DATE = '2026-12-31';

/**
 * Drafts for a whole backlog, contract by contract, in a series of calls of 500 rows. Per 1,000 details; what the
 * drafts come to has to be what the backlog came to.
 */
export async function invoicing(api: Client, detailsCount: number): Promise<Measurement> {
  await markAll(api);
  const owed = await totalOf(api, 'bbl_milestonesplits', 'bbl_amount');
  const contracts = await allOf<{ bbl_contractid: string }>(api, 'bbl_contracts?$select=bbl_contractid');
  const startMs = performance.now();
  for (const { bbl_contractid } of contracts) await invoice(api, bbl_contractid);
  const ms = performance.now() - startMs;
  const billed = await totalOf(api, 'bbl_invoices', 'bbl_lineamount');
  if (billed !== owed) throw new Error(`${billed} of ${owed} were invoiced`);
  return {
    what: `drafts of ${detailsCount.toLocaleString('en')} details, per 1,000 details`,
    ms: (ms * 1000) / detailsCount,
    against: `${DETAILS_A_SECOND.toLocaleString('en')} details a second`,
    againstMs: 1_000_000 / DETAILS_A_SECOND,
    ratioMin: 1,
  };
}

async function markAll(api: Client): Promise<void> {
  const FetchXml = '<fetch><entity name="bbl_milestonesplit" /></fetch>';
  let After = '';
  do {
    const request = { Table: 'bbl_milestonesplit', FetchXml, Status: BillingStatus.ReadyToInvoice, After };
    const { body } = await api.post('bbl_SetBillingStatus', request);
    After = (body as { Next: string }).Next;
  } while (After !== '');
}

async function invoice(api: Client, contractId: string): Promise<void> {
  let After = '';
  do {
    const request = { ContractIds: [contractId], InvoiceDate: DATE, CutoffDate: DATE, After };
    const { body } = await api.post('bbl_CreateInvoices', request);
    After = (body as { Next: string }).Next;
  } while (After !== '');
}

/** In cents, for whole sums. */
async function totalOf(api: Client, set: string, column: string): Promise<number> {
  const rows = await allOf<Record<string, number>>(api, `${set}?$select=${column}`);
  return rows.reduce((sum, row) => sum + Math.round((row[column] ?? 0) * 100), 0);
}

async function allOf<T>(api: Client, path: string): Promise<T[]> {
  const rows: T[] = [];
  for (let next: string | undefined = path; next !== undefined;) {
    const page = (await api.get(next)) as { value: T[]; '@odata.nextLink'?: string };
    rows.push(...page.value);
    next = page['@odata.nextLink']?.split('/api/data/v9.2/')[1];
  }
  return rows;
}
