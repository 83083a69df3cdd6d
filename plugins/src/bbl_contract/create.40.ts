import type { NewContractCustomer } from '@bbl/domain';
import { required } from '@bbl/dataverse/mapping';
import { createContractCustomer, readContract } from '../data/contracts';
import type { StepHandler } from '../runtime/handlers';
import { PRIMARY_CUSTOMER } from './create.20';

/** The primary contract customer and the lock appear with the contract. domain.md 2.3-1, 8.10-1. */
export const contractCreate40: StepHandler<'bbl_contract'> = ({ rowId, system, kept }) => {
  const contract = readContract(system, rowId);
  createContractCustomer(system, contract, JSON.parse(required(kept(PRIMARY_CUSTOMER))) as NewContractCustomer);
  system.create('bbl_contractlock', {
    bbl_name: contract.name,
    bbl_contractid: rowId,
    bbl_counter: 0,
    ownerid: contract.ownerId,
  });
  return undefined;
};
