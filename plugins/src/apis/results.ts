import { sentenceOf, type Violation } from '@bbl/domain';

/** One object of a command's `Results`. surface.md 5. */
export interface RowResult {
  readonly id: string;
  readonly outcome: 'changed' | 'unchanged' | 'refused';
  readonly code?: string;
  readonly message?: string;
  /** Of calls that make invoices: where the row or contract went. */
  readonly invoices?: readonly string[];
}

export function refusedResult(id: string, violations: readonly Violation[]): RowResult {
  const message = violations.map((violation) => sentenceOf(violation)).join('\n');
  return { id, outcome: 'refused', code: violations[0]?.code ?? '', message };
}
