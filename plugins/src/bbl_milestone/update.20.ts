import { applySplitChanges, type Currency, editMilestone, type MilestonePatch } from '@bbl/domain';
import type { MilestoneRow } from '@bbl/dataverse/generated/tables';
import { fromMilestone, fromProgress, required, SentValues, sentOnly } from '@bbl/dataverse/mapping';
import { immutableColumnViolations } from '../data/immutables';
import { readLineAbove } from '../data/lines';
import { lockContracts } from '../data/locks';
import { readMilestones } from '../data/milestones';
import { recordHeaderStatus, writeSplitChanges } from '../data/milestoneWrites';
import { nextInvoiceColumns } from '../data/nextInvoice';
import { openSession } from '../data/session';
import type { StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';

/**
 * A change of a milestone. The splits follow; the request for the next invoice is written here too.
 * @returns GRD-03, GRD-09, GRD-11, CON-04, CON-12, SPL-01, SPL-02, SPL-07, MST-04, MST-06, PRG-02 to PRG-04, PRG-07.
 * domain.md 2.5-3, 3.4-3, 3.4-4.
 */
export const milestoneUpdate20: StepHandler<'bbl_milestone'> = (step) => {
  refuseIfAny(
    immutableColumnViolations(step, 'milestone', {
      bbl_contractlineid: 'contractLineId',
      transactioncurrencyid: 'currencyId',
    }),
  );
  const { rowId, target, before, system } = step;
  const session = openSession(step);
  lockContracts(system, [required(before.bbl_contractid)]);
  const milestone = required(readMilestones(session, [rowId]).get(rowId));
  const { currency } = milestone;
  const { line } = readLineAbove(system, milestone.lineId);
  const edit = decided(editMilestone(milestone, sentFigures(target, currency), line));
  const edited = { ...edit, splits: applySplitChanges(milestone.splits, edit.splits) };
  const nextInvoice = nextInvoiceColumns(target, { ...edited, contractStatus: line.contractStatus, currency });

  writeSplitChanges(session, milestone, edit.splits);
  recordHeaderStatus(session, milestone, edit.headerStatus);
  const progress = edit.progress ? fromProgress(edit.progress, currency) : {};
  return { target: { ...fromMilestone(edit, currency), ...progress, ...nextInvoice } };
};

function sentFigures(target: MilestoneRow, currency: Currency): MilestonePatch {
  const sent = new SentValues(currency);
  const patch = sentOnly({
    name: target.bbl_name,
    date: sent.date(target.bbl_date, 'date'),
    amountMinor: sent.amount(target.bbl_amount, 'amount'),
    taxMinor: sent.amount(target.bbl_tax, 'tax'),
  });
  refuseIfAny(sent.violations);
  return patch;
}
