import { contractMarkViolations } from '../contract/contractStatus';
import type { ContractStatus, Mark, SourceStatus } from '../statuses';
import { inCatalogueOrder, underRule, type Violation, violation } from '../violation';
import { BILLING_STATUS_WORDS } from '../words';

/** What decides whether a split can be marked. `slice` is there on progress-based milestones alone. */
export interface MarkableSplit {
  readonly name: string;
  readonly billingStatus: SourceStatus;
  /** Number or name of the invoice that holds it; empty when there is none. */
  readonly invoiceName: string;
  readonly contractStatus: ContractStatus;
  readonly slice?: SliceFacts;
}

/** The place of a slice in its progress-based milestone. domain.md 3.4. */
export interface SliceFacts {
  /** 0: the open remainder. */
  readonly round: number;
  /** Amount 0 and tax 0. */
  readonly isEmpty: boolean;
  readonly nextInvoiceStatus: SourceStatus;
}

/** What became of one row of `bbl_SetBillingStatus`. */
export type MarkOutcome =
  | { readonly outcome: 'changed'; readonly from: SourceStatus; readonly to: Mark }
  | { readonly outcome: 'unchanged' }
  | { readonly outcome: 'refused'; readonly violations: readonly Violation[] };

/** The rule that keeps a split in this status from being marked by a person. domain.md 3.2-9, 3.4-22. */
const BLOCKED_BY: Readonly<Record<SourceStatus, 'BBL-MST-02' | 'BBL-MST-03' | undefined>> = {
  NotReady: undefined,
  Ready: undefined,
  InvoiceCreated: 'BBL-MST-02',
  InvoicePosted: 'BBL-MST-03',
};

/**
 * What keeps `split` from being marked; an empty list means nothing does. A split that has the status already is
 * not asked here, `markSplit` leaves it alone.
 * @returns CON-04 on a Completed or Lost contract (Ready only), MST-02 while it is on a draft, MST-03 once it was
 * invoiced, PRG-04 and PRG-06 for the open remainder. domain.md 3.1-4, 3.2-9, 3.4-18, 3.4-19, 3.4-22.
 */
export function markBlockers(split: MarkableSplit, mark: Mark): readonly Violation[] {
  const isFree = BLOCKED_BY[split.billingStatus] === undefined;
  return inCatalogueOrder([
    ...underRule('3.1-4', contractMarkViolations(split.contractStatus, mark)),
    ...underRule(split.slice ? '3.4-22' : '3.2-9', statusViolations(split)),
    ...(split.slice && mark === 'Ready' && isFree ? remainderViolations(split.slice) : []),
  ]);
}

/**
 * The fate of one split. Marking the open remainder of a progress-based milestone moves more than this row:
 * `markSlice` says what. domain.md 3.1-1, 3.2-2, 3.2-3.
 */
export function markSplit(split: MarkableSplit, mark: Mark): MarkOutcome {
  if (split.billingStatus === mark) return { outcome: 'unchanged' };
  const violations = markBlockers(split, mark);
  if (violations.length > 0) return { outcome: 'refused', violations };
  return { outcome: 'changed', from: split.billingStatus, to: mark };
}

/** A header with completed milestones: `changed` if one split changed, `unchanged` if all had the status, else `refused`. domain.md 3.1-6. */
export function headerOutcome(splits: readonly MarkOutcome[]): 'changed' | 'unchanged' | 'refused' {
  if (splits.some(({ outcome }) => outcome === 'changed')) return 'changed';
  return splits.every(({ outcome }) => outcome === 'unchanged') ? 'unchanged' : 'refused';
}

/** A split on an invoice keeps its status. @returns MST-02, MST-03. domain.md 3.2-9, 3.4-22. */
export function statusViolations({ name, billingStatus, invoiceName }: MarkableSplit): Violation[] {
  const rule = BLOCKED_BY[billingStatus];
  return rule ? [violation(rule, { name, invoice: invoiceName })] : [];
}

/** The open remainder can be marked whole while no next invoice is under way. @returns PRG-04, PRG-06. domain.md 3.4-18, 3.4-19. */
export function remainderViolations({ round, isEmpty, nextInvoiceStatus }: SliceFacts): Violation[] {
  if (round > 0) return [];
  return [
    ...(nextInvoiceStatus === 'NotReady'
      ? []
      : underRule('3.4-19', [violation('BBL-PRG-04', { status: BILLING_STATUS_WORDS[nextInvoiceStatus] })])),
    ...(isEmpty ? underRule('3.4-18', [violation('BBL-PRG-06', {})]) : []),
  ];
}
