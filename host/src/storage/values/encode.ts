import type { ColumnMetadata, ColumnType } from '@bbl/dataverse/metadata';
import { isKind, type Value } from '@bbl/dataverse/ports';
import { canonicalDateTime, canonicalGuid } from '@bbl/dataverse/query';
import { unsupported } from '../../faults';
import type { PhysicalColumn } from '../schema/model';
import { outOfRange, tooLong, tooManyDecimals, unknownOption, type ValuePlace, wrongType } from './faults';
import { fold } from './fold';
import { bindable, INTEGER_MAX, INTEGER_MIN, scaleDecimal } from './scaled';

export type Bindable = string | number | bigint | null;

/**
 * What to bind for a value that is not null, one item for each of the column's physical names.
 * @throws HostFault 400 with the platform's code and a sentence that names the column
 */
export type Encoder = (value: Exclude<Value, null>) => readonly Bindable[];

/** Chooses once, by type, how a column's values are checked and stored. */
export function encoderOf(table: string, physical: PhysicalColumn): Encoder {
  const place: ValuePlace = { table, column: physical.metadata.name };
  return ENCODERS[physical.metadata.type](place, physical);
}

/** The row of nulls that an empty column is. */
export const encodeNull = (physical: PhysicalColumn): readonly Bindable[] => [
  null,
  ...(physical.folded === undefined ? [] : [null]),
  ...(physical.target === undefined ? [] : [null]),
];

type EncoderFactory = (place: ValuePlace, physical: PhysicalColumn) => Encoder;

const text: EncoderFactory = (place, { metadata, folded }) => {
  const lengthMax = metadata.maxLength ?? Infinity;
  return (value) => {
    if (typeof value !== 'string') throw wrongType(place, 'text');
    if (value.length > lengthMax) throw tooLong(place, value.length, lengthMax);
    // The platform stores an empty text as no text.
    const stored = value === '' ? null : value;
    return folded === undefined ? [stored] : [stored, stored === null ? null : fold(stored)];
  };
};

const whole: EncoderFactory = (place, { metadata }) => {
  const [min, max] = [Number(metadata.minValue ?? -(2 ** 31)), Number(metadata.maxValue ?? 2 ** 31 - 1)];
  const isBig = metadata.type === 'bigint';
  return (value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(place, 'a whole number');
    if (!isBig && (value < min || value > max)) throw outOfRange(place, String(value), `${min} to ${max}`);
    return [value];
  };
};

const scaled: EncoderFactory = (place, { metadata, scale }) => {
  const kind = metadata.type === 'money' ? 'money' : 'decimal';
  const { min, max } = rangeOf(metadata, scale);
  return (value) => {
    const given = isKind(value, kind) ? scaleDecimal(value.v, scale) : undefined;
    if (!given || !isKind(value, kind)) throw wrongType(place, `a ${kind} value as a decimal text`);
    if (!given.isExact) throw tooManyDecimals(place, value.v, scale);
    if (given.units < min || given.units > max)
      throw outOfRange(place, value.v, `${metadata.minValue ?? ''} to ${metadata.maxValue ?? ''}`);
    if (given.units < INTEGER_MIN || given.units > INTEGER_MAX)
      throw unsupported(
        `the value ${value.v} in column '${place.column}': with ${scale} decimals it is too large to store`,
      );
    return [bindable(given.units)];
  };
};

function rangeOf(column: ColumnMetadata, scale: number): { readonly min: bigint; readonly max: bigint } {
  const bound = (value: string | undefined, fallback: bigint): bigint =>
    (value === undefined ? undefined : scaleDecimal(value, scale)?.units) ?? fallback;
  return { min: bound(column.minValue, INTEGER_MIN), max: bound(column.maxValue, INTEGER_MAX) };
}

const yesNo: EncoderFactory = (place) => (value) => {
  if (typeof value !== 'boolean') throw wrongType(place, 'yes or no (true or false)');
  return [value ? 1 : 0];
};

const option: EncoderFactory = (place, { metadata }) => {
  const values = new Set(metadata.options?.map((each) => each.value));
  return (value) => {
    if (!isKind(value, 'choice') || !Number.isSafeInteger(value.v)) throw wrongType(place, 'a choice value');
    if (!values.has(value.v)) throw unknownOption(place, value.v, [...values]);
    return [value.v];
  };
};

const date: EncoderFactory = (place) => (value) => {
  const at = isKind(value, 'datetime') ? canonicalDateTime(value.v) : undefined;
  if (!at?.endsWith('T00:00:00Z')) throw wrongType(place, 'a day, at midnight');
  return [at.slice(0, 10)];
};

/** Whole seconds, as the platform keeps; without the `Z`, so that a comparison value with a fraction sorts rightly. */
const dateTime: EncoderFactory = (place) => (value) => {
  const at = isKind(value, 'datetime') ? canonicalDateTime(value.v) : undefined;
  if (at === undefined) throw wrongType(place, 'a point in time');
  return [at.slice(0, 19)];
};

const id: EncoderFactory = (place) => (value) => {
  const guid = isKind(value, 'guid') ? canonicalGuid(value.v) : undefined;
  if (guid === undefined) throw wrongType(place, 'a GUID');
  return [guid];
};

const reference: EncoderFactory = (place, { metadata, target }) => {
  const targets = metadata.targets ?? [];
  return (value) => {
    const guid = isKind(value, 'lookup') ? canonicalGuid(value.id) : undefined;
    if (guid === undefined || !isKind(value, 'lookup')) throw wrongType(place, 'a lookup');
    if (!targets.includes(value.table))
      throw wrongType(place, `a lookup to ${targets.join(' or ')}, not ${value.table}`);
    return target === undefined ? [guid] : [guid, value.table];
  };
};

const ENCODERS: { readonly [type in ColumnType]: EncoderFactory } = {
  uniqueidentifier: id,
  string: text,
  memo: text,
  integer: whole,
  bigint: whole,
  decimal: scaled,
  money: scaled,
  boolean: yesNo,
  choice: option,
  state: option,
  status: option,
  dateonly: date,
  datetime: dateTime,
  lookup: reference,
  owner: reference,
};
