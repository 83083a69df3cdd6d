import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse';
import type { LookupValue, Row, Value } from '@bbl/dataverse/ports';
import { choice, dateTime, decimal, guid, lookup, money } from '@bbl/dataverse/ports';
import { canonicalDate, canonicalDateTime, canonicalGuid } from '@bbl/dataverse/query';
import { formatDecimal, parseDecimal } from '../../decimal';
import { unsupported } from '../../faults';
import type { Engine } from '../../pipeline/engine';
import { badPayload } from './errors';
import { type Json, type JsonObject, numberText } from './exactJson';
import { resolveReference } from './references';

const BIND = '@odata.bind';

/**
 * The row that a payload describes, strictly by the metadata of its table: unknown properties and values of another
 * type are refused with 400, rows within the row with 501. Annotations are skipped, but for `@odata.bind`.
 */
export function readRow(body: JsonObject, table: TableMetadata, engine: Engine): Row {
  const columns = engine.metadata.columns(table.name);
  const row: Row = {};
  for (const [property, value] of Object.entries(body)) {
    if (property.endsWith(BIND)) {
      const [column, target] = readBinding(property.slice(0, -BIND.length), value, table, engine);
      row[column] = target;
    } else if (!property.includes('@')) {
      const column = columns.get(property);
      // A lookup is no property: it is read as `_<name>_value` and set through its navigation property.
      if (!column || column.type === 'lookup' || column.type === 'owner')
        throw unknownProperty(property, table, engine);
      row[property] = valueOfJson(column, value);
    }
  }
  return row;
}

/** A JSON value as a value of a column. Throws 400 when it is of another type. */
export function valueOfJson(column: ColumnMetadata, value: Json): Value {
  if (value === null) return null;
  const read = readTyped(column, value);
  if (read !== undefined) return read;
  throw badPayload(
    `Cannot convert the literal '${describe(value)}' of the property '${column.name}' to the expected type '${EDM_TYPES[column.type]}'.`,
  );
}

/** Types of properties as OData names them. */
export const EDM_TYPES: { readonly [type in ColumnMetadata['type']]: string } = {
  uniqueidentifier: 'Edm.Guid',
  string: 'Edm.String',
  memo: 'Edm.String',
  integer: 'Edm.Int32',
  bigint: 'Edm.Int64',
  decimal: 'Edm.Decimal',
  money: 'Edm.Decimal',
  boolean: 'Edm.Boolean',
  choice: 'Edm.Int32',
  state: 'Edm.Int32',
  status: 'Edm.Int32',
  dateonly: 'Edm.Date',
  datetime: 'Edm.DateTimeOffset',
  lookup: 'Edm.Guid',
  owner: 'Edm.Guid',
};

function readTyped(column: ColumnMetadata, value: Json): Value | undefined {
  switch (column.type) {
    case 'string':
    case 'memo':
      return typeof value === 'string' ? value : undefined;
    case 'integer':
      return isWhole(value) && Math.abs(value) <= 2147483648 ? value : undefined;
    case 'bigint':
      return isWhole(value) ? value : undefined;
    case 'choice':
    case 'state':
    case 'status':
      return isWhole(value) ? choice(value) : undefined;
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'decimal':
      return exact(value, decimal);
    case 'money':
      return exact(value, money);
    case 'uniqueidentifier':
      return text(value, canonicalGuid, guid);
    case 'dateonly':
      return text(value, canonicalDate, (day) => dateTime(`${day}T00:00:00Z`));
    case 'datetime':
      return text(value, canonicalDateTime, dateTime);
    case 'lookup':
    case 'owner':
      return undefined;
  }
}

const isWhole = (value: Json): value is number => typeof value === 'number' && Number.isSafeInteger(value);

function exact(value: Json, make: (digits: string) => Value): Value | undefined {
  const number = numberText(value);
  const parsed = number === undefined ? undefined : parseDecimal(number);
  return parsed && make(formatDecimal(parsed));
}

function text(
  value: Json,
  canonical: (text: string) => string | undefined,
  make: (text: string) => Value,
): Value | undefined {
  const read = typeof value === 'string' ? canonical(value) : undefined;
  return read === undefined ? undefined : make(read);
}

const describe = (value: Json): string =>
  numberText(value) ?? (typeof value === 'string' ? value : JSON.stringify(value));

function readBinding(
  property: string,
  value: Json,
  table: TableMetadata,
  engine: Engine,
): readonly [column: string, value: LookupValue | null] {
  const navigation = engine.metadata.navigation(table.name, property);
  if (navigation?.kind !== 'lookup') {
    throw badPayload(
      `'${property}' is not a single-valued navigation property of the type 'Microsoft.Dynamics.CRM.${table.name}'. ` +
        'Navigation properties are case-sensitive.',
    );
  }
  const column = navigation.relationship.referencingColumn;
  if (value === null) return [column, null];
  if (typeof value !== 'string') throw badPayload(`The value of '${property}${BIND}' has to be the address of a row.`);
  const target = resolveReference(value, engine);
  const targets = engine.metadata.column(table.name, column)?.targets ?? [navigation.targetTable];
  if (!targets.includes(target.table.name)) {
    throw badPayload(`'${property}' cannot point to a row of '${target.table.setName}'.`);
  }
  return [column, lookup(target.table.name, target.id)];
}

function unknownProperty(property: string, table: TableMetadata, { metadata }: Engine): Error {
  const navigation = metadata.navigation(table.name, property);
  if (navigation?.kind === 'collection') return unsupported(`creating rows of '${property}' within their parent`);
  if (navigation) return unsupported(`creating or naming the row of '${property}' without ${BIND}`);
  const lookupName = /^_(\w+)_value$/.exec(property)?.[1];
  if (lookupName !== undefined && metadata.column(table.name, lookupName)) {
    return badPayload(`'${property}' is read-only: set the lookup with its navigation property and ${BIND}.`);
  }
  return badPayload(
    `The property '${property}' does not exist on type 'Microsoft.Dynamics.CRM.${table.name}'. ` +
      'Make sure to only use property names that are defined by the type.',
  );
}
