import { deleteContractBlockers } from '@bbl/domain';
import { ON_CONTRACT, readContractContents } from '../contract/contents';
import { keepAdrift, keepChildren } from '../data/children';
import { readContract } from '../data/contracts';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects what goes with a contract. @returns CON-04, CON-07, CON-12. domain.md 2.1-8, 2.1-10, 2.3-7. */
export const contractDelete10: StepHandler<'bbl_contract'> = ({ rowId, system }) => {
  const { status } = readContract(system, rowId);
  const { contents, children } = readContractContents(system, rowId);
  refuseIfAny(deleteContractBlockers(status, contents));
  return { keep: { ...keepChildren(children), ...keepAdrift(system, ON_CONTRACT) } };
};
