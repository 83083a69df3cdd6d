import type { CustomApiMetadata, TableMetadata } from '@bbl/dataverse';
import type { Value } from '@bbl/dataverse/ports';
import { guid, isKind, lookup } from '@bbl/dataverse/ports';
import type { Outputs, Parameters } from '../../pipeline/requests';
import { type HostFault, unsupported } from '../../faults';
import { methodNotAllowed, resourceNotFound } from '../odata/errors';
import { type Json, type JsonObject, parseJsonObject } from '../odata/exactJson';
import { readPairs, type Segment } from '../odata/path';
import { jsonOf } from '../odata/cellWriter';
import { jsonResponse, noContent, type WebResponse } from '../odata/web';
import type { RequestContext } from './context';
import { argumentOfLiteral, parameterOfJson } from './operationParameters';
import { PLATFORM_OPERATIONS, type PlatformOperation } from './platformOperations';

const NAMESPACE = 'Microsoft.Dynamics.CRM.';

/** Whether a segment names an action or function that is not bound to a table. */
export function isOperation({ name }: Segment, { engine }: RequestContext): boolean {
  return engine.apis.has(bareName(name)) || PLATFORM_OPERATIONS.has(bareName(name));
}

/** Whether a segment behind a table or a row names an action or function of it. */
export const isBoundOperation = ({ name }: Segment): boolean => name.startsWith(NAMESPACE);

/** `POST <action>` or `GET <function>(…)` on the service. */
export function runOperation(segment: Segment, context: RequestContext): WebResponse {
  const name = bareName(segment.name);
  const api = context.engine.apis.get(name);
  if (api) return runApi(api, segment, context);
  const operation = PLATFORM_OPERATIONS.get(name);
  if (!operation || operation.boundTables) throw resourceNotFound(segment.name);
  return runPlatform(name, operation, segment, {}, context);
}

/** `<set>(<id>)/Microsoft.Dynamics.CRM.<function>(…)`. */
export function runBoundOperation(
  table: TableMetadata,
  id: string,
  segment: Segment,
  context: RequestContext,
): WebResponse {
  const name = bareName(segment.name);
  const operation = PLATFORM_OPERATIONS.get(name);
  if (!operation?.boundTables?.includes(table.name)) throw unsupportedOperation(segment);
  const bound = operation.boundParameter === 'Principal' ? lookup(table.name, id) : guid(id);
  return runPlatform(name, operation, segment, { [operation.boundParameter ?? 'Target']: bound }, context);
}

/** Which operations a table has in Dataverse is not known here, so that one which exists nowhere is answered alike. */
export const unsupportedOperation = ({ name }: Segment): HostFault => unsupported(`the bound operation ${name}`);

const bareName = (name: string): string => (name.startsWith(NAMESPACE) ? name.slice(NAMESPACE.length) : name);

function runApi(api: CustomApiMetadata, segment: Segment, context: RequestContext): WebResponse {
  const parameters: { [name: string]: Value } = {};
  const types = new Map(api.parameters.map(({ name, type }) => [name, type]));
  for (const [name, value] of Object.entries(argumentsOf(segment, api.isFunction, context))) {
    const type = types.get(name);
    // The pipeline refuses what the definition does not know.
    parameters[name] = type === undefined ? null : parameterOfJson(api.uniqueName, name, type, value, context.engine);
  }
  const output = context.execute('Execute', { message: api.uniqueName, parameters });
  return api.responses.length === 0 ? noContent() : responseOf(api.uniqueName, output, context);
}

function runPlatform(
  name: string,
  operation: PlatformOperation,
  segment: Segment,
  bound: Parameters,
  context: RequestContext,
): WebResponse {
  const sent = argumentsOf(segment, operation.isFunction, context);
  const parameters = { ...operation.parametersOf(sent, context.engine), ...bound };
  const output = context.execute('Execute', { message: name, parameters });
  return operation.hasResponse ? responseOf(name, operation.shape?.(output) ?? output, context) : noContent();
}

/** Parameters of an action stand in the body, those of a function in parentheses, `@alias` in the query string. */
function argumentsOf({ args }: Segment, isFunction: boolean, context: RequestContext): JsonObject {
  const { method, body } = context.request;
  if (method !== (isFunction ? 'GET' : 'POST')) throw methodNotAllowed(method);
  if (!isFunction) return parseJsonObject(body);
  const aliases = new URLSearchParams(context.search);
  const given: { [name: string]: Json } = {};
  for (const [name, literal] of readPairs(args ?? '')) given[name] = argumentOfLiteral(literal, aliases);
  return given;
}

function responseOf(name: string, output: Outputs, { root }: RequestContext): WebResponse {
  const properties = Object.entries(output).map(
    ([property, value]) => `,${JSON.stringify(property)}:${outputText(value)}`,
  );
  return jsonResponse(200, `{"@odata.context":"${root}$metadata#${NAMESPACE}${name}Response"${properties.join('')}}`);
}

function outputText(value: Outputs[string]): string {
  if (!Array.isArray(value)) return jsonOf(value as Value, false);
  return `[${value.map((item) => (typeof item === 'string' ? JSON.stringify(item) : structureText(item as Parameters))).join()}]`;
}

const structureText = (structure: Parameters): string =>
  `{${Object.entries(structure)
    .map(([name, value]) => `${JSON.stringify(name)}:${isKind(value, 'guid') ? `"${value.v}"` : jsonOf(value, false)}`)
    .join()}}`;
