import { CONFIRM_DETAILS_MAX, confirmableCount } from '@bbl/domain';
import { fetchAggregate, isIn } from '@bbl/dataverse/fetch';
import { isKind } from '@bbl/dataverse/ports';
import type { Service } from '../runtime/service';

/** Drafts counted at once: together at most 50,000 details, the platform's bound of an aggregate. platform.md 4.3. */
const INVOICES_AT_ONCE = 50;

/**
 * How many of the invoices, in the order given, one call confirms. Counting stops where the bound is reached.
 * @param invoiceIds undefined for what is no id at all.
 * domain.md 8.7-1.
 */
export function takenCount(system: Service, invoiceIds: readonly (string | undefined)[]): number {
  const counts: number[] = [];
  let details = 0;
  for (let start = 0; start < invoiceIds.length && details <= CONFIRM_DETAILS_MAX; start += INVOICES_AT_ONCE) {
    for (const count of countDetails(system, invoiceIds.slice(start, start + INVOICES_AT_ONCE))) {
      counts.push(count);
      details += count;
    }
  }
  return confirmableCount(counts);
}

function countDetails(system: Service, invoiceIds: readonly (string | undefined)[]): number[] {
  const known = invoiceIds.filter((id) => id !== undefined);
  if (known.length === 0) return invoiceIds.map(() => 0);
  const query = fetchAggregate('bbl_invoicelinedetail')
    .groupBy('bbl_invoiceid', 'invoice')
    .measure('count', 'bbl_invoicelinedetailid', 'details')
    .where(isIn('bbl_invoiceid', known));
  const counts = new Map(
    system
      .page(query.toXml())
      .rows.flatMap(({ invoice, details }) =>
        isKind(invoice, 'lookup') && typeof details === 'number' ? [[invoice.id, details] as const] : [],
      ),
  );
  return invoiceIds.map((id) => (id === undefined ? 0 : (counts.get(id) ?? 0)));
}
