import type { DatePattern } from './userDates';

export const CREATE_INVOICE_PAGE = 'bbl_/pages/createinvoice.html';

/** What the dialog of Create invoice shows before anything is written. */
export interface CreateInvoiceShown {
  /** How many rows, or contracts. */
  readonly intro: string;
  /** Rows of the selection that are not ready; empty when all are. */
  readonly leftOut: string;
  /** Who is billed what; `more` counts those beyond the list. */
  readonly customers: readonly { readonly name: string; readonly detail: string; readonly amount: string }[];
  readonly more: string;
  /** Per currency; empty when it is not known before. */
  readonly totals: readonly string[];
  /** `YYYY-MM-DD` of every row that has a date. */
  readonly dates: readonly string[];
  readonly rowsCount: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly pattern: DatePattern;
  readonly texts: {
    readonly total: string;
    readonly date: string;
    readonly invalid: string;
    /** `{0} of {1} … {2}`: rows dated later, rows, the latest date. */
    readonly later: string;
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
