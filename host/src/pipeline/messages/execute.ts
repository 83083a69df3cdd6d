import { badRequest, FaultCode } from '../../faults';
import type { ExecuteRequest, Outputs, Parameters } from '../requests';
import type { Scope } from '../scope';
import { runCustomApi } from './customApi';
import { retrieveEnvironmentVariableValue } from './environmentVariable';
import { retrieveUserPrivilegeByPrivilegeName, retrieveUserPrivileges } from './privileges';
import { grantAccess, modifyAccess, retrievePrincipalAccess, revokeAccess } from './sharing';
import { retrieveVersion, whoAmI } from './whoAmI';

export type PlatformMessage = (parameters: Parameters, scope: Scope) => Outputs;

const PLATFORM_MESSAGES: ReadonlyMap<string, PlatformMessage> = new Map([
  ['WhoAmI', whoAmI],
  ['RetrieveVersion', retrieveVersion],
  ['RetrieveUserPrivileges', retrieveUserPrivileges],
  ['RetrieveUserPrivilegeByPrivilegeName', retrieveUserPrivilegeByPrivilegeName],
  ['RetrievePrincipalAccess', retrievePrincipalAccess],
  ['GrantAccess', grantAccess],
  ['ModifyAccess', modifyAccess],
  ['RevokeAccess', revokeAccess],
  ['RetrieveEnvironmentVariableValue', retrieveEnvironmentVariableValue],
]);

/** A message by its name: one of the platform's or a custom API. Throws 0x8006088a for a name that is neither. */
export function execute({ message, parameters }: ExecuteRequest, scope: Scope): Outputs {
  const api = scope.engine.apis.get(message);
  if (api) return runCustomApi(api, parameters, scope);
  const platformMessage = PLATFORM_MESSAGES.get(message);
  if (!platformMessage) throw badRequest(FaultCode.ResourceNotFound, `The message '${message}' does not exist.`);
  return platformMessage(parameters, scope);
}
