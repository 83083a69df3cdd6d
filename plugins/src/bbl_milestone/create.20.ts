import { createMilestone } from '@bbl/domain';
import { fromMilestone, fromProgress, required, SentValues } from '@bbl/dataverse/mapping';
import { Currencies } from '../data/currencies';
import { readLineAbove } from '../data/lines';
import { lockContracts } from '../data/locks';
import { nextInvoiceColumns } from '../data/nextInvoice';
import type { StepHandler } from '../runtime/handlers';
import { decided, given, refuseIfAny } from '../runtime/refusal';

/**
 * A milestone by hand: what the server derives of the header. Its splits follow at the next stage.
 * @returns GRD-09, GRD-11, CON-04, CON-12, SPL-01, SPL-02, MST-01, MST-06, PRG-02, PRG-03, PRG-07.
 * domain.md 2.5-1, 2.5-2, 3.4-3.
 */
export const milestoneCreate20: StepHandler<'bbl_milestone'> = ({ target, system }) => {
  const lineId = given(target.bbl_contractlineid, 'contractLineId');
  const { bbl_contractid } = system.retrieve('bbl_contractline', lineId, ['bbl_contractid']);
  lockContracts(system, [required(bbl_contractid)]);
  const { contract, line } = readLineAbove(system, lineId);
  const currency = new Currencies(system).of(contract.currencyId);
  const sent = new SentValues(currency);
  const draft = {
    name: target.bbl_name ?? null,
    date: sent.date(target.bbl_date, 'date') ?? null,
    amountMinor: sent.amount(target.bbl_amount, 'amount') ?? null,
    taxMinor: sent.amount(target.bbl_tax, 'tax') ?? null,
  };
  refuseIfAny(sent.violations);
  const milestone = decided(createMilestone(draft, line));
  return {
    target: {
      ...fromMilestone(milestone, currency),
      ...fromProgress(milestone.progress, currency),
      ...nextInvoiceColumns(target, { ...milestone, contractStatus: contract.status, currency }),
      bbl_contractid: contract.id,
      transactioncurrencyid: contract.currencyId,
      ownerid: contract.ownerId,
    },
    keep: { [NEW_SPLITS]: JSON.stringify(milestone.splits) },
  };
};

/** What the next stage writes. */
export const NEW_SPLITS = 'splits';
