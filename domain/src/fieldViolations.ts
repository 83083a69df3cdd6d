import { type Violation, violation } from './violation';
import { type Field, FIELD_WORDS } from './words';

/** GRD-11 for a field that holds something else than `condition` says. */
export function mustBe(field: Field, condition: string): Violation {
  return violation('BBL-GRD-11', { column: FIELD_WORDS[field], condition }, field);
}

/** GRD-11 for a number that is no option of its choice. @param choice display name. */
export function optionViolation(choice: string, field: string): Violation {
  return violation('BBL-GRD-11', { column: choice, condition: 'one of its options' }, field);
}

/** Amounts, prices, taxes and limits that people enter are 0 or more: GRD-11. domain.md 2.1-4. */
export function negativeViolations(field: Field, amount: number | null | undefined): Violation[] {
  return typeof amount === 'number' && amount < 0 ? [mustBe(field, '0 or more')] : [];
}

/** GRD-11 for a required field that was left empty. */
export function missingViolations(field: Field, value: unknown): Violation[] {
  return value === null || value === undefined || value === '' ? [mustBe(field, 'filled in')] : [];
}
