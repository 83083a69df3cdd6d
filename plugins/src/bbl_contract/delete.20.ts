import { deleteContractBlockers } from '@bbl/domain';
import { isInBillingNow, ON_CONTRACT, readLineChildren } from '../contract/contents';
import { deleteChildren, idsIn, keptChildren, refuseIfMoreHangs, refuseIfUncollected } from '../data/children';
import { readContract } from '../data/contracts';
import { lockRows } from '../data/locks';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Deletes everything below as SYSTEM, unless something came into billing or was added since stage 10. @returns CON-04, CON-07, GRD-06. domain.md 2.1-8, 8.10. */
export const contractDelete20: StepHandler<'bbl_contract'> = (step) => {
  const { rowId, system } = step;
  const children = keptChildren(step);
  lockRows(system, idsIn(children, 'bbl_contractlock'));
  const { status } = readContract(system, rowId);
  refuseIfAny(deleteContractBlockers(status, { ...NOTHING, hasBillingActivity: isInBillingNow(system, children) }));
  refuseIfMoreHangs(step, ON_CONTRACT);
  refuseIfUncollected(readLineChildren(system, idsIn(children, 'bbl_contractline')), children);
  deleteChildren(system, children);
  return undefined;
};

/** Stage 10 has judged these already. */
const NOTHING = {
  hasEntries: false,
  hasActuals: false,
  hasInvoices: false,
  hasRetainersInBilling: false,
  hasBillingActivity: false,
  rowsBelowCount: 0,
};
