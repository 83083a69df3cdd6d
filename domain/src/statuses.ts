/** States as words. The numbers that a store uses for them are the mappings' business. domain.md 0.2, section 3. */

export type BillingStatus = 'NotReady' | 'Ready' | 'InvoiceCreated' | 'InvoicePosted' | 'Canceled';

/** What a split, product line or retainer can be: only actuals are ever Canceled. */
export type SourceStatus = Exclude<BillingStatus, 'Canceled'>;

/** The two statuses that a person may ask for. domain.md 3.1-1. */
export type Mark = 'NotReady' | 'Ready';

export type HeaderStatus = 'NotStarted' | 'InProgress' | 'Completed';

export type ContractStatus = 'Draft' | 'Confirmed' | 'OnHold' | 'Completed' | 'Lost';

export type InvoiceStatus = 'Draft' | 'InReview' | 'Confirmed' | 'Paid';

export type LineType = 'Project' | 'Product';

export type BillingMethod = 'TimeAndMaterial' | 'FixedPrice';

export type ScheduleType = 'CompletedMilestones' | 'ProgressBased';

export type TransactionClass = 'Time' | 'Expense' | 'Material' | 'Fee' | 'Milestone' | 'Retainer';

export type BillingType = 'Chargeable' | 'NonChargeable' | 'Complimentary' | 'NotAvailable';

export type RunStatus = 'NotRun' | 'RunSuccessful' | 'RunFailed';

/** Value of `bbl_StatusAfterRelease`: what a released source becomes. domain.md 9.4. */
export type StatusAfterRelease = 'ready' | 'notready';
