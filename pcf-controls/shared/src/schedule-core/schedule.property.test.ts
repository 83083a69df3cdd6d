import { addDays, minorUnits, plainDate } from '@bbl/domain';
import fc from 'fast-check';
import { changesOf } from './changes';
import type { ScheduleFigures, StoredRow } from './rows';
import { isDirty, openSchedule, scheduleReducer, type ScheduleAction, type ScheduleState, shownRows } from './state';

const SEED = 20260331;
const FIRST = plainDate('2026-01-01');

const figures: fc.Arbitrary<ScheduleFigures> = fc.record({
  name: fc.constantFrom('Design', 'Build', 'Test', ''),
  date: fc.integer({ min: 0, max: 60 }).map((days) => addDays(FIRST, days)),
  amountMinor: fc.nat(500).map(minorUnits),
  taxMinor: fc.nat(50).map(minorUnits),
});
const locks = fc.record({ date: fc.boolean(), amount: fc.boolean(), removal: fc.boolean() });
const stored: fc.Arbitrary<StoredRow[]> = fc
  .array(fc.tuple(figures, locks), { maxLength: 6 })
  .map((rows) => rows.map(([row, lock], at) => ({ ...row, id: `m${at}`, locks: lock })));

const IDS = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5', 'added-1', 'added-2'];
const id = fc.constantFrom(...IDS);
const partial: fc.Arbitrary<Partial<ScheduleFigures>> = figures.chain((row) =>
  fc
    .subarray(['name', 'date', 'amountMinor', 'taxMinor'] as const)
    .map((fields) => Object.fromEntries(fields.map((field) => [field, row[field]]))),
);
const userAction: fc.Arbitrary<ScheduleAction> = fc.oneof(
  fc.record({ type: fc.constant('edit' as const), id, edit: partial }),
  fc.record({ type: fc.constant('shift' as const), ids: fc.subarray(IDS), days: fc.constantFrom(-7, -1, 1, 7) }),
  fc.record({ type: fc.constant('add' as const), figures }),
  fc.record({ type: fc.constant('remove' as const), ids: fc.subarray(IDS) }),
  fc.record({ type: fc.constant('restore' as const), id }),
);
const run = (state: ScheduleState, actions: readonly ScheduleAction[]): ScheduleState =>
  actions.reduce(scheduleReducer, state);
const repeated = (type: 'undo' | 'redo', times: number): ScheduleAction[] =>
  Array.from({ length: times }, () => ({ type }));
const check = <Values>(property: fc.IProperty<Values>): void => fc.assert(property, { seed: SEED, numRuns: 300 });

/** What the server has after it took every change: the rows that a refresh gives. */
function onServer(state: ScheduleState): StoredRow[] {
  return changesOf(state).reduce<StoredRow[]>(
    (rows, change) => {
      if (change.kind === 'remove') return rows.filter((row) => row.id !== change.id);
      if (change.kind === 'update') return rows.map((row) => (row.id === change.id ? { ...row, ...change.edit } : row));
      return [
        ...rows,
        { ...change.row, id: `new-${change.id}`, locks: { date: false, amount: false, removal: false } },
      ];
    },
    [...state.stored],
  );
}
const plain = (rows: readonly ScheduleFigures[]): string[] =>
  rows.map(({ name, date, amountMinor, taxMinor }) => `${date} ${name} ${amountMinor} ${taxMinor}`).sort();
const staying = (state: ScheduleState) => shownRows(state).filter((row) => row.state !== 'removed');

test('all steps back lead to what was there, all steps forth to what was made of it', () => {
  check(
    fc.property(stored, fc.array(userAction, { maxLength: 20 }), (rows, actions) => {
      const end = run(openSchedule(rows), actions);
      const back = run(end, repeated('undo', actions.length));
      expect(isDirty(back)).toBe(false);
      expect(shownRows(back)).toEqual(shownRows(openSchedule(rows)));
      expect(shownRows(run(back, repeated('redo', actions.length)))).toEqual(shownRows(end));
    }),
  );
});

test('what is shown is what the server has after every change was taken', () => {
  check(
    fc.property(stored, fc.array(userAction, { maxLength: 20 }), (rows, actions) => {
      const end = run(openSchedule(rows), actions);
      expect(plain(onServer(end))).toEqual(plain(staying(end)));
    }),
  );
});

test('it is dirty exactly while there is something to write, and writes nothing that is locked', () => {
  check(
    fc.property(stored, fc.array(userAction, { maxLength: 20 }), (rows, actions) => {
      const end = run(openSchedule(rows), actions);
      const changes = changesOf(end);
      expect(isDirty(end)).toBe(changes.length > 0);
      const lockOf = new Map(rows.map((row) => [row.id, row.locks]));
      for (const change of changes) {
        const lock = lockOf.get(change.id);
        if (change.kind === 'remove') expect(lock?.removal).toBe(false);
        if (change.kind !== 'update') continue;
        if (change.edit.date !== undefined) expect(lock?.date).toBe(false);
        if (change.edit.amountMinor !== undefined || change.edit.taxMinor !== undefined)
          expect(lock?.amount).toBe(false);
      }
    }),
  );
});

test('after every change was saved and the rows were read again nothing is left to save, and nothing looks different', () => {
  check(
    fc.property(stored, fc.array(userAction, { maxLength: 20 }), (rows, actions) => {
      const end = run(openSchedule(rows), actions);
      const written = run(
        end,
        changesOf(end).map((change) => ({ type: 'saved', id: change.id })),
      );
      expect(isDirty(written)).toBe(false);
      expect(plain(staying(written))).toEqual(plain(staying(end)));
      const read = scheduleReducer(written, { type: 'rebase', stored: onServer(end) });
      expect(isDirty(read)).toBe(false);
      expect(plain(staying(read))).toEqual(plain(staying(end)));
    }),
  );
});

test('rows that were read again keep what was edited, without what somebody else made of them', () => {
  check(
    fc.property(stored, stored, fc.array(userAction, { maxLength: 20 }), (before, after, actions) => {
      const end = scheduleReducer(run(openSchedule(before), actions), { type: 'rebase', stored: after });
      const now = new Set(after.map((row) => row.id));
      for (const change of changesOf(end)) if (change.kind !== 'create') expect(now.has(change.id)).toBe(true);
      expect(plain(onServer(end))).toEqual(plain(staying(end)));
      const back = run(end, repeated('undo', actions.length));
      expect(plain(staying(back))).toEqual(plain(after));
    }),
  );
});
