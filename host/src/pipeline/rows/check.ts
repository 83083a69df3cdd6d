import type { ColumnMetadata } from '@bbl/dataverse';
import type { Row, Value } from '@bbl/dataverse/ports';
import { decimal, isKind } from '@bbl/dataverse/ports';
import { compareDecimals, type Decimal, formatDecimal, parseDecimal, roundTo } from '../../decimal';
import { badRequest, FaultCode } from '../../faults';
import type { RowPlan } from './plan';

/** StringLengthTooLong, AttributePicklistValueOutOfRange, ValueOutOfRange of the platform's error list. */
const TOO_LONG = '0x80044331';
const NO_OPTION = '0x8004431a';
const OUT_OF_RANGE = '0x8004431b';

/**
 * The row as it may be written. Checks what goes beyond the kinds of values, which the store checks: columns that
 * exist, text no longer than its column, numbers within their range, options of their choice, lookups to a table they
 * may point to. Decimals with more digits than their column are rounded, and columns that nobody may write are left
 * out without a word: both as in Dataverse.
 */
export function checkedRow(row: Row, plan: RowPlan, message: 'Create' | 'Update'): Row {
  const checked: Row = {};
  for (const name in row) {
    const column = plan.columns.get(name);
    if (!column) {
      throw badRequest(
        FaultCode.UnknownColumn,
        `'${plan.table.name}' entity doesn't contain attribute with Name = '${name}'.`,
      );
    }
    const value = row[name];
    if (value === undefined || !isWritable(column, message)) continue;
    if (value === null && message === 'Update') checkMayBeEmpty(column);
    checked[name] = value === null ? null : checkedValue(value, column);
  }
  return checked;
}

/** A row keeps an owner and a state; a new one gets them when they are empty. */
function checkMayBeEmpty({ name, type }: ColumnMetadata): void {
  if (type !== 'owner' && type !== 'state' && type !== 'status') return;
  throw badRequest(FaultCode.InvalidArgument, `'${name}' cannot be empty.`);
}

function isWritable(column: ColumnMetadata, message: 'Create' | 'Update'): boolean {
  if (column.baseOf !== undefined) return false;
  // State and status are marked as not valid for create, yet the platform takes them.
  if (column.type === 'state' || column.type === 'status') return true;
  return message === 'Create' ? column.validForCreate : column.validForUpdate;
}

function checkedValue(value: Value, column: ColumnMetadata): Value {
  switch (column.type) {
    case 'string':
    case 'memo':
      checkLength(value, column);
      return value;
    case 'integer':
    case 'bigint':
      if (typeof value === 'number') checkRange(value.toString(), column);
      return value;
    case 'money':
      if (isKind(value, 'money')) checkRange(value.v, column);
      return value;
    case 'decimal':
      return isKind(value, 'decimal') ? decimal(roundedTo(checkRange(value.v, column), column)) : value;
    case 'choice':
    case 'state':
    case 'status':
      checkOption(value, column);
      return value;
    case 'lookup':
    case 'owner':
      checkTarget(value, column);
      return value;
    default:
      return value;
  }
}

function checkLength(value: Value, { name, maxLength }: ColumnMetadata): void {
  if (typeof value !== 'string' || maxLength === undefined || value.length <= maxLength) return;
  throw badRequest(
    TOO_LONG,
    `The length of the '${name}' attribute exceeded the maximum allowed length of '${maxLength}'.`,
  );
}

function checkRange(text: string, column: ColumnMetadata): Decimal {
  const value = parseDecimal(text);
  if (!value) throw badRequest(FaultCode.InvalidArgument, `'${text}' is not a valid number for '${column.name}'.`);
  const { low, high } = rangeOf(column);
  if ((low && compareDecimals(value, low) < 0) || (high && compareDecimals(value, high) > 0)) {
    throw badRequest(
      OUT_OF_RANGE,
      `A validation error occurred. The value ${text} of '${column.name}' is outside of the valid range ` +
        `${column.minValue ?? ''} to ${column.maxValue ?? ''}.`,
    );
  }
  return value;
}

interface Range {
  readonly low: Decimal | undefined;
  readonly high: Decimal | undefined;
}
const RANGES = new WeakMap<ColumnMetadata, Range>();

function rangeOf(column: ColumnMetadata): Range {
  const known = RANGES.get(column);
  if (known) return known;
  const range = { low: parseDecimal(column.minValue ?? ''), high: parseDecimal(column.maxValue ?? '') };
  RANGES.set(column, range);
  return range;
}

const roundedTo = (value: Decimal, { precision }: ColumnMetadata): string =>
  formatDecimal(precision !== undefined && value.scale > precision ? roundTo(value, precision) : value);

function checkOption(value: Value, { name, options }: ColumnMetadata): void {
  if (!isKind(value, 'choice') || !options || options.some((option) => option.value === value.v)) return;
  throw badRequest(
    NO_OPTION,
    `A validation error occurred. The value ${value.v} of '${name}' is not one of the accepted values: ` +
      `${options.map((option) => option.value).join(', ')}.`,
  );
}

function checkTarget(value: Value, { name, targets }: ColumnMetadata): void {
  if (!isKind(value, 'lookup') || !targets || targets.length === 0 || targets.includes(value.table)) return;
  throw badRequest(FaultCode.InvalidArgument, `'${name}' cannot point to '${value.table}'.`);
}
