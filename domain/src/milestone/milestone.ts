import type { PlainDate } from '../dates/plainDate';
import type { MinorUnits } from '../money/minorUnits';
import type { Percent } from '../money/percent';
import type { Share } from '../split/percentages';
import type { BillingMethod, ContractStatus, HeaderStatus, LineType, ScheduleType, SourceStatus } from '../statuses';

/** A customer of a contract line, as a split needs it. */
export interface CustomerShare extends Share {
  readonly lineCustomerId: string;
  readonly accountId: string;
}

/** The contract line above a milestone. */
export interface MilestoneLine {
  readonly name: string;
  readonly lineType: LineType;
  readonly billingMethod: BillingMethod | null;
  /** Null on lines that are not fixed price. */
  readonly scheduleType: ScheduleType | null;
  readonly contractStatus: ContractStatus;
  /** The line's present customers, those with 0 % too. */
  readonly shares: readonly CustomerShare[];
}

/** The columns of a split or slice that the server writes. */
export interface SplitColumns {
  readonly lineCustomerId: string;
  readonly accountId: string;
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly amountAfterTaxMinor: MinorUnits;
  readonly billingStatus: SourceStatus;
  /** 1 on completed milestones; 0 the open remainder, 1 and up the rounds of a progress-based one. */
  readonly round: number;
  /** As they were on the line when the split was made. */
  readonly percent: Percent;
  readonly isRounding: boolean;
}

export interface ExistingSplit extends SplitColumns {
  readonly id: string;
  /** Whether it ever stood on a confirmed invoice. */
  readonly wasInvoiced: boolean;
}

/** What becomes of the splits of a milestone. An update holds the changed columns alone. */
export interface SplitChanges {
  readonly created: readonly SplitColumns[];
  readonly updated: readonly SplitUpdate[];
  readonly removedIds: readonly string[];
}

export interface SplitUpdate {
  readonly id: string;
  readonly changes: Partial<SplitColumns>;
}

export const NO_SPLIT_CHANGES: SplitChanges = { created: [], updated: [], removedIds: [] };

/** What a progress-based header knows beyond its total. domain.md 3.4. Figures are before tax. */
export interface ProgressColumns {
  /** The one request for the next invoice: share of the total and its amount. */
  readonly nextInvoicePercent: Percent | null;
  readonly nextInvoiceAmountMinor: MinorUnits | null;
  readonly nextInvoiceStatus: SourceStatus;
  readonly openRound: number | null;
  readonly percentAllotted: Percent;
  readonly invoicedToDateMinor: MinorUnits;
  readonly percentInvoiced: Percent;
  readonly remainingAmountMinor: MinorUnits;
}

/** A milestone as it stands, with all its splits. */
export interface ExistingMilestone {
  readonly name: string;
  readonly date: PlainDate;
  readonly amountMinor: MinorUnits;
  readonly taxMinor: MinorUnits;
  readonly headerStatus: HeaderStatus;
  readonly splits: readonly ExistingSplit[];
  /** Null on completed milestones. */
  readonly progress: ProgressColumns | null;
}

/** Billing activity: Created or Posted, or ever on a confirmed invoice. domain.md 0.3. */
export const hasBillingActivity = (split: Pick<ExistingSplit, 'billingStatus' | 'wasInvoiced'>): boolean =>
  split.wasInvoiced || split.billingStatus === 'InvoiceCreated' || split.billingStatus === 'InvoicePosted';

/** An open milestone: header Not Started and no split with billing activity. domain.md 0.3. */
export const isOpenMilestone = (milestone: {
  readonly headerStatus: HeaderStatus;
  readonly splits: readonly Pick<ExistingSplit, 'billingStatus' | 'wasInvoiced'>[];
}): boolean => milestone.headerStatus === 'NotStarted' && !milestone.splits.some(hasBillingActivity);
