import { Actual, ContractLine, Invoice, MilestoneSplit, Retainer } from '@bbl/dataverse/generated/tables';
import type { TextKey, Texts } from '@bbl/pcf-shared/react';

/** What belongs into the lists of a table and how it comes there. */
const HINTS: { readonly [table: string]: TextKey } = {
  [MilestoneSplit.table]: 'Grid_NoMilestones',
  [ContractLine.table]: 'Grid_NoProducts',
  [Retainer.table]: 'Grid_NoRetainers',
  [Actual.table]: 'Grid_NoActuals',
  [Invoice.table]: 'Grid_NoInvoices',
};

/**
 * What an empty list says. The page's keyword may have emptied it, which no data set tells: the words hold either way.
 * Lines of every type stand on a contract, where their own command adds them.
 */
export function emptyLinesOf(table: string, isOnForm: boolean, texts: Texts): readonly string[] {
  const hint = isOnForm && table === ContractLine.table ? undefined : HINTS[table];
  return [texts('Grid_Empty'), ...(hint ? [texts(hint)] : [])];
}
