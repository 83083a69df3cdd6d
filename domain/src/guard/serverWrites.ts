import type { Mark } from '../statuses';
import { fail, ok } from '../result';
import { type Ruling, type Violation, violation } from '../violation';

/**
 * Columns that commands alone write, whatever value was sent.
 * @param sentColumns display names of the S columns that the caller sent; an invoice status that
 * `editInvoiceBlockers` judges is not among them.
 * @returns GRD-01 for each. domain.md 0.1-1, 2.1-1.
 */
export function serverColumnViolations(
  sentColumns: readonly { readonly field: string; readonly name: string }[],
): Violation[] {
  return sentColumns.map(({ field, name }) => violation('BBL-GRD-01', { column: name }, field));
}

/** Rows of a table that commands alone write. @returns GRD-02; ACT-06 for actuals. domain.md 2.1-1. */
export function serverTableViolations(tableName: string, isActual: boolean): Violation[] {
  return [isActual ? violation('BBL-ACT-06', {}) : violation('BBL-GRD-02', { table: tableName })];
}

/** Rows of most tables cannot be deactivated. @returns GRD-10. domain.md 2.1-6. */
export function deactivationViolations(isDeactivatable: boolean): Violation[] {
  return isDeactivatable ? [] : [violation('BBL-GRD-10', {})];
}

/** A row that others use cannot go. @returns GRD-12, `what` names the users. domain.md 2.2-3. */
export function inUseViolations(what: string): Violation[] {
  return what === '' ? [] : [violation('BBL-GRD-12', { what })];
}

/** The status that `bbl_SetBillingStatus` is asked for. @returns GRD-13 for any other than Ready and Not ready. domain.md 3.1-1. */
export function requestedMark(status: string | undefined): Ruling<Mark> {
  return status === 'Ready' || status === 'NotReady' ? ok(status) : fail([violation('BBL-GRD-13', {})]);
}
