import type { MinorUnits } from '../money/minorUnits';
import { type Percent, ZERO_PERCENT } from '../money/percent';
import type { ContractStatus, LineType } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import type { ContractCustomer, CustomerEdit, WithRoundingMoves } from './contractCustomer';
import { closedViolations } from './contractStatus';
import { limitViolations } from './limits';
import { percentViolations, roundingClearedViolations, roundingMovesFrom } from './roundingFlag';

export interface LineCustomer {
  readonly id: string;
  readonly contractCustomerId: string;
  readonly percent: Percent;
  readonly isRounding: boolean;
}

export interface NewLineCustomer {
  readonly contractCustomerId: string;
  readonly accountId: string;
  readonly percent: Percent;
  readonly isRounding: boolean;
}

/** The line above, with its present customers. */
export interface LineAbove {
  readonly name: string;
  readonly contractId: string;
  readonly lineType: LineType;
  readonly contractStatus: ContractStatus;
  readonly customers: readonly LineCustomer[];
}

/** What a person enters. `contractCustomer` is the row that the line customer names. */
export interface LineCustomerDraft {
  readonly contractCustomer: {
    readonly id: string;
    readonly contractId: string;
    readonly accountId: string;
    readonly accountName: string;
  };
  readonly percent: Percent | null;
  readonly isRounding: boolean | null;
  readonly notToExceedLimitMinor: MinorUnits | null;
}

/**
 * The customers of a new project line: the contract's above 0 %, with percentage and rounding flag. When none of
 * them is rounding the largest is, of equal ones the oldest.
 * @param customers the contract's customers, oldest first. domain.md 2.4-3.
 */
export function copyToLine(customers: readonly ContractCustomer[]): NewLineCustomer[] {
  const sharing = customers.filter(({ percent }) => percent > 0);
  const flagged = sharing.find(({ isRounding }) => isRounding);
  const largest = sharing.reduce<ContractCustomer | undefined>(
    (best, customer) => (best === undefined || customer.percent > best.percent ? customer : best),
    undefined,
  );
  const rounding = flagged ?? largest;
  return sharing.map((customer) => ({
    contractCustomerId: customer.id,
    accountId: customer.accountId,
    percent: customer.percent,
    isRounding: customer === rounding,
  }));
}

/**
 * A further customer of a line: 0 %, not rounding unless given.
 * @returns CON-04, SPL-03, SPL-07, SPL-08, SPL-09, NTE-07. domain.md 2.4-4, 2.4-5.
 */
export function addLineCustomer(draft: LineCustomerDraft, line: LineAbove): Ruling<WithRoundingMoves<NewLineCustomer>> {
  const { contractCustomer } = draft;
  const isThere = line.customers.some(({ contractCustomerId }) => contractCustomerId === contractCustomer.id);
  const isStranger = contractCustomer.contractId !== line.contractId;
  const isRounding = draft.isRounding ?? false;
  const violations = [
    ...closedViolations(line.contractStatus),
    ...(isThere ? [violation('BBL-SPL-03', { account: contractCustomer.accountName }, 'contractCustomerId')] : []),
    ...percentViolations(draft.percent),
    ...(isStranger ? [violation('BBL-SPL-08', {}, 'contractCustomerId')] : []),
    ...(line.lineType === 'Product' ? [violation('BBL-SPL-09', {}, 'contractLineId')] : []),
    ...limitViolations(draft.notToExceedLimitMinor),
  ];
  return ruled(violations, () => ({
    row: {
      contractCustomerId: contractCustomer.id,
      accountId: contractCustomer.accountId,
      percent: draft.percent ?? ZERO_PERCENT,
      isRounding,
    },
    roundingMovesFrom: isRounding ? roundingMovesFrom(line.customers, null) : [],
  }));
}

/** What a person sends. A missing field is not sent. */
export interface LineCustomerPatch {
  readonly contractCustomerId?: string | null;
  readonly percent?: Percent | null;
  readonly isRounding?: boolean | null;
  readonly notToExceedLimitMinor?: MinorUnits | null;
}

/**
 * A change of percentage or rounding flag; existing splits and actuals keep theirs.
 * @returns CON-04, SPL-02 for clearing the flag, SPL-04 for another customer, SPL-07, NTE-07. domain.md 2.3-4, 2.3-5, 5.1-5.
 */
export function editLineCustomer(
  current: LineCustomer,
  patch: LineCustomerPatch,
  line: LineAbove,
): Ruling<CustomerEdit> {
  const isMoved = patch.contractCustomerId !== undefined && patch.contractCustomerId !== current.contractCustomerId;
  const isRounding = patch.isRounding ?? current.isRounding;
  const violations = [
    ...closedViolations(line.contractStatus),
    ...roundingClearedViolations(`Line ${line.name}`, current.isRounding, patch.isRounding),
    ...(isMoved ? [violation('BBL-SPL-04', {}, 'contractCustomerId')] : []),
    ...percentViolations(patch.percent),
    ...limitViolations(patch.notToExceedLimitMinor),
  ];
  return ruled(violations, () => ({
    percent: patch.percent === undefined ? current.percent : (patch.percent ?? ZERO_PERCENT),
    isRounding,
    roundingMovesFrom: isRounding && !current.isRounding ? roundingMovesFrom(line.customers, current.id) : [],
  }));
}

/** What keeps a line customer from being deleted: splits or actuals. @returns CON-04, SPL-06. domain.md 2.3-6. */
export function deleteLineCustomerBlockers(
  contractStatus: ContractStatus,
  hasBillingRows: boolean,
): readonly Violation[] {
  return inCatalogueOrder([
    ...closedViolations(contractStatus),
    ...(hasBillingRows ? [violation('BBL-SPL-06', {})] : []),
  ]);
}
