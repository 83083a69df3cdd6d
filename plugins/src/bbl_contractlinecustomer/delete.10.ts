import { deleteLineCustomerBlockers } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import { lineCustomersWithBillingRows } from '../data/billingRows';
import { type Hanging, keepAdrift, keepChildren } from '../data/children';
import { readContract } from '../data/contracts';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** At stage 10, while splits and actuals still name the row. @returns CON-04, SPL-06. domain.md 2.3-6. */
export const lineCustomerDelete10: StepHandler<'bbl_contractlinecustomer'> = ({ rowId, system }) => {
  const customer = system.retrieve('bbl_contractlinecustomer', rowId, ['bbl_contractlineid', 'bbl_accountid']);
  const lineId = required(customer.bbl_contractlineid);
  const line = system.retrieve('bbl_contractline', lineId, ['bbl_contractid']);
  const { status } = readContract(system, required(line.bbl_contractid));
  refuseIfAny(deleteLineCustomerBlockers(status, lineCustomersWithBillingRows(system, [rowId])));
  const hanging = hangingOnLineCustomer(lineId, required(customer.bbl_accountid));
  return { keep: { ...keepChildren([]), ...keepAdrift(system, hanging) } };
};

/** What names its line customer. An actual of a product line names none, so that line and account tell. */
export const hangingOnLineCustomer = (lineId: string, accountId: string): Hanging => ({
  lookup: 'bbl_contractlinecustomerid',
  tables: ['bbl_milestonesplit', 'bbl_actual'],
  within: [eq('bbl_contractlineid', lineId), eq('bbl_accountid', accountId)],
});
