import type { BillingClient } from '../client/port';
import { runItems } from '../series/series';
import type { CommandUi, Refreshable } from '../ui/port';
import { confirmQuestion, openAmong } from './invoiceQuestions';
import { showRefusals } from './refusals';
import { refreshing, waitingFor, whileRunning } from './series';

/** The command Confirm: after a question, each invoice in a transaction of its own. domain.md 8.7-1. */
export const confirmCommand =
  (client: BillingClient, ui: CommandUi) =>
  async (rows: Refreshable, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    const selection = await openAmong(client, ids);
    if (selection.ids.length === 0) return ui.notifyWarning(ui.text('ConfirmSkippedAll'));
    if (!(await ui.confirm('ConfirmTitle', confirmQuestion(ui, selection), 'ConfirmButton'))) return;
    try {
      const { results, end } = await refreshing(rows, () =>
        whileRunning(ui, 'ConfirmBusy', selection.ids.length, (options, display) =>
          runItems(
            selection.ids,
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
  };
