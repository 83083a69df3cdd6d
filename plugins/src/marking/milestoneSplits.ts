import { isProgressBased, type Mark, markSlices, markSplit, type MarkOutcome, type SourceStatus } from '@bbl/domain';
import { type ContractHead, required } from '@bbl/dataverse/mapping';
import { groupBy } from '../data/contracts';
import { readInvoiceNames } from '../data/invoiceNames';
import { readMilestones, type StoredMilestone } from '../data/milestones';
import { writeProgress, writeStatuses } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import type { MarkTable } from './markTable';

type Contracts = ReadonlyMap<string, ContractHead>;

/** Marks of splits and slices, one by one. domain.md 3.2, 3.4-18 to 3.4-22. */
export const markSplits: MarkTable = {
  table: 'bbl_milestonesplit',
  idColumn: 'bbl_milestonesplitid',

  read({ user }, ids) {
    const columns = ['bbl_milestonesplitid', 'bbl_contractid', 'ownerid', 'owningbusinessunit'] as const;
    return user.queryIn('bbl_milestonesplit', columns, 'bbl_milestonesplitid', ids).map((row) => ({
      id: required(row.bbl_milestonesplitid),
      contractId: required(row.bbl_contractid),
      ownerId: row.ownerid,
      businessUnitId: row.owningbusinessunit,
    }));
  },

  mark(session, ids, mark, contracts) {
    const rows = session.system.queryIn(
      'bbl_milestonesplit',
      ['bbl_milestonesplitid', 'bbl_milestoneid'],
      'bbl_milestonesplitid',
      ids,
    );
    const headerOf = new Map(rows.map((row) => [required(row.bbl_milestonesplitid), required(row.bbl_milestoneid)]));
    const milestones = readMilestones(session, [...headerOf.values()]);
    const invoiceNames = readNamesOnInvoices(session, [...milestones.values()]);
    const outcomes = new Map<string, MarkOutcome>();
    for (const [headerId, splitIds] of groupBy([...ids], (id) => required(headerOf.get(id)))) {
      const milestone = required(milestones.get(headerId));
      const judged = markSplitsOf(session, milestone, splitIds, { mark, contracts, invoiceNames });
      splitIds.forEach((id, index) => outcomes.set(id, required(judged[index])));
    }
    return outcomes;
  },
};

interface MarkInputs {
  readonly mark: Mark;
  readonly contracts: Contracts;
  /** By split id. */
  readonly invoiceNames: ReadonlyMap<string, string>;
}

/** Marks splits of one milestone, in the order asked, and writes what follows. */
export function markSplitsOf(
  session: Session,
  milestone: StoredMilestone,
  splitIds: readonly string[],
  { mark, contracts, invoiceNames }: MarkInputs,
): readonly MarkOutcome[] {
  const contractStatus = required(contracts.get(milestone.contractId)).status;
  if (isProgressBased(milestone)) {
    const facts = { contractStatus, currency: milestone.currency, invoiceNames };
    const { outcomes, change } = markSlices(milestone, splitIds, mark, facts);
    writeProgress(session, milestone, change);
    return outcomes;
  }
  const splits = new Map(milestone.splits.map((split) => [split.id, split]));
  const outcomes = splitIds.map((id) => {
    const { name, billingStatus } = required(splits.get(id));
    return markSplit({ name, billingStatus, invoiceName: invoiceNames.get(id) ?? '', contractStatus }, mark);
  });
  writeStatuses(session, milestone, changedStatuses(splitIds, outcomes));
  return outcomes;
}

function changedStatuses(ids: readonly string[], outcomes: readonly MarkOutcome[]): Map<string, SourceStatus> {
  const statuses = new Map<string, SourceStatus>();
  outcomes.forEach((outcome, index) => {
    if (outcome.outcome === 'changed') statuses.set(required(ids[index]), outcome.to);
  });
  return statuses;
}

/** Names of the invoices that hold splits, by split id. */
export function readNamesOnInvoices(session: Session, milestones: readonly StoredMilestone[]): Map<string, string> {
  const held = milestones.flatMap(({ invoiceIds }) => [...invoiceIds]);
  const names = readInvoiceNames(
    session.system,
    held.map(([, invoiceId]) => invoiceId),
  );
  return new Map(held.map(([splitId, invoiceId]) => [splitId, names.get(invoiceId) ?? '']));
}
