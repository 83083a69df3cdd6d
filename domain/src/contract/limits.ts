import { type Violation, violation } from '../violation';

/** A limit that people enter: empty is no limit, 0 allows nothing. @returns NTE-07 below 0. domain.md 6.1-1. */
export function limitViolations(limitMinor: number | null | undefined): Violation[] {
  return typeof limitMinor === 'number' && limitMinor < 0 ? [violation('BBL-NTE-07', {}, 'notToExceedLimit')] : [];
}
