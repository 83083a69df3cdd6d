import type { ColumnMetadata } from '@bbl/dataverse';
import type { Value } from '@bbl/dataverse/ports';
import { choice, dateTime, decimal, guid, lookup, money } from '@bbl/dataverse/ports';
import { canonicalDate, canonicalDateTime, canonicalDecimal, canonicalGuid } from '@bbl/dataverse/query';
import { badUrl } from './errors';

/** A literal of an address (`'text'`, `12`, `true`, a GUID) as a value of a column. Throws 400 when it is none. */
export function valueOfLiteral(column: ColumnMetadata, literal: string): Value {
  const value = read(column, literal);
  if (value === undefined) throw badUrl(`'${literal}' is not a valid ${column.type} value for '${column.name}'.`);
  return value;
}

/** The text of a quoted literal, with doubled quotes as one; undefined when it is not quoted. */
export function unquote(literal: string): string | undefined {
  const quoted = /^'(.*)'$/s.exec(literal)?.[1];
  return quoted?.replaceAll("''", "'");
}

function read(column: ColumnMetadata, literal: string): Value | undefined {
  const map = <T extends string>(text: T | undefined, make: (text: T) => Value): Value | undefined =>
    text === undefined ? undefined : make(text);
  switch (column.type) {
    case 'string':
    case 'memo':
      return unquote(literal);
    case 'integer':
    case 'bigint':
      return wholeNumber(literal);
    case 'choice':
    case 'state':
    case 'status': {
      const number = wholeNumber(literal);
      return number === undefined ? undefined : choice(number);
    }
    case 'boolean':
      return literal === 'true' ? true : literal === 'false' ? false : undefined;
    case 'decimal':
      return map(canonicalDecimal(literal), decimal);
    case 'money':
      return map(canonicalDecimal(literal), money);
    case 'uniqueidentifier':
      return map(canonicalGuid(literal), guid);
    case 'lookup':
    case 'owner':
      return map(canonicalGuid(literal), (id) => lookup(column.targets?.[0] ?? '', id));
    case 'dateonly':
      return map(canonicalDate(literal), (day) => dateTime(`${day}T00:00:00Z`));
    case 'datetime':
      return map(canonicalDateTime(literal), dateTime);
  }
}

function wholeNumber(literal: string): number | undefined {
  return /^-?\d{1,15}$/.test(literal) ? Number(literal) : undefined;
}
