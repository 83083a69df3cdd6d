import { missingViolations, mustBe, negativeViolations } from '../fieldViolations';
import { type MinorUnits, multiplyDivide, ZERO } from '../money/minorUnits';
import { multiplyQuantity, type Quantity } from '../money/quantity';
import type { PlainDate } from '../dates/plainDate';
import type { BillingType, InvoiceStatus, TransactionClass } from '../statuses';
import { ruled, type Ruling, type Violation, violation } from '../violation';
import { type Field, FIELD_WORDS } from '../words';
import { invoiceChangeBlockers } from './release';
import { detailFigures } from './totals';

/** Kinds of detail with rules of their own. domain.md 8.5-1. */
export type DetailKind =
  | 'timeAndMaterial'
  | 'manual'
  | 'timeAndMaterialCorrection'
  | 'milestone'
  | 'milestoneCorrection'
  | 'product'
  | 'retainer';

type EditableField = 'billingType' | 'quantity' | 'price' | 'tax' | 'description';
/** What a detail has from its source, whatever its kind; its name is its description. */
type LockedField = 'name' | 'transactionClass' | 'date' | 'contractLineId';

/** The table of domain.md 8.5-1: what a person may change on each kind of detail. */
export const EDITABLE_FIELDS: Readonly<Record<DetailKind, readonly (EditableField | LockedField)[]>> = {
  timeAndMaterial: ['billingType', 'quantity', 'price', 'tax', 'description'],
  manual: ['billingType', 'quantity', 'price', 'tax', 'description'],
  timeAndMaterialCorrection: ['quantity', 'price', 'tax', 'description'],
  milestone: ['tax', 'description'],
  milestoneCorrection: [],
  product: ['tax'],
  retainer: [],
};

/** A detail as it stands, with what its source held. */
export interface EditableDetail {
  readonly kind: DetailKind;
  readonly invoiceStatus: InvoiceStatus;
  readonly billingType: BillingType;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly description: string;
  readonly transactionClass: TransactionClass;
  readonly date: PlainDate | null;
  readonly contractLineId: string | null;
  /** Quantity and tax of the source; of a manual detail those it was made with. */
  readonly source: { readonly quantity: Quantity; readonly taxMinor: MinorUnits };
}

/** What a person sends. A missing field is not sent, null is emptied. */
export interface DetailPatch {
  readonly billingType?: BillingType | null;
  readonly quantity?: Quantity | null;
  readonly priceMinor?: MinorUnits | null;
  readonly taxMinor?: MinorUnits | null;
  readonly description?: string | null;
  readonly name?: string | null;
  readonly transactionClass?: TransactionClass | null;
  readonly date?: PlainDate | null;
  readonly contractLineId?: string | null;
}

export interface DetailEdit {
  readonly billingType: BillingType;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly extendedAmountMinor: MinorUnits;
  readonly description: string;
}

/**
 * A change of a detail on a draft, with amount, tax and extended amount as they follow.
 * @returns GRD-11, INV-03 once the invoice is confirmed, INV-14 for what this kind does not allow. domain.md 8.4, 8.5.
 */
export function editDetail(detail: EditableDetail, patch: DetailPatch): Ruling<DetailEdit> {
  const violations = [
    ...invoiceChangeBlockers(detail.invoiceStatus),
    ...changedFields(detail, patch)
      .filter((field) => !EDITABLE_FIELDS[detail.kind].includes(field))
      .map((field) => violation('BBL-INV-14', { column: FIELD_WORDS[field] }, field)),
    ...valueViolations(patch),
  ];
  return ruled(violations, () => edited(detail, patch));
}

function edited(detail: EditableDetail, patch: DetailPatch): DetailEdit {
  const billingType = patch.billingType ?? detail.billingType;
  const quantity = patch.quantity ?? detail.quantity;
  const priceMinor = patch.priceMinor ?? detail.priceMinor;
  const isReckoned = quantity !== detail.quantity || priceMinor !== detail.priceMinor;
  return {
    billingType,
    quantity,
    priceMinor,
    ...detailFigures(
      billingType,
      isReckoned ? multiplyQuantity(quantity, priceMinor) : detail.amountMinor,
      taxAfter(detail, patch, quantity),
    ),
    description: patch.description === undefined ? detail.description : (patch.description ?? ''),
  };
}

/** A new quantity without new tax, and a return to Chargeable, take the source's tax by quantity, half up. domain.md 8.5-2. */
function taxAfter(detail: EditableDetail, patch: DetailPatch, quantity: Quantity): MinorUnits {
  if (typeof patch.taxMinor === 'number') return patch.taxMinor;
  if (patch.taxMinor === null) return ZERO;
  const isReturning = detail.billingType !== 'Chargeable' && patch.billingType === 'Chargeable';
  if (quantity === detail.quantity && !isReturning) return detail.taxMinor;
  const { source } = detail;
  return source.quantity === 0 ? ZERO : multiplyDivide(source.taxMinor, quantity, source.quantity);
}

function changedFields(detail: EditableDetail, patch: DetailPatch): (EditableField | LockedField)[] {
  const changes: readonly (readonly [EditableField | LockedField, unknown, unknown])[] = [
    ['billingType', patch.billingType, detail.billingType],
    ['quantity', patch.quantity, detail.quantity],
    ['price', patch.priceMinor, detail.priceMinor],
    ['tax', patch.taxMinor, detail.taxMinor],
    ['description', patch.description, detail.description],
    ['name', patch.name, detail.description],
    ['transactionClass', patch.transactionClass, detail.transactionClass],
    ['date', patch.date, detail.date],
    ['contractLineId', patch.contractLineId, detail.contractLineId],
  ];
  return changes.filter(([, sent, stored]) => sent !== undefined && sent !== stored).map(([field]) => field);
}

function valueViolations(patch: DetailPatch): Violation[] {
  const emptied: readonly (readonly [Field, unknown])[] = [
    ['billingType', patch.billingType],
    ['quantity', patch.quantity],
    ['price', patch.priceMinor],
  ];
  return [
    ...emptied.flatMap(([field, value]) => (value === undefined ? [] : missingViolations(field, value))),
    ...(patch.billingType === 'NotAvailable'
      ? [mustBe('billingType', 'Chargeable, Non-chargeable or Complimentary')]
      : []),
    ...negativeViolations('quantity', patch.quantity),
    ...negativeViolations('price', patch.priceMinor),
    ...negativeViolations('tax', patch.taxMinor),
  ];
}
