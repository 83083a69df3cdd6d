import { deleteContractLineBlockers } from '@bbl/domain';
import { ON_LINE, readLineDeletion } from '../contract/lineContents';
import { keepAdrift, keepChildren } from '../data/children';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects what goes with a line. @returns CON-04, CON-06, CON-12. domain.md 2.1-8, 2.1-10, 2.4-7. */
export const contractLineDelete10: StepHandler<'bbl_contractline'> = ({ rowId, system }) => {
  const { deletion, children } = readLineDeletion(system, rowId);
  refuseIfAny(deleteContractLineBlockers(deletion));
  return { keep: { ...keepChildren(children), ...keepAdrift(system, ON_LINE) } };
};
