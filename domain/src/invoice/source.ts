import type { PlainDate } from '../dates/plainDate';
import { invalidRequest } from '../bounds';
import type { MinorUnits } from '../money/minorUnits';
import { ONE, type Quantity } from '../money/quantity';
import type { BillingStatus, BillingType, TransactionClass } from '../statuses';
import { underRule, type Violation, violation } from '../violation';
import { BILLING_STATUS_WORDS } from '../words';

/** What a detail can bill. domain.md 0.3. */
export type SourceKind = 'split' | 'productLine' | 'actual' | 'retainer';

/** A row that can be billed, whatever its table. */
export interface Source {
  readonly kind: SourceKind;
  readonly id: string;
  readonly name: string;
  readonly contractId: string;
  /** Whom it is billed to: the line customer's contract customer, for product lines the primary, for retainers their own. */
  readonly contractCustomerId: string | null;
  /** Null for retainers. */
  readonly contractLineId: string | null;
  readonly billingStatus: BillingStatus;
  /** Transaction or milestone date, invoice date of a retainer, requested delivery date of a product line. */
  readonly date: PlainDate | null;
  /** Number or name of the invoice that holds it; empty when there is none. */
  readonly invoiceName: string;
  readonly content: SourceContent;
}

/** What a detail copies from its source. domain.md 8.4-2. */
export interface SourceContent {
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly description: string;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
}

/** A milestone split is billed as one piece at its amount. domain.md 8.4-2. */
export function splitContent(split: { name: string; amountMinor: MinorUnits; taxMinor: MinorUnits }): SourceContent {
  return {
    transactionClass: 'Milestone',
    billingType: 'Chargeable',
    description: split.name,
    quantity: ONE,
    priceMinor: split.amountMinor,
    amountMinor: split.amountMinor,
    taxMinor: split.taxMinor,
  };
}

/** A product line is billed whole, as Material. domain.md 3.6-7, 3.7-3. */
export function productContent(line: {
  productName: string;
  quantity: Quantity;
  priceMinor: MinorUnits;
  amountMinor: MinorUnits;
  taxMinor: MinorUnits;
}): SourceContent {
  return {
    transactionClass: 'Material',
    billingType: 'Chargeable',
    description: line.productName,
    quantity: line.quantity,
    priceMinor: line.priceMinor,
    amountMinor: line.amountMinor,
    taxMinor: line.taxMinor,
  };
}

/** Name of the claim, its alternate key: `<table>:<id>`. One live row per billed source. domain.md 8.3-1. */
export const claimName = (table: string, id: string): string => `${table}:${id}`;

/** A source whose claim exists already. @returns INV-02. domain.md 8.3-1. */
export const alreadyOnInvoice = (row: string, invoiceName: string): Violation => ({
  ...violation('BBL-INV-02', { row, invoice: invoiceName }),
  rule: '8.3-1',
});

/** Why a row that is not Ready cannot go on a draft: it is on another one (INV-02), or simply not Ready (INV-05). domain.md 8.2-2, 8.3-1. */
export function notReadyViolations(source: Pick<Source, 'name' | 'billingStatus' | 'invoiceName'>): Violation[] {
  if (source.billingStatus === 'Ready') return [];
  if (source.billingStatus === 'InvoiceCreated') return [alreadyOnInvoice(source.name, source.invoiceName)];
  const status = BILLING_STATUS_WORDS[source.billingStatus];
  return underRule('8.2-2', [violation('BBL-INV-05', { row: source.name, status })]);
}

/** Due: dated on or before the day; a product line without delivery date always is. domain.md 8.2-2. */
export const isDue = ({ date }: Pick<Source, 'date'>, dueDate: PlainDate): boolean => date === null || date <= dueDate;

/** @returns INV-04 for what is not due. domain.md 8.2-2. */
export function notDueViolations(source: Pick<Source, 'name' | 'date'>, dueDate: PlainDate): Violation[] {
  return underRule(
    '8.2-2',
    isDue(source, dueDate) ? [] : [violation('BBL-INV-04', { row: source.name, date: dueDate })],
  );
}

/** Kinds of source that this version can bill. Any other is refused, never left out in silence. */
const BILLED_KINDS: readonly SourceKind[] = ['split', 'productLine'];

/** @returns GRD-07 for a kind of source that this version cannot bill. */
export function unsupportedViolations(kind: SourceKind): Violation[] {
  return BILLED_KINDS.includes(kind) ? [] : [invalidRequest(`this version does not invoice a source of kind ${kind}`)];
}
