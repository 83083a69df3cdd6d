import type { MessageCode } from '../messages';
import { type LocaleTexts, sentenceOf } from '../messages';
import type { Violation } from '../violation';

/** One guard of an explanation: the rule of domain.md that was asked, and what it answered. domain.md 11.2. */
export interface Check {
  /** Section and number, such as `3.2-9`. */
  readonly rule: string;
  readonly ok: boolean;
  readonly code?: MessageCode;
  readonly message?: string;
  /** What the rule looked at, in words. */
  readonly facts: Readonly<Record<string, string>>;
}

/** A limit that the row counts against; amounts as decimal texts. */
export interface ExplainedLimit {
  readonly level: string;
  readonly name: string;
  readonly limit: string;
  readonly invoiced: string;
  readonly committed: string;
  readonly thisRow: string;
  readonly shortBy: string;
}

/** A committed row whose reset would make room. */
export interface FreeingRow {
  readonly table: string;
  readonly id: string;
  readonly name: string;
  readonly amount: string;
}

/** The answer of `bbl_ExplainBilling`. domain.md 11.2. */
export interface Explanation {
  readonly status: string;
  readonly header?: Readonly<Record<string, string>>;
  readonly checks: readonly Check[];
  readonly limits: readonly ExplainedLimit[];
  readonly frees: readonly FreeingRow[];
}

/** The check of one rule from what it answered; of several reasons the first is told. */
export function check(
  rule: string,
  facts: Readonly<Record<string, string>>,
  violations: readonly Violation[],
  texts?: LocaleTexts,
): Check {
  const [first] = violations;
  if (!first) return { rule, ok: true, facts };
  return { rule, ok: false, code: first.code, message: sentenceOf(first, texts), facts };
}
