import { minorUnits, plainDate } from '@bbl/domain';
import { type BillingClient, CallFault } from '../client/port';
import type { RowSummary } from '../client/rowSummaries';
import { fill, TEXTS } from '../texts';
import type { CommandUi, InvoiceOffer } from '../ui/port';
import { confirmCommand } from './confirm';
import { createInvoiceCommands } from './createInvoice';
import { deleteDraftsCommand } from './deleteDrafts';

const TODAY = plainDate('2026-11-25');
const USD = { code: 'USD', decimals: 2 };

/** A screen that agrees to everything and writes down what it was asked to show. */
function screen() {
  const shown: string[] = [];
  const offers: InvoiceOffer[] = [];
  const ui = {
    text: (key: keyof typeof TEXTS, ...args: readonly (string | number)[]) => fill(TEXTS[key], args),
    whileBusy: (_key: string, work: () => Promise<unknown>) => work(),
    confirm: async (_title: string, text: string) => Boolean(shown.push(text)),
    askInvoiceDate: async (offer: InvoiceOffer) => (offers.push(offer), TODAY),
    notifyDone: (text: string) => void shown.push(text),
    notifyWarning: (text: string) => void shown.push(`warning ${text}`),
    showRefused: async (_table: string, rows: readonly unknown[]) => void shown.push(`refused ${rows.length}`),
    showFault: async (error: unknown) => void shown.push(`fault ${(error as Error).message}`),
    nowMs: () => 0,
    today: () => TODAY,
  } as unknown as CommandUi;
  return { ui, shown, offers };
}

const summary = (id: string, date: string | null, amountMinor: number): RowSummary => ({
  id,
  name: id.toUpperCase(),
  customer: 'Contoso',
  contract: 'Portal',
  draft: 'portal contoso',
  date: date === null ? null : plainDate(date),
  amountMinor: minorUnits(amountMinor),
  currency: USD,
});
const grid = { refresh: () => undefined };

test('8.2-2: rows dated after the chosen date are not sent; how many wait is said', async () => {
  const { ui, shown, offers } = screen();
  const sent: unknown[] = [];
  const client = {
    billable: async () => [summary('a', '2026-11-01', 100), summary('b', '2026-11-30', 200), summary('c', null, 300)],
    createInvoices: async (request: { readonly sources: readonly { readonly id: string }[] }, date: string) => {
      sent.push([request.sources.map(({ id }) => id), date]);
      return { invoiceIds: ['i'], results: [], next: '' };
    },
  } as unknown as BillingClient;
  await createInvoiceCommands(client, ui).createFromSources(grid, ['a', 'b', 'c'], 'bbl_milestonesplit');
  expect(offers.map(({ kind, count }) => [kind, count])).toEqual([['rows', 3]]);
  expect(sent).toEqual([[['a', 'c'], TODAY]]);
  expect(shown).toEqual(['The draft invoice was created. 1 row is dated later and stays in the backlog.']);
});

test('8.2-2: nothing is asked when nothing of the selection is ready; where that cannot be read the server decides', async () => {
  const { ui, shown, offers } = screen();
  const sent: number[] = [];
  const create = (billable: () => Promise<readonly RowSummary[]>): Promise<void> => {
    const client = {
      billable,
      createInvoices: async ({ sources }: { readonly sources: readonly unknown[] }) => {
        sent.push(sources.length);
        return { invoiceIds: [], results: [], next: '' };
      },
    } as unknown as BillingClient;
    return createInvoiceCommands(client, ui).createFromSources(grid, ['a', 'b'], 'bbl_milestonesplit');
  };
  await create(async () => []);
  expect([shown, offers, sent]).toEqual([[`warning ${TEXTS.NothingReady}`], [], []]);
  await create(() => Promise.reject(new Error('offline')));
  expect([offers.map(({ count }) => count), sent]).toEqual([[2], [2]]);
});

const invoices = (statuses: Readonly<Record<string, 'Draft' | 'Confirmed'>>) => ({
  facts: async () =>
    Object.entries(statuses).map(([id, invoiceStatus]) => ({ id, name: id, group: '', invoiceStatus })),
  summaries: async () => Object.keys(statuses).map((id) => summary(id, null, 100001)),
});

test('8.7-1: the question names number, customer and total; what is confirmed already is left out', async () => {
  const { ui, shown } = screen();
  const sent: string[] = [];
  const client = {
    ...invoices({ 'inv-1': 'Draft', 'inv-2': 'Confirmed', 'inv-3': 'Draft' }),
    confirmInvoices: async (ids: readonly string[]) => {
      sent.push(...ids);
      return { results: ids.map((id) => ({ id, outcome: 'changed' as const })), next: '' };
    },
  } as unknown as BillingClient;
  await confirmCommand(client, ui)(grid, ['inv-1', 'inv-2', 'inv-3']);
  expect(sent).toEqual(['inv-1', 'inv-3']);
  expect(shown).toEqual([
    [
      'Confirm 2 invoices?',
      'INV-1, Contoso: 1,000.01 USD\nINV-3, Contoso: 1,000.01 USD\nTotal: 2,000.02 USD',
      TEXTS.ConfirmSkippedOne,
      TEXTS.ConfirmFinal,
    ].join('\n\n'),
    '2 invoices were confirmed.',
  ]);
});

test('8.6-1: deleting drafts says what returns, and a refusal leaves the others deleted', async () => {
  const { ui, shown } = screen();
  const client = {
    ...invoices({ 'inv-1': 'Draft', 'inv-2': 'Draft' }),
    detailsCount: async () => 3,
    deleteRow: async (_table: string, id: string) => {
      if (id === 'inv-2') throw new CallFault('BBL-INV-16: Someone else is billing this contract.', '0x80040265');
    },
  } as unknown as BillingClient;
  expect(await deleteDraftsCommand(client, ui)(grid, ['inv-1', 'inv-2'])).toBe(1);
  expect(shown[0]).toContain('Delete 2 drafts?');
  expect(shown[0]).toContain(fill(TEXTS.DeleteReturns, [3]));
  expect(shown.slice(1)).toEqual([TEXTS.DraftDeleted, 'refused 1']);
});

test('10-7: deleting drafts waits as long as the service asks to', async () => {
  const { ui, shown } = screen();
  const waited: number[] = [];
  let isBusy = true;
  const client = {
    ...invoices({ 'inv-1': 'Draft' }),
    detailsCount: async () => 1,
    deleteRow: async () => {
      if (isBusy) throw new CallFault('Too many requests.', '0x80072322', 7);
    },
  } as unknown as BillingClient;
  const patient = { ...ui, wait: async (seconds: number) => void (isBusy = waited.push(seconds) < 2) };
  expect(await deleteDraftsCommand(client, patient)(grid, ['inv-1'])).toBe(1);
  expect([waited, shown.slice(1)]).toEqual([[7, 7], [TEXTS.DraftDeleted]]);
});

test('3.9-7: nothing is asked when all of the selection is confirmed', async () => {
  const { ui, shown } = screen();
  await confirmCommand(invoices({ 'inv-1': 'Confirmed' }) as unknown as BillingClient, ui)(grid, ['inv-1']);
  expect(shown).toEqual([`warning ${TEXTS.ConfirmSkippedAll}`]);
});
