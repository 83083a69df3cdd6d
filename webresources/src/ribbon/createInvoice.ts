import type { PlainDate } from '@bbl/domain';
import type { RowSummary } from '../client/rowSummaries';
import type { BillingClient, CreatedInvoices, MarkableTable, RowResult, Source } from '../client/port';
import { ROWS_A_CALL_MAX, runItems, runQuery } from '../series/series';
import { dueBy } from '../ui/billedGroups';
import type { CommandUi, InvoiceOffer, Refreshable } from '../ui/port';
import { showRefusals } from './refusals';
import { refreshing, waitingFor, whileRunning } from './series';

/** The command Create invoice, of rows and of contracts. */
export const createInvoiceCommands = (client: BillingClient, ui: CommandUi) => {
  /** Draft invoices for the selected rows: one per contract and customer. */
  async function createFromSources(rows: Refreshable, ids: readonly string[], table: MarkableTable): Promise<void> {
    if (ids.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    const ready = await client.billable(table, ids).catch(() => undefined);
    if (ready?.length === 0) return ui.notifyWarning(ui.text('NothingReady'));
    const date = await ui.askInvoiceDate(offerOf(table, ids, ready));
    if (date === undefined) return;
    const { due, laterCount } = dueOf(date, table, ids, ready);
    const created: string[] = [];
    await create(rows, table, { created, laterCount }, async () => {
      const sources = await sortedByInvoice(table, due);
      return whileRunning(ui, 'CreateInvoiceBusy', due.length, async (options, display) => {
        const call = async (chunk: readonly Source[], after: string) =>
          keep(created, await waitingFor(ui, display, () => client.createInvoices({ sources: chunk }, date, after)));
        return runItems(sources, call, { ...options, rowsACall: ROWS_A_CALL_MAX });
      });
    });
  }

  /** Draft invoices for everything due of the selected contracts. */
  async function createFromContracts(rows: Refreshable, contractIds: readonly string[]): Promise<void> {
    if (contractIds.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    const summaries = await client.billable('bbl_contract', contractIds).catch(() => []);
    const date = await ui.askInvoiceDate({ kind: 'contracts', count: contractIds.length, leftOutCount: 0, summaries });
    if (date === undefined) return;
    const created: string[] = [];
    await create(rows, 'bbl_contract', { created, laterCount: 0 }, () =>
      whileRunning(ui, 'CreateInvoiceBusy', contractIds.length, (options, display) =>
        runQuery(
          async (after) =>
            keep(created, await waitingFor(ui, display, () => client.createInvoices({ contractIds }, date, after))),
          options,
          contractIds.length,
        ),
      ),
    );
  }

  /** Rows of one contract and customer stand together, so that they come into one call and onto one draft. */
  async function sortedByInvoice(table: MarkableTable, ids: readonly string[]): Promise<Source[]> {
    const sources = ids.map((id) => ({ table, id }));
    if (ids.length <= ROWS_A_CALL_MAX) return sources;
    const groups = new Map((await client.facts(table, ids)).map((fact) => [fact.id, fact.group]));
    const groupOf = (source: Source) => groups.get(source.id) ?? '';
    return sources.sort((a, b) => (groupOf(a) < groupOf(b) ? -1 : groupOf(a) > groupOf(b) ? 1 : 0));
  }

  async function create(
    rows: Refreshable,
    table: string,
    { created, laterCount }: { readonly created: readonly string[]; readonly laterCount: number },
    work: () => Promise<{ readonly results: readonly RowResult[]; readonly end: 'finished' | 'stopped' }>,
  ): Promise<void> {
    try {
      const { results, end } = await refreshing(rows, work);
      if (end === 'stopped') ui.notifyWarning(ui.text('Stopped', results.length));
      else tellCreated(created, laterCount);
      await showRefusals(client, ui, table, results);
    } catch (error) {
      await ui.showFault(error);
    }
  }

  function tellCreated(created: readonly string[], laterCount: number): void {
    const [first] = created;
    if (first === undefined) return;
    const isOne = created.length === 1;
    const later = laterCount === 1 ? ui.text('InvoicesLaterOne') : ui.text('InvoicesLater', laterCount);
    const done = isOne ? ui.text('InvoiceCreated') : ui.text('InvoicesCreated', created.length);
    ui.notifyDone(
      laterCount === 0 ? done : `${done} ${later}`,
      isOne
        ? { table: 'bbl_invoice', id: first, labelKey: 'OpenInvoice' }
        : { table: 'bbl_invoice', labelKey: 'OpenInvoices' },
    );
  }

  return { createFromSources, createFromContracts };
};

/** What the person is asked about: what is ready of the selection; all of it where that cannot be read. */
function offerOf(table: string, ids: readonly string[], ready: readonly RowSummary[] | undefined): InvoiceOffer {
  if (!ready) return { kind: 'rows', count: ids.length, leftOutCount: 0, summaries: [] };
  const leftOutCount = table === 'bbl_milestone' ? 0 : ids.length - ready.length;
  return { kind: 'rows', count: ready.length, leftOutCount, summaries: ready };
}

/**
 * The rows to send. The dialog has told of those that are not ready or dated later, so they are no refusals. Milestones
 * go as they are: the server takes their parts.
 */
function dueOf(
  date: PlainDate,
  table: string,
  ids: readonly string[],
  ready: readonly RowSummary[] | undefined,
): { readonly due: readonly string[]; readonly laterCount: number } {
  if (table === 'bbl_milestone' || !ready) return { due: ids, laterCount: 0 };
  const due = dueBy(date, ready).map(({ id }) => id);
  return { due, laterCount: ready.length - due.length };
}

/** Remembers the invoices of a call (a series may come back to the same draft) and passes the call on. */
function keep(created: string[], answer: CreatedInvoices): CreatedInvoices {
  answer.invoiceIds.filter((id) => !created.includes(id)).forEach((id) => created.push(id));
  return answer;
}
