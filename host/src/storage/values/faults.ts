import { badRequest, FaultCode, type HostFault } from '../../faults';

/** Attribute validation codes of the platform; names after its error list. */
const ValueFaultCode = {
  /** ValueOutOfRange */
  OutOfRange: '0x80044330',
  /** StringLengthTooLong */
  TooLong: '0x80044331',
  /** PicklistValueOutOfRange */
  UnknownOption: '0x8004431a',
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
