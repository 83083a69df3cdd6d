import { type Field, inCatalogueOrder, missingViolations, type Ruling, sentenceOf, type Violation } from '@bbl/domain';

/**
 * Ends an execution with the rules' own answer: the whole request is refused and the user reads the sentences.
 * Handlers do not catch it; what may fail row by row is a value (`Ruling`) until the handler decides.
 */
export class Refusal extends Error {
  readonly violations: readonly Violation[];

  constructor(violations: readonly Violation[]) {
    const ordered = inCatalogueOrder(violations);
    super(ordered.map((violation) => clipped(sentenceOf(violation))).join('\n'));
    this.name = 'Refusal';
    this.violations = ordered;
  }

  /** Code of the first violation in the catalogue's order. */
  get code(): string {
    return this.violations[0]?.code ?? '';
  }
}

/** What a caller sent may stand in a sentence, and may have any length. */
const SENTENCE_LENGTH_MAX = 800;

const clipped = (sentence: string): string =>
  sentence.length <= SENTENCE_LENGTH_MAX ? sentence : `${sentence.slice(0, SENTENCE_LENGTH_MAX)} …`;

/** Refuses the request when anything stands against it. */
export function refuseIfAny(violations: readonly Violation[]): void {
  if (violations.length > 0) throw new Refusal(violations);
}

/** The decision, or the refusal of the request. */
export function decided<T>(ruling: Ruling<T>): T {
  if (!ruling.ok) throw new Refusal(ruling.error);
  return ruling.value;
}

/** A column that a row cannot do without. Refuses with GRD-11 when the caller left it empty. */
export function given<T>(value: T | null | undefined, field: Field): T {
  refuseIfAny(missingViolations(field, value));
  return value as T;
}
