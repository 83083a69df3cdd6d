/** What the command leaves for the page that lists refused rows; it is too long for an address. */
export interface ResultsDocument {
  readonly intro: string;
  /** Headings of row, customer, contract, own reason; a column that says nothing is left out. */
  readonly columns: readonly [string, string, string, string];
  /** `and 12 more`, of rows beyond those that the groups list; empty when they list all. */
  readonly more: string;
  readonly close: string;
  /** Of the rows; the page opens them. */
  readonly table: string;
  /** Rows refused under the same codes are one group, the largest first. */
  readonly groups: readonly ResultsGroup[];
}

export interface ResultsGroup {
  /** `64 rows`, listed or not. */
  readonly count: string;
  readonly reasons: readonly { readonly code: string; readonly text: string }[];
  readonly rows: readonly ResultsRow[];
}

export interface ResultsRow {
  readonly id: string;
  readonly name: string;
  readonly customer: string;
  readonly contract: string;
  /** What is said of this row alone; empty when the group's reasons say all. */
  readonly own: string;
}

export const RESULTS_PAGE = 'bbl_/pages/results.html';
