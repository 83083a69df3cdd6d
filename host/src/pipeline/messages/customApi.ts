import type { CustomApiMetadata, CustomApiType } from '@bbl/dataverse';
import type { ExecutionContext, Value } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { badRequest, FaultCode, HostFault, unsupported } from '../../faults';
import type { Parameters } from '../requests';
import { runStep } from '../runStep';
import { MAIN_OPERATION, type Scope } from '../scope';

/**
 * The main operation of a custom API: parameters checked against their definition, the execute privilege, then the
 * handler of the bundle. @returns the response properties; those the handler left out are empty.
 */
export function runCustomApi(api: CustomApiMetadata, parameters: Parameters, scope: Scope): Parameters {
  const { engine, caller, unit } = scope;
  checkParameters(api, parameters);
  if (api.executePrivilege) engine.security.requireNamedPrivilege(caller.userId, api.executePrivilege);

  const context: ExecutionContext = {
    message: api.uniqueName,
    table: api.boundTable ?? '',
    stage: MAIN_OPERATION,
    mode: 0,
    depth: scope.depth,
    rowId: '',
    userId: caller.userId,
    systemUserId: engine.organization.systemUserId,
    initiatingUserId: caller.initiatingUserId,
    organizationId: engine.organization.id,
    businessUnitId: engine.security.businessUnitOf(caller.userId),
    correlationId: unit.correlationId,
    now: unit.now,
    isInTransaction: true,
    target: null,
    parameters,
    preImage: null,
    postImage: null,
    sharedVariables: scope.variables,
    parents: scope.parents,
  };
  const { output = {} } = runStep(api.uniqueName, context, scope);
  return responseOf(api, output);
}

function checkParameters(api: CustomApiMetadata, parameters: Parameters): void {
  const known = new Map(api.parameters.map((parameter) => [parameter.name, parameter]));
  for (const [name, value] of Object.entries(parameters)) {
    const parameter = known.get(name);
    if (!parameter) {
      throw badRequest(
        FaultCode.UnknownProperty,
        `The parameter '${name}' is not a valid parameter of '${api.uniqueName}'.`,
      );
    }
    if (value !== null && !isOfType(value, parameter.type)) {
      throw badRequest(
        FaultCode.InvalidArgument,
        `The parameter '${name}' of '${api.uniqueName}' has to be of the type ${parameter.type}.`,
      );
    }
  }
  for (const { name, isOptional } of api.parameters) {
    if (!isOptional && (parameters[name] === undefined || parameters[name] === null)) {
      throw badRequest(
        FaultCode.InvalidArgument,
        `The required parameter '${name}' of '${api.uniqueName}' is missing.`,
      );
    }
  }
}

/** A response property of another type than declared is a bug of the handler. */
function responseOf(api: CustomApiMetadata, output: Parameters): Parameters {
  const response: { [name: string]: Value } = {};
  for (const { name, type } of api.responses) {
    const value = output[name] ?? null;
    if (value !== null && !isOfType(value, type)) {
      throw new HostFault(
        500,
        FaultCode.Unexpected,
        `'${api.uniqueName}' answered '${name}' with another type than ${type}.`,
      );
    }
    response[name] = value;
  }
  return response;
}

function isOfType(value: Value, type: CustomApiType): boolean {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean';
    case 'Integer':
      return typeof value === 'number' && Number.isInteger(value) && Math.abs(value) <= 2147483648;
    case 'Float':
      return typeof value === 'number';
    case 'String':
      return typeof value === 'string';
    case 'StringArray':
      return Array.isArray(value) && value.every((item) => typeof item === 'string');
    case 'Guid':
      return isKind(value, 'guid');
    case 'DateTime':
      return isKind(value, 'datetime');
    case 'Decimal':
      return isKind(value, 'decimal');
    case 'Money':
      return isKind(value, 'money');
    case 'Picklist':
      return isKind(value, 'choice');
    case 'EntityReference':
      return isKind(value, 'lookup');
    case 'Entity':
    case 'EntityCollection':
      throw unsupported(`custom API values of the type ${type}`);
  }
}
