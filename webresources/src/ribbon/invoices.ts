import type { BillingClient, CreatedInvoices, MarkableTable, RowResult, Source } from '../client/port';
import { ROWS_A_CALL_MAX, runItems, runQuery } from '../series/series';
import type { CommandUi, Refreshable } from '../ui/port';
import { showRefusals } from './refusals';
import { refreshing, waitingFor, whileRunning } from './series';

/** The commands Create invoice and Confirm. */
export const invoiceCommands = (client: BillingClient, ui: CommandUi) => {
  /** Draft invoices for the selected rows: one per contract and customer. */
  async function createFromSources(rows: Refreshable, ids: readonly string[], table: MarkableTable): Promise<void> {
    if (ids.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    const created: string[] = [];
    await create(rows, table, created, async () => {
      const sources = await sortedByInvoice(table, ids);
      return whileRunning(ui, 'CreateInvoiceBusy', ids.length, async (options, display) => {
        const call = async (chunk: readonly Source[], after: string) =>
          keep(
            created,
            await waitingFor(ui, display, () => client.createInvoices({ sources: chunk }, ui.today(), after)),
          );
        return runItems(sources, call, { ...options, rowsACall: ROWS_A_CALL_MAX });
      });
    });
  }

  /** Draft invoices for everything due of the selected contracts. */
  async function createFromContracts(rows: Refreshable, contractIds: readonly string[]): Promise<void> {
    if (contractIds.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    const created: string[] = [];
    await create(rows, 'bbl_contract', created, () =>
      whileRunning(ui, 'CreateInvoiceBusy', contractIds.length, (options, display) =>
        runQuery(
          async (after) =>
            keep(
              created,
              await waitingFor(ui, display, () => client.createInvoices({ contractIds }, ui.today(), after)),
            ),
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
    created: readonly string[],
    work: () => Promise<{ readonly results: readonly RowResult[]; readonly end: 'finished' | 'stopped' }>,
  ): Promise<void> {
    try {
      const { results, end } = await refreshing(rows, work);
      const [first] = created;
      if (end === 'stopped') ui.notifyWarning(ui.text('Stopped', results.length));
      else if (first !== undefined && created.length === 1) {
        ui.notifyDone(ui.text('InvoiceCreated'), { table: 'bbl_invoice', id: first, labelKey: 'OpenInvoice' });
      } else if (created.length > 1) ui.notifyDone(ui.text('InvoicesCreated', created.length));
      await showRefusals(client, ui, table, results);
    } catch (error) {
      await ui.showFault(error);
    }
  }

  /** Confirms the invoices after a question, each in a transaction of its own (domain.md 8.7-1). */
  async function confirm(rows: Refreshable, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    if (!(await ui.confirm('ConfirmTitle', await questionFor(ids), 'ConfirmButton'))) return;
    try {
      const { results, end } = await refreshing(rows, () =>
        whileRunning(ui, 'ConfirmBusy', ids.length, (options, display) =>
          runItems(
            ids,
            (chunk, after) => waitingFor(ui, display, () => client.confirmInvoices(chunk, ui.today(), after)),
            { ...options, rowsACall: 1 },
          ),
        ),
      );
      const confirmed = results.filter((row) => row.outcome === 'changed').length;
      if (end === 'stopped') ui.notifyWarning(ui.text('Stopped', results.length));
      else if (confirmed === 1) ui.notifyDone(ui.text('InvoiceConfirmed'));
      else if (confirmed > 1) ui.notifyDone(ui.text('InvoicesConfirmed', confirmed));
      await showRefusals(client, ui, 'bbl_invoice', results);
    } catch (error) {
      await ui.showFault(error);
    }
  }

  async function questionFor(ids: readonly string[]): Promise<string> {
    if (ids.length > 1) return ui.text('ConfirmMany', ids.length);
    const [fact] = await client.facts('bbl_invoice', ids).catch(() => []);
    return ui.text('ConfirmOne', fact?.name ?? '');
  }

  return { createFromSources, createFromContracts, confirm };
};

/** Remembers the invoices of a call (a series may come back to the same draft) and passes the call on. */
function keep(created: string[], answer: CreatedInvoices): CreatedInvoices {
  answer.invoiceIds.filter((id) => !created.includes(id)).forEach((id) => created.push(id));
  return answer;
}
