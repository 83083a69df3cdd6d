import type { MinorUnits } from '../money/minorUnits';
import type { Quantity } from '../money/quantity';
import type { BillingMethod, LineType, ScheduleType } from '../statuses';

/** The columns of a line that rules look at. Null is empty. */
export interface LineColumns {
  readonly lineType: LineType | null;
  readonly projectId: string | null;
  readonly billingMethod: BillingMethod | null;
  readonly scheduleType: ScheduleType | null;
  readonly contractedAmountMinor: MinorUnits | null;
  readonly estimatedTaxMinor: MinorUnits | null;
  readonly notToExceedLimitMinor: MinorUnits | null;
  readonly productName: string | null;
  readonly requestedDeliveryDate: string | null;
  readonly quantity: Quantity | null;
  readonly priceMinor: MinorUnits | null;
  readonly taxMinor: MinorUnits | null;
}
