import type { Row } from '@bbl/dataverse/ports';
import { dateTime, lookup } from '@bbl/dataverse/ports';
import type { Caller } from '../caller';
import type { RowPlan } from './plan';

/** Who made the row and when; `now` in UTC. */
export function stampCreated(row: Row, caller: Caller, now: string, plan: RowPlan): void {
  if (plan.hasCreatedBy) {
    row['createdby'] = lookup('systemuser', caller.userId);
    row['createdon'] = dateTime(now);
  }
  if (plan.hasOnBehalfOf && caller.onBehalfOfUserId) {
    row['createdonbehalfby'] = lookup('systemuser', caller.onBehalfOfUserId);
  }
  stampModified(row, caller, now, plan);
}

/** Who changed the row last and when. */
export function stampModified(row: Row, caller: Caller, now: string, plan: RowPlan): void {
  if (!plan.hasModifiedBy) return;
  row['modifiedby'] = lookup('systemuser', caller.userId);
  row['modifiedon'] = dateTime(now);
  if (!plan.hasOnBehalfOf) return;
  row['modifiedonbehalfby'] = caller.onBehalfOfUserId ? lookup('systemuser', caller.onBehalfOfUserId) : null;
}
