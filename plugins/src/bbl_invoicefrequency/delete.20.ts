import { deleteChildren, keptChildren, refuseIfMoreHangs } from '../data/children';
import type { StepHandler } from '../runtime/handlers';
import { ON_FREQUENCY } from './delete.10';

/** The details go with their frequency, deleted as SYSTEM. @returns GRD-06 when one was added since stage 10. domain.md 2.1-8, 8.10-2. */
export const frequencyDelete20: StepHandler<'bbl_invoicefrequency'> = (step) => {
  refuseIfMoreHangs(step, ON_FREQUENCY);
  deleteChildren(step.system, keptChildren(step));
  return undefined;
};
