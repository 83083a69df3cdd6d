import type { CustomApiType } from '@bbl/dataverse';
import type { Value } from '@bbl/dataverse/ports';
import { choice, dateTime, decimal, guid, lookup, money } from '@bbl/dataverse/ports';
import { canonicalDateTime, canonicalGuid } from '@bbl/dataverse/query';
import { formatDecimal, parseDecimal } from '../../decimal';
import { badRequest, FaultCode, unsupported } from '../../faults';
import type { Engine } from '../../pipeline/engine';
import { badUrl } from '../odata/errors';
import { isObject, type Json, numberText, parseJson } from '../odata/exactJson';
import { unquote } from '../odata/literals';
import { resolveReference } from '../odata/references';

/** A parameter of a custom API as JSON gave it. Throws 400 with a sentence when it is of another type. */
export function parameterOfJson(api: string, name: string, type: CustomApiType, value: Json, engine: Engine): Value {
  if (value === null) return null;
  const read = readParameter(type, value, engine);
  if (read !== undefined) return read;
  throw badRequest(FaultCode.InvalidArgument, `The parameter '${name}' of '${api}' has to be of the type ${type}.`);
}

function readParameter(type: CustomApiType, value: Json, engine: Engine): Value | undefined {
  switch (type) {
    case 'Boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'Integer':
      return typeof value === 'number' && Number.isInteger(value) ? value : undefined;
    case 'Picklist':
      return typeof value === 'number' && Number.isInteger(value) ? choice(value) : undefined;
    case 'Float':
      return typeof value === 'number' ? value : undefined;
    case 'String':
      return typeof value === 'string' ? value : undefined;
    case 'StringArray':
      return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
    case 'Guid': {
      const id = typeof value === 'string' ? canonicalGuid(value) : undefined;
      return id === undefined ? undefined : guid(id);
    }
    case 'DateTime': {
      const time = typeof value === 'string' ? canonicalDateTime(value) : undefined;
      return time === undefined ? undefined : dateTime(time);
    }
    case 'Decimal':
    case 'Money': {
      const parsed = parseDecimal(numberText(value) ?? '');
      if (!parsed) return undefined;
      return type === 'Money' ? money(formatDecimal(parsed)) : decimal(formatDecimal(parsed));
    }
    case 'EntityReference':
      return referenceOfJson(value, engine);
    case 'Entity':
    case 'EntityCollection':
      throw unsupported(`custom API parameters of the type ${type}`);
  }
}

const TYPE_PREFIX = /^#?Microsoft\.Dynamics\.CRM\./;

/** `{"@odata.type":"Microsoft.Dynamics.CRM.account","accountid":"…"}`, or `{"@odata.id":"accounts(…)"}`. */
export function referenceOfJson(value: Json, engine: Engine): Value | undefined {
  if (!isObject(value)) return undefined;
  const address = value['@odata.id'];
  if (typeof address === 'string') {
    const { table, id } = resolveReference(address, engine);
    return lookup(table.name, id);
  }
  const type = value['@odata.type'];
  const tables = [...engine.metadata.tables.values()];
  const table =
    typeof type === 'string'
      ? engine.metadata.table(type.replace(TYPE_PREFIX, ''))
      : tables.find(({ primaryId }) => primaryId in value);
  // A principal may be named by `ownerid`, the base of users and teams.
  const id = table && (value[table.primaryId] ?? value['ownerid']);
  const canonical = typeof id === 'string' ? canonicalGuid(id) : undefined;
  return table && canonical !== undefined ? lookup(table.name, canonical) : undefined;
}

/** A function's argument: a literal, or `@alias` whose value stands in the query string. */
export function argumentOfLiteral(literal: string, aliases: URLSearchParams): Json {
  if (literal.startsWith('@')) {
    const value = aliases.get(literal);
    if (value === null) throw badUrl(`The parameter alias '${literal}' has no value.`);
    return argumentOfLiteral(value, new URLSearchParams());
  }
  const text = unquote(literal);
  if (text !== undefined) return text;
  return canonicalGuid(literal) ?? parseJson(literal);
}
