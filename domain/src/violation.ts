import type { MessageCode, SentenceArgs } from './messages';
import type { Result } from './result';
import { fail, ok } from './result';

/**
 * A reason why something is refused. The sentence is looked up at the edge (`sentenceOf`).
 * `field` names the fact it concerns in camel case; in lower case it is the column's name without publisher prefix.
 */
export interface Violation {
  readonly code: MessageCode;
  readonly args: Readonly<Record<string, string>>;
  readonly field?: string;
  /** The rule of domain.md that answered about a row: `3.2-9` is section 3.2, row 9. */
  readonly rule?: string;
}

/** What every rule answers: its decision, or all reasons against it in the catalogue's order. */
export type Ruling<T> = Result<T, readonly Violation[]>;

/** A violation whose arguments are exactly the words that the sentence of `code` leaves open. */
export function violation<C extends MessageCode>(code: C, args: SentenceArgs<C>, field?: string): Violation {
  return field === undefined ? { code, args } : { code, args, field };
}

/** The same reasons, each with the rule that gave it. Written out: to spread a reason costs ten times what it takes to find it. */
export const underRule = (rule: string, violations: readonly Violation[]): Violation[] =>
  violations.map(({ code, args, field }) => (field === undefined ? { code, args, rule } : { code, args, field, rule }));

/** `decide()` when nothing stands against it, else the reasons in the catalogue's order. */
export function ruled<T>(violations: readonly Violation[], decide: () => T): Ruling<T> {
  return violations.length === 0 ? ok(decide()) : fail(inCatalogueOrder(violations));
}

const AREAS = ['GRD', 'CON', 'SPL', 'MST', 'PRG', 'SCH', 'ACT', 'NTE', 'PRD', 'RET', 'INV'];

/** All reasons at once, in the order of domain.md 11.1; reasons of one code keep their order. */
export function inCatalogueOrder(violations: readonly Violation[]): readonly Violation[] {
  return violations.length < 2 ? violations : [...violations].sort((a, b) => catalogueRank(a) - catalogueRank(b));
}

function catalogueRank({ code }: Violation): number {
  return AREAS.indexOf(code.slice(4, 7)) * 100 + Number(code.slice(8));
}
