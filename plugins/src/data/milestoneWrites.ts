import {
  changeSliceStatuses,
  type HeaderStatus,
  headerStatusAfter,
  isProgressBased,
  type ProgressChange,
  type SourceStatus,
  type SplitChanges,
  type SplitColumns,
} from '@bbl/domain';
import type { MilestoneRow } from '@bbl/dataverse/generated/tables';
import { fromProgress, fromSplit, headerStatusWords, sourceStatusWords } from '@bbl/dataverse/mapping';
import type { Service } from '../runtime/service';
import type { StoredMilestone } from './milestones';
import type { Session } from './session';

/** Columns that go with a split's new status: the invoice it stands on. */
type WithStatus = (splitId: string) => { readonly bbl_invoiceid?: string | null };

/** What a split takes from its milestone. */
type Parent = Pick<StoredMilestone, 'id' | 'lineId' | 'contractId' | 'ownerId' | 'currencyId' | 'currency'>;

/** Gives splits new statuses and writes what follows for the milestone.  */
export function writeStatuses(
  session: Session,
  milestone: StoredMilestone,
  statuses: ReadonlyMap<string, SourceStatus>,
  withStatus: WithStatus = () => ({}),
): void {
  if (isProgressBased(milestone)) {
    writeProgress(session, milestone, changeSliceStatuses(milestone, statuses), withStatus);
    return;
  }
  for (const split of milestone.splits) {
    const to = statuses.get(split.id);
    if (to === undefined) continue;
    session.system.update('bbl_milestonesplit', split.id, {
      ...fromSplit({ billingStatus: to }, milestone.currency),
      ...withStatus(split.id),
    });
    recordSplitStatus(session, milestone, split.id, split.billingStatus, to);
  }
  writeHeader(session, milestone, headerStatusAfter(milestone, statuses), {});
}

/** Writes what a command or event made of a progress-based milestone. domain.md 3.4. */
export function writeProgress(
  session: Session,
  milestone: StoredMilestone,
  change: ProgressChange,
  withStatus: WithStatus = () => ({}),
): void {
  writeSplitChanges(session, milestone, change.slices, withStatus);
  for (const { id, from, to } of change.statusChanges) recordSplitStatus(session, milestone, id, from, to);
  const { progress } = change;
  writeHeader(
    session,
    milestone,
    change.headerStatus,
    fromProgress(changedOnly(milestone.progress, progress), milestone.currency),
  );
  if (milestone.progress) {
    recordHeader(
      session,
      milestone,
      'bbl_nextinvoicestatus',
      milestone.progress.nextInvoiceStatus,
      progress.nextInvoiceStatus,
    );
  }
}

/** Creates, changes and removes splits of a milestone. A slice that is created Ready became so at once. domain.md 3.4-5. */
export function writeSplitChanges(
  session: Session,
  milestone: Parent,
  changes: SplitChanges,
  withStatus: WithStatus = () => ({}),
): void {
  const { system } = session;
  for (const columns of changes.created) {
    const id = createSplit(system, milestone, columns);
    recordSplitStatus(session, milestone, id, 'NotReady', columns.billingStatus);
  }
  for (const update of changes.updated) {
    system.update('bbl_milestonesplit', update.id, {
      ...fromSplit(update.changes, milestone.currency),
      ...(update.changes.billingStatus !== undefined && withStatus(update.id)),
    });
  }
  for (const id of changes.removedIds) system.delete('bbl_milestonesplit', id);
}

function createSplit(system: Service, milestone: Parent, columns: SplitColumns): string {
  return system.create('bbl_milestonesplit', {
    ...fromSplit(columns, milestone.currency),
    bbl_milestoneid: milestone.id,
    bbl_contractlineid: milestone.lineId,
    bbl_contractid: milestone.contractId,
    transactioncurrencyid: milestone.currencyId,
    ownerid: milestone.ownerId,
  });
}

/** Writes the header where it changes. */
function writeHeader(
  session: Session,
  milestone: StoredMilestone,
  headerStatus: HeaderStatus,
  columns: MilestoneRow,
): void {
  const row: MilestoneRow = {
    ...columns,
    ...(headerStatus !== milestone.headerStatus && { bbl_headerstatus: headerStatusWords.toValue(headerStatus) }),
  };
  if (Object.keys(row).length > 0) session.system.update('bbl_milestone', milestone.id, row);
  recordHeaderStatus(session, milestone, headerStatus);
}

export function recordHeaderStatus(session: Session, milestone: StoredMilestone, headerStatus: HeaderStatus): void {
  session.record({
    table: 'bbl_milestone',
    id: milestone.id,
    column: 'bbl_headerstatus',
    from: headerStatusWords.toValue(milestone.headerStatus),
    to: headerStatusWords.toValue(headerStatus),
    ownerId: milestone.ownerId,
  });
}

function recordHeader(
  session: Session,
  { id, ownerId }: StoredMilestone,
  column: 'bbl_nextinvoicestatus',
  from: SourceStatus,
  to: SourceStatus,
): void {
  const [fromValue, toValue] = [sourceStatusWords.toValue(from), sourceStatusWords.toValue(to)];
  session.record({ table: 'bbl_milestone', id, column, from: fromValue, to: toValue, ownerId });
}

function recordSplitStatus(
  session: Session,
  { ownerId }: Pick<StoredMilestone, 'ownerId'>,
  id: string,
  from: SourceStatus,
  to: SourceStatus,
): void {
  session.record({
    table: 'bbl_milestonesplit',
    id,
    column: 'bbl_billingstatus',
    from: sourceStatusWords.toValue(from),
    to: sourceStatusWords.toValue(to),
    ownerId,
  });
}

/** The columns of `after` that differ from `before`; all of them where there was nothing. */
function changedOnly<T extends object>(before: T | null, after: T): Partial<T> {
  if (before === null) return after;
  const changed: Partial<T> = {};
  for (const key in after) if (after[key] !== before[key]) changed[key] = after[key];
  return changed;
}
