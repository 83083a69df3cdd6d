import type { MarkOutcome } from '../milestone/markSplit';
import type { ContractStatus, LineType, Mark, SourceStatus } from '../statuses';
import { inCatalogueOrder, underRule, type Violation, violation } from '../violation';
import type { Field } from '../words';
import type { LineColumns } from './lineColumns';
import { contractMarkViolations } from './contractStatus';

/** What decides whether a contract line can be marked. */
export interface MarkableLine {
  readonly lineType: LineType;
  /** Null on project lines. */
  readonly billingStatus: SourceStatus | null;
  /** Number or name of the invoice that holds it; empty when there is none. */
  readonly invoiceName: string;
  readonly contractStatus: ContractStatus;
}

/** What keeps a product line from being marked. @returns CON-04, PRD-01, PRD-02, PRD-03. domain.md 3.1-4, 3.7-2, 3.7-6. */
export function productMarkBlockers(line: MarkableLine, mark: Mark): readonly Violation[] {
  if (line.lineType !== 'Product') return underRule('3.7-2', [violation('BBL-PRD-01', {})]);
  return inCatalogueOrder([
    ...underRule('3.1-4', contractMarkViolations(line.contractStatus, mark)),
    ...underRule('3.7-6', billedViolations(line)),
  ]);
}

/** The fate of one contract line. domain.md 3.1-1, 3.7-2. */
export function markProductLine(line: MarkableLine, mark: Mark): MarkOutcome {
  if (line.lineType === 'Product' && line.billingStatus === mark) return { outcome: 'unchanged' };
  const violations = productMarkBlockers(line, mark);
  if (violations.length > 0) return { outcome: 'refused', violations };
  return { outcome: 'changed', from: line.billingStatus ?? 'NotReady', to: mark };
}

/** A product line needs its name, a quantity above 0 and a price of 0 or more. @returns PRD-05. domain.md 2.4-5. */
export function productViolations({ productName, quantity, priceMinor }: LineColumns): Violation[] {
  const isComplete =
    Boolean(productName) && quantity !== null && quantity > 0 && priceMinor !== null && priceMinor >= 0;
  return isComplete ? [] : [violation('BBL-PRD-05', {}, missingField({ productName, quantity }))];
}

/** What can be changed only while a product line is Not ready. domain.md 2.4-5. */
const BILLED_COLUMNS = ['productName', 'requestedDeliveryDate', 'quantity', 'priceMinor', 'taxMinor'] as const;

/** @returns PRD-04 for a product line that is Ready or beyond. domain.md 2.4-5. */
export function productChangeViolations(
  status: SourceStatus | null,
  before: LineColumns,
  after: LineColumns,
): Violation[] {
  const isFixed = status !== null && status !== 'NotReady';
  const isChanged = BILLED_COLUMNS.some((column) => before[column] !== after[column]);
  return isFixed && isChanged ? [violation('BBL-PRD-04', {})] : [];
}

function billedViolations({ billingStatus, invoiceName }: MarkableLine): Violation[] {
  if (billingStatus === 'InvoiceCreated') return [violation('BBL-PRD-02', { invoice: invoiceName })];
  return billingStatus === 'InvoicePosted' ? [violation('BBL-PRD-03', { invoice: invoiceName })] : [];
}

function missingField({ productName, quantity }: Pick<LineColumns, 'productName' | 'quantity'>): Field {
  if (!productName) return 'productName';
  return quantity === null || quantity <= 0 ? 'quantity' : 'pricePerUnit';
}
