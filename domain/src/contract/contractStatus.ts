import { balanceViolations, type Share } from '../split/percentages';
import type { ContractStatus, Mark } from '../statuses';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import { CONTRACT_STATUS_WORDS } from '../words';
import { saveBoundViolations } from '../bounds';

/** Where people can lead a contract. domain.md 3.11-1. */
export const CONTRACT_TRANSITIONS: Readonly<Record<ContractStatus, readonly ContractStatus[]>> = {
  Draft: ['Confirmed', 'OnHold', 'Lost'],
  Confirmed: ['OnHold', 'Completed', 'Lost'],
  OnHold: ['Confirmed', 'Lost'],
  Completed: ['Confirmed'],
  Lost: [],
};

/** What a new contract may start with. domain.md 2.3-1. */
export const STARTING_STATUSES: readonly ContractStatus[] = ['Draft', 'Confirmed', 'OnHold'];

/** Completed and Lost contracts and what lies below them are read-only. domain.md 3.11-3. */
export const isClosed = (status: ContractStatus): boolean => status === 'Completed' || status === 'Lost';

/** Whether a contract and what lies below it can be changed. @returns CON-04 when Completed or Lost. domain.md 3.11-3. */
export function closedViolations(status: ContractStatus): Violation[] {
  return isClosed(status) ? [violation('BBL-CON-04', { status: CONTRACT_STATUS_WORDS[status] })] : [];
}

/** Ready is refused below Completed and Lost contracts; On hold does not stop marking. @returns CON-04. domain.md 3.1-4. */
export function contractMarkViolations(status: ContractStatus, mark: Mark): Violation[] {
  return mark === 'Ready' ? closedViolations(status) : [];
}

/** Whether drafts may be made for a contract. @returns CON-04, CON-05, CON-11 in that order. domain.md 8.2-4. */
export function contractInvoicingViolations(status: ContractStatus, isConfirmedOnly: boolean): Violation[] {
  if (isClosed(status)) return closedViolations(status);
  if (status === 'OnHold') return [violation('BBL-CON-05', {})];
  return isConfirmedOnly && status !== 'Confirmed' ? [violation('BBL-CON-11', {})] : [];
}

/** A level of percentages, as a sentence calls it: `the contract`, `line Design`. */
export interface ShareLevel {
  readonly name: string;
  readonly shares: readonly Share[];
}

/** What a status change asks of the rows below. */
export interface ContractStanding {
  readonly from: ContractStatus;
  /** The contract's customers and those of every project line. Needed on the way into Confirmed. */
  readonly levels: readonly ShareLevel[];
  readonly draftsCount: number;
  readonly readyRowsCount: number;
  /** Rows that the change would touch: Ready ones and unbilled actuals on the way into Lost, re-evaluated rows on the way into Confirmed. */
  readonly changedRowsCount: number;
}

/** What has to happen below when the contract takes its new status. */
export interface ContractStatusEffects {
  readonly to: ContractStatus;
  /** Everything Ready becomes Not ready. domain.md 3.11-2. */
  readonly resetsReady: boolean;
  /** Unbilled actuals that are on no invoice are reversed. domain.md 3.6-6. */
  readonly reversesUnbilled: boolean;
  /** Approved entries without billing activity are written again: all of them, or those that would differ. domain.md 3.6-5. */
  readonly reevaluatesEntries: 'none' | 'all' | 'differing';
}

/**
 * A person's change of the contract status.
 * @returns CON-03 for a way that does not exist; into Confirmed SPL-01, SPL-02; into Completed CON-08; CON-12 above
 * 500 rows. domain.md 3.11-1, 3.11-2.
 */
export function changeContractStatus(standing: ContractStanding, to: ContractStatus): Ruling<ContractStatusEffects> {
  const { from } = standing;
  const isWay = CONTRACT_TRANSITIONS[from].includes(to);
  const violations = isWay ? entryViolations(standing, to) : [wayViolation(CONTRACT_STATUS_WORDS[from], to)];
  return ruled(violations, () => ({
    to,
    resetsReady: to === 'Lost',
    reversesUnbilled: to === 'Lost',
    reevaluatesEntries: to !== 'Confirmed' ? 'none' : from === 'Draft' ? 'all' : 'differing',
  }));
}

/** The status a new contract asks for. @returns CON-03 for Completed and Lost. domain.md 2.3-1. */
export function startingStatusViolations(status: ContractStatus): Violation[] {
  return STARTING_STATUSES.includes(status) ? [] : [wayViolation('New', status)];
}

function entryViolations(standing: ContractStanding, to: ContractStatus): Violation[] {
  const unfinished = standing.draftsCount + standing.readyRowsCount;
  return [
    ...(to === 'Confirmed' ? standing.levels.flatMap(({ name, shares }) => balanceViolations(name, shares)) : []),
    ...(to === 'Completed' && unfinished > 0 ? [violation('BBL-CON-08', { n: String(unfinished) })] : []),
    ...saveBoundViolations(standing.changedRowsCount, STATUS_ADVICE[to] ?? ''),
  ];
}

/** What shrinks a status change that is too large for one save. */
const STATUS_ADVICE: { readonly [status in ContractStatus]?: string } = {
  Confirmed: 'Recall entries first.',
  Lost: 'Set rows to Not ready or recall entries first.',
};

const wayViolation = (from: string, to: ContractStatus): Violation =>
  violation('BBL-CON-03', { from, to: CONTRACT_STATUS_WORDS[to] }, 'contractStatus');
