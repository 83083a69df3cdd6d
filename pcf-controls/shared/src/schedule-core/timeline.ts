import type { PlainDate } from '@bbl/domain';
import {
  fromDayNumber,
  fromParts,
  lastDayOfMonth,
  monthAfter,
  plainDate,
  toDayNumber,
  toParts,
} from '@bbl/domain/dates/plainDate';

/** A stretch of calendar on so many pixels. */
export interface TimeScale {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly widthPx: number;
}

/** The first day of a month that is worth a label. */
export interface TimeTick {
  readonly date: PlainDate;
  readonly xPx: number;
  /** Its label is the year alone. */
  readonly isYear: boolean;
}

/** A milestone on the timeline: its place, and whether there is room for its amount. */
export interface Marker {
  readonly id: string;
  readonly xPx: number;
  /** Milestones too close to each other stand below one another. */
  readonly lane: number;
  readonly hasLabel: boolean;
}

const YEAR_MONTHS = 12;
const STEPS_MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000];
const MONTH_DAYS_MIN = 28;
/** Room past the last day. */
const END_PX = 20;
/** The calendar's first and last day, which a scale does not go beyond. */
const DAY_MIN = toDayNumber(plainDate('0001-01-01'));
const DAY_MAX = toDayNumber(plainDate('9999-12-31'));
const MARKER_PX_MIN = 16;
export const LANES_MAX = 3;

/** Whole months around the dates, so that a milestone can be dragged a little beyond the first and last. */
export function timeScaleOf(dates: readonly PlainDate[], widthPx: number): TimeScale | undefined {
  const sorted = [...dates].sort();
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined || widthPx <= 0) return undefined;
  const start = toParts(fromDayNumber(Math.max(DAY_MIN, toDayNumber(first) - 3)));
  const end = toParts(fromDayNumber(Math.min(DAY_MAX, toDayNumber(last) + 3)));
  return {
    firstDay: toDayNumber(fromParts({ ...start, day: 1 })),
    lastDay: toDayNumber(fromParts({ ...end, day: lastDayOfMonth(end.year, end.month) })),
    widthPx,
  };
}

export function xOf(date: PlainDate, { firstDay, lastDay, widthPx }: TimeScale): number {
  return ((toDayNumber(date) - firstDay) / (lastDay - firstDay)) * widthPx;
}

/** The day at a place, within the scale. */
export function dateAt(xPx: number, { firstDay, lastDay, widthPx }: TimeScale): PlainDate {
  const day = firstDay + Math.round((xPx / widthPx) * (lastDay - firstDay));
  return fromDayNumber(Math.min(lastDay, Math.max(firstDay, day)));
}

/**
 * Firsts of months, quarters, half-years or years: as many as have room for their labels.
 * @param labels widths of the widest label with a month and of one with a year alone
 */
export function timeTicks(
  scale: TimeScale,
  labels: { readonly monthPx: number; readonly yearPx: number },
): readonly TimeTick[] {
  const dayPx = scale.widthPx / Math.max(1, scale.lastDay - scale.firstDay);
  const widthOf = (months: number): number => (months < YEAR_MONTHS ? labels.monthPx : labels.yearPx);
  const step = STEPS_MONTHS.find((months) => dayPx * MONTH_DAYS_MIN * months >= widthOf(months));
  // Where not even that many years have room, the calendar shows no ticks rather than a black band.
  if (step === undefined) return [];
  const isYear = step >= YEAR_MONTHS;
  const ticks: TimeTick[] = [];
  const first: { year: number; month: number } = toParts(fromDayNumber(scale.firstDay));
  let month = isYear && first.month > 1 ? { year: first.year + 1, month: 1 } : first;
  for (;;) {
    if (month.year > toParts(fromDayNumber(scale.lastDay)).year) return ticks;
    const date = fromParts({ ...month, day: 1 });
    const xPx = xOf(date, scale);
    // A label that would be cut off at the end says nothing.
    if (toDayNumber(date) >= scale.lastDay || xPx + widthOf(step) > scale.widthPx + END_PX) return ticks;
    ticks.push({ date, xPx, isYear });
    month = monthAfter(month, step);
  }
}

/**
 * Markers in date order: close ones in lanes of their own, an amount where nothing else is near.
 * @param labelPx width of the widest amount
 */
export function markersOf(
  rows: readonly { readonly id: string; readonly date: PlainDate }[],
  scale: TimeScale,
  labelPx: number,
): readonly Marker[] {
  const placed = rows
    .map(({ id, date }) => ({ id, xPx: xOf(date, scale) }))
    .sort((left, right) => left.xPx - right.xPx);
  const lastX: number[] = [];
  let labelEnd = -Infinity;
  return placed.map(({ id, xPx }, at): Marker => {
    const free = lastX.findIndex((x) => xPx - x >= MARKER_PX_MIN);
    const lane = free >= 0 ? free : lastX.length < LANES_MAX ? lastX.length : LANES_MAX - 1;
    lastX[lane] = xPx;
    const next = placed[at + 1]?.xPx ?? Infinity;
    const hasLabel = lane === 0 && xPx - labelEnd >= labelPx && next - xPx >= MARKER_PX_MIN;
    if (hasLabel) labelEnd = xPx;
    return { id, xPx, lane, hasLabel };
  });
}
