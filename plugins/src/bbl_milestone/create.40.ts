import type { SplitColumns } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { writeSplitChanges } from '../data/milestoneWrites';
import { openSession } from '../data/session';
import type { StepHandler } from '../runtime/handlers';
import { NEW_SPLITS } from './create.20';

/** The splits appear with their milestone, in the same transaction. domain.md 2.5-2, 3.2-1, 3.4-1. */
export const milestoneCreate40: StepHandler<'bbl_milestone'> = (step) => {
  const { rowId, target, kept } = step;
  const session = openSession(step);
  const currencyId = required(target.transactioncurrencyid);
  const parent = {
    id: rowId,
    lineId: required(target.bbl_contractlineid),
    contractId: required(target.bbl_contractid),
    ownerId: required(target.ownerid),
    currencyId,
    currency: session.currencies.of(currencyId),
  };
  const created = JSON.parse(required(kept(NEW_SPLITS))) as SplitColumns[];
  writeSplitChanges(session, parent, { created, updated: [], removedIds: [] });
  return undefined;
};
