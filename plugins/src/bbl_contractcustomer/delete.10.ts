import { deleteContractCustomerBlockers } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import { required } from '@bbl/dataverse/mapping';
import { type Hanging, keepAdrift, keepChildren } from '../data/children';
import { readContract } from '../data/contracts';
import { lineCustomersWithBillingRows } from '../data/billingRows';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects the line customers that go with a contract customer. @returns CON-04, SPL-05, SPL-06. domain.md 2.1-8, 2.3-6. */
export const contractCustomerDelete10: StepHandler<'bbl_contractcustomer'> = ({ rowId, system }) => {
  const customer = system.retrieve('bbl_contractcustomer', rowId, ['bbl_contractid', 'bbl_isprimary']);
  const { status } = readContract(system, required(customer.bbl_contractid));
  const lineCustomerIds = system.idsOf('bbl_contractlinecustomer', (query) =>
    query.where(eq('bbl_contractcustomerid', rowId)),
  );
  const hasOwnRows = (['bbl_retainer', 'bbl_invoice'] as const).some((table) =>
    system.exists(table, (query) => query.where(eq('bbl_contractcustomerid', rowId))),
  );
  const isPrimary = customer.bbl_isprimary ?? false;
  const hasBillingRows = hasOwnRows || lineCustomersWithBillingRows(system, lineCustomerIds);
  refuseIfAny(deleteContractCustomerBlockers({ isPrimary }, status, hasBillingRows));
  const children = keepChildren([{ table: 'bbl_contractlinecustomer', ids: lineCustomerIds }]);
  return { keep: { ...children, ...keepAdrift(system, ON_CONTRACT_CUSTOMER) } };
};

/** What names its contract customer. */
export const ON_CONTRACT_CUSTOMER: Hanging = {
  lookup: 'bbl_contractcustomerid',
  tables: ['bbl_contractlinecustomer', 'bbl_retainer', 'bbl_invoice'],
};
