import { isOpenInvoice } from '@bbl/domain';
import { Invoice } from '@bbl/dataverse/generated/tables';
import type { BillingClient } from '../client/port';
import type { RowSummary } from '../client/rowSummaries';
import type { TextKey } from '../texts';
import { amountWords, totalsOf } from '../ui/figures';
import type { CommandUi } from '../ui/port';

/** More invoices than this are counted in a question: nobody reads them before a click. */
const NAMED_MAX = 8;

/** The invoices of a selection that a command is for, and what a question can say of them. */
export interface OpenSelection {
  /** Drafts and invoices in review; all of the selection where it cannot be read. */
  readonly ids: readonly string[];
  /** Confirmed already. */
  readonly closedCount: number;
  readonly summaries: readonly RowSummary[];
}

/** Reads what the selected invoices are. What cannot be read is left to the server to decide. */
export async function openAmong(client: BillingClient, ids: readonly string[]): Promise<OpenSelection> {
  try {
    const [facts, summaries] = await Promise.all([
      client.facts(Invoice.table, ids),
      client.summaries(Invoice.table, ids),
    ]);
    const closed = facts.flatMap(({ id, invoiceStatus }) => (invoiceStatus && !isOpenInvoice(invoiceStatus) ? id : []));
    return {
      ids: ids.filter((id) => !closed.includes(id)),
      closedCount: closed.length,
      summaries: summaries.filter(({ id }) => !closed.includes(id)).sort((a, b) => (a.name < b.name ? -1 : 1)),
    };
  } catch {
    return { ids, closedCount: 0, summaries: [] };
  }
}

/** "Confirm 2 invoices?", each with customer and total, and what becomes of the confirmed ones among them. */
export function confirmQuestion(ui: CommandUi, selection: OpenSelection): string {
  const { ids, closedCount } = selection;
  return paragraphs(
    headline(ui, selection, 'ConfirmOne', 'ConfirmMany'),
    named(ui, selection),
    counted(ui, closedCount, 'ConfirmSkippedOne', 'ConfirmSkipped'),
    ids.length > 0 ? ui.text('ConfirmFinal') : '',
  );
}

/** "Delete draft …?" and what returns to the backlog. `rowsCount` undefined: not known. */
export function deleteQuestion(ui: CommandUi, selection: OpenSelection, rowsCount: number | undefined): string {
  return paragraphs(
    headline(ui, selection, 'DeleteOne', 'DeleteMany'),
    named(ui, selection),
    counted(ui, rowsCount ?? 0, 'DeleteReturnsOne', 'DeleteReturns'),
    counted(ui, selection.closedCount, 'DeleteSkippedOne', 'DeleteSkipped'),
  );
}

function headline(ui: CommandUi, { ids, summaries }: OpenSelection, one: TextKey, many: TextKey): string {
  return ids.length === 1 ? ui.text(one, summaries[0]?.name ?? '') : ui.text(many, ids.length);
}

/** Number, customer and total of each, then the totals of all. */
function named(ui: CommandUi, { summaries }: OpenSelection): string {
  const hidden = summaries.length - NAMED_MAX;
  const lines = summaries
    .slice(0, NAMED_MAX)
    .map(({ name, customer, amountMinor, currency }) =>
      ui.text('InvoiceOf', name, customer, amountWords(amountMinor, currency)),
    );
  if (hidden > 0) lines.push(ui.text('MoreRows', hidden));
  if (summaries.length > 1) lines.push(ui.text('TotalOf', totalsOf(summaries).join(', ')));
  return lines.join('\n');
}

const counted = (ui: CommandUi, count: number, one: TextKey, many: TextKey): string =>
  count === 0 ? '' : count === 1 ? ui.text(one) : ui.text(many, count);

const paragraphs = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
