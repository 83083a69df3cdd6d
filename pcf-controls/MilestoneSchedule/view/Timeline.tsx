import type { PlainDate } from '@bbl/domain';
import { fromDayNumber, fromParts, toParts } from '@bbl/domain/dates/plainDate';
import type { Marker, ShownRow, TimeScale } from '@bbl/pcf-shared/schedule-core';
import { dateAt, markersOf, timeScaleOf, timeTicks, xOf } from '@bbl/pcf-shared/schedule-core';
import * as React from 'react';
import type { Figures } from '../mapping/figures';
import type { Texts } from '../mapping/texts';
import type { RowFacts } from '../mapping/rows';

export interface TimelineProps {
  readonly rows: readonly ShownRow[];
  /** The same objects while the facts are the same. */
  readonly factsOf: (id: string) => RowFacts | undefined;
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
  const { rows, factsOf, today, widthPx, isRightToLeft, figures, texts } = props;
  const [drag, setDrag] = React.useState<Drag>();
  const scale = React.useMemo(
    () =>
      timeScaleOf(
        rows.map((row) => row.date),
        Math.max(0, widthPx - 2 * EDGE_PX),
      ),
    [rows, widthPx],
  );
  // While a milestone is dragged the calendar stands still under it.
  const held = React.useRef<TimeScale>();
  if (!drag) held.current = scale;
  const shown = held.current ?? scale;
  const ticks = React.useMemo(() => (shown ? timeTicks(shown, tickWidths(shown, figures)) : []), [shown, figures]);
  const amountPx = React.useMemo(
    () => Math.max(0, ...rows.map((row) => textPx(figures.money(row.amountMinor), MARKER_LABEL))),
    [rows, figures],
  );
  if (!shown) return null;

  const placed = rows.map((row) => (drag?.isMoving && drag.id === row.id ? { ...row, date: drag.date } : row));
  const byId = new Map(placed.map((row) => [row.id, row]));
  const at = (xPx: number): React.CSSProperties => ({ [isRightToLeft ? 'right' : 'left']: xPx + EDGE_PX });
  const todayX = xOf(today, shown);
  return (
    <div className="bbs-timeline" aria-hidden="true" {...dragHandlers(props, { drag, setDrag, shown, byId })}>
      <div className="bbs-axis" />
      {ticks.map(({ date, xPx, isYear }) => (
        <span key={date} className="bbs-tick" style={at(xPx)}>
          {isYear ? date.slice(0, YEAR_DIGITS) : figures.month(date)}
        </span>
      ))}
      {todayX >= 0 && todayX <= shown.widthPx && (
        <span className="bbs-today" style={at(todayX)} title={texts('Schedule_Today')} />
      )}
      {markersOf(placed, shown, amountPx).map(({ id, ...place }) => (
        <MarkerView
          key={id}
          {...place}
          row={byId.get(id) as ShownRow}
          facts={factsOf(id)}
          isFocused={props.focusedId === id}
          isDragged={drag?.isMoving === true && drag.id === id}
          isRightToLeft={isRightToLeft}
          figures={figures}
          texts={texts}
        />
      ))}
    </div>
  );
}

interface Dragging {
  readonly drag: Drag | undefined;
  readonly setDrag: (drag: Drag | undefined) => void;
  readonly shown: TimeScale;
  readonly byId: ReadonlyMap<string, ShownRow>;
}

/** A press on a marker picks it; moved far enough it drags the milestone along, if billing lets it. */
function dragHandlers(props: TimelineProps, { drag, setDrag, shown, byId }: Dragging) {
  const { rows, isRightToLeft } = props;
  return {
    onPointerDown: (event: React.PointerEvent<HTMLElement>): void => {
      const marker = (event.target as HTMLElement).closest<HTMLElement>('[data-marker]');
      const row = byId.get(marker?.dataset['marker'] ?? '');
      if (event.button !== 0 || !marker || !row) return;
      marker.setPointerCapture(event.pointerId);
      setDrag({ id: row.id, startPx: event.clientX, date: row.date, isMoving: false });
    },
    onPointerMove: (event: React.PointerEvent<HTMLElement>): void => {
      if (!drag || byId.get(drag.id)?.locks.date) return;
      const movedPx = (event.clientX - drag.startPx) * (isRightToLeft ? -1 : 1);
      const from = rows.find((row) => row.id === drag.id);
      if (!from || (!drag.isMoving && Math.abs(movedPx) < DRAG_PX_MIN)) return;
      setDrag({ ...drag, isMoving: true, date: dateAt(xOf(from.date, shown) + movedPx, shown) });
    },
    onPointerUp: (): void => {
      if (drag?.isMoving) props.onMove(drag.id, drag.date);
      else if (drag) props.onPick(drag.id);
      setDrag(undefined);
    },
    onPointerCancel: (): void => setDrag(undefined),
  };
}

interface MarkerViewProps extends Omit<Marker, 'id'> {
  readonly row: ShownRow;
  readonly facts: RowFacts | undefined;
  readonly isFocused: boolean;
  readonly isDragged: boolean;
  readonly isRightToLeft: boolean;
  readonly figures: Figures;
  readonly texts: Texts;
}

/** Drawn again when something of it changes, and not whenever the focus moves: a schedule can have hundreds. */
const MarkerView = React.memo(function MarkerView(props: MarkerViewProps): React.ReactElement {
  const { row, facts, figures, isDragged } = props;
  const classes = [
    'bbs-marker',
    `bbs-${facts?.tone ?? 'quiet'}`,
    `bbs-is-${row.state}`,
    row.locks.date ? 'bbs-fixed' : '',
    props.isFocused ? 'bbs-focused' : '',
  ];
  const status = facts?.statusText ?? props.texts('Schedule_Added');
  return (
    <span
      className={classes.join(' ')}
      style={{
        [props.isRightToLeft ? 'right' : 'left']: props.xPx + EDGE_PX,
        top: `calc(var(--bbs-axis) + ${props.lane * LANE_PX}px)`,
      }}
      title={`${row.name} · ${figures.date(row.date)} · ${figures.money(row.amountMinor)} · ${status}`}
      data-marker={row.id}
    >
      {(props.hasLabel || isDragged) && (
        <span className="bbs-markerlabel">{isDragged ? figures.date(row.date) : figures.money(row.amountMinor)}</span>
      )}
    </span>
  );
});
