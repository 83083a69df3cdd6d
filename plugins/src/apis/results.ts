import { sentenceOf, type Violation } from '@bbl/domain';

/** One object of a command's `Results`. surface.md 5. */
export interface RowResult {
  readonly id: string;
  readonly outcome: 'changed' | 'unchanged' | 'refused';
  readonly code?: string;
  readonly message?: string;
  /** Of a refusal: the rule of domain.md that the code comes from, such as `3.2-9`. */
  readonly rule?: string;
  /** Of calls that make invoices: where the row or contract went. */
  readonly invoices?: readonly string[];
}

export function refusedResult(id: string, violations: readonly Violation[]): RowResult {
  const message = violations.map((violation) => sentenceOf(violation)).join('\n');
  const [first] = violations;
  return { id, outcome: 'refused', code: first?.code ?? '', message, ...(first?.rule && { rule: first.rule }) };
}
