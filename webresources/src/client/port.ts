import type { InvoiceStatus, MarkableLine, MarkableSplit, Mark, ScheduleMode } from '@bbl/domain';
import type { MarkableMilestone } from './milestoneFacts';
import type { RowSummary } from './rowSummaries';
import type { RowCount } from './viewRows';
import type { CallResult } from '../series/series';

/** Tables whose rows carry a billing status that people mark. */
export type MarkableTable = 'bbl_milestonesplit' | 'bbl_milestone' | 'bbl_actual' | 'bbl_contractline' | 'bbl_retainer';

/** One row of a command's answer (surface.md section 5). */
export interface RowResult {
  readonly id: string;
  readonly outcome: 'changed' | 'unchanged' | 'refused';
  readonly code?: string;
  readonly message?: string;
  /** Invoices made, where a command works by contract. */
  readonly invoices?: readonly string[];
}

/** Rows to mark: these ids (at most 500 a call), or whatever the query matches (the server takes 500 a call). */
export type Selection = { readonly ids: readonly string[] } | { readonly fetchXml: string };

export interface Source {
  readonly table: MarkableTable;
  readonly id: string;
}

export interface CreatedInvoices extends CallResult<RowResult> {
  readonly invoiceIds: readonly string[];
}

/** What enable rules and confirmations need to know of a row; as read a moment ago, never the last word. */
export interface RowFacts {
  readonly id: string;
  readonly name: string;
  /** Key that groups sources of one invoice: contract and customer. */
  readonly group: string;
  /** Milestone splits: what the rules need to say whether it can be marked. */
  readonly split?: MarkableSplit;
  /** Milestone headers: likewise. */
  readonly milestone?: MarkableMilestone;
  /** Contract lines: likewise. */
  readonly line?: MarkableLine;
  /** Invoices: where they stand. */
  readonly invoiceStatus?: InvoiceStatus;
}

/** One milestone of a line's schedule after `bbl_GenerateMilestones`; amounts as decimal texts. */
export interface GeneratedMilestone {
  readonly name: string;
  readonly date: string;
  readonly amount: string;
  readonly tax: string;
  readonly kept: boolean;
}

/**
 * All that the browser parts ask of the server. Ids are lower case without braces; dates `YYYY-MM-DD`.
 * A call that fails as a whole rejects with {@link CallFault}.
 */
export interface BillingClient {
  setBillingStatus(
    table: MarkableTable,
    selection: Selection,
    mark: Mark,
    after: string,
  ): Promise<CallResult<RowResult>>;
  createInvoices(
    request: { readonly contractIds: readonly string[] } | { readonly sources: readonly Source[] },
    invoiceDate: string,
    after: string,
  ): Promise<CreatedInvoices>;
  confirmInvoices(ids: readonly string[], accountingDate: string, after: string): Promise<CallResult<RowResult>>;
  /** The line's whole schedule afterwards; a preview writes nothing. */
  generateMilestones(
    lineId: string,
    mode: ScheduleMode,
  ): Promise<{ readonly milestones: readonly GeneratedMilestone[]; readonly createdCount: number }>;
  /** Facts of these rows of a table that the command bar knows; rows that cannot be read are left out. */
  facts(table: string, ids: readonly string[]): Promise<readonly RowFacts[]>;
  /** What dialogs say of rows; rows that cannot be read are left out. */
  summaries(table: string, ids: readonly string[]): Promise<readonly RowSummary[]>;
  /** The same of what Create invoice would bill of these rows. */
  billable(table: string, ids: readonly string[]): Promise<readonly RowSummary[]>;
  /** How many rows a view's query finds. */
  countRows(table: string, fetchXml: string): Promise<RowCount>;
  /** How many details stand on these invoices. */
  detailsCount(invoiceIds: readonly string[]): Promise<number>;
  /** Whether the contract of the invoice has a line that is billed by time and material. */
  hasTimeAndMaterial(invoiceId: string): Promise<boolean>;
  deleteRow(table: string, id: string): Promise<void>;
}

/** A call that failed as a whole. */
export class CallFault extends Error {
  constructor(
    message: string,
    readonly code: string,
    /** Seconds to wait when the service asks for it (429). */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'CallFault';
  }
}
