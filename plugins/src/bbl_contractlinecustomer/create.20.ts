import { addLineCustomer } from '@bbl/domain';
import { lineTypeWords, percentText, required, SentValues, toLineCustomer } from '@bbl/dataverse/mapping';
import { accountName, moveRounding, readContract, readLineCustomers } from '../data/contracts';
import { Currencies } from '../data/currencies';
import type { StepHandler } from '../runtime/handlers';
import { decided, given, refuseIfAny } from '../runtime/refusal';

/**
 * A further customer of a line: 0 %, not rounding by default. A rounding flag moves here.
 * @returns CON-04, SPL-03, SPL-07, SPL-08, SPL-09, GRD-09, GRD-11, NTE-07. domain.md 2.1-3, 2.1-9, 2.4-4, 2.4-5.
 */
export const lineCustomerCreate20: StepHandler<'bbl_contractlinecustomer'> = ({ target, system }) => {
  const lineId = given(target.bbl_contractlineid, 'contractLineId');
  const line = system.retrieve('bbl_contractline', lineId, ['bbl_name', 'bbl_contractid', 'bbl_linetype']);
  const contract = readContract(system, required(line.bbl_contractid));
  const contractCustomerId = given(target.bbl_contractcustomerid, 'contractCustomerId');
  const named = system.retrieve('bbl_contractcustomer', contractCustomerId, ['bbl_contractid', 'bbl_accountid']);
  const accountId = required(named.bbl_accountid);
  const sent = new SentValues(new Currencies(system).of(contract.currencyId));
  const account = accountName(system, accountId);
  const draft = {
    contractCustomer: {
      id: contractCustomerId,
      contractId: required(named.bbl_contractid),
      accountId,
      accountName: account,
    },
    percent: sent.percent(target.bbl_billingsplit) ?? null,
    isRounding: target.bbl_isrounding ?? null,
    notToExceedLimitMinor: sent.amount(target.bbl_nottoexceedlimit, 'notToExceedLimit') ?? null,
  };
  refuseIfAny(sent.violations);
  const { row, roundingMovesFrom } = decided(
    addLineCustomer(draft, {
      name: line.bbl_name ?? '',
      contractId: contract.id,
      lineType: lineTypeWords.toWord(required(line.bbl_linetype)),
      contractStatus: contract.status,
      customers: (readLineCustomers(system, [lineId]).get(lineId) ?? []).map(toLineCustomer),
    }),
  );
  moveRounding(system, 'bbl_contractlinecustomer', roundingMovesFrom);
  return {
    target: {
      bbl_name: target.bbl_name || account,
      bbl_accountid: row.accountId,
      bbl_billingsplit: percentText(row.percent),
      bbl_isrounding: row.isRounding,
      transactioncurrencyid: contract.currencyId,
      ownerid: contract.ownerId,
    },
  };
};
