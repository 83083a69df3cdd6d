import type { PlainDate } from '../dates/plainDate';
import type { MinorUnits } from '../money/minorUnits';
import type { Quantity } from '../money/quantity';
import type { BillingType, TransactionClass } from '../statuses';
import type { Source, SourceKind } from './source';
import { detailFigures } from './totals';

/** A detail as it is written when its source is put on a draft. */
export interface NewDetail {
  readonly source: { readonly kind: SourceKind; readonly id: string };
  readonly contractLineId: string | null;
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly date: PlainDate | null;
  readonly description: string;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly extendedAmountMinor: MinorUnits;
}

/** A detail copies its source and keeps its source's amount while it is untouched. domain.md 8.4-2, 8.4-3. */
export function detailOf({ kind, id, contractLineId, date, content }: Source): NewDetail {
  const { transactionClass, billingType, description, quantity, priceMinor } = content;
  return {
    source: { kind, id },
    contractLineId,
    transactionClass,
    billingType,
    date,
    description,
    quantity,
    priceMinor,
    ...detailFigures(billingType, content.amountMinor, content.taxMinor),
  };
}
