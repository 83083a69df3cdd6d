import type { PlainDate } from '@bbl/domain';
import { fromDayNumber, fromParts, toParts } from '@bbl/domain/dates/plainDate';
import type { Marker, ShownRow, TimeScale } from '@bbl/pcf-shared/schedule-core';
import { dateAt, markersOf, timeScaleOf, timeTicks, xOf } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { Texts } from '../mapping/texts';
import type { Tone } from '../mapping/rows';

export interface TimelineProps {
  readonly rows: readonly ShownRow[];
  readonly toneOf: (id: string) => Tone;
  readonly statusOf: (id: string) => string;
  readonly today: PlainDate;
  readonly widthPx: number;
  readonly isRightToLeft: boolean;
  readonly focusedId: string | undefined;
  readonly figures: Figures;
  readonly texts: Texts;
  readonly onMove: (id: string, date: PlainDate) => void;
  readonly onPick: (id: string) => void;
}

const EDGE_PX = 20;
const LANE_PX = 16;
/** A press that moves less is a click. */
const DRAG_PX_MIN = 4;

interface Drag {
  readonly id: string;
  readonly startPx: number;
  readonly date: PlainDate;
  readonly isMoving: boolean;
}

const YEAR_DIGITS = 4;
/** Widths of a character of the two kinds of labels, as wide as any in use, and of what stands around the text. */
const TICK_LABEL = { characterPx: 6.5, aroundPx: 14 };
const MARKER_LABEL = { characterPx: 7.5, aroundPx: 10 };
/** From here on scripts have characters as wide as they are high. */
const WIDE_FROM = '\u2e80';

function textPx(text: string, { characterPx, aroundPx }: typeof TICK_LABEL): number {
  return [...text].reduce((px, character) => px + characterPx * (character < WIDE_FROM ? 1 : 1.7), aroundPx);
}

/** Month names differ in length and language: the widest one of a year decides. */
function tickWidths({ firstDay }: TimeScale, { month }: Figures): { monthPx: number; yearPx: number } {
  const { year } = toParts(fromDayNumber(firstDay));
  const names = Array.from({ length: 12 }, (_, index) => month(fromParts({ year, month: index + 1, day: 1 })));
  return {
    monthPx: Math.max(...names.map((name) => textPx(name, TICK_LABEL))),
    yearPx: textPx(String(year), TICK_LABEL),
  };
}

/** The milestones on the calendar. It shows what the rows below hold, so assistive technology is spared the doubling. */
export function Timeline(props: TimelineProps): React.ReactElement | null {
  const { rows, today, widthPx, isRightToLeft, figures, texts } = props;
  const [drag, setDrag] = React.useState<Drag>();
  const dates = rows.map((row) => row.date);
  const scale = timeScaleOf(dates, Math.max(0, widthPx - 2 * EDGE_PX));
  // While a milestone is dragged the calendar stands still under it.
  const held = React.useRef<TimeScale>();
  if (!drag) held.current = scale;
  const shown = held.current ?? scale;
  if (!shown) return null;

  const placed = rows.map((row) => (drag?.isMoving && drag.id === row.id ? { ...row, date: drag.date } : row));
  const byId = new Map(placed.map((row) => [row.id, row]));
  const at = (xPx: number): React.CSSProperties => ({ [isRightToLeft ? 'right' : 'left']: xPx + EDGE_PX });
  const drop = (): void => {
    if (drag?.isMoving) props.onMove(drag.id, drag.date);
    else if (drag) props.onPick(drag.id);
    setDrag(undefined);
  };
  const todayX = xOf(today, shown);
  const amountPx = Math.max(...placed.map((row) => textPx(figures.money(row.amountMinor), MARKER_LABEL)));
  return (
    <div className="bbs-timeline" aria-hidden="true">
      <div className="bbs-axis" />
      {timeTicks(shown, tickWidths(shown, figures)).map(({ date, xPx, isYear }) => (
        <span key={date} className="bbs-tick" style={at(xPx)}>
          {isYear ? date.slice(0, YEAR_DIGITS) : figures.month(date)}
        </span>
      ))}
      {todayX >= 0 && todayX <= shown.widthPx && (
        <span className="bbs-today" style={at(todayX)} title={texts('Schedule_Today')} />
      )}
      {markersOf(placed, shown, amountPx).map((marker) => (
        <MarkerView
          key={marker.id}
          {...props}
          marker={marker}
          row={byId.get(marker.id) as ShownRow}
          style={at(marker.xPx)}
          isDragged={drag?.isMoving === true && drag.id === marker.id}
          onDown={(event) => {
            if (event.button !== 0) return;
            event.currentTarget.setPointerCapture(event.pointerId);
            setDrag({
              id: marker.id,
              startPx: event.clientX,
              date: (byId.get(marker.id) as ShownRow).date,
              isMoving: false,
            });
          }}
          onDrag={(event) => {
            if (!drag || byId.get(drag.id)?.locks.date) return;
            const movedPx = (event.clientX - drag.startPx) * (isRightToLeft ? -1 : 1);
            const from = rows.find((row) => row.id === drag.id);
            if (!from || (!drag.isMoving && Math.abs(movedPx) < DRAG_PX_MIN)) return;
            setDrag({ ...drag, isMoving: true, date: dateAt(xOf(from.date, shown) + movedPx, shown) });
          }}
          onUp={drop}
          onCancel={() => setDrag(undefined)}
        />
      ))}
    </div>
  );
}

interface MarkerViewProps extends TimelineProps {
  readonly marker: Marker;
  readonly row: ShownRow;
  readonly style: React.CSSProperties;
  readonly isDragged: boolean;
  readonly onDown: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onDrag: (event: React.PointerEvent<HTMLElement>) => void;
  readonly onUp: () => void;
  readonly onCancel: () => void;
}

function MarkerView(props: MarkerViewProps): React.ReactElement {
  const { marker, row, figures, isDragged, focusedId } = props;
  const classes = [
    'bbs-marker',
    `bbs-${props.toneOf(row.id)}`,
    `bbs-is-${row.state}`,
    row.locks.date ? 'bbs-fixed' : '',
    focusedId === row.id ? 'bbs-focused' : '',
  ];
  const label = isDragged ? figures.date(row.date) : figures.money(row.amountMinor);
  return (
    <span
      className={classes.join(' ')}
      style={{ ...props.style, top: `calc(var(--bbs-axis) + ${marker.lane * LANE_PX}px)` }}
      title={`${row.name} · ${figures.date(row.date)} · ${figures.money(row.amountMinor)} · ${props.statusOf(row.id)}`}
      onPointerDown={props.onDown}
      onPointerMove={props.onDrag}
      onPointerUp={props.onUp}
      onPointerCancel={props.onCancel}
    >
      {(marker.hasLabel || isDragged) && <span className="bbs-markerlabel">{label}</span>}
    </span>
  );
}
