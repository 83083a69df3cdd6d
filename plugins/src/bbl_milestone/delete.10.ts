import { deleteMilestoneBlockers } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { keepChildren } from '../data/children';
import { readContract } from '../data/contracts';
import { readMilestones } from '../data/milestones';
import { openSession } from '../data/session';
import { keepVersion } from '../data/versions';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Collects the splits that go with a milestone. @returns CON-04, CON-12, MST-05. domain.md 2.1-8, 2.5-4. */
export const milestoneDelete10: StepHandler<'bbl_milestone'> = (step) => {
  const { rowId, system } = step;
  const version = keepVersion(step, 'bbl_milestone');
  const { bbl_contractid } = system.retrieve('bbl_milestone', rowId, ['bbl_contractid']);
  const milestone = required(readMilestones(openSession(step), [rowId]).get(rowId));
  const { status } = readContract(system, required(bbl_contractid));
  refuseIfAny(deleteMilestoneBlockers(milestone, { contractStatus: status }));
  const splitIds = milestone.splits.map(({ id }) => id);
  return { keep: { ...version, ...keepChildren([{ table: 'bbl_milestonesplit', ids: splitIds }]) } };
};
