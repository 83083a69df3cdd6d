import type { ColumnMetadata, ColumnType } from '@bbl/dataverse/metadata';
import { isKind, type Value } from '@bbl/dataverse/ports';
import { canonicalDateTime, canonicalGuid } from '@bbl/dataverse/query';
import { unsupported } from '../../faults';
import type { PhysicalColumn } from '../schema/model';
import {
  DAY_MIN,
  outOfRange,
  tooEarly,
  tooLong,
  tooManyDecimals,
  unknownOption,
  type ValuePlace,
  wrongType,
} from './faults';
import { fold } from './fold';
import { bindable, INTEGER_MAX, INTEGER_MIN, scaleDecimal, scaleShort } from './scaled';

export type Bindable = string | number | bigint | null;

/**
 * Puts what to bind for a value that is not null into `into`, from `at` on: one item for each of the column's physical
 * names. Nothing is allocated for it, because every column of every written row comes here.
 * @throws HostFault 400 with the platform's code and a sentence that names the column
 */
export type Encoder = (value: Exclude<Value, null>, into: Bindable[], at: number) => void;

/** Chooses once, by type, how a column's values are checked and stored. */
export function encoderOf(table: string, physical: PhysicalColumn): Encoder {
  const place: ValuePlace = { table, column: physical.metadata.name };
  return ENCODERS[physical.metadata.type](place, physical);
}

type EncoderFactory = (place: ValuePlace, physical: PhysicalColumn) => Encoder;

const text: EncoderFactory = (place, { metadata, folded }) => {
  const lengthMax = metadata.maxLength ?? Infinity;
  return (value, into, at) => {
    if (typeof value !== 'string') throw wrongType(place, 'text');
    if (value.length > lengthMax) throw tooLong(place, value.length, lengthMax);
    // The platform stores an empty text as no text.
    const stored = value === '' ? null : value;
    into[at] = stored;
    if (folded !== undefined) into[at + 1] = stored === null ? null : fold(stored);
  };
};

const whole: EncoderFactory = (place, { metadata }) => {
  const [min, max] = [Number(metadata.minValue ?? -(2 ** 31)), Number(metadata.maxValue ?? 2 ** 31 - 1)];
  const isBig = metadata.type === 'bigint';
  return (value, into, at) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongType(place, 'a whole number');
    if (!isBig && (value < min || value > max)) throw outOfRange(place, String(value), `${min} to ${max}`);
    into[at] = value;
  };
};

const scaled: EncoderFactory = (place, { metadata, scale }) => {
  const kind = metadata.type === 'money' ? 'money' : 'decimal';
  const { min, max } = rangeOf(metadata, scale);
  const [minNumber, maxNumber] = [Number(min), Number(max)];
  return (value, into, at) => {
    if (!isKind(value, kind)) throw wrongType(place, `a ${kind} value as a decimal text`);
    const short = scaleShort(value.v, scale);
    if (short !== undefined && short >= minNumber && short <= maxNumber) into[at] = short;
    else into[at] = scaledUnits(value.v, min, max);
  };

  function scaledUnits(text: string, least: bigint, most: bigint): Bindable {
    const given = scaleDecimal(text, scale);
    if (!given) throw wrongType(place, `a ${kind} value as a decimal text`);
    if (!given.isExact) throw tooManyDecimals(place, text, scale);
    if (given.units < least || given.units > most)
      throw outOfRange(place, text, `${metadata.minValue ?? ''} to ${metadata.maxValue ?? ''}`);
    if (given.units < INTEGER_MIN || given.units > INTEGER_MAX)
      throw unsupported(
        `the value ${text} in column '${place.column}': with ${scale} decimals it is too large to store`,
      );
    return bindable(given.units);
  }
};

function rangeOf(column: ColumnMetadata, scale: number): { readonly min: bigint; readonly max: bigint } {
  const bound = (value: string | undefined, fallback: bigint): bigint =>
    (value === undefined ? undefined : scaleDecimal(value, scale)?.units) ?? fallback;
  return { min: bound(column.minValue, INTEGER_MIN), max: bound(column.maxValue, INTEGER_MAX) };
}

const yesNo: EncoderFactory = (place) => (value, into, at) => {
  if (typeof value !== 'boolean') throw wrongType(place, 'yes or no (true or false)');
  into[at] = value ? 1 : 0;
};

const option: EncoderFactory = (place, { metadata }) => {
  const values = new Set(metadata.options?.map((each) => each.value));
  return (value, into, at) => {
    if (!isKind(value, 'choice') || !Number.isSafeInteger(value.v)) throw wrongType(place, 'a choice value');
    if (!values.has(value.v)) throw unknownOption(place, value.v, [...values]);
    into[at] = value.v;
  };
};

const date: EncoderFactory = (place) => (value, into, at) => {
  const moment = isKind(value, 'datetime') ? canonicalDateTime(value.v) : undefined;
  if (!moment?.endsWith('T00:00:00Z')) throw wrongType(place, 'a day, at midnight');
  const day = moment.slice(0, 10);
  if (day < DAY_MIN) throw tooEarly(day);
  into[at] = day;
};

const STARTS_WITH_YEAR = /^\d/;

/** Whole seconds, as the platform keeps; without the `Z`, so that a comparison value with a fraction sorts rightly. */
const dateTime: EncoderFactory = (place) => (value, into, at) => {
  const moment = isKind(value, 'datetime') ? canonicalDateTime(value.v) : undefined;
  // An offset may lead out of the four-digit years, which no value of the platform leaves.
  if (moment === undefined || !STARTS_WITH_YEAR.test(moment)) throw wrongType(place, 'a point in time');
  const second = moment.slice(0, 19);
  if (second < DAY_MIN) throw tooEarly(second);
  into[at] = second;
};

const id: EncoderFactory = (place) => (value, into, at) => {
  const guid = isKind(value, 'guid') ? canonicalGuid(value.v) : undefined;
  if (guid === undefined) throw wrongType(place, 'a GUID');
  into[at] = guid;
};

const reference: EncoderFactory = (place, { metadata, target }) => {
  const targets = metadata.targets ?? [];
  return (value, into, at) => {
    const guid = isKind(value, 'lookup') ? canonicalGuid(value.id) : undefined;
    if (guid === undefined || !isKind(value, 'lookup')) throw wrongType(place, 'a lookup');
    if (!targets.includes(value.table))
      throw wrongType(place, `a lookup to ${targets.join(' or ')}, not ${value.table}`);
    into[at] = guid;
    if (target !== undefined) into[at + 1] = value.table;
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
