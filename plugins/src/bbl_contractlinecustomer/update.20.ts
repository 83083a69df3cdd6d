import { editLineCustomer } from '@bbl/domain';
import { lineTypeWords, percentText, required, SentValues, sentOnly, toLineCustomer } from '@bbl/dataverse/mapping';
import { moveRounding, readContract, readLineCustomers } from '../data/contracts';
import { Currencies } from '../data/currencies';
import { immutableColumnViolations } from '../data/immutables';
import type { StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';

/**
 * A change of a line customer; existing splits and actuals keep theirs.
 * @returns CON-04, SPL-02, SPL-04, SPL-07, GRD-03, GRD-09, GRD-11, NTE-07. domain.md 2.1-2, 2.3-4, 2.3-5, 5.1-5.
 */
export const lineCustomerUpdate20: StepHandler<'bbl_contractlinecustomer'> = (step) => {
  const { rowId, target, before, system } = step;
  refuseIfAny(
    immutableColumnViolations(step, 'lineCustomer', {
      bbl_contractlineid: 'contractLineId',
      transactioncurrencyid: 'currencyId',
    }),
  );
  const lineId = required(before.bbl_contractlineid);
  const line = system.retrieve('bbl_contractline', lineId, ['bbl_name', 'bbl_contractid', 'bbl_linetype']);
  const contract = readContract(system, required(line.bbl_contractid));
  const customers = (readLineCustomers(system, [lineId]).get(lineId) ?? []).map(toLineCustomer);
  const sent = new SentValues(new Currencies(system).of(contract.currencyId));
  const patch = sentOnly({
    contractCustomerId: target.bbl_contractcustomerid,
    percent: sent.percent(target.bbl_billingsplit),
    isRounding: target.bbl_isrounding,
    notToExceedLimitMinor: sent.amount(target.bbl_nottoexceedlimit, 'notToExceedLimit'),
  });
  refuseIfAny(sent.violations);
  const edit = decided(
    editLineCustomer(required(customers.find(({ id }) => id === rowId)), patch, {
      name: line.bbl_name ?? '',
      contractId: contract.id,
      lineType: lineTypeWords.toWord(required(line.bbl_linetype)),
      contractStatus: contract.status,
      customers,
    }),
  );
  moveRounding(system, 'bbl_contractlinecustomer', edit.roundingMovesFrom);
  return { target: { bbl_billingsplit: percentText(edit.percent), bbl_isrounding: edit.isRounding } };
};
