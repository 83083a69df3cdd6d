import { deleteContractLineBlockers } from '@bbl/domain';
import { isInBillingNow } from '../contract/contents';
import { ON_LINE } from '../contract/lineContents';
import { deleteChildren, keptChildren, refuseIfMoreHangs } from '../data/children';
import { readContract } from '../data/contracts';
import { lockContracts } from '../data/locks';
import { lineStatus, required } from '@bbl/dataverse/mapping';
import type { StepHandler } from '../runtime/handlers';
import { refuseIfAny } from '../runtime/refusal';

/** Deletes what hangs on the line as SYSTEM, unless something came into billing or was added since stage 10. @returns CON-04, CON-06, GRD-06. domain.md 2.1-8, 8.10. */
export const contractLineDelete20: StepHandler<'bbl_contractline'> = (step) => {
  const { rowId, system, before } = step;
  const children = keptChildren(step);
  const contractId = required(before.bbl_contractid);
  lockContracts(system, [contractId]);
  const line = system.retrieve('bbl_contractline', rowId, ['bbl_billingstatus']);
  const withLine = [...children, { table: 'bbl_contractline', ids: [rowId] } as const];
  refuseIfAny(
    deleteContractLineBlockers({
      ...NOTHING,
      contractStatus: readContract(system, contractId).status,
      billingStatus: lineStatus(line),
      hasBillingActivity: isInBillingNow(system, withLine),
    }),
  );
  refuseIfMoreHangs(step, ON_LINE);
  deleteChildren(system, children);
  return undefined;
};

/** Stage 10 has judged these already. */
const NOTHING = { hasEntries: false, hasActuals: false, hasInvoiceLines: false, rowsBelowCount: 0 };
