import type { Mark } from '@bbl/domain';
import type { BillingClient, MarkableTable, RowResult } from '../client/port';
import { COUNTED_MAX, type RowCount } from '../client/viewRows';
import { runItems, runQuery, type SeriesOutcome } from '../series/series';
import { countFigure } from '../ui/figures';
import type { CommandUi, Refreshable } from '../ui/port';
import { showRefusals } from './refusals';
import { refreshing, waitingFor, whileRunning } from './series';

const BUSY = { Ready: 'MarkReadyBusy', NotReady: 'MarkNotReadyBusy' } as const;
const DONE = { Ready: 'MarkReadyDone', NotReady: 'MarkNotReadyDone' } as const;
const ASK_ALL = { Ready: 'MarkAllReady', NotReady: 'MarkAllNotReady' } as const;

/** "1,234 rows"; undefined where they could not be counted. */
function rowsWords(ui: CommandUi, count: RowCount | undefined): string {
  if (count === undefined) return ui.text('ViewRowsUnknown');
  if (count === 'more') return ui.text('ViewRowsMany', countFigure(COUNTED_MAX));
  return count === 1 ? ui.text('ViewRowsOne') : ui.text('ViewRows', countFigure(count));
}

/** The commands Ready to invoice and Not ready to invoice. The server decides every row again and says why it refused. */
export const markCommands = (client: BillingClient, ui: CommandUi) => {
  /** Marks the selected rows, in calls of 100 to 500. */
  async function mark(rows: Refreshable, ids: readonly string[], table: MarkableTable, status: Mark): Promise<void> {
    if (ids.length === 0) return ui.notifyWarning(ui.text('NothingSelected'));
    await run(rows, table, status, () =>
      whileRunning(ui, BUSY[status], ids.length, (options, display) =>
        runItems(
          ids,
          (chunk, after) =>
            waitingFor(ui, display, () => client.setBillingStatus(table, { ids: chunk }, status, after)),
          options,
        ),
      ),
    );
  }

  /** Marks every row that the view shows: the server runs the view's query, 500 rows a call. */
  async function markAll(rows: Refreshable, fetchXml: string, table: MarkableTable, status: Mark): Promise<void> {
    const count = await client.countRows(table, fetchXml).catch(() => undefined);
    if (count === 0) return ui.notifyWarning(ui.text('ViewEmpty'));
    const question = ui.text(ASK_ALL[status], rowsWords(ui, count));
    if (!(await ui.confirm('MarkAllTitle', question, 'MarkAllButton'))) return;
    await run(rows, table, status, () =>
      whileRunning(ui, BUSY[status], undefined, (options, display) =>
        runQuery(
          (after) => waitingFor(ui, display, () => client.setBillingStatus(table, { fetchXml }, status, after)),
          options,
          typeof count === 'number' ? count : undefined,
        ),
      ),
    );
  }

  async function run(
    rows: Refreshable,
    table: MarkableTable,
    status: Mark,
    work: () => Promise<SeriesOutcome<RowResult>>,
  ): Promise<void> {
    try {
      const outcome = await refreshing(rows, work);
      await report(outcome, table, status);
    } catch (error) {
      await ui.showFault(error);
    }
  }

  async function report(outcome: SeriesOutcome<RowResult>, table: MarkableTable, status: Mark): Promise<void> {
    const count = (wanted: RowResult['outcome']) => outcome.results.filter((row) => row.outcome === wanted).length;
    const parts = [ui.text(DONE[status], count('changed'))];
    if (count('unchanged') > 0) parts.push(ui.text('Unchanged', count('unchanged')));
    if (outcome.end === 'stopped') ui.notifyWarning(ui.text('Stopped', outcome.results.length));
    else if (count('changed') + count('unchanged') > 0) ui.notifyDone(parts.join(' '));
    await showRefusals(client, ui, table, outcome.results);
  }

  return { mark, markAll };
};
