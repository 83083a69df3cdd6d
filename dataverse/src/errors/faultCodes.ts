import { type Violation, violation } from '@bbl/domain';
import type { ServiceFault } from '../ports';

/** What the platform answers, as far as rules depend on it. platform.md 4.4, 4.9. */
export const PlatformFault = {
  ObjectDoesNotExist: '0x80040217',
  PrivilegeDenied: '0x80040220',
  DuplicateKey: '0x80060892',
  DuplicateRecord: '0x80040237',
  VersionMismatch: '0x80060882',
  SqlError: '0x80044150',
  SqlTimeout: '0x80044151',
} as const;

const isOneOf = (fault: ServiceFault, ...codes: readonly string[]): boolean => codes.includes(fault.code.toLowerCase());

/** Another row holds the same alternate key. */
export const isDuplicate = (fault: ServiceFault): boolean =>
  isOneOf(fault, PlatformFault.DuplicateKey, PlatformFault.DuplicateRecord);

/** A row lock could not be had in time. */
export const isLockTimeout = (fault: ServiceFault): boolean =>
  isOneOf(fault, PlatformFault.SqlTimeout, PlatformFault.SqlError);

/** GRD-04: what the platform answers for rows that are not there and for rows that the caller may not see. */
export const missingRowViolation = (): Violation => violation('BBL-GRD-04', {});

/** GRD-05: what the platform answers when a right is missing. */
export const accessViolation = (): Violation => violation('BBL-GRD-05', {});

/** GRD-06: what the platform answers when a row has another version than the caller saw. */
export const outdatedRowViolation = (): Violation => violation('BBL-GRD-06', {});

const MEANINGS: { readonly [code: string]: () => Violation } = {
  [PlatformFault.ObjectDoesNotExist]: missingRowViolation,
  [PlatformFault.PrivilegeDenied]: accessViolation,
  [PlatformFault.VersionMismatch]: outdatedRowViolation,
  [PlatformFault.SqlTimeout]: () => violation('BBL-INV-16', {}),
  [PlatformFault.SqlError]: () => violation('BBL-INV-16', {}),
};

/** What a fault of the platform means in the words of the catalogue: GRD-04, GRD-05, GRD-06, INV-16; else nothing. */
export function violationOf(fault: ServiceFault): Violation | undefined {
  return MEANINGS[fault.code.toLowerCase()]?.();
}
