import { deleteBoundViolations } from '../bounds';
import { negativeViolations } from '../fieldViolations';
import { add, type MinorUnits, ZERO } from '../money/minorUnits';
import { multiplyQuantity } from '../money/quantity';
import type { ContractStatus, LineType, ScheduleType, SourceStatus } from '../statuses';
import { inCatalogueOrder, ruled, type Ruling, type Violation, violation } from '../violation';
import { type Field, FIELD_WORDS, wordsOf } from '../words';
import type { ContractAbove } from './contractCustomer';
import { closedViolations } from './contractStatus';
import { limitViolations } from './limits';
import type { LineColumns } from './lineColumns';
import { copyToLine, type NewLineCustomer } from './lineCustomer';
import { productChangeViolations, productViolations } from './productLine';

/** What the server makes of a line's columns, on create and after each change. */
export interface DerivedLineColumns {
  readonly lineType: LineType;
  /** Completed milestones by default on fixed price lines, empty on all others. domain.md 2.4-1. */
  readonly scheduleType: ScheduleType | null;
  readonly contractedAmountAfterTaxMinor: MinorUnits | null;
  /** Quantity × price of a product line, empty on project lines. */
  readonly amountMinor: MinorUnits | null;
  /** A product line's tax defaults to 0. */
  readonly taxMinor: MinorUnits | null;
}

export interface NewContractLine extends DerivedLineColumns {
  /** Not ready on product lines, empty on project lines. domain.md 2.4-5, 2.4-6. */
  readonly billingStatus: SourceStatus | null;
  readonly lineCustomers: readonly NewLineCustomer[];
}

/**
 * A new line. A project line copies the contract's customers; a product line starts Not ready, without customers.
 * The include columns default to yes; that needs no rule.
 * @param contract its customers oldest first.
 * @returns GRD-11, CON-04, CON-10, NTE-07, PRD-05. domain.md 2.4-1, 2.4-3, 2.4-5, 2.4-6.
 */
export function createContractLine(draft: LineColumns, contract: ContractAbove): Ruling<NewContractLine> {
  const violations = [...closedViolations(contract.status), ...columnViolations(draft)];
  return ruled(violations, () => {
    const derived = deriveLineColumns(draft);
    const isProduct = derived.lineType === 'Product';
    return {
      ...derived,
      billingStatus: isProduct ? 'NotReady' : null,
      lineCustomers: isProduct ? [] : copyToLine(contract.customers),
    };
  });
}

/** A line as it stands, with what hangs on it. */
export interface ExistingLine {
  readonly columns: LineColumns;
  readonly contractStatus: ContractStatus;
  /** Of a product line; null on project lines. */
  readonly billingStatus: SourceStatus | null;
  readonly contents: LineContents;
}

export interface LineContents {
  readonly hasMilestones: boolean;
  readonly hasScheduleRows: boolean;
  readonly hasEntries: boolean;
  readonly hasActuals: boolean;
}

/**
 * A change of a line's columns; the result holds what the server derives anew.
 * @returns GRD-11, CON-04, CON-09, CON-10, NTE-07, PRD-04, PRD-05; GRD-03 is `immutableViolations`. domain.md 2.4-1, 2.4-2, 2.4-5.
 */
export function editContractLine(line: ExistingLine, patch: Partial<LineColumns>): Ruling<DerivedLineColumns> {
  const wanted: LineColumns = { ...line.columns, ...patch, lineType: line.columns.lineType };
  const violations = [
    ...closedViolations(line.contractStatus),
    ...plannedViolations(line, wanted),
    ...columnViolations(wanted),
    ...productChangeViolations(line.billingStatus, line.columns, wanted),
  ];
  return ruled(violations, () => deriveLineColumns(wanted));
}

/** What keeps a line from being deleted with everything below it. */
export interface LineDeletion {
  readonly contractStatus: ContractStatus;
  readonly billingStatus: SourceStatus | null;
  readonly hasEntries: boolean;
  readonly hasActuals: boolean;
  readonly hasInvoiceLines: boolean;
  /** Splits of the line, or the product line itself, with billing activity. */
  readonly hasBillingActivity: boolean;
  readonly rowsBelowCount: number;
}

/** @returns CON-04, CON-06, CON-12. domain.md 2.4-7, 2.1-10. */
export function deleteContractLineBlockers(line: LineDeletion): readonly Violation[] {
  const what = wordsOf([
    [line.hasEntries, 'entries'],
    [line.hasActuals, 'actuals'],
    [line.hasInvoiceLines, 'invoice lines'],
    [line.hasBillingActivity, 'billing activity'],
    [line.billingStatus === 'Ready', 'the status Ready to invoice'],
  ]);
  return inCatalogueOrder([
    ...closedViolations(line.contractStatus),
    ...(what === '' ? [] : [violation('BBL-CON-06', { what })]),
    ...deleteBoundViolations(line.rowsBelowCount, 'Delete its milestones or schedule rows first.'),
  ]);
}

/** What follows from a line's columns. domain.md 2.1-5, 2.4-1, 2.4-5, 2.4-6. */
export function deriveLineColumns(columns: LineColumns): DerivedLineColumns {
  const lineType = columns.lineType ?? 'Project';
  const isFixedPrice = lineType === 'Project' && columns.billingMethod === 'FixedPrice';
  const { contractedAmountMinor, quantity, priceMinor } = columns;
  const isPriced = lineType === 'Product' && quantity !== null && priceMinor !== null;
  return {
    lineType,
    scheduleType: isFixedPrice ? (columns.scheduleType ?? 'CompletedMilestones') : null,
    contractedAmountAfterTaxMinor:
      contractedAmountMinor === null ? null : add(contractedAmountMinor, columns.estimatedTaxMinor ?? ZERO),
    amountMinor: isPriced ? multiplyQuantity(quantity, priceMinor) : null,
    taxMinor: lineType === 'Product' ? (columns.taxMinor ?? ZERO) : columns.taxMinor,
  };
}

function columnViolations(columns: LineColumns): Violation[] {
  const isProduct = columns.lineType === 'Product';
  return [
    ...negativeViolations('contractedAmount', columns.contractedAmountMinor),
    ...negativeViolations('estimatedTax', columns.estimatedTaxMinor),
    ...negativeViolations('tax', columns.taxMinor),
    ...limitViolations(columns.notToExceedLimitMinor),
    ...(!isProduct && columns.billingMethod === null ? [violation('BBL-CON-10', {}, 'billingMethod')] : []),
    ...(isProduct ? productViolations(columns) : []),
  ];
}

/** Billing method, schedule type and project stay once something was planned or recorded. @returns CON-09. domain.md 2.4-2. */
function plannedViolations({ columns, contents }: ExistingLine, wanted: LineColumns): Violation[] {
  const what = wordsOf([
    [contents.hasMilestones, 'milestones'],
    [contents.hasScheduleRows, 'schedule rows'],
    [contents.hasEntries, 'entries'],
    [contents.hasActuals, 'actuals'],
  ]);
  if (what === '') return [];
  const changed: readonly (readonly [Field, boolean])[] = [
    ['billingMethod', wanted.billingMethod !== columns.billingMethod],
    ['invoiceScheduleType', wanted.scheduleType !== columns.scheduleType],
    ['projectId', wanted.projectId !== columns.projectId],
  ];
  return changed
    .filter(([, isChanged]) => isChanged)
    .map(([field]) => violation('BBL-CON-09', { column: FIELD_WORDS[field], what }, field));
}
