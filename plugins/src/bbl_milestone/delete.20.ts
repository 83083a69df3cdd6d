import { deleteMilestoneBlockers } from '@bbl/domain';
import { required, toSplit } from '@bbl/dataverse/mapping';
import { deleteChildren, idsIn, keptChildren } from '../data/children';
import { readContract } from '../data/contracts';
import { lockContracts } from '../data/locks';
import { readSplits } from '../data/milestones';
import { openSession } from '../data/session';
import { refuseIfOutdated } from '../data/versions';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Deletes the splits as SYSTEM, unless one came into billing since stage 10. @returns CON-04, GRD-06, MST-05. domain.md 2.1-8, 8.10-1. */
export const milestoneDelete20: StepHandler<'bbl_milestone'> = (step) => {
  const { system, before } = step;
  const children = keptChildren(step);
  const contractId = required(before.bbl_contractid);
  const currency = openSession(step).currencies.of(required(before.transactioncurrencyid));
  lockContracts(system, [contractId]);
  const splits = readSplits(system, idsIn(children, 'bbl_milestonesplit')).map((row) => toSplit(row, currency, false));
  const { status } = readContract(system, contractId);
  refuseIfAny(deleteMilestoneBlockers({ splits }, { contractStatus: status }));
  refuseIfOutdated(step, 'bbl_milestone');
  deleteChildren(system, children);
  return undefined;
};
