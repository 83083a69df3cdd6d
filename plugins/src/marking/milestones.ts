import { headerOutcome, isProgressBased, type Mark, markHeader, type MarkOutcome } from '@bbl/domain';
import { type ContractHead, required } from '@bbl/dataverse/mapping';
import { readMilestones, type StoredMilestone } from '../data/milestones';
import { writeProgress } from '../data/milestoneWrites';
import type { Session } from '../data/session';
import { markSplitsOf, readNamesOnInvoices } from './milestoneSplits';
import type { MarkTable } from './markTable';

/** Marks of headers: all splits of completed milestones, the next invoice of progress-based ones. domain.md 3.1-6, 3.4-14 to 3.4-17. */
export const markMilestones: MarkTable = {
  table: 'bbl_milestone',
  idColumn: 'bbl_milestoneid',

  read({ user }, ids) {
    const columns = ['bbl_milestoneid', 'bbl_contractid', 'ownerid', 'owningbusinessunit'] as const;
    return user.queryIn('bbl_milestone', columns, 'bbl_milestoneid', ids).map((row) => ({
      id: required(row.bbl_milestoneid),
      contractId: required(row.bbl_contractid),
      ownerId: row.ownerid,
      businessUnitId: row.owningbusinessunit,
    }));
  },

  countRows({ system }, ids) {
    const splits = system.queryIn('bbl_milestonesplit', ['bbl_milestoneid'], 'bbl_milestoneid', ids);
    const counts = new Map<string, number>();
    for (const { bbl_milestoneid } of splits) {
      const id = required(bbl_milestoneid);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  },

  mark(session, ids, mark, contracts) {
    const milestones = readMilestones(session, ids);
    const invoiceNames = readNamesOnInvoices(session, [...milestones.values()]);
    return new Map(
      ids.map((id) => {
        const milestone = required(milestones.get(id));
        return [id, markOne(session, milestone, { mark, contracts, invoiceNames })];
      }),
    );
  },
};

interface MarkInputs {
  readonly mark: Mark;
  readonly contracts: ReadonlyMap<string, ContractHead>;
  readonly invoiceNames: ReadonlyMap<string, string>;
}

function markOne(session: Session, milestone: StoredMilestone, inputs: MarkInputs): MarkOutcome {
  if (isProgressBased(milestone)) {
    const contractStatus = required(inputs.contracts.get(milestone.contractId)).status;
    const facts = { contractStatus, currency: milestone.currency, invoiceNames: inputs.invoiceNames };
    const { outcomes, change } = markHeader(milestone, inputs.mark, facts);
    writeProgress(session, milestone, change);
    return outcomes;
  }
  const splitIds = milestone.splits.map(({ id }) => id);
  return ofSplits(markSplitsOf(session, milestone, splitIds, inputs));
}

/** The header's outcome from those of its splits, with the reasons of the refused ones. */
function ofSplits(outcomes: readonly MarkOutcome[]): MarkOutcome {
  const word = headerOutcome(outcomes);
  const decisive = outcomes.filter(({ outcome }) => outcome === word);
  return decisive[0] ?? { outcome: 'unchanged' };
}
