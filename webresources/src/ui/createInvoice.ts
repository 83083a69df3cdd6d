import type { RowSummary } from '../client/rowSummaries';
import type { DatePattern } from './userDates';

export const CREATE_INVOICE_PAGE = 'bbl_/pages/createinvoice.html';

/** What the dialog of Create invoice knows before anything is written; the date in its field decides what it shows. */
export interface CreateInvoiceShown {
  /** Amounts and dates are shown of `rows`; of `contracts` nobody knows them before. */
  readonly kind: 'rows' | 'contracts';
  /** Rows or contracts, also where they could not be read. */
  readonly count: number;
  readonly rows: readonly RowSummary[];
  /** Rows of the selection that are not ready; empty when all are. */
  readonly leftOut: string;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly pattern: DatePattern;
  readonly texts: {
    /** What will be billed: one, and `{0}` of them. */
    readonly introOne: string;
    readonly introMany: string;
    /** `and {0} more`, invoices beyond the list. */
    readonly more: string;
    readonly total: string;
    readonly date: string;
    readonly invalid: string;
    /** `1 of {0} … {1}`: rows, the latest date. */
    readonly laterOne: string;
    /** `{0} of {1} … {2}`: rows dated later, rows, the latest date. */
    readonly laterMany: string;
    readonly allLater: string;
    /** `Use {0}`. */
    readonly useDate: string;
    readonly create: string;
    readonly cancel: string;
  };
  /** The answer has arrived: the dialog may close. */
  readonly isAnswered: boolean;
}

export interface CreateInvoiceAnswer {
  /** `YYYY-MM-DD`. */
  readonly invoiceDate: string;
}
