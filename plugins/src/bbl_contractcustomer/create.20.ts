import { addContractCustomer } from '@bbl/domain';
import { percentText, SentValues } from '@bbl/dataverse/mapping';
import { accountName, moveRounding, readContract, readContractCustomers } from '../data/contracts';
import { Currencies } from '../data/currencies';
import type { StepHandler } from '../runtime/handlers';
import { decided, given, refuseIfAny } from '../runtime/refusal';

/**
 * A further customer of a contract: 0 %, not rounding, names from the account by default. A rounding flag moves here.
 * @returns CON-04, SPL-03, SPL-07, GRD-09, GRD-11, NTE-07. domain.md 2.1-3, 2.1-9, 2.3-3 to 2.3-5.
 */
export const contractCustomerCreate20: StepHandler<'bbl_contractcustomer'> = ({ target, system }) => {
  const contract = readContract(system, given(target.bbl_contractid, 'contractId'));
  const customers = readContractCustomers(system, contract.id);
  const accountId = given(target.bbl_accountid, 'accountId');
  const sent = new SentValues(new Currencies(system).of(contract.currencyId));
  const draft = {
    accountId,
    accountName: accountName(system, accountId),
    name: target.bbl_name ?? null,
    billToName: target.bbl_billtoname ?? null,
    percent: sent.percent(target.bbl_billingsplit) ?? null,
    isRounding: target.bbl_isrounding ?? null,
    notToExceedLimitMinor: sent.amount(target.bbl_nottoexceedlimit, 'notToExceedLimit') ?? null,
  };
  refuseIfAny(sent.violations);
  const { row, roundingMovesFrom } = decided(addContractCustomer(draft, { status: contract.status, customers }));
  moveRounding(system, 'bbl_contractcustomer', roundingMovesFrom);
  return {
    target: {
      bbl_name: row.name,
      bbl_billtoname: row.billToName,
      bbl_billingsplit: percentText(row.percent),
      bbl_isprimary: row.isPrimary,
      bbl_isrounding: row.isRounding,
      transactioncurrencyid: contract.currencyId,
      ownerid: contract.ownerId,
    },
  };
};
