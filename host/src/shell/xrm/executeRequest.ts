import type { BatchRequest } from '../api/batch';
import { bareId } from '../api/rows';
import type { AppModel } from '../model/appModel';

interface ParameterType {
  readonly typeName: string;
  /** 1 primitive, 2 complex, 3 enumeration, 4 collection, 5 entity */
  readonly structuralProperty: number;
}

/** A request as `Xrm.WebApi.online.execute` takes it. */
export interface ExecuteRequest {
  readonly [parameter: string]: unknown;
  readonly getMetadata: () => {
    readonly boundParameter?: string | null;
    readonly operationType?: number;
    readonly operationName?: string;
    readonly parameterTypes: { readonly [parameter: string]: ParameterType };
  };
}

interface RowReference {
  readonly entityType?: string;
  readonly etn?: string;
  readonly id: string;
}

/**
 * The HTTP request behind a client request: actions, functions, and create, update and delete of a row.
 * @throws Error for any other operation
 */
export function toHttpRequest(model: AppModel, request: ExecuteRequest): BatchRequest {
  const metadata = request.getMetadata();
  if (metadata.operationType === 2) return crudRequest(model, request, metadata.operationName ?? '');
  const name = metadata.operationName;
  if (!name) throw new Error('Xrm.WebApi.execute: getMetadata() names no operation');
  const bound = metadata.boundParameter ?? undefined;
  const path = bound === undefined ? name : `${boundPath(model, request[bound])}/Microsoft.Dynamics.CRM.${name}`;
  const names = Object.keys(metadata.parameterTypes).filter((key) => key !== bound && request[key] !== undefined);
  if (metadata.operationType === 1)
    return { method: 'GET', path: path + functionArguments(request, names, metadata.parameterTypes) };
  const body = Object.fromEntries(
    names.map((key) => [key, actionArgument(model, request[key], metadata.parameterTypes[key])]),
  );
  return { method: 'POST', path, body };
}

function crudRequest(model: AppModel, request: ExecuteRequest, operation: string): BatchRequest {
  const table = String(request['etn'] ?? request['entityTypeName'] ?? '');
  const id = request['id'] ?? request['entityId'];
  const row = `${setName(model, table)}(${typeof id === 'string' ? bareId(id) : ''})`;
  switch (operation) {
    case 'Create':
      return { method: 'POST', path: setName(model, table), body: request['payload'] };
    case 'Update':
      return { method: 'PATCH', path: row, body: request['payload'] };
    case 'Delete':
      return deleteRequest(model, request, row);
    default:
      throw new Error(`Xrm.WebApi.execute of ${operation} is not implemented by the local host`);
  }
}

function deleteRequest(model: AppModel, request: ExecuteRequest, row: string): BatchRequest {
  const reference = request['entityReference'];
  return { method: 'DELETE', path: reference === undefined ? row : boundPath(model, reference) };
}

function functionArguments(
  request: ExecuteRequest,
  names: readonly string[],
  types: { readonly [parameter: string]: ParameterType },
): string {
  const aliases = names.map((name) => `${name}=@${name}`).join(',');
  const values = names.map((name) => {
    const isText = types[name]?.typeName === 'Edm.String';
    const value = isText ? `'${String(request[name]).replace(/'/g, "''")}'` : JSON.stringify(request[name]);
    return `@${name}=${encodeURIComponent(value)}`;
  });
  return names.length === 0 ? '()' : `(${aliases})?${values.join('&')}`;
}

function actionArgument(model: AppModel, value: unknown, type: ParameterType | undefined): unknown {
  if (type?.typeName === 'Edm.Guid') return guidArgument(value);
  if (type?.structuralProperty !== 5 || typeof value !== 'object' || value === null) return value;
  const reference = value as RowReference;
  const table = model.table(reference.entityType ?? reference.etn ?? '');
  return { '@odata.type': `Microsoft.Dynamics.CRM.${table.name}`, [table.primaryId]: bareId(reference.id) };
}

/** The client takes ids as texts and as objects with `guid`, which is how libraries send them. */
function guidArgument(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'guid' in value ? value.guid : value;
}

function boundPath(model: AppModel, value: unknown): string {
  const reference = value as RowReference;
  return `${setName(model, reference.entityType ?? reference.etn ?? '')}(${bareId(reference.id)})`;
}

const setName = (model: AppModel, table: string): string => model.table(table).setName;
