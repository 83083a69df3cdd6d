import type { LookupValue } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { badRequest, FaultCode } from '../../faults';
import type { Parameters } from '../requests';

/** Parameters of platform messages. Each throws 400 when the parameter is missing or of another kind. */
export function lookupParameter(parameters: Parameters, name: string): LookupValue {
  const value = parameters[name];
  if (isKind(value, 'lookup')) return value;
  throw badRequest(FaultCode.InvalidArgument, `The parameter '${name}' has to name a row.`);
}

export function guidParameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (isKind(value, 'guid')) return value.v;
  throw badRequest(FaultCode.InvalidArgument, `The parameter '${name}' has to be a GUID.`);
}

export function textParameter(parameters: Parameters, name: string): string {
  const value = parameters[name];
  if (typeof value === 'string' && value !== '') return value;
  throw badRequest(FaultCode.InvalidArgument, `The parameter '${name}' has to be a text.`);
}

export function numberParameter(parameters: Parameters, name: string): number {
  const value = parameters[name];
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw badRequest(FaultCode.InvalidArgument, `The parameter '${name}' has to be a whole number.`);
}
