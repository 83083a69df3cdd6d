import { deleteChildren, keptChildren } from '../data/children';
import type { StepHandler } from '../runtime/handlers';

/** The details go with their frequency, deleted as SYSTEM. domain.md 2.1-8. */
export const frequencyDelete20: StepHandler<'bbl_invoicefrequency'> = (step) => {
  deleteChildren(step.system, keptChildren(step));
  return undefined;
};
