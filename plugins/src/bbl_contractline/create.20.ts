import { createContractLine } from '@bbl/domain';
import { EMPTY_LINE, fromDerivedLine, sentLineColumns, SentValues, sourceStatusWords } from '@bbl/dataverse/mapping';
import { readContract, readContractCustomers } from '../data/contracts';
import { Currencies } from '../data/currencies';
import type { StepHandler } from '../runtime/handlers';
import { decided, given, refuseIfAny } from '../runtime/refusal';

/**
 * A new contract line with its derived columns; a project line gets the contract's customers at the next stage.
 * @returns CON-04, CON-10, PRD-05, GRD-09, GRD-11, NTE-07. domain.md 2.1-3, 2.1-9, 2.4-1, 2.4-3, 2.4-5.
 */
export const contractLineCreate20: StepHandler<'bbl_contractline'> = ({ target, system }) => {
  const contract = readContract(system, given(target.bbl_contractid, 'contractId'));
  const currency = new Currencies(system).of(contract.currencyId);
  const sent = new SentValues(currency);
  const draft = { ...EMPTY_LINE, ...sentLineColumns(target, sent) };
  refuseIfAny(sent.violations);
  const customers = readContractCustomers(system, contract.id);
  const line = decided(createContractLine(draft, { status: contract.status, customers }));
  return {
    target: {
      ...fromDerivedLine(line, currency),
      ...(line.billingStatus !== null && { bbl_billingstatus: sourceStatusWords.toValue(line.billingStatus) }),
      bbl_includetime: target.bbl_includetime ?? true,
      bbl_includeexpense: target.bbl_includeexpense ?? true,
      bbl_includematerial: target.bbl_includematerial ?? true,
      bbl_includefee: target.bbl_includefee ?? true,
      transactioncurrencyid: contract.currencyId,
      ownerid: contract.ownerId,
    },
    keep: { [LINE_CUSTOMERS]: JSON.stringify(line.lineCustomers) },
  };
};

/** What the next stage makes of the contract's customers. */
export const LINE_CUSTOMERS = 'lineCustomers';
