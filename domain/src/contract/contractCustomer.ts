import type { MinorUnits } from '../money/minorUnits';
import { type Percent, ZERO_PERCENT } from '../money/percent';
import type { ContractStatus } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import { closedViolations } from './contractStatus';
import { limitViolations } from './limits';
import { percentViolations, roundingClearedViolations, roundingMovesFrom } from './roundingFlag';

/** A customer of a contract as it stands. */
export interface ContractCustomer {
  readonly id: string;
  readonly accountId: string;
  readonly percent: Percent;
  readonly isPrimary: boolean;
  readonly isRounding: boolean;
}

export interface NewContractCustomer {
  readonly accountId: string;
  readonly name: string;
  readonly billToName: string;
  readonly percent: Percent;
  readonly isPrimary: boolean;
  readonly isRounding: boolean;
}

/** What a person enters. Null is "not given". */
export interface ContractCustomerDraft {
  readonly accountId: string;
  readonly accountName: string;
  readonly name: string | null;
  readonly billToName: string | null;
  readonly percent: Percent | null;
  readonly isRounding: boolean | null;
  readonly notToExceedLimitMinor: MinorUnits | null;
}

/** The contract above, with its present customers. */
export interface ContractAbove {
  readonly status: ContractStatus;
  readonly customers: readonly ContractCustomer[];
}

/** A row to write and the rows that lose the rounding flag by it. */
export interface WithRoundingMoves<T> {
  readonly row: T;
  readonly roundingMovesFrom: readonly string[];
}

/**
 * A further customer: 0 %, not rounding, name and bill-to name from the account, unless given.
 * @returns CON-04, SPL-03, SPL-07, NTE-07. domain.md 2.3-3 to 2.3-5.
 */
export function addContractCustomer(
  draft: ContractCustomerDraft,
  contract: ContractAbove,
): Ruling<WithRoundingMoves<NewContractCustomer>> {
  const isThere = contract.customers.some(({ accountId }) => accountId === draft.accountId);
  const isRounding = draft.isRounding ?? false;
  const violations = [
    ...closedViolations(contract.status),
    ...(isThere ? [violation('BBL-SPL-03', { account: draft.accountName }, 'accountId')] : []),
    ...percentViolations(draft.percent),
    ...limitViolations(draft.notToExceedLimitMinor),
  ];
  return ruled(violations, () => ({
    row: {
      accountId: draft.accountId,
      name: draft.name || draft.accountName,
      billToName: draft.billToName || draft.accountName,
      percent: draft.percent ?? ZERO_PERCENT,
      isPrimary: false,
      isRounding,
    },
    roundingMovesFrom: isRounding ? roundingMovesFrom(contract.customers, null) : [],
  }));
}

/** What a person sends. A missing field is not sent. */
export interface ContractCustomerPatch {
  readonly accountId?: string | null;
  readonly percent?: Percent | null;
  readonly isRounding?: boolean | null;
  readonly notToExceedLimitMinor?: MinorUnits | null;
}

export interface CustomerEdit {
  readonly percent: Percent;
  readonly isRounding: boolean;
  /** Rows that lose the rounding flag. */
  readonly roundingMovesFrom: readonly string[];
}

/**
 * A change of percentage or rounding flag. The account stays what it is.
 * @returns CON-04, SPL-02 for clearing the flag, SPL-04, SPL-07, NTE-07. domain.md 2.3-4, 2.3-5.
 */
export function editContractCustomer(
  current: ContractCustomer,
  patch: ContractCustomerPatch,
  contract: ContractAbove,
): Ruling<CustomerEdit> {
  const isAccountChanged = patch.accountId !== undefined && patch.accountId !== current.accountId;
  const isRounding = patch.isRounding ?? current.isRounding;
  const violations = [
    ...closedViolations(contract.status),
    ...roundingClearedViolations('The contract', current.isRounding, patch.isRounding),
    ...(isAccountChanged ? [violation('BBL-SPL-04', {}, 'accountId')] : []),
    ...percentViolations(patch.percent),
    ...limitViolations(patch.notToExceedLimitMinor),
  ];
  return ruled(violations, () => ({
    percent: patch.percent === undefined ? current.percent : (patch.percent ?? ZERO_PERCENT),
    isRounding,
    roundingMovesFrom: isRounding && !current.isRounding ? roundingMovesFrom(contract.customers, current.id) : [],
  }));
}

/**
 * What keeps a contract customer from being deleted; otherwise its line customers go with it.
 * @param hasBillingRows splits, actuals, retainers or invoices of this customer.
 * @returns CON-04, SPL-05 for the primary, SPL-06. domain.md 2.3-6.
 */
export function deleteContractCustomerBlockers(
  customer: Pick<ContractCustomer, 'isPrimary'>,
  contractStatus: ContractStatus,
  hasBillingRows: boolean,
): readonly Violation[] {
  return inCatalogueOrder([
    ...closedViolations(contractStatus),
    ...(customer.isPrimary ? [violation('BBL-SPL-05', {})] : []),
    ...(hasBillingRows ? [violation('BBL-SPL-06', {})] : []),
  ]);
}
