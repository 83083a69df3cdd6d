// Generated from solution/ by `npm run gen`. Do not edit.

/** Adjustment status (`bbl_adjustmentstatus`) */
export const AdjustmentStatus = {
  InProcess: 482100000,
  Adjusted: 482100001,
  Unadjustable: 482100002,
} as const;
export type AdjustmentStatus = (typeof AdjustmentStatus)[keyof typeof AdjustmentStatus];
export const AdjustmentStatusLabels: { readonly [value in AdjustmentStatus]: string } = {
  482100000: 'In process',
  482100001: 'Adjusted',
  482100002: 'Unadjustable',
};

/** Billing method (`bbl_billingmethod`) */
export const BillingMethod = {
  TimeAndMaterial: 482100000,
  FixedPrice: 482100001,
} as const;
export type BillingMethod = (typeof BillingMethod)[keyof typeof BillingMethod];
export const BillingMethodLabels: { readonly [value in BillingMethod]: string } = {
  482100000: 'Time and material',
  482100001: 'Fixed price',
};

/** Billing status (`bbl_billingstatus`) */
export const BillingStatus = {
  NotReadyToInvoice: 482100000,
  ReadyToInvoice: 482100001,
  CustomerInvoiceCreated: 482100002,
  CustomerInvoicePosted: 482100003,
  Canceled: 482100004,
} as const;
export type BillingStatus = (typeof BillingStatus)[keyof typeof BillingStatus];
export const BillingStatusLabels: { readonly [value in BillingStatus]: string } = {
  482100000: 'Not ready to invoice',
  482100001: 'Ready to invoice',
  482100002: 'Customer invoice created',
  482100003: 'Customer invoice posted',
  482100004: 'Canceled',
};

/** Billing type (`bbl_billingtype`) */
export const BillingType = {
  Chargeable: 482100000,
  NonChargeable: 482100001,
  Complimentary: 482100002,
  NotAvailable: 482100003,
} as const;
export type BillingType = (typeof BillingType)[keyof typeof BillingType];
export const BillingTypeLabels: { readonly [value in BillingType]: string } = {
  482100000: 'Chargeable',
  482100001: 'Non-chargeable',
  482100002: 'Complimentary',
  482100003: 'Not available',
};

/** Contract status (`bbl_contractstatus`) */
export const ContractStatus = {
  Draft: 482100000,
  Confirmed: 482100001,
  OnHold: 482100002,
  Completed: 482100003,
  Lost: 482100004,
} as const;
export type ContractStatus = (typeof ContractStatus)[keyof typeof ContractStatus];
export const ContractStatusLabels: { readonly [value in ContractStatus]: string } = {
  482100000: 'Draft',
  482100001: 'Confirmed',
  482100002: 'On hold',
  482100003: 'Completed',
  482100004: 'Lost',
};

/** Days of run (`bbl_daysofrun`) */
export const DaysOfRun = {
  DayOfPeriod: 482100000,
  WeekdayOfPeriod: 482100001,
} as const;
export type DaysOfRun = (typeof DaysOfRun)[keyof typeof DaysOfRun];
export const DaysOfRunLabels: { readonly [value in DaysOfRun]: string } = {
  482100000: 'Day of period',
  482100001: 'Weekday of period',
};

/** Entry status (`bbl_entrystatus`) */
export const EntryStatus = {
  Draft: 482100000,
  Submitted: 482100001,
  Approved: 482100002,
  Rejected: 482100003,
  Recalled: 482100004,
} as const;
export type EntryStatus = (typeof EntryStatus)[keyof typeof EntryStatus];
export const EntryStatusLabels: { readonly [value in EntryStatus]: string } = {
  482100000: 'Draft',
  482100001: 'Submitted',
  482100002: 'Approved',
  482100003: 'Rejected',
  482100004: 'Recalled',
};

/** Frequency period (`bbl_frequencyperiod`) */
export const FrequencyPeriod = {
  Weekly: 482100000,
  Biweekly: 482100001,
  Monthly: 482100002,
  Quarterly: 482100003,
  HalfYearly: 482100004,
  Yearly: 482100005,
} as const;
export type FrequencyPeriod = (typeof FrequencyPeriod)[keyof typeof FrequencyPeriod];
export const FrequencyPeriodLabels: { readonly [value in FrequencyPeriod]: string } = {
  482100000: 'Weekly',
  482100001: 'Biweekly',
  482100002: 'Monthly',
  482100003: 'Quarterly',
  482100004: 'Half-yearly',
  482100005: 'Yearly',
};

/** Header status (`bbl_headerstatus`) */
export const HeaderStatus = {
  NotStarted: 482100000,
  InProgress: 482100001,
  Completed: 482100002,
} as const;
export type HeaderStatus = (typeof HeaderStatus)[keyof typeof HeaderStatus];
export const HeaderStatusLabels: { readonly [value in HeaderStatus]: string } = {
  482100000: 'Not Started',
  482100001: 'In Progress',
  482100002: 'Completed',
};

/** Invoice schedule type (`bbl_invoicescheduletype`) */
export const InvoiceScheduleType = {
  CompletedMilestones: 482100000,
  ProgressBased: 482100001,
} as const;
export type InvoiceScheduleType = (typeof InvoiceScheduleType)[keyof typeof InvoiceScheduleType];
export const InvoiceScheduleTypeLabels: { readonly [value in InvoiceScheduleType]: string } = {
  482100000: 'Completed milestones',
  482100001: 'Progress-based',
};

/** Invoice status (`bbl_invoicestatus`) */
export const InvoiceStatus = {
  Draft: 482100000,
  InReview: 482100001,
  Confirmed: 482100002,
  Paid: 482100003,
} as const;
export type InvoiceStatus = (typeof InvoiceStatus)[keyof typeof InvoiceStatus];
export const InvoiceStatusLabels: { readonly [value in InvoiceStatus]: string } = {
  482100000: 'Draft',
  482100001: 'In review',
  482100002: 'Confirmed',
  482100003: 'Paid',
};

/** Line type (`bbl_linetype`) */
export const LineType = {
  Project: 482100000,
  Product: 482100001,
} as const;
export type LineType = (typeof LineType)[keyof typeof LineType];
export const LineTypeLabels: { readonly [value in LineType]: string } = {
  482100000: 'Project',
  482100001: 'Product',
};

/** Not-to-exceed status (`bbl_ntestatus`) */
export const NteStatus = {
  NotEvaluated: 482100000,
  Committed: 482100001,
  Failed: 482100002,
  NotApplicable: 482100003,
} as const;
export type NteStatus = (typeof NteStatus)[keyof typeof NteStatus];
export const NteStatusLabels: { readonly [value in NteStatus]: string } = {
  482100000: 'Not evaluated',
  482100001: 'Committed',
  482100002: 'Failed',
  482100003: 'Not applicable',
};

/** Occurrence (`bbl_occurrence`) */
export const Occurrence = {
  First: 482100000,
  Second: 482100001,
  Third: 482100002,
  Fourth: 482100003,
  Last: 482100004,
} as const;
export type Occurrence = (typeof Occurrence)[keyof typeof Occurrence];
export const OccurrenceLabels: { readonly [value in Occurrence]: string } = {
  482100000: 'First',
  482100001: 'Second',
  482100002: 'Third',
  482100003: 'Fourth',
  482100004: 'Last',
};

/** Origin (`bbl_originkind`) */
export const OriginKind = {
  Original: 482100000,
  Reversal: 482100001,
  Replacement: 482100002,
} as const;
export type OriginKind = (typeof OriginKind)[keyof typeof OriginKind];
export const OriginKindLabels: { readonly [value in OriginKind]: string } = {
  482100000: 'Original',
  482100001: 'Reversal',
  482100002: 'Replacement',
};

/** Refund status (`bbl_refundstatus`) */
export const RefundStatus = {
  ReadyToRefund: 482100000,
  Refunded: 482100001,
} as const;
export type RefundStatus = (typeof RefundStatus)[keyof typeof RefundStatus];
export const RefundStatusLabels: { readonly [value in RefundStatus]: string } = {
  482100000: 'Ready to refund',
  482100001: 'Refunded',
};

/** Run status (`bbl_runstatus`) */
export const RunStatus = {
  NotRun: 482100000,
  RunSuccessful: 482100001,
  RunFailed: 482100002,
} as const;
export type RunStatus = (typeof RunStatus)[keyof typeof RunStatus];
export const RunStatusLabels: { readonly [value in RunStatus]: string } = {
  482100000: 'Not run',
  482100001: 'Run successful',
  482100002: 'Run failed',
};

/** Transaction class (`bbl_transactionclass`) */
export const TransactionClass = {
  Time: 482100000,
  Expense: 482100001,
  Material: 482100002,
  Fee: 482100003,
  Milestone: 482100004,
  Retainer: 482100005,
} as const;
export type TransactionClass = (typeof TransactionClass)[keyof typeof TransactionClass];
export const TransactionClassLabels: { readonly [value in TransactionClass]: string } = {
  482100000: 'Time',
  482100001: 'Expense',
  482100002: 'Material',
  482100003: 'Fee',
  482100004: 'Milestone',
  482100005: 'Retainer',
};

/** Transaction type (`bbl_transactiontype`) */
export const TransactionType = {
  Cost: 482100000,
  UnbilledSales: 482100001,
  BilledSales: 482100002,
} as const;
export type TransactionType = (typeof TransactionType)[keyof typeof TransactionType];
export const TransactionTypeLabels: { readonly [value in TransactionType]: string } = {
  482100000: 'Cost',
  482100001: 'Unbilled sales',
  482100002: 'Billed sales',
};

/** Weekday (`bbl_weekday`) */
export const Weekday = {
  Sunday: 482100000,
  Monday: 482100001,
  Tuesday: 482100002,
  Wednesday: 482100003,
  Thursday: 482100004,
  Friday: 482100005,
  Saturday: 482100006,
} as const;
export type Weekday = (typeof Weekday)[keyof typeof Weekday];
export const WeekdayLabels: { readonly [value in Weekday]: string } = {
  482100000: 'Sunday',
  482100001: 'Monday',
  482100002: 'Tuesday',
  482100003: 'Wednesday',
  482100004: 'Thursday',
  482100005: 'Friday',
  482100006: 'Saturday',
};

/** Every choice by its name, as columns name it. */
export const CHOICES: {
  readonly [choice: string]: { readonly displayName: string; readonly values: readonly number[] };
} = {
  bbl_adjustmentstatus: { displayName: 'Adjustment status', values: Object.values<number>(AdjustmentStatus) },
  bbl_billingmethod: { displayName: 'Billing method', values: Object.values<number>(BillingMethod) },
  bbl_billingstatus: { displayName: 'Billing status', values: Object.values<number>(BillingStatus) },
  bbl_billingtype: { displayName: 'Billing type', values: Object.values<number>(BillingType) },
  bbl_contractstatus: { displayName: 'Contract status', values: Object.values<number>(ContractStatus) },
  bbl_daysofrun: { displayName: 'Days of run', values: Object.values<number>(DaysOfRun) },
  bbl_entrystatus: { displayName: 'Entry status', values: Object.values<number>(EntryStatus) },
  bbl_frequencyperiod: { displayName: 'Frequency period', values: Object.values<number>(FrequencyPeriod) },
  bbl_headerstatus: { displayName: 'Header status', values: Object.values<number>(HeaderStatus) },
  bbl_invoicescheduletype: { displayName: 'Invoice schedule type', values: Object.values<number>(InvoiceScheduleType) },
  bbl_invoicestatus: { displayName: 'Invoice status', values: Object.values<number>(InvoiceStatus) },
  bbl_linetype: { displayName: 'Line type', values: Object.values<number>(LineType) },
  bbl_ntestatus: { displayName: 'Not-to-exceed status', values: Object.values<number>(NteStatus) },
  bbl_occurrence: { displayName: 'Occurrence', values: Object.values<number>(Occurrence) },
  bbl_originkind: { displayName: 'Origin', values: Object.values<number>(OriginKind) },
  bbl_refundstatus: { displayName: 'Refund status', values: Object.values<number>(RefundStatus) },
  bbl_runstatus: { displayName: 'Run status', values: Object.values<number>(RunStatus) },
  bbl_transactionclass: { displayName: 'Transaction class', values: Object.values<number>(TransactionClass) },
  bbl_transactiontype: { displayName: 'Transaction type', values: Object.values<number>(TransactionType) },
  bbl_weekday: { displayName: 'Weekday', values: Object.values<number>(Weekday) },
};
