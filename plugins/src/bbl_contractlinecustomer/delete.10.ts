import { deleteLineCustomerBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { lineCustomersWithBillingRows } from '../data/billingRows';
import { readContract } from '../data/contracts';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** At stage 10, while splits and actuals still name the row. @returns CON-04, SPL-06. domain.md 2.3-6. */
export const lineCustomerDelete10: StepHandler<'bbl_contractlinecustomer'> = ({ rowId, system }) => {
  const { bbl_contractlineid } = system.retrieve('bbl_contractlinecustomer', rowId, ['bbl_contractlineid']);
  const line = system.retrieve('bbl_contractline', required(bbl_contractlineid), ['bbl_contractid']);
  const { status } = readContract(system, required(line.bbl_contractid));
  refuseIfAny(deleteLineCustomerBlockers(status, lineCustomersWithBillingRows(system, [rowId])));
  return undefined;
};
