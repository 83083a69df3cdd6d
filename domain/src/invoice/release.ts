import { nextStatus, type ReleaseFacts } from '../milestone/transitions';
import type { BillingStatus, InvoiceStatus, SourceStatus } from '../statuses';
import { type Violation, violation } from '../violation';
import { INVOICE_STATUS_WORDS } from '../words';
import type { SourceKind } from './source';

/** A source of a deleted detail or draft, as it stands. */
export interface ClaimedSource {
  readonly kind: SourceKind;
  readonly billingStatus: BillingStatus;
  /** The invoice that its claim names; null without a claim. */
  readonly claimInvoiceId: string | null;
}

export type Release =
  | {
      readonly outcome: 'released';
      readonly from: SourceStatus;
      readonly to: SourceStatus;
      readonly isReversed: boolean;
    }
  | { readonly outcome: 'untouched' };

/**
 * What a source becomes when its detail or draft is deleted. Only a source that is Created and claimed by this
 * invoice is touched. `isReversed`: an actual of a Lost contract is reversed at once. domain.md 8.6-1, 8.6-2, 8.6-4.
 */
export function releaseSource(source: ClaimedSource, invoiceId: string, facts: ReleaseFacts): Release {
  const { billingStatus: from } = source;
  if (from !== 'InvoiceCreated' || source.claimInvoiceId !== invoiceId) return { outcome: 'untouched' };
  const to = nextStatus(from, 'release', facts);
  if (to === undefined) throw new Error('A Created source can always be released');
  return { outcome: 'released', from, to, isReversed: source.kind === 'actual' && facts.contractStatus === 'Lost' };
}

/** What keeps an invoice from being deleted. @returns INV-15 once Confirmed. domain.md 3.9-4, 3.9-7. */
export function deleteInvoiceBlockers(status: InvoiceStatus): Violation[] {
  return isOpenInvoice(status) ? [] : [violation('BBL-INV-15', {})];
}

/** Whether an invoice and what lies below it can be changed. @returns INV-03 once Confirmed. domain.md 3.9-7. */
export function invoiceChangeBlockers(status: InvoiceStatus): Violation[] {
  return isOpenInvoice(status) ? [] : [violation('BBL-INV-03', { status: INVOICE_STATUS_WORDS[status] })];
}

/** Draft and In review alike. domain.md 0.3, 8.5-1. */
export const isOpenInvoice = (status: InvoiceStatus): status is 'Draft' | 'InReview' =>
  status === 'Draft' || status === 'InReview';
