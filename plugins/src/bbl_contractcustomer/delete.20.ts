import { deleteChildren, keptChildren } from '../data/children';
import type { StepHandler } from '../runtime/handlers';

/** The line customers go with their contract customer, deleted as SYSTEM. domain.md 2.1-8, 2.3-6. */
export const contractCustomerDelete20: StepHandler<'bbl_contractcustomer'> = (step) => {
  deleteChildren(step.system, keptChildren(step));
  return undefined;
};
