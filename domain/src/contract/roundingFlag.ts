import { HUNDRED_PERCENT, type Percent } from '../money/percent';
import { type Violation, violation } from '../violation';

/** Rows of one level that lose the rounding flag when another row takes it: there is one per level. domain.md 2.3-5. */
export function roundingMovesFrom(
  siblings: readonly { readonly id: string; readonly isRounding: boolean }[],
  takerId: string | null,
): string[] {
  return siblings.filter(({ id, isRounding }) => isRounding && id !== takerId).map(({ id }) => id);
}

/** The flag is moved by setting it elsewhere, never cleared. @returns SPL-02. domain.md 2.3-5. */
export function roundingClearedViolations(
  level: string,
  before: boolean,
  after: boolean | null | undefined,
): Violation[] {
  const isCleared = before && after !== undefined && !after;
  return isCleared ? [violation('BBL-SPL-02', { level }, 'isRounding')] : [];
}

/** @returns SPL-07 outside 0 to 100. domain.md 5.1-1. */
export function percentViolations(percent: Percent | null | undefined): Violation[] {
  const isOutside = typeof percent === 'number' && (percent < 0 || percent > HUNDRED_PERCENT);
  return isOutside ? [violation('BBL-SPL-07', {}, 'billingSplit')] : [];
}
