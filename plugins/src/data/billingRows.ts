import { isIn } from '@bbl/dataverse/fetch';
import type { Service } from '../runtime/service';

/** Whether any of the line customers has a split or an actual. domain.md 2.3-6. */
export function lineCustomersWithBillingRows(system: Service, lineCustomerIds: readonly string[]): boolean {
  if (lineCustomerIds.length === 0) return false;
  return (['bbl_milestonesplit', 'bbl_actual'] as const).some((table) =>
    system.exists(table, (query) => query.where(isIn('bbl_contractlinecustomerid', lineCustomerIds))),
  );
}
