import { Invoice } from '@bbl/dataverse/generated/tables';
import { type BillingClient, CallFault, type RowResult } from '../client/port';
import { runItems } from '../series/series';
import type { CommandUi, Refreshable } from '../ui/port';
import { deleteQuestion, openAmong } from './invoiceQuestions';
import { showRefusals } from './refusals';
import { refreshing, waitingFor, whileRunning } from './series';

/**
 * The command Delete of invoices: it says what returns to the backlog, and leaves confirmed invoices alone.
 * domain.md 8.6.
 */
export const deleteDraftsCommand =
  (client: BillingClient, ui: CommandUi) =>
  /** @returns how many are gone */
  async (rows: Refreshable, ids: readonly string[]): Promise<number> => {
    const selection = await openAmong(client, ids);
    if (selection.ids.length === 0) {
      ui.notifyWarning(ui.text(ids.length === 0 ? 'NothingSelected' : 'ConfirmSkippedAll'));
      return 0;
    }
    const rowsCount = await client.detailsCount(selection.ids).catch(() => undefined);
    if (!(await ui.confirm('DeleteTitle', deleteQuestion(ui, selection, rowsCount), 'DeleteButton'))) return 0;
    try {
      const { results, end } = await refreshing(rows, () =>
        whileRunning(ui, 'DeleteBusy', selection.ids.length, (options, display) =>
          runItems(selection.ids, ([id]) => waitingFor(ui, display, () => deleteOne(client, id)), {
            ...options,
            rowsACall: 1,
          }),
        ),
      );
      const gone = results.filter(({ outcome }) => outcome === 'changed').length;
      if (end === 'stopped') ui.notifyWarning(ui.text('Stopped', results.length));
      else if (gone === 1) ui.notifyDone(ui.text('DraftDeleted'));
      else if (gone > 1) ui.notifyDone(ui.text('DraftsDeleted', gone));
      await showRefusals(client, ui, Invoice.table, results);
      return gone;
    } catch (error) {
      await ui.showFault(error);
      return 0;
    }
  };

/** One invoice, whose rules decide alone; a refusal is a result like that of the commands. */
async function deleteOne(
  client: BillingClient,
  id: string | undefined,
): Promise<{ readonly results: readonly RowResult[]; readonly next: string }> {
  if (id === undefined) return { results: [], next: '' };
  try {
    await client.deleteRow(Invoice.table, id);
    return { results: [{ id, outcome: 'changed' }], next: '' };
  } catch (error) {
    const code = error instanceof CallFault ? /^BBL-[A-Z]{3}-\d\d/.exec(error.message)?.[0] : undefined;
    if (code === undefined) throw error;
    return { results: [{ id, outcome: 'refused', code, message: (error as CallFault).message }], next: '' };
  }
}
