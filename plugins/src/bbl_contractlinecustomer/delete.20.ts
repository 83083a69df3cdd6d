import { deleteLineCustomerBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { refuseIfMoreHangs } from '../data/children';
import { readContract } from '../data/contracts';
import { lockContracts } from '../data/locks';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';
import { hangingOnLineCustomer } from './delete.10';

/** Nothing goes with a line customer: what was made for it since stage 10 keeps it. @returns CON-04, GRD-06. domain.md 2.3-6, 8.10. */
export const lineCustomerDelete20: StepHandler<'bbl_contractlinecustomer'> = (step) => {
  const { system, before } = step;
  const lineId = required(before.bbl_contractlineid);
  const line = system.retrieve('bbl_contractline', lineId, ['bbl_contractid']);
  const contractId = required(line.bbl_contractid);
  lockContracts(system, [contractId]);
  refuseIfAny(deleteLineCustomerBlockers(readContract(system, contractId).status, false));
  refuseIfMoreHangs(step, hangingOnLineCustomer(lineId, required(before.bbl_accountid)));
  return undefined;
};
