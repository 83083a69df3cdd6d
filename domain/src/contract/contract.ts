import { deleteBoundViolations } from '../bounds';
import type { MinorUnits } from '../money/minorUnits';
import { HUNDRED_PERCENT, ZERO_PERCENT } from '../money/percent';
import type { ContractStatus } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import { wordsOf } from '../words';
import { closedViolations, startingStatusViolations } from './contractStatus';
import type { NewContractCustomer } from './contractCustomer';
import { limitViolations } from './limits';

/** What a person enters. */
export interface ContractDraft {
  readonly customerId: string | null;
  readonly status: ContractStatus | null;
  readonly notToExceedLimitMinor: MinorUnits | null;
}

export interface NewContract {
  readonly status: ContractStatus;
  readonly primaryCustomer: NewContractCustomer;
}

/**
 * A new contract: status Draft unless given; its customer becomes the primary contract customer with 100 %, rounding.
 * @returns CON-01, CON-03, NTE-07. domain.md 2.3-1.
 */
export function createContract(draft: ContractDraft, accountName: string): Ruling<NewContract> {
  const status = draft.status ?? 'Draft';
  const { customerId } = draft;
  const violations = [
    ...customerViolations(customerId),
    ...startingStatusViolations(status),
    ...limitViolations(draft.notToExceedLimitMinor),
  ];
  return ruled(violations, () => ({
    status,
    primaryCustomer: {
      accountId: customerId ?? '',
      name: accountName,
      billToName: accountName,
      percent: HUNDRED_PERCENT,
      isPrimary: true,
      isRounding: true,
    },
  }));
}

/** What a person sends beside the status. A missing field is not sent. */
export interface ContractPatch {
  readonly customerId?: string | null;
  readonly currencyId?: string | null;
  readonly notToExceedLimitMinor?: MinorUnits | null;
}

export interface ContractFacts {
  readonly status: ContractStatus;
  readonly customerId: string;
  readonly currencyId: string;
  /** An amount or limit on the contract, its customers or lines, or a milestone, retainer or actual. domain.md 2.1-3. */
  readonly hasAmounts: boolean;
}

/**
 * What keeps the ordinary columns of a contract from being changed; the status has a rule of its own.
 * @returns CON-01, CON-02, CON-04, NTE-07. domain.md 2.1-3, 2.3-1, 3.11-3.
 */
export function editContractViolations(current: ContractFacts, patch: ContractPatch): readonly Violation[] {
  const isCurrencyChanged = patch.currencyId !== undefined && patch.currencyId !== current.currencyId;
  return inCatalogueOrder([
    ...(patch.customerId === undefined ? [] : customerViolations(patch.customerId)),
    ...(isCurrencyChanged && current.hasAmounts ? [violation('BBL-CON-02', {}, 'currencyId')] : []),
    ...closedViolations(current.status),
    ...limitViolations(patch.notToExceedLimitMinor),
  ]);
}

/** Who is primary after the contract got another customer. domain.md 2.3-2. */
export interface PrimaryMove {
  /** The row that loses the flag; it keeps its percentage. */
  readonly demotedId: string | null;
  /** The row that takes the flag, or the one to make. */
  readonly promotedId: string | null;
  readonly created: NewContractCustomer | null;
}

/** Changing the contract's customer moves the primary flag, to a row made with 0 % if the account has none. domain.md 2.3-2. */
export function movePrimary(
  customers: readonly { readonly id: string; readonly accountId: string; readonly isPrimary: boolean }[],
  account: { readonly id: string; readonly name: string },
): PrimaryMove {
  const target = customers.find(({ accountId }) => accountId === account.id);
  const old = customers.find(({ isPrimary }) => isPrimary);
  const created: NewContractCustomer = {
    accountId: account.id,
    name: account.name,
    billToName: account.name,
    percent: ZERO_PERCENT,
    isPrimary: true,
    isRounding: false,
  };
  return {
    demotedId: old && old !== target ? old.id : null,
    promotedId: target && target !== old ? target.id : null,
    created: target ? null : created,
  };
}

/** What lies below a contract and keeps it. */
export interface ContractContents {
  readonly hasEntries: boolean;
  readonly hasActuals: boolean;
  readonly hasInvoices: boolean;
  /** Retainers that are not Not ready. */
  readonly hasRetainersInBilling: boolean;
  /** Milestone splits or product lines with billing activity. */
  readonly hasBillingActivity: boolean;
  /** Rows that would go with it. */
  readonly rowsBelowCount: number;
}

/** What keeps a contract from being deleted with everything below it. @returns CON-04, CON-07, CON-12. domain.md 2.3-7, 2.1-10. */
export function deleteContractBlockers(status: ContractStatus, contents: ContractContents): readonly Violation[] {
  const what = wordsOf([
    [contents.hasEntries, 'entries'],
    [contents.hasActuals, 'actuals'],
    [contents.hasInvoices, 'invoices'],
    [contents.hasRetainersInBilling, 'retainers in billing'],
    [contents.hasBillingActivity, 'billing activity'],
  ]);
  return inCatalogueOrder([
    ...closedViolations(status),
    ...(what === '' ? [] : [violation('BBL-CON-07', { what })]),
    ...deleteBoundViolations(contents.rowsBelowCount, 'Delete its lines first.'),
  ]);
}

const customerViolations = (customerId: string | null): Violation[] =>
  customerId ? [] : [violation('BBL-CON-01', {}, 'customerId')];
