import { createContract } from '@bbl/domain';
import { contractStatusWords, required, SentValues } from '@bbl/dataverse/mapping';
import { accountName } from '../data/contracts';
import { Currencies } from '../data/currencies';
import type { StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';

/** A new contract: status and currency by default. @returns CON-01, CON-03, GRD-09, GRD-11, NTE-07. domain.md 2.1-3, 2.3-1. */
export const contractCreate20: StepHandler<'bbl_contract'> = ({ target, system, context }) => {
  const currencyId =
    target.transactioncurrencyid ??
    required(system.retrieve('organization', context.organizationId, ['basecurrencyid']).basecurrencyid);
  const sent = new SentValues(new Currencies(system).of(currencyId));
  const notToExceedLimitMinor = sent.amount(target.bbl_nottoexceedlimit, 'notToExceedLimit') ?? null;
  refuseIfAny(sent.violations);

  const customerId = target.bbl_customerid ?? null;
  const status = target.bbl_contractstatus == null ? null : contractStatusWords.toWord(target.bbl_contractstatus);
  const contract = decided(
    createContract(
      { customerId, status, notToExceedLimitMinor },
      customerId === null ? '' : accountName(system, customerId),
    ),
  );
  return {
    target: {
      bbl_contractstatus: contractStatusWords.toValue(contract.status),
      transactioncurrencyid: currencyId,
    },
    keep: { [PRIMARY_CUSTOMER]: JSON.stringify(contract.primaryCustomer) },
  };
};

/** What the next stage makes of the contract's customer. */
export const PRIMARY_CUSTOMER = 'primaryCustomer';
