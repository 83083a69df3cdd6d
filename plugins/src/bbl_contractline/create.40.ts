import type { NewLineCustomer } from '@bbl/domain';
import { percentText, required } from '@bbl/dataverse/mapping';
import { readAccountNames } from '../data/contracts';
import type { StepHandler } from '../runtime/handlers';
import { LINE_CUSTOMERS } from './create.20';

/** A project line starts with the contract's customers. domain.md 2.4-3. */
export const contractLineCreate40: StepHandler<'bbl_contractline'> = ({ rowId, target, system, kept }) => {
  const customers = JSON.parse(required(kept(LINE_CUSTOMERS))) as NewLineCustomer[];
  const names = readAccountNames(
    system,
    customers.map(({ accountId }) => accountId),
  );
  for (const customer of customers) {
    system.create('bbl_contractlinecustomer', {
      bbl_name: names.get(customer.accountId) ?? '',
      bbl_contractlineid: rowId,
      bbl_contractcustomerid: customer.contractCustomerId,
      bbl_accountid: customer.accountId,
      bbl_billingsplit: percentText(customer.percent),
      bbl_isrounding: customer.isRounding,
      transactioncurrencyid: required(target.transactioncurrencyid),
      ownerid: required(target.ownerid),
    });
  }
  return undefined;
};
