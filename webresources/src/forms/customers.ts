import { ContractCustomer, ContractLineCustomer } from '@bbl/dataverse/generated/tables';
import { isExisting, setLocked } from './form';

/** The account and the contract of a customer are fixed once it exists. domain.md 2.1-2, 2.3-4. */
export function onLoadContractCustomer(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  setLocked(form, [ContractCustomer.ContractId, ContractCustomer.AccountId], isExisting(form));
}

/** So are line and contract customer of a line's customer. domain.md 2.4-4. */
export function onLoadContractLineCustomer(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  setLocked(form, [ContractLineCustomer.ContractLineId, ContractLineCustomer.ContractCustomerId], isExisting(form));
}
