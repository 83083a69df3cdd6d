/** What the command leaves for the page that lists refused rows; it is too long for an address. */
export interface ResultsDocument {
  readonly intro: string;
  /** Headings of row, reason, code. */
  readonly columns: readonly [string, string, string];
  /** `and {0} more`, for rows beyond what the page lists. */
  readonly more: string;
  readonly rows: readonly { readonly name: string; readonly reason: string; readonly code: string }[];
}

export const RESULTS_PAGE = 'bbl_/pages/results.html';
