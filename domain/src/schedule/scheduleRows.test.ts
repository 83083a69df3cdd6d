import { codesOf, day, decided } from '../testing/values';
import type { RunStatus } from '../statuses';
import { datesMaxOf, lineKindViolations, scheduleMode } from './mode';
import {
  addScheduleRow,
  deleteScheduleRowBlockers,
  editScheduleRow,
  generateScheduleRows,
  type ScheduleLine,
  type ScheduleRow,
} from './scheduleRows';

const row = (id: string, runDate: string, cutoffDate: string, runStatus: RunStatus = 'NotRun'): ScheduleRow => ({
  id,
  runDate: day(runDate),
  cutoffDate: day(cutoffDate),
  runStatus,
});
const line = (changes: Partial<ScheduleLine> = {}): ScheduleLine => ({
  lineType: 'Project',
  billingMethod: 'TimeAndMaterial',
  contractStatus: 'Confirmed',
  start: day('2020-10-05'),
  end: day('2020-11-20'),
  frequency: {
    period: 'Biweekly',
    daysOfRun: 'WeekdayOfPeriod',
    runsPerPeriod: 1,
    details: [{ dayOfMonth: null, weekday: 1, occurrence: null }],
  },
  rows: [],
  ...changes,
});

test('4.2-1: one row per run date, cut off the day before', () => {
  const plan = decided(generateScheduleRows('create', line()));
  expect(plan.created).toEqual([
    { runDate: '2020-10-05', cutoffDate: '2020-10-04' },
    { runDate: '2020-10-19', cutoffDate: '2020-10-18' },
    { runDate: '2020-11-02', cutoffDate: '2020-11-01' },
    { runDate: '2020-11-16', cutoffDate: '2020-11-15' },
  ]);
  expect(plan.removedIds).toEqual([]);
});

test('BBL-SCH-05: create wants a line without rows', () => {
  expect(codesOf(generateScheduleRows('create', line({ rows: [row('r1', '2020-10-05', '2020-10-04')] })))).toEqual([
    'BBL-SCH-05',
  ]);
});

test('4.2-2: replaceopen keeps what has run and makes the dates that no kept row carries', () => {
  const rows = [
    row('r1', '2020-10-05', '2020-10-01', 'RunSuccessful'),
    row('r2', '2020-10-19', '2020-10-18', 'RunFailed'),
    row('r3', '2020-11-02', '2020-11-01'),
    row('r4', '2020-12-24', '2020-12-23'),
  ];
  const plan = decided(generateScheduleRows('replaceopen', line({ rows })));
  expect(plan.removedIds).toEqual(['r3', 'r4']);
  expect(plan.created.map(({ runDate }) => runDate)).toEqual(['2020-11-02', '2020-11-16']);
  expect(plan.entries).toEqual([
    { runDate: '2020-10-05', cutoffDate: '2020-10-01', kept: true },
    { runDate: '2020-10-19', cutoffDate: '2020-10-18', kept: true },
    { runDate: '2020-11-02', cutoffDate: '2020-11-01', kept: false },
    { runDate: '2020-11-16', cutoffDate: '2020-11-15', kept: false },
  ]);
});

test('4.2-2: preview writes nothing and shows what would be', () => {
  const rows = [row('r1', '2020-10-05', '2020-10-04')];
  const plan = decided(generateScheduleRows('preview', line({ rows, contractStatus: 'Completed' })));
  expect(plan).toMatchObject({ created: [], removedIds: [] });
  expect(plan.entries).toHaveLength(4);
  expect(codesOf(generateScheduleRows('replaceopen', line({ contractStatus: 'Completed' })))).toEqual(['BBL-CON-04']);
});

test('BBL-SCH-07: schedule rows belong to T&M lines', () => {
  expect(codesOf(generateScheduleRows('create', line({ billingMethod: 'FixedPrice' })))).toEqual(['BBL-SCH-07']);
  const kindOf = (kind: Parameters<typeof lineKindViolations>[0], fitting: 'FixedPrice' | 'TimeAndMaterial') =>
    lineKindViolations(kind, fitting)[0]?.args['kind'];
  expect(kindOf({ lineType: 'Product', billingMethod: null }, 'TimeAndMaterial')).toBe('product');
  expect(kindOf({ lineType: 'Project', billingMethod: 'TimeAndMaterial' }, 'FixedPrice')).toBe('time and material');
  expect(kindOf({ lineType: 'Project', billingMethod: 'FixedPrice' }, 'TimeAndMaterial')).toBe('fixed price');
});

test('BBL-SCH-11: there are three modes', () => {
  for (const mode of ['preview', 'create', 'replaceopen']) expect(decided(scheduleMode(mode))).toBe(mode);
  expect(codesOf(scheduleMode('Create'))).toEqual(['BBL-SCH-11']);
  expect([datesMaxOf('preview'), datesMaxOf('create'), datesMaxOf('replaceopen')]).toEqual([2000, 500, 500]);
});

const above = {
  lineType: 'Project',
  billingMethod: 'TimeAndMaterial',
  contractStatus: 'Confirmed',
  others: [{ runDate: day('2026-03-31') }],
} as const;

test('2.6-1: the cut-off of a row by hand is the day before its run date', () => {
  expect(decided(addScheduleRow({ runDate: day('2026-04-30'), cutoffDate: null }, above))).toEqual({
    runDate: '2026-04-30',
    cutoffDate: '2026-04-29',
    runStatus: 'NotRun',
  });
  const moved = decided(
    editScheduleRow(row('r1', '2026-04-30', '2026-04-29'), { runDate: day('2026-05-31'), cutoffDate: null }, above),
  );
  expect(moved.cutoffDate).toBe('2026-05-30');
  expect(codesOf(addScheduleRow({ runDate: null, cutoffDate: null }, above))).toEqual(['BBL-GRD-11']);
});

test('BBL-SCH-12: one row per run date, with a cut-off not after it', () => {
  expect(codesOf(addScheduleRow({ runDate: day('2026-03-31'), cutoffDate: null }, above))).toEqual(['BBL-SCH-12']);
  expect(codesOf(addScheduleRow({ runDate: day('2026-04-30'), cutoffDate: day('2026-05-01') }, above))).toEqual([
    'BBL-SCH-12',
  ]);
  expect(
    codesOf(editScheduleRow(row('r1', '2026-04-30', '2026-04-29'), { runDate: day('2026-03-31') }, above)),
  ).toEqual(['BBL-SCH-12']);
  expect(codesOf(addScheduleRow({ runDate: day('2026-04-30'), cutoffDate: day('2026-04-30') }, above))).toEqual([]);
});

test('BBL-SCH-13: a run that is done can be neither changed nor deleted', () => {
  const done = row('r1', '2026-04-30', '2026-04-29', 'RunSuccessful');
  expect(codesOf(editScheduleRow(done, { cutoffDate: day('2026-04-28') }, above))).toEqual(['BBL-SCH-13']);
  expect(codesOf(deleteScheduleRowBlockers(done, 'Confirmed'))).toEqual(['BBL-SCH-13']);
  expect(codesOf(deleteScheduleRowBlockers({ runStatus: 'RunFailed' }, 'Confirmed'))).toEqual([]);
  expect(codesOf(deleteScheduleRowBlockers({ runStatus: 'NotRun' }, 'Lost'))).toEqual(['BBL-CON-04']);
});
