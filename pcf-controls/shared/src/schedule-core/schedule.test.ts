import { minorUnits, plainDate } from '@bbl/domain';
import { changesOf } from './changes';
import { scheduleCommandOf } from './keys';
import { NO_LOCKS, type StoredRow } from './rows';
import { isDirty, openSchedule, type ScheduleAction, scheduleReducer, shownRows } from './state';
import { dateAt, markersOf, timeScaleOf, timeTicks, xOf } from './timeline';

const row = (id: string, date: string, changes: Partial<StoredRow> = {}): StoredRow => ({
  id,
  name: id,
  date: plainDate(date),
  amountMinor: minorUnits(1000),
  taxMinor: minorUnits(80),
  locks: NO_LOCKS,
  ...changes,
});
const after = (rows: readonly StoredRow[], ...actions: ScheduleAction[]) =>
  actions.reduce(scheduleReducer, openSchedule(rows));

test('an edit back to the stored value is no edit', () => {
  const state = after(
    [row('a', '2026-01-31')],
    { type: 'edit', id: 'a', edit: { name: 'b' } },
    { type: 'edit', id: 'a', edit: { name: 'a' } },
  );
  expect(isDirty(state)).toBe(false);
});

test('moved rows change their place at once', () => {
  const rows = [row('a', '2026-01-30'), row('b', '2026-01-31')];
  const state = after(rows, { type: 'shift', ids: ['a'], days: 7 });
  expect(shownRows(state).map(({ id, date, state: kind }) => [id, date, kind])).toEqual([
    ['b', '2026-01-31', 'stored'],
    ['a', '2026-02-06', 'edited'],
  ]);
});

test('2.5-3: what billing has locked is not edited, what is free of the same edit is', () => {
  const locked = row('a', '2026-01-31', { locks: { date: false, amount: true, removal: true } });
  const edit = { date: plainDate('2026-02-01'), amountMinor: minorUnits(5) };
  const state = after([locked], { type: 'edit', id: 'a', edit }, { type: 'remove', ids: ['a'] });
  expect(changesOf(state)).toEqual([{ kind: 'update', id: 'a', edit: { date: '2026-02-01' } }]);
});

test('a row that goes is not changed first, and can be brought back', () => {
  const removed = after(
    [row('a', '2026-01-31')],
    { type: 'edit', id: 'a', edit: { name: 'x' } },
    { type: 'remove', ids: ['a'] },
  );
  expect(changesOf(removed)).toEqual([{ kind: 'remove', id: 'a' }]);
  expect(shownRows(removed).map((each) => each.state)).toEqual(['removed']);
  const back = scheduleReducer(removed, { type: 'restore', id: 'a' });
  expect(changesOf(back)).toEqual([{ kind: 'update', id: 'a', edit: { name: 'x' } }]);
});

test('a refusal stays with its row and its edit until the row is edited again', () => {
  const edited = after([row('a', '2026-01-31')], { type: 'edit', id: 'a', edit: { name: 'x' } });
  const refused = scheduleReducer(edited, { type: 'refused', id: 'a', sentence: 'No.' });
  expect(shownRows(refused)).toMatchObject([{ name: 'x', refusal: 'No.' }]);
  const again = scheduleReducer(refused, { type: 'edit', id: 'a', edit: { name: 'y' } });
  expect(shownRows(again)).toMatchObject([{ name: 'y', refusal: undefined }]);
});

test('Alt with arrows moves by a day, with Shift by a week, towards the writing direction', () => {
  const press = (key: string, more = {}) =>
    scheduleCommandOf({ key, isCtrl: false, isShift: false, isAlt: true, ...more }, false);
  expect(press('ArrowRight')).toEqual({ kind: 'shift', days: 1 });
  expect(press('ArrowLeft', { isShift: true })).toEqual({ kind: 'shift', days: -7 });
  expect(scheduleCommandOf({ key: 'ArrowLeft', isCtrl: false, isShift: false, isAlt: true }, true)).toEqual({
    kind: 'shift',
    days: 1,
  });
  expect(press('ArrowDown')).toEqual({ kind: 'expand', isExpanded: true });
});

test('keys that the schedule does not know stay with the browser', () => {
  const plain = (key: string, isCtrl = false) =>
    scheduleCommandOf({ key, isCtrl, isShift: false, isAlt: false }, false);
  expect([plain('Tab'), plain('Escape'), plain('c', true), plain('ArrowUp')]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  expect([plain('7'), plain('z', true), plain('y', true), plain('Delete')]).toEqual([
    { kind: 'type', text: '7' },
    { kind: 'undo' },
    { kind: 'redo' },
    { kind: 'remove' },
  ]);
});

const LABELS = { monthPx: 100, yearPx: 42 };

test('a place on the timeline and its day lead to each other', () => {
  const scale = timeScaleOf([plainDate('2026-01-15'), plainDate('2026-11-20')], 1000)!;
  for (const date of ['2026-01-01', '2026-02-28', '2026-07-04', '2026-11-30'].map(plainDate)) {
    expect(dateAt(xOf(date, scale), scale)).toBe(date);
  }
  expect(dateAt(-50, scale)).toBe('2026-01-01');
  expect(timeTicks(scale, LABELS)[0]).toEqual({ date: '2026-01-01', xPx: 0, isYear: false });
  expect(timeScaleOf([], 1000)).toBeUndefined();
});

test.each([
  [2000, '2026-02-01', 12],
  [900, '2026-03-01', 6],
  [600, '2026-04-01', 4],
  [420, '2026-07-01', 2],
  [100, undefined, 1],
  [20, undefined, 0],
])('a year of %i px has its second label at %s, of %i', (widthPx, second, count) => {
  const scale = timeScaleOf([plainDate('2026-01-15'), plainDate('2026-12-15')], widthPx)!;
  const dates = timeTicks(scale, LABELS).map(({ date }) => date);
  expect(dates.length).toBe(count);
  expect(dates[1]).toBe(second);
});

test('labels never overlap and never pass the end, however narrow it gets; years stand alone on long schedules', () => {
  for (const lastDate of ['2026-02-01', '2027-06-30', '2031-01-15', '2076-01-15'].map(plainDate)) {
    for (let widthPx = 40; widthPx <= 1600; widthPx += 60) {
      const ticks = timeTicks(timeScaleOf([plainDate('2026-01-15'), lastDate], widthPx)!, LABELS);
      ticks.forEach(({ xPx, isYear }, at) => {
        const endPx = xPx + (isYear ? LABELS.yearPx : LABELS.monthPx);
        expect(endPx).toBeLessThanOrEqual(ticks[at + 1]?.xPx ?? widthPx + 20);
      });
    }
  }
  const decade = timeTicks(timeScaleOf([plainDate('2026-03-15'), plainDate('2036-01-15')], 600)!, LABELS);
  expect(decade.slice(0, 2)).toMatchObject([
    { date: '2027-01-01', isYear: true },
    { date: '2028-01-01', isYear: true },
  ]);
});

test('milestones close to each other stand in lanes of their own', () => {
  const scale = timeScaleOf([plainDate('2026-01-01'), plainDate('2026-12-31')], 800)!;
  const rows = ['2026-03-01', '2026-03-02', '2026-03-03', '2026-09-01'].map((date) => row(date, date));
  const markers = markersOf(rows, scale, 90);
  expect(markers.map(({ lane }) => lane)).toEqual([0, 1, 2, 0]);
  expect(markers.map(({ hasLabel }) => hasLabel)).toEqual([false, false, false, true]);
});

test('over a century and more the calendar has few ticks, and none past its last day', () => {
  const wide = { monthPx: 90, yearPx: 40 };
  for (const [first, last] of [
    ['1753-01-01', '2027-03-31'],
    ['0001-01-01', '9999-12-31'],
    ['9999-12-30', '9999-12-31'],
  ] as const) {
    const scale = timeScaleOf([plainDate(first), plainDate(last)], 600);
    const places = scale ? timeTicks(scale, wide).map(({ xPx }) => xPx) : [];
    expect(places.every((xPx, at) => at === 0 || xPx - (places[at - 1] ?? 0) >= wide.yearPx)).toBe(true);
  }
});

test('a name that is the day follows the day, unless billing holds the day', () => {
  const locks = { ...NO_LOCKS, date: true };
  const rows = [row('a', '2026-01-31', { name: '01/31/2026' }), row('b', '2026-01-31', { name: '01/31/2026', locks })];
  const state = after(rows, { type: 'shift', ids: ['a', 'b'], days: 1 }, { type: 'shift', ids: ['a'], days: 1 });
  expect(changesOf(state)).toEqual([{ kind: 'update', id: 'a', edit: { date: '2026-02-02', name: '02/02/2026' } }]);
});
