import { CUSTOM_APIS, type CustomApiName, type CustomApiTypes } from '@bbl/dataverse/generated/customApis';
import { decimal, guid, isKind, type Value } from '@bbl/dataverse/ports';

type Types = { readonly [name: string]: string };
type Values = { readonly [name: string]: Value };

/** The parameters of a request as plain values. Those that are empty or were left out are missing. */
export function decodeRequest<N extends CustomApiName>(name: N, parameters: Values): CustomApiTypes[N]['request'] {
  const request: { [name: string]: unknown } = {};
  for (const parameter in CUSTOM_APIS[name].parameters) {
    const value = parameters[parameter];
    if (value !== undefined && value !== null) request[parameter] = plain(value);
  }
  return request as unknown as CustomApiTypes[N]['request'];
}

/** The properties of a response in the kinds that the API declares. */
export function encodeResponse<N extends CustomApiName>(name: N, response: object): Values {
  const types: Types = CUSTOM_APIS[name].responses;
  const output: { [name: string]: Value } = {};
  for (const [property, value] of Object.entries(response)) output[property] = encode(value as string, types[property]);
  return output;
}

const plain = (value: Value): unknown => (isKind(value, 'guid') || isKind(value, 'decimal') ? value.v : value);

function encode(value: string, type: string | undefined): Value {
  if (type === 'Guid') return guid(value);
  return type === 'Decimal' ? decimal(value) : value;
}
