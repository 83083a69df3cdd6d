import { guid } from '@bbl/dataverse/ports';
import { DEPTHS } from '../../security/rights';
import type { Grant, UserRights } from '../../security/principal';
import type { Outputs, Parameters } from '../requests';
import type { Scope } from '../scope';
import { guidParameter, textParameter } from './parameters';

/** RetrieveUserPrivileges: `RolePrivileges` with `Depth` as PrivilegeDepth (0 Basic … 3 Global). */
export function retrieveUserPrivileges(parameters: Parameters, scope: Scope): Outputs {
  const user = scope.engine.security.rightsOf(guidParameter(parameters, 'UserId'));
  const names = user.isUnrestricted ? scope.engine.security.privilegeNames() : [...user.grants.keys()];
  return { RolePrivileges: names.flatMap((name) => privilegesOf(user, name, scope)) };
}

/** RetrieveUserPrivilegeByPrivilegeName: the same list for one privilege, empty when the user lacks it. */
export function retrieveUserPrivilegeByPrivilegeName(parameters: Parameters, scope: Scope): Outputs {
  const user = scope.engine.security.rightsOf(guidParameter(parameters, 'UserId'));
  return { RolePrivileges: privilegesOf(user, textParameter(parameters, 'PrivilegeName'), scope) };
}

function privilegesOf(user: UserRights, name: string, { engine }: Scope): Parameters[] {
  const privilege = engine.security.privilege(name);
  if (!privilege) return [];
  const everywhere: Grant = { level: 'Global', businessUnitId: user.businessUnitId };
  const grants = user.isUnrestricted ? [everywhere] : (user.grants.get(name.toLowerCase()) ?? []);
  return grants.map(({ level, businessUnitId }) => ({
    Depth: DEPTHS.indexOf(level),
    PrivilegeId: guid(privilege.id),
    BusinessUnitId: guid(businessUnitId),
    PrivilegeName: privilege.name,
  }));
}
