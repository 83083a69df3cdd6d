import { guid } from '@bbl/dataverse/ports';
import type { Outputs, Parameters } from '../requests';
import type { Scope } from '../scope';

export function whoAmI(_parameters: Parameters, { engine, caller }: Scope): Outputs {
  return {
    BusinessUnitId: guid(engine.security.businessUnitOf(caller.userId)),
    UserId: guid(caller.userId),
    OrganizationId: guid(engine.organization.id),
  };
}

export function retrieveVersion(_parameters: Parameters, { engine }: Scope): Outputs {
  return { Version: engine.version };
}
