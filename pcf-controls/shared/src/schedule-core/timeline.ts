import type { PlainDate } from '@bbl/domain';
import {
  addDays,
  fromDayNumber,
  fromParts,
  lastDayOfMonth,
  monthAfter,
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
export interface MonthTick {
  readonly date: PlainDate;
  readonly xPx: number;
}

/** A milestone on the timeline: its place, and whether there is room for its amount. */
export interface Marker {
  readonly id: string;
  readonly xPx: number;
  /** Milestones too close to each other stand below one another. */
  readonly lane: number;
  readonly hasLabel: boolean;
}

const TICK_PX_MIN = 104;
const MARKER_PX_MIN = 16;
const LABEL_PX_MIN = 92;
export const LANES_MAX = 3;

/** Whole months around the dates, so that a milestone can be dragged a little beyond the first and last. */
export function timeScaleOf(dates: readonly PlainDate[], widthPx: number): TimeScale | undefined {
  const sorted = [...dates].sort();
  const [first] = sorted;
  const last = sorted[sorted.length - 1];
  if (first === undefined || last === undefined || widthPx <= 0) return undefined;
  const start = toParts(addDays(first, -3));
  const end = toParts(addDays(last, 3));
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

/** Firsts of months, as many as have room for a label. */
export function monthTicks(scale: TimeScale): readonly MonthTick[] {
  const monthsCount = Math.max(1, Math.round((scale.lastDay - scale.firstDay) / 30.4));
  const step = [1, 2, 3, 6, 12, 24, 60].find((months) => (scale.widthPx / monthsCount) * months >= TICK_PX_MIN) ?? 120;
  const ticks: MonthTick[] = [];
  let month: { year: number; month: number } = toParts(fromDayNumber(scale.firstDay));
  for (;;) {
    const date = fromParts({ ...month, day: 1 });
    if (toDayNumber(date) >= scale.lastDay) return ticks;
    ticks.push({ date, xPx: xOf(date, scale) });
    month = monthAfter(month, step);
  }
}

/** Markers in date order: close ones in lanes of their own, an amount where nothing else is near. */
export function markersOf(
  rows: readonly { readonly id: string; readonly date: PlainDate }[],
  scale: TimeScale,
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
    const hasLabel = lane === 0 && xPx - labelEnd >= LABEL_PX_MIN && next - xPx >= MARKER_PX_MIN;
    if (hasLabel) labelEnd = xPx;
    return { id, xPx, lane, hasLabel };
  });
}
