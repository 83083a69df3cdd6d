import { type Currency, type NextInvoice, requestNextInvoice, type RequestedHeader } from '@bbl/domain';
import type { MilestoneRow } from '@bbl/dataverse/generated/tables';
import { amountTextOrNull, percentText, SentValues, sentOnly } from '@bbl/dataverse/mapping';
import { decided, refuseIfAny } from '../runtime/refusal';

/**
 * The columns of the next invoice when a caller sent one of them: the other follows.
 * @returns nothing when none was sent. Refuses with GRD-09, GRD-11, SPL-07, CON-04, PRG-02 to PRG-04, PRG-07.
 * domain.md 3.4-3, 3.4-4.
 */
export function nextInvoiceColumns(target: MilestoneRow, header: RequestedHeader): MilestoneRow {
  const { bbl_nextinvoicepercent: percent, bbl_nextinvoiceamount: amount } = target;
  if (percent === undefined && amount === undefined) return {};
  const sent = new SentValues(header.currency);
  const patch = sentOnly({
    percent: sent.share(percent, 'nextInvoicePercent'),
    amountMinor: sent.amount(amount, 'nextInvoiceAmount'),
  });
  refuseIfAny(sent.violations);
  return columnsOf(decided(requestNextInvoice(header, patch)), header.currency);
}

const columnsOf = ({ percent, amountMinor }: NextInvoice, currency: Currency): MilestoneRow => ({
  bbl_nextinvoicepercent: percent === null ? null : percentText(percent),
  bbl_nextinvoiceamount: amountTextOrNull(amountMinor, currency),
});
