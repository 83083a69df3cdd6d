import { deleteContractCustomerBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { lineCustomersWithBillingRows } from '../data/billingRows';
import { deleteChildren, idsIn, keptChildren, refuseIfMoreHangs } from '../data/children';
import { readContract } from '../data/contracts';
import { lockContracts } from '../data/locks';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import { ON_CONTRACT_CUSTOMER } from './delete.10';

/**
 * The line customers go with their contract customer, deleted as SYSTEM, unless something was made for one of them
 * since stage 10. @returns CON-04, SPL-05, SPL-06, GRD-06. domain.md 2.1-8, 2.3-6, 8.10.
 */
export const contractCustomerDelete20: StepHandler<'bbl_contractcustomer'> = (step) => {
  const { system, before } = step;
  const children = keptChildren(step);
  const contractId = required(before.bbl_contractid);
  lockContracts(system, [contractId]);
  const { status } = readContract(system, contractId);
  const isPrimary = before.bbl_isprimary ?? false;
  const hasBillingRows = lineCustomersWithBillingRows(system, idsIn(children, 'bbl_contractlinecustomer'));
  refuseIfAny(deleteContractCustomerBlockers({ isPrimary }, status, hasBillingRows));
  refuseIfMoreHangs(step, ON_CONTRACT_CUSTOMER);
  deleteChildren(system, children);
  return undefined;
};
