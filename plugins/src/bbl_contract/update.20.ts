import { editContractViolations, movePrimary } from '@bbl/domain';
import { type ContractHead, contractStatusWords, sentContract, SentValues } from '@bbl/dataverse/mapping';
import { changeStatus } from '../contract/changeStatus';
import { contractHasAmounts, moveCurrency } from '../contract/currency';
import { accountName, createContractCustomer, readContract, readContractCustomers } from '../data/contracts';
import { lockContracts } from '../data/locks';
import { openSession, type Session } from '../data/session';
import type { Step, StepHandler } from '../runtime/handlers';
import { given, refuseIfAny } from '../runtime/refusal';

/**
 * A change of a contract: its customer moves the primary flag, its currency the rows below, its status what hangs on it.
 * @returns CON-01 to CON-04, CON-08, CON-12, SPL-01, SPL-02, GRD-09, GRD-11, NTE-07. domain.md 2.1-3, 2.3-2, 3.11.
 */
export const contractUpdate20: StepHandler<'bbl_contract'> = (step) => {
  const session = openSession(step);
  if (REACHING_BELOW.some((column) => step.target[column] !== undefined)) lockContracts(step.system, [step.rowId]);
  const contract = readContract(step.system, step.rowId);
  editColumns(step, session, contract);
  if (step.target.bbl_contractstatus !== undefined) {
    const status = given(step.target.bbl_contractstatus, 'contractStatus');
    changeStatus(session, contract, contractStatusWords.toWord(status));
  }
  return undefined;
};

/** Columns that change rows below the contract, or are judged by them. */
const REACHING_BELOW = ['bbl_contractstatus', 'bbl_customerid', 'transactioncurrencyid'] as const;

/** The status has rules of its own, and the id is no change. */
const OTHERWISE_JUDGED: ReadonlySet<string> = new Set(['bbl_contractid', 'bbl_contractstatus']);

/** Everything but the status. A status alone is judged by the status rules, also on contracts that are closed. */
function editColumns(
  { target, before, rowId, system }: Step<'bbl_contract'>,
  session: Session,
  contract: ContractHead,
): void {
  const columns = Object.keys(target) as (keyof typeof target)[];
  const isChanged = columns.some((name) => !OTHERWISE_JUDGED.has(name) && target[name] !== before[name]);
  if (!isChanged) return;

  const sent = new SentValues(session.currencies.of(target.transactioncurrencyid ?? contract.currencyId));
  const patch = sentContract(target, sent);
  const isCurrencyChanged = patch.currencyId !== undefined && patch.currencyId !== contract.currencyId;
  refuseIfAny([
    ...sent.violations,
    ...editContractViolations(
      { ...contract, hasAmounts: isCurrencyChanged && contractHasAmounts(system, rowId) },
      patch,
    ),
  ]);
  if (isCurrencyChanged) moveCurrency(system, rowId, given(patch.currencyId, 'currencyId'));
  if (patch.customerId && patch.customerId !== contract.customerId) movePrimaryFlag(system, contract, patch.customerId);
}

function movePrimaryFlag(system: Session['system'], contract: ContractHead, accountId: string): void {
  const account = { id: accountId, name: accountName(system, accountId) };
  const { demotedId, promotedId, created } = movePrimary(readContractCustomers(system, contract.id), account);
  if (demotedId !== null) system.update('bbl_contractcustomer', demotedId, { bbl_isprimary: false });
  if (promotedId !== null) system.update('bbl_contractcustomer', promotedId, { bbl_isprimary: true });
  if (created !== null) createContractCustomer(system, contract, created);
}
