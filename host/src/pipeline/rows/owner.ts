import type { LookupValue, Row } from '@bbl/dataverse/ports';
import { isKind, lookup } from '@bbl/dataverse/ports';
import type { Security } from '../../security/security';
import type { RowPlan } from './plan';

/** Owner that a row will have: the one that was sent, else the caller. */
export function ownerOf(row: Row, callerId: string): LookupValue {
  const sent = row['ownerid'];
  return isKind(sent, 'lookup') ? sent : lookup('systemuser', callerId);
}

/** Sets the owner and what derives from it: owning user or team, and the owner's business unit. */
export function setOwner(row: Row, owner: LookupValue, plan: RowPlan, security: Security): void {
  row['ownerid'] = owner;
  const isTeam = owner.table === 'team';
  if (plan.ownerColumns.user) row['owninguser'] = isTeam ? null : lookup('systemuser', owner.id);
  if (plan.ownerColumns.team) row['owningteam'] = isTeam ? lookup('team', owner.id) : null;
  if (plan.ownerColumns.businessUnit) {
    row['owningbusinessunit'] = lookup('businessunit', security.businessUnitOf(owner.id));
  }
}
