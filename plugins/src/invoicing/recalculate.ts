import { detailsByLine, invoiceTotals, lineTotals } from '@bbl/domain';
import { fromInvoiceTotals, fromLineTotals, type StoredDetail, type StoredInvoice } from '@bbl/dataverse/mapping';
import type { Session } from '../data/session';
import { readDraftLines } from './lines';

/**
 * Writes the totals of a draft and of its lines from the details it has now; a line without details goes.
 * domain.md 2.10-2, 8.4-4, 8.4-5.
 */
export function recalculate(
  { system, currencies }: Session,
  invoice: StoredInvoice,
  details: readonly StoredDetail[],
): void {
  const currency = currencies.of(invoice.currencyId);
  const groups = detailsByLine(details);
  for (const [contractLineId, lineId] of readDraftLines(system, invoice.id)) {
    const ofLine = groups.get(contractLineId);
    if (ofLine) system.update('bbl_invoiceline', lineId, fromLineTotals(lineTotals(ofLine), currency));
    else system.delete('bbl_invoiceline', lineId);
  }
  system.update('bbl_invoice', invoice.id, fromInvoiceTotals(invoiceTotals(details, []), currency));
}
