import type { ContractStatus, SourceStatus, StatusAfterRelease } from '../statuses';
import { isClosed } from '../contract/contractStatus';

/** What happens to a split, a product line or a retainer while it is billed. domain.md 3.2, 3.7, 3.8. */
export type BillingEvent = 'ready' | 'notReady' | 'draft' | 'release' | 'confirm' | 'credit' | 'contractLost';

interface Transition {
  readonly from: SourceStatus;
  /** `released`: Ready or Not ready, as `statusAfterRelease` says. */
  readonly to: SourceStatus | 'released';
}

/** The rows of the tables of domain.md 3.2, 3.4-20, 3.4-21, 3.7 and 3.8. What no row lists is refused. */
export const BILLING_TRANSITIONS: Readonly<Record<BillingEvent, Transition>> = {
  ready: { from: 'NotReady', to: 'Ready' },
  notReady: { from: 'Ready', to: 'NotReady' },
  draft: { from: 'Ready', to: 'InvoiceCreated' },
  release: { from: 'InvoiceCreated', to: 'released' },
  confirm: { from: 'InvoiceCreated', to: 'InvoicePosted' },
  credit: { from: 'InvoicePosted', to: 'released' },
  contractLost: { from: 'Ready', to: 'NotReady' },
};

/** What the setting and the contract make of a released or credited source. domain.md 8.6-1, 8.6-4. */
export interface ReleaseFacts {
  readonly contractStatus: ContractStatus;
  readonly statusAfterRelease: StatusAfterRelease;
}

/** Where `event` leads a source, or undefined when no row of the tables allows it. A credit knows no setting: 3.2-7, 8.6-4. */
export function nextStatus(from: SourceStatus, event: BillingEvent, facts: ReleaseFacts): SourceStatus | undefined {
  const transition = BILLING_TRANSITIONS[event];
  if (transition.from !== from) return undefined;
  if (transition.to !== 'released') return transition.to;
  if (isClosed(facts.contractStatus)) return 'NotReady';
  return event === 'release' && facts.statusAfterRelease === 'notready' ? 'NotReady' : 'Ready';
}
