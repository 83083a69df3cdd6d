import { closedViolations } from '../contract/contractStatus';
import { addDays, type PlainDate } from '../dates/plainDate';
import { missingViolations } from '../fieldViolations';
import type { ContractStatus, RunStatus } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import { datesMaxOf, type LineKind, lineKindViolations, occupiedViolations, type ScheduleMode } from './mode';
import { runDates, type RunDatesInput } from './runDates';

/** A row of a T&M line's invoice schedule. */
export interface ScheduleRow {
  readonly id: string;
  readonly runDate: PlainDate;
  readonly cutoffDate: PlainDate;
  readonly runStatus: RunStatus;
}

export interface ScheduleLine extends LineKind, RunDatesInput {
  readonly contractStatus: ContractStatus;
  readonly rows: readonly ScheduleRow[];
}

export interface SchedulePlan {
  /** The line's whole schedule afterwards, in date order. */
  readonly entries: readonly { readonly runDate: PlainDate; readonly cutoffDate: PlainDate; readonly kept: boolean }[];
  /** Rows to create, Not run. Empty for a preview, as are the ids. */
  readonly created: readonly { readonly runDate: PlainDate; readonly cutoffDate: PlainDate }[];
  readonly removedIds: readonly string[];
}

/** The day before the run. domain.md 2.6-1, 4.2-1. */
export const defaultCutoff = (runDate: PlainDate): PlainDate => addDays(runDate, -1);

/**
 * The invoice schedule of a T&M line: one row per run date, cut off the day before. `replaceopen` keeps what has
 * run, successfully or not, and makes the dates that no kept row carries; `preview` shows it and writes nothing.
 * @returns CON-04, SCH-01 to SCH-05, SCH-07, SCH-09. domain.md 4.2.
 */
export function generateScheduleRows(mode: ScheduleMode, line: ScheduleLine): Ruling<SchedulePlan> {
  const isWriting = mode !== 'preview';
  const dates = runDates(line, datesMaxOf(mode));
  const violations = [
    ...(isWriting ? closedViolations(line.contractStatus) : []),
    ...lineKindViolations(line, 'TimeAndMaterial'),
    ...occupiedViolations(mode, line.rows.length),
    ...(dates.ok ? [] : dates.error),
  ];
  return ruled(violations, () => {
    const kept = line.rows.filter(({ runStatus }) => runStatus !== 'NotRun');
    const keptDates = new Set(kept.map(({ runDate }) => runDate));
    const wanted = dates.ok ? dates.value : [];
    const created = wanted
      .filter((runDate) => !keptDates.has(runDate))
      .map((runDate) => ({ runDate, cutoffDate: defaultCutoff(runDate) }));
    const entries = [
      ...kept.map(({ runDate, cutoffDate }) => ({ runDate, cutoffDate, kept: true })),
      ...created.map((row) => ({ ...row, kept: false })),
    ].sort((left, right) => (left.runDate < right.runDate ? -1 : 1));
    const removedIds = line.rows.filter(({ runStatus }) => runStatus === 'NotRun').map(({ id }) => id);
    return isWriting ? { entries, created, removedIds } : { entries, created: [], removedIds: [] };
  });
}

/** The line above a schedule row that a person adds or changes. */
export interface ScheduleRowLine extends LineKind {
  readonly contractStatus: ContractStatus;
  /** The line's other rows. */
  readonly others: readonly Pick<ScheduleRow, 'runDate'>[];
}

/** A row by hand; the cut-off defaults to the day before. @returns GRD-11, CON-04, SCH-07, SCH-12. domain.md 2.6-1. */
export function addScheduleRow(
  draft: { readonly runDate: PlainDate | null; readonly cutoffDate: PlainDate | null },
  line: ScheduleRowLine,
): Ruling<{ readonly runDate: PlainDate; readonly cutoffDate: PlainDate; readonly runStatus: RunStatus }> {
  const { runDate } = draft;
  const violations = [
    ...closedViolations(line.contractStatus),
    ...lineKindViolations(line, 'TimeAndMaterial'),
    ...missingViolations('runDate', runDate),
    ...(runDate === null ? [] : rowViolations(runDate, draft.cutoffDate ?? defaultCutoff(runDate), line)),
  ];
  return ruled(violations, () => {
    const date = runDate as PlainDate; // Without a run date there is a violation.
    return { runDate: date, cutoffDate: draft.cutoffDate ?? defaultCutoff(date), runStatus: 'NotRun' };
  });
}

/** A change of dates by hand. @returns GRD-11, CON-04, SCH-12, SCH-13. domain.md 2.6-1. */
export function editScheduleRow(
  row: ScheduleRow,
  patch: { readonly runDate?: PlainDate | null; readonly cutoffDate?: PlainDate | null },
  line: Omit<ScheduleRowLine, keyof LineKind>,
): Ruling<{ readonly runDate: PlainDate; readonly cutoffDate: PlainDate }> {
  const runDate = patch.runDate ?? row.runDate;
  const cutoffDate = patch.cutoffDate === undefined ? row.cutoffDate : (patch.cutoffDate ?? defaultCutoff(runDate));
  const violations = [
    ...(patch.runDate === null ? missingViolations('runDate', null) : []),
    ...closedViolations(line.contractStatus),
    ...rowViolations(runDate, cutoffDate, line),
    ...doneViolations(row),
  ];
  return ruled(violations, () => ({ runDate, cutoffDate }));
}

/** @returns CON-04, SCH-13 for a run that was successful. domain.md 2.6-1. */
export function deleteScheduleRowBlockers(
  row: Pick<ScheduleRow, 'runStatus'>,
  contractStatus: ContractStatus,
): readonly Violation[] {
  return inCatalogueOrder([...closedViolations(contractStatus), ...doneViolations(row)]);
}

function rowViolations(
  runDate: PlainDate,
  cutoffDate: PlainDate,
  { others }: Pick<ScheduleRowLine, 'others'>,
): Violation[] {
  const isTaken = others.some((other) => other.runDate === runDate);
  return isTaken || cutoffDate > runDate ? [violation('BBL-SCH-12', {}, isTaken ? 'runDate' : 'cutoffDate')] : [];
}

const doneViolations = ({ runStatus }: Pick<ScheduleRow, 'runStatus'>): Violation[] =>
  runStatus === 'RunSuccessful' ? [violation('BBL-SCH-13', {})] : [];
