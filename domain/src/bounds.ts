import { fail, ok } from './result';
import { type Ruling, type Violation, violation } from './violation';

/** The bounds of every call, so that each ends within the platform's two minutes. domain.md 10-5. */
export const CALL_ROWS_MAX = 500;
export const CONFIRM_INVOICES_MAX = 250;
export const CONFIRM_DETAILS_MAX = 1_000;
export const REFRESH_DETAILS_MAX = 500;
export const DRAFT_DETAILS_MAX = 1_000;
export const SCHEDULE_DATES_MAX = 500;
export const PREVIEW_DATES_MAX = 2_000;
export const SCHEDULE_SPLITS_MAX = 2_000;
export const SAVE_ROWS_MAX = 500;
export const DELETE_ROWS_MAX = 2_000;
export const VERIFY_ROWS_MAX = 20_000;

/** Rows a call names: `Ids`, `Sources` or `ContractIds`. @returns GRD-08 above 500. domain.md 3.1-7, 8.1, 10-5. */
export function callBoundViolations(rowsCount: number): Violation[] {
  return rowsCount > CALL_ROWS_MAX ? [violation('BBL-GRD-08', {})] : [];
}

/** Invoices a confirmation names. @returns INV-09 above 250. domain.md 8.7-1. */
export function confirmBoundViolations(invoicesCount: number): Violation[] {
  return invoicesCount > CONFIRM_INVOICES_MAX ? [violation('BBL-INV-09', {})] : [];
}

/** How many of the invoices, in the order given, one call confirms: it stops before the one that exceeds 1,000 details. domain.md 8.7-1. */
export function confirmableCount(detailCounts: readonly number[]): number {
  let details = 0;
  for (const [index, count] of detailCounts.entries()) {
    details += count;
    if (details > CONFIRM_DETAILS_MAX && index > 0) return index;
  }
  return detailCounts.length;
}

/** A manual detail on a draft. @returns INV-20 when it already holds 1,000 details. domain.md 8.4-7. */
export function draftRoomViolations(detailsCount: number): Violation[] {
  return detailsCount >= DRAFT_DETAILS_MAX ? [violation('BBL-INV-20', {})] : [];
}

/** What a save changes below its row. `advice` says what to do first. @returns CON-12 above 500. domain.md 2.1-10. */
export function saveBoundViolations(rowsCount: number, advice: string): Violation[] {
  return rowsBoundViolations(rowsCount, SAVE_ROWS_MAX, advice);
}

/** What goes with a deleted row. `advice` says what to do first. @returns CON-12 above 2,000. domain.md 2.1-10. */
export function deleteBoundViolations(rowsCount: number, advice: string): Violation[] {
  return rowsBoundViolations(rowsCount, DELETE_ROWS_MAX, advice);
}

function rowsBoundViolations(rowsCount: number, rowsMax: number, advice: string): Violation[] {
  return rowsCount > rowsMax ? [violation('BBL-CON-12', { n: String(rowsCount), max: String(rowsMax), advice })] : [];
}

/** A page of a series: the rows this call takes and the value of `Next`, empty when nothing is left. domain.md 10-6. */
export interface SeriesPage<Row> {
  readonly rows: readonly Row[];
  readonly next: string;
}

/**
 * The first rows of a call. `rows` are those after `After`, in the order of the series; at least one more than
 * `rowsMax` of them shows that something is left. `keyOf` is where the next call goes on.
 */
export function seriesPage<Row>(rows: readonly Row[], rowsMax: number, keyOf: (row: Row) => string): SeriesPage<Row> {
  const page = rows.slice(0, rowsMax);
  const last = page[page.length - 1];
  return { rows: page, next: rows.length > rowsMax && last !== undefined ? keyOf(last) : '' };
}

/** What a request must give. @returns GRD-07 with `reason`. domain.md 3.1-5, 8.1-1. */
export function invalidRequest(reason: string): Violation {
  return violation('BBL-GRD-07', { reason });
}

/** Exactly one of two parameters, such as `Ids` or `FetchXml`. @returns GRD-07. domain.md 3.1, 8.1-1. */
export function exactlyOneOf(parameters: Readonly<Record<string, boolean>>): Ruling<string> {
  const given = Object.keys(parameters).filter((name) => parameters[name]);
  const [only] = given;
  if (given.length === 1 && only !== undefined) return ok(only);
  return fail([invalidRequest(`give exactly one of ${Object.keys(parameters).join(' and ')}`)]);
}
