import { editContractLine, type LineContents } from '@bbl/domain';
import { eq } from '@bbl/dataverse/fetch';
import {
  fromDerivedLine,
  LINE_COLUMNS,
  lineStatus,
  required,
  sentLineColumns,
  SentValues,
  toLineColumns,
} from '@bbl/dataverse/mapping';
import { readContract } from '../data/contracts';
import { Currencies } from '../data/currencies';
import { immutableColumnViolations } from '../data/immutables';
import { lockContracts } from '../data/locks';
import type { Step, StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';
import type { Service } from '../runtime/service';

/**
 * A change of a contract line, with what the server derives from it anew.
 * @returns CON-04, CON-09, CON-10, PRD-04, PRD-05, GRD-03, GRD-09, GRD-11, NTE-07. domain.md 2.1-2, 2.4-1, 2.4-2, 2.4-5.
 */
export const contractLineUpdate20: StepHandler<'bbl_contractline'> = (step) => {
  const { rowId, target, before, system } = step;
  refuseIfAny(
    immutableColumnViolations(step, 'contractLine', {
      bbl_contractid: 'contractId',
      bbl_linetype: 'lineType',
      transactioncurrencyid: 'currencyId',
    }),
  );
  const contractId = required(before.bbl_contractid);
  // Whether a product line may change depends on its status, which commands write.
  if (lineStatus({ bbl_billingstatus: before.bbl_billingstatus ?? null }) !== null) lockContracts(system, [contractId]);
  const contract = readContract(system, contractId);
  const line = system.retrieve('bbl_contractline', rowId, LINE_COLUMNS);
  const currency = new Currencies(system).of(contract.currencyId);
  const sent = new SentValues(currency);
  const patch = sentLineColumns(target, sent);
  refuseIfAny(sent.violations);
  const derived = decided(
    editContractLine(
      {
        columns: toLineColumns(line, currency),
        contractStatus: contract.status,
        billingStatus: lineStatus(line),
        contents: isReplanned(step) ? readContents(system, rowId) : NO_CONTENTS,
      },
      patch,
    ),
  );
  return { target: fromDerivedLine(derived, currency) };
};

/** Whether a column was sent that stays once something was planned or recorded. domain.md 2.4-2. */
const isReplanned = ({ target }: Step<'bbl_contractline'>): boolean =>
  target.bbl_billingmethod !== undefined ||
  target.bbl_invoicescheduletype !== undefined ||
  target.bbl_projectid !== undefined;

const NO_CONTENTS: LineContents = {
  hasMilestones: false,
  hasScheduleRows: false,
  hasEntries: false,
  hasActuals: false,
};

function readContents(system: Service, lineId: string): LineContents {
  const has = (table: 'bbl_milestone' | 'bbl_invoiceschedule' | 'bbl_projectentry' | 'bbl_actual'): boolean =>
    system.exists(table, (query) => query.where(eq('bbl_contractlineid', lineId)));
  return {
    hasMilestones: has('bbl_milestone'),
    hasScheduleRows: has('bbl_invoiceschedule'),
    hasEntries: has('bbl_projectentry'),
    hasActuals: has('bbl_actual'),
  };
}
