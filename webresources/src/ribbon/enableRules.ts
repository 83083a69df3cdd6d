import { isOpenInvoice, markBlockers, markProductLine, type Mark } from '@bbl/domain';
import { couldMark } from '../client/milestoneFacts';
import type { BillingClient, RowFacts } from '../client/port';

/** Facts are good for this long: the command bar asks again on every change of the selection. */
const FACTS_FRESH_MS = 3_000;
/** More rows than this are not read before a click; the server decides them anyway. */
const ROWS_JUDGED_MAX = 250;

/** Asks the rule of the row's own kind; a row that nobody judges here stays with the server. */
function canBeMarked({ split, milestone, line }: RowFacts, mark: Mark): boolean {
  if (milestone) return couldMark(milestone, mark);
  if (split) return split.billingStatus !== mark && markBlockers(split, mark).length === 0;
  return !line || markProductLine(line, mark).outcome === 'changed';
}

/**
 * Enable rules. A command stays when at least one selected row could take it, when there are too many rows to ask
 * about, or when reading fails: hiding is silent, and the server decides anyway.
 */
export const enableRules = (client: BillingClient, nowMs: () => number) => {
  let last: { readonly key: string; readonly atMs: number; readonly facts: Promise<readonly RowFacts[]> } | undefined;

  /** Four rules ask about one selection at once: they share one read. */
  function factsOf(table: string, ids: readonly string[]): Promise<readonly RowFacts[]> {
    const key = `${table} ${ids.join(' ')}`;
    if (last?.key !== key || nowMs() - last.atMs > FACTS_FRESH_MS) {
      last = { key, atMs: nowMs(), facts: client.facts(table, ids) };
    }
    return last.facts;
  }

  async function someRow(table: string, ids: readonly string[], could: (facts: RowFacts) => boolean): Promise<boolean> {
    if (ids.length === 0) return false;
    if (ids.length > ROWS_JUDGED_MAX) return true;
    try {
      const facts = await factsOf(table, ids);
      return facts.length === 0 || facts.some(could);
    } catch {
      return true;
    }
  }

  return {
    /** After a command what was read is no longer true. */
    forget: () => {
      last = undefined;
    },
    canMark: (table: string, ids: readonly string[], mark: Mark) =>
      someRow(table, ids, (facts) => canBeMarked(facts, mark)),
    canCreateInvoice: (table: string, ids: readonly string[]) =>
      someRow(table, ids, ({ split, line, milestone }) => {
        if (milestone) return milestone.milestone.splits.some(({ billingStatus }) => billingStatus === 'Ready');
        const source = split ?? line;
        return !source || source.billingStatus === 'Ready';
      }),
    canConfirm: (ids: readonly string[]) =>
      someRow('bbl_invoice', ids, ({ invoiceStatus }) => !invoiceStatus || isOpenInvoice(invoiceStatus)),
  };
};
