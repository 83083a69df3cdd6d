import type { Value } from '@bbl/dataverse/ports';
import type { Engine } from '../../pipeline/engine';
import type { Outputs, Parameters } from '../../pipeline/requests';
import { ACCESS_BITS, DEPTHS, type Right } from '../../security/rights';
import { badPayload } from '../odata/errors';
import { isObject, type Json, type JsonObject } from '../odata/exactJson';
import { referenceOfJson } from './operationParameters';

/** How a message of the platform looks in the Web API. */
export interface PlatformOperation {
  readonly isFunction: boolean;
  /** Tables it is bound to; unbound when absent. */
  readonly boundTables?: readonly string[];
  /** Name of the message's parameter that the bound row becomes. */
  readonly boundParameter?: 'UserId' | 'Principal';
  readonly hasResponse: boolean;
  parametersOf(sent: JsonObject, engine: Engine): Parameters;
  /** What the Web API writes differently from the message. */
  shape?(output: Outputs): Outputs;
}

const noParameters = (): Parameters => ({});

export const PLATFORM_OPERATIONS: ReadonlyMap<string, PlatformOperation> = new Map<string, PlatformOperation>([
  ['WhoAmI', { isFunction: true, hasResponse: true, parametersOf: noParameters }],
  ['RetrieveVersion', { isFunction: true, hasResponse: true, parametersOf: noParameters }],
  [
    'RetrieveUserPrivileges',
    {
      isFunction: true,
      boundTables: ['systemuser'],
      boundParameter: 'UserId',
      hasResponse: true,
      parametersOf: noParameters,
      shape: withDepthNames,
    },
  ],
  [
    'RetrieveUserPrivilegeByPrivilegeName',
    {
      isFunction: true,
      boundTables: ['systemuser'],
      boundParameter: 'UserId',
      hasResponse: true,
      parametersOf: (sent) => ({ PrivilegeName: textIn(sent, 'PrivilegeName') }),
      shape: withDepthNames,
    },
  ],
  [
    'RetrievePrincipalAccess',
    {
      isFunction: true,
      boundTables: ['systemuser', 'team'],
      boundParameter: 'Principal',
      hasResponse: true,
      parametersOf: (sent, engine) => ({ Target: referenceIn(sent, 'Target', engine) }),
      shape: ({ AccessRights }) => ({ AccessRights: rightNames(Number(AccessRights)) }),
    },
  ],
  ['GrantAccess', { isFunction: false, hasResponse: false, parametersOf: sharingParameters }],
  ['ModifyAccess', { isFunction: false, hasResponse: false, parametersOf: sharingParameters }],
  [
    'RevokeAccess',
    {
      isFunction: false,
      hasResponse: false,
      parametersOf: (sent, engine) => ({
        Target: referenceIn(sent, 'Target', engine),
        Revokee: referenceIn(sent, 'Revokee', engine),
      }),
    },
  ],
  [
    'RetrieveEnvironmentVariableValue',
    {
      isFunction: true,
      hasResponse: true,
      parametersOf: (sent) => ({ DefinitionSchemaName: textIn(sent, 'DefinitionSchemaName') }),
    },
  ],
]);

function sharingParameters(sent: JsonObject, engine: Engine): Parameters {
  const access = sent['PrincipalAccess'];
  if (!isObject(access)) throw badPayload("The parameter 'PrincipalAccess' has to hold 'Principal' and 'AccessMask'.");
  return {
    Target: referenceIn(sent, 'Target', engine),
    Principal: referenceIn(access, 'Principal', engine),
    AccessMask: rightBits(access['AccessMask'] ?? null),
  };
}

function referenceIn(sent: JsonObject, name: string, engine: Engine): Value {
  const reference = referenceOfJson(sent[name] ?? null, engine);
  if (reference === undefined) throw badPayload(`The parameter '${name}' has to name a row.`);
  return reference;
}

function textIn(sent: JsonObject, name: string): string {
  const value = sent[name];
  if (typeof value === 'string') return value;
  throw badPayload(`The parameter '${name}' has to be a text.`);
}

/** `ReadAccess, WriteAccess` as bits. */
function rightBits(value: Json): number {
  if (typeof value !== 'string') throw badPayload("'AccessMask' has to be a list such as 'ReadAccess, WriteAccess'.");
  return value.split(',').reduce((bits, name) => {
    const right = name.trim().replace(/Access$/, '');
    if (!(right in ACCESS_BITS)) throw badPayload(`'${name.trim()}' is no access right.`);
    return bits | ACCESS_BITS[right as Right];
  }, 0);
}

function rightNames(bits: number): string {
  const names = (Object.keys(ACCESS_BITS) as Right[]).filter((right) => (bits & ACCESS_BITS[right]) !== 0);
  return names.length === 0 ? 'None' : names.map((right) => `${right}Access`).join(', ');
}

function withDepthNames({ RolePrivileges }: Outputs): Outputs {
  const list = Array.isArray(RolePrivileges) ? (RolePrivileges as readonly Parameters[]) : [];
  return {
    RolePrivileges: list.map((privilege) => ({ ...privilege, Depth: DEPTHS[Number(privilege['Depth'])] ?? 'Basic' })),
  };
}
