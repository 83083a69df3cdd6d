import { badRequest, FaultCode, type HostFault } from '../../faults';

/** Attribute validation codes of the platform; names after its error list. */
const ValueFaultCode = {
  /** ValueOutOfRange */
  OutOfRange: '0x80044330',
  /** StringLengthTooLong */
  TooLong: '0x80044331',
  /** PicklistValueOutOfRange */
  UnknownOption: '0x8004431a',
  /** InvalidDateTime */
  InvalidDateTime: '0x80040239',
} as const;

/** Where a value was to go; every sentence names it. */
export interface ValuePlace {
  readonly table: string;
  readonly column: string;
}

export const wrongType = ({ table, column }: ValuePlace, expected: string): HostFault =>
  badRequest(FaultCode.InvalidArgument, `Column '${column}' of '${table}' must be given ${expected}.`);

export const outOfRange = ({ table, column }: ValuePlace, value: string, range: string): HostFault =>
  badRequest(
    ValueFaultCode.OutOfRange,
    `A validation error occurred. The value ${value} of '${column}' on record of type '${table}' is outside the valid range ${range}.`,
  );

export const tooManyDecimals = ({ table, column }: ValuePlace, value: string, decimals: number): HostFault =>
  badRequest(
    FaultCode.InvalidArgument,
    `The value ${value} of '${column}' on record of type '${table}' has more than ${decimals} decimals.`,
  );

export const tooLong = ({ table, column }: ValuePlace, length: number, lengthMax: number): HostFault =>
  badRequest(
    ValueFaultCode.TooLong,
    `A validation error occurred. The length ${length} of '${column}' on record of type '${table}' exceeds the maximum allowed length of ${lengthMax}.`,
  );

export const unknownOption = ({ table, column }: ValuePlace, value: number, options: readonly number[]): HostFault =>
  badRequest(
    ValueFaultCode.UnknownOption,
    `A validation error occurred. The value ${value} of '${column}' on record of type '${table}' is outside the valid range. Accepted Values: ${options.join(',')}`,
  );

export const unknownColumn = ({ table, column }: ValuePlace): HostFault =>
  badRequest(FaultCode.UnknownColumn, `'${table}' entity doesn't contain attribute with Name = '${column}'.`);

/** Spelt as the platform spells it. @param moment `YYYY-MM-DD`, with or without `THH:MM:SS` */
export const tooEarly = (moment: string): HostFault =>
  badRequest(
    ValueFaultCode.InvalidDateTime,
    `DateTime is less than minumum value supported by CrmDateTime. Actual value: ${usMoment(moment)}, Minimum value supported: ${usMoment(DAY_MIN)}`,
  );

/** The first day that the platform stores: that of SQL Server's datetime. */
export const DAY_MIN = '1753-01-01';

function usMoment(moment: string): string {
  const [day = '', time = '00:00:00'] = moment.split('T');
  const [year, month, date] = day.split('-');
  return `${month}/${date}/${year} ${time}`;
}
