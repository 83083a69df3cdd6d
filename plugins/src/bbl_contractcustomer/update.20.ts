import { editContractCustomer } from '@bbl/domain';
import { percentText, required, SentValues, sentOnly } from '@bbl/dataverse/mapping';
import { moveRounding, readContract, readContractCustomers } from '../data/contracts';
import { Currencies } from '../data/currencies';
import { immutableColumnViolations } from '../data/immutables';
import type { StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';

/**
 * A change of a contract customer; the rounding flag moves here when it is set.
 * @returns CON-04, SPL-02, SPL-04, SPL-07, GRD-03, GRD-09, GRD-11, NTE-07. domain.md 2.1-2, 2.3-4, 2.3-5.
 */
export const contractCustomerUpdate20: StepHandler<'bbl_contractcustomer'> = (step) => {
  const { rowId, target, before, system } = step;
  refuseIfAny(
    immutableColumnViolations(step, 'contractCustomer', {
      bbl_contractid: 'contractId',
      transactioncurrencyid: 'currencyId',
    }),
  );
  const contract = readContract(system, required(before.bbl_contractid));
  const customers = readContractCustomers(system, contract.id);
  const sent = new SentValues(new Currencies(system).of(contract.currencyId));
  const patch = sentOnly({
    accountId: target.bbl_accountid,
    percent: sent.percent(target.bbl_billingsplit),
    isRounding: target.bbl_isrounding,
    notToExceedLimitMinor: sent.amount(target.bbl_nottoexceedlimit, 'notToExceedLimit'),
  });
  refuseIfAny(sent.violations);
  const current = required(customers.find(({ id }) => id === rowId));
  const edit = decided(editContractCustomer(current, patch, { status: contract.status, customers }));
  moveRounding(system, 'bbl_contractcustomer', edit.roundingMovesFrom);
  return { target: { bbl_billingsplit: percentText(edit.percent), bbl_isrounding: edit.isRounding } };
};
