import {
  formatAmount,
  type Frequency,
  generateMilestones as planMilestones,
  type MilestonesPlan,
  type NewMilestone,
  type PeriodicEntry,
  type PeriodicLine,
  scheduleMode,
} from '@bbl/domain';
import { missingRowViolation } from '@bbl/dataverse/errors';
import { eq } from '@bbl/dataverse/fetch';
import {
  dateOrNull,
  fromMilestone,
  fromProgress,
  required,
  storedAmountOrNull,
  toFrequencyDetail,
  toFrequencySetup,
} from '@bbl/dataverse/mapping';
import { readContracts } from '../data/contracts';
import { type LineAboveMilestones, readLineAbove } from '../data/lines';
import { lockContracts } from '../data/locks';
import { readMilestonesOfLine, type StoredMilestone } from '../data/milestones';
import { recordHeaderStatus, writeSplitChanges } from '../data/milestoneWrites';
import { openSession, type Session } from '../data/session';
import type { ApiHandler } from '../runtime/handlers';
import { decided, Refusal } from '../runtime/refusal';
import type { Service } from '../runtime/service';

/**
 * Previews or writes the periodic milestones of a fixed price line.
 * @returns GRD-04, CON-04, SPL-01, SPL-02, SCH-01 to SCH-09, SCH-11, SCH-14. domain.md 4.3.
 */
export const generateMilestones: ApiHandler<'bbl_GenerateMilestones'> = (call) => {
  const { ContractLineId, Mode } = call.request;
  const mode = decided(scheduleMode(Mode));
  const session = openSession(call);
  const contractId = readVisibleContractId(session, ContractLineId);
  if (mode !== 'preview') lockContracts(session.system, [contractId]);

  const above = readLineAbove(session.system, ContractLineId);
  const milestones = readMilestonesOfLine(session, ContractLineId);
  const line = periodicLine(session, above, milestones);
  const plan = decided(planMilestones(mode, line));
  write(session, above, plan, milestones);
  const { decimals } = line.currency;
  return {
    Milestones: JSON.stringify(plan.schedule.map((entry) => asJson(entry, decimals))),
    Created: plan.created.length,
  };
};

/** The line's contract, if the caller may see both. Refuses with GRD-04. domain.md 9.1-2. */
function readVisibleContractId({ user }: Session, lineId: string): string {
  const [line] = user.queryIn('bbl_contractline', ['bbl_contractid'], 'bbl_contractlineid', [lineId]);
  const contractId = line?.bbl_contractid;
  if (!contractId || !readContracts(user, [contractId]).has(contractId)) throw new Refusal([missingRowViolation()]);
  return contractId;
}

function periodicLine(
  { system, currencies }: Session,
  { row, contract, line }: LineAboveMilestones,
  milestones: readonly StoredMilestone[],
): PeriodicLine {
  const currency = currencies.of(contract.currencyId);
  return {
    ...line,
    start: dateOrNull(row.bbl_billingstart),
    end: dateOrNull(contract.requestedDeliveryDate),
    frequency: row.bbl_invoicefrequencyid === null ? null : readFrequency(system, row.bbl_invoicefrequencyid),
    contractedAmountMinor: storedAmountOrNull(row.bbl_contractedamount, currency),
    estimatedTaxMinor: storedAmountOrNull(row.bbl_estimatedtax, currency),
    currency,
    milestones,
  };
}

function readFrequency(system: Service, frequencyId: string): Frequency {
  const setup = system.retrieve('bbl_invoicefrequency', frequencyId, [
    'bbl_period',
    'bbl_daysofrun',
    'bbl_runsperperiod',
  ]);
  const details = system.query(
    'bbl_invoicefrequencydetail',
    ['bbl_dayofmonth', 'bbl_weekday', 'bbl_occurrence'],
    (query) => query.where(eq('bbl_invoicefrequencyid', frequencyId)),
  );
  return { ...toFrequencySetup(setup), details: details.map(toFrequencyDetail) };
}

function write(
  session: Session,
  above: LineAboveMilestones,
  plan: MilestonesPlan,
  milestones: readonly StoredMilestone[],
): void {
  const { system } = session;
  const stored = new Map(milestones.map((milestone) => [milestone.id, milestone]));
  for (const id of plan.deletedIds) {
    for (const split of required(stored.get(id)).splits) system.delete('bbl_milestonesplit', split.id);
    system.delete('bbl_milestone', id);
  }
  for (const { id, edit } of plan.changed) {
    const milestone = required(stored.get(id));
    system.update('bbl_milestone', id, {
      ...fromMilestone(edit, milestone.currency),
      ...(edit.progress && fromProgress(edit.progress, milestone.currency)),
    });
    recordHeaderStatus(session, milestone, edit.headerStatus);
    writeSplitChanges(session, milestone, edit.splits);
  }
  for (const milestone of plan.created) createMilestone(session, above, milestone);
}

function createMilestone(session: Session, { row, contract }: LineAboveMilestones, milestone: NewMilestone): void {
  const currency = session.currencies.of(contract.currencyId);
  const lineId = required(row.bbl_contractlineid);
  const { ownerId, currencyId, id: contractId } = contract;
  const id = session.system.create('bbl_milestone', {
    ...fromMilestone(milestone, currency),
    ...fromProgress(milestone.progress, currency),
    bbl_contractlineid: lineId,
    bbl_contractid: contractId,
    transactioncurrencyid: currencyId,
    ownerid: ownerId,
  });
  const parent = { id, lineId, contractId, ownerId, currencyId, currency };
  writeSplitChanges(session, parent, { created: milestone.splits, updated: [], removedIds: [] });
}

const asJson = ({ name, date, amountMinor, taxMinor, kept }: PeriodicEntry, decimals: number): object => ({
  name,
  date,
  amount: formatAmount(amountMinor, decimals),
  tax: formatAmount(taxMinor, decimals),
  kept,
});
