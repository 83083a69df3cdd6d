import { PREVIEW_DATES_MAX, SCHEDULE_DATES_MAX } from '../bounds';
import type { BillingMethod, LineType } from '../statuses';
import { fail, ok } from '../result';
import { type Ruling, type Violation, violation } from '../violation';

/** What a generator does with what is there. domain.md 4.2-2, 4.3-5 to 4.3-8. */
export type ScheduleMode = 'preview' | 'create' | 'replaceopen';

/** @returns SCH-11 for any other text. domain.md 4.1-7. */
export function scheduleMode(text: string): Ruling<ScheduleMode> {
  const isMode = text === 'preview' || text === 'create' || text === 'replaceopen';
  return isMode ? ok(text) : fail([violation('BBL-SCH-11', {})]);
}

/** 500 dates, in a preview 2,000. domain.md 4.1-7. */
export const datesMaxOf = (mode: ScheduleMode): number => (mode === 'preview' ? PREVIEW_DATES_MAX : SCHEDULE_DATES_MAX);

/** The kind of a line, as SCH-07 calls it. */
export interface LineKind {
  readonly lineType: LineType;
  readonly billingMethod: BillingMethod | null;
}

/** Milestones fit fixed price lines, schedule rows T&M lines. @returns SCH-07. domain.md 2.6-1, 4.2-1, 4.3-1. */
export function lineKindViolations(line: LineKind, fitting: BillingMethod): Violation[] {
  const isFitting = line.lineType === 'Project' && line.billingMethod === fitting;
  return isFitting ? [] : [violation('BBL-SCH-07', { kind: kindOf(line) })];
}

/** `create` wants an empty line. @returns SCH-05. domain.md 4.2-2, 4.3-5. */
export function occupiedViolations(mode: ScheduleMode, rowsCount: number): Violation[] {
  return mode === 'create' && rowsCount > 0 ? [violation('BBL-SCH-05', {})] : [];
}

function kindOf({ lineType, billingMethod }: LineKind): string {
  if (lineType === 'Product') return 'product';
  return billingMethod === 'FixedPrice' ? 'fixed price' : 'time and material';
}
