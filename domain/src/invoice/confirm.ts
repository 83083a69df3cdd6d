import { invalidRequest } from '../bounds';
import type { PlainDate } from '../dates/plainDate';
import type { MinorUnits } from '../money/minorUnits';
import type { Quantity } from '../money/quantity';
import type { BillingStatus, BillingType, ContractStatus, InvoiceStatus, TransactionClass } from '../statuses';
import { underRule, type Violation, violation } from '../violation';
import { type InvoiceLimit, invoiceLimitViolations } from './invoiceLimits';
import { invoiceChangeBlockers } from './release';
import type { InvoicingSettings } from './selection';
import { type SourceKind, unsupportedViolations } from './source';

/** A detail of the invoice to confirm, with its source as it stands. */
export interface ConfirmDetail {
  readonly name: string;
  /** Null on a manual detail. */
  readonly source: ConfirmSource | null;
  readonly contractLineId: string | null;
  readonly lineCustomerId: string | null;
  readonly projectId: string | null;
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly date: PlainDate | null;
  readonly description: string;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

export interface ConfirmSource {
  readonly kind: SourceKind;
  readonly id: string;
  readonly billingStatus: BillingStatus;
  /** The invoice that the source points to, and the one that its claim names. */
  readonly invoiceId: string | null;
  readonly claimInvoiceId: string | null;
  /** The header of a split; null for other sources. */
  readonly milestoneId: string | null;
}

export interface ConfirmableInvoice {
  readonly id: string;
  readonly status: InvoiceStatus;
  readonly contractId: string;
  readonly accountId: string;
  readonly contractStatus: ContractStatus;
  readonly invoiceDate: PlainDate;
  readonly accountingDate: PlainDate | null;
  readonly isCorrection: boolean;
  readonly applicationsCount: number;
  readonly totalAmountMinor: MinorUnits;
  readonly details: readonly ConfirmDetail[];
  readonly limits: readonly InvoiceLimit[];
}

/**
 * The checks of a confirmation, in the order of domain.md 8.7-2; the first one found is the answer.
 * @returns INV-03, CON-05, INV-07, INV-10, INV-06, NTE-03, INV-08; GRD-07 for contents that this version cannot confirm.
 */
export function confirmationViolations(invoice: ConfirmableInvoice, settings: InvoicingSettings): readonly Violation[] {
  const { details } = invoice;
  const isEmpty = details.length === 0 && invoice.applicationsCount === 0;
  const isChargeable = details.some(({ billingType }) => billingType === 'Chargeable') || settings.isZeroInvoiceAllowed;
  const hasNegativeSlice = details.some(({ source, amountMinor }) => source?.kind === 'split' && amountMinor < 0);
  return underRule('8.7-2', [
    ...invoiceChangeBlockers(invoice.status),
    ...(invoice.contractStatus === 'OnHold' ? [violation('BBL-CON-05', {})] : []),
    ...(isEmpty ? [violation('BBL-INV-07', {})] : []),
    ...unsupportedContents(invoice),
    ...details
      .filter((detail) => !isHeld(detail, invoice.id))
      .map(({ name }) => violation('BBL-INV-10', { row: name })),
    ...(isEmpty || isChargeable ? [] : [violation('BBL-INV-06', {})]),
    ...invoiceLimitViolations(invoice.limits),
    ...(invoice.totalAmountMinor < 0 && !hasNegativeSlice ? [violation('BBL-INV-08', {})] : []),
  ]);
}

/** A billed sales actual of a milestone split or a product line. domain.md 3.6-2, 3.6-7. */
export interface BilledSales {
  readonly transactionType: 'BilledSales';
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly billingStatus: 'InvoicePosted';
  readonly originKind: 'Original';
  readonly nteStatus: 'NotApplicable';
  readonly contractId: string;
  readonly contractLineId: string | null;
  readonly lineCustomerId: string | null;
  readonly accountId: string;
  readonly projectId: string | null;
  readonly date: PlainDate;
  readonly name: string;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly invoiceId: string;
  readonly splitId: string | null;
}

/** Everything that a confirmation writes. domain.md 8.7-3. */
export interface Confirmation {
  readonly status: 'Confirmed';
  readonly accountingDate: PlainDate;
  readonly sources: readonly {
    readonly kind: SourceKind;
    readonly id: string;
    readonly from: 'InvoiceCreated';
    readonly to: 'InvoicePosted';
  }[];
  readonly billedSales: readonly BilledSales[];
  /** Headers whose statuses are derived anew once their splits are Posted. */
  readonly milestoneIds: readonly string[];
}

/**
 * The effects of a confirmation that has no violations.
 * @param accountingDate the call's; the invoice's own goes first, `today` last. domain.md 8.7-3.
 */
export function confirmInvoice(
  invoice: ConfirmableInvoice,
  dates: { readonly accountingDate: PlainDate | null; readonly today: PlainDate },
): Confirmation {
  const sources = invoice.details.flatMap(({ source }) => (source ? [source] : []));
  const milestoneIds = sources.flatMap(({ milestoneId }) => (milestoneId === null ? [] : [milestoneId]));
  return {
    status: 'Confirmed',
    accountingDate: invoice.accountingDate ?? dates.accountingDate ?? dates.today,
    sources: sources.map(({ kind, id }) => ({ kind, id, from: 'InvoiceCreated', to: 'InvoicePosted' })),
    billedSales: invoice.details.map((detail) => billedSales(detail, invoice)),
    milestoneIds: [...new Set(milestoneIds)],
  };
}

function billedSales(detail: ConfirmDetail, invoice: ConfirmableInvoice): BilledSales {
  return {
    transactionType: 'BilledSales',
    transactionClass: detail.transactionClass,
    billingType: detail.billingType,
    billingStatus: 'InvoicePosted',
    originKind: 'Original',
    nteStatus: 'NotApplicable',
    contractId: invoice.contractId,
    contractLineId: detail.contractLineId,
    lineCustomerId: detail.lineCustomerId,
    accountId: invoice.accountId,
    projectId: detail.projectId,
    date: detail.date ?? invoice.invoiceDate,
    name: detail.description,
    quantity: detail.quantity,
    priceMinor: detail.priceMinor,
    amountMinor: detail.amountMinor,
    taxMinor: detail.taxMinor,
    invoiceId: invoice.id,
    splitId: detail.source?.kind === 'split' ? detail.source.id : null,
  };
}

/** Created, pointing to this invoice and claimed by it. domain.md 8.7-2. */
const isHeld = ({ source }: ConfirmDetail, invoiceId: string): boolean =>
  source === null ||
  (source.billingStatus === 'InvoiceCreated' && source.invoiceId === invoiceId && source.claimInvoiceId === invoiceId);

/** What this version cannot confirm is refused as a whole, before anything else about its contents. */
function unsupportedContents(invoice: ConfirmableInvoice): Violation[] {
  const isManual = invoice.details.some(({ source }) => source === null);
  const kinds = new Set(invoice.details.flatMap(({ source }) => (source ? [source.kind] : [])));
  return [
    ...(invoice.isCorrection ? [invalidRequest('this version does not confirm corrections')] : []),
    ...(invoice.applicationsCount > 0 ? [invalidRequest('this version does not confirm retainer applications')] : []),
    ...(isManual ? [invalidRequest('this version does not confirm manual details')] : []),
    ...[...kinds].flatMap(unsupportedViolations),
  ];
}
