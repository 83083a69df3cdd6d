/**
 * Texts of the browser parts in the base language. `npm run build` writes them, with the rules' sentences, to
 * `bbl_/strings/messages.1033.resx`; a translation is a further resx beside it. `{0}` is filled in.
 */
export const TEXTS = {
  MarkReadyBusy: 'Marking as ready to invoice …',
  MarkNotReadyBusy: 'Marking as not ready to invoice …',
  CreateInvoiceBusy: 'Creating invoices …',
  ConfirmBusy: 'Confirming invoices …',
  Progress: '{0} {1} of {2} done.',
  ProgressOpen: '{0} {1} done.',
  Stop: 'Stop',
  Stopping: 'Stopping after the current call …',
  Stopped: 'Stopped. {0} rows were handled; run the command again to go on.',
  MarkReadyDone: '{0} changed to Ready to invoice.',
  MarkNotReadyDone: '{0} changed to Not ready to invoice.',
  Unchanged: '{0} had the status already.',
  NothingSelected: 'Select at least one row.',
  InvoicesCreated: '{0} draft invoices were created.',
  InvoiceCreated: 'The draft invoice was created.',
  OpenInvoice: 'Open invoice',
  InvoiceConfirmed: 'The invoice was confirmed.',
  InvoicesConfirmed: '{0} invoices were confirmed.',
  ConfirmTitle: 'Confirm invoices',
  ConfirmOne: 'Confirm invoice {0}? A confirmed invoice cannot be changed or deleted.',
  ConfirmMany: 'Confirm {0} invoices? Confirmed invoices cannot be changed or deleted.',
  ConfirmButton: 'Confirm',
  CancelButton: 'Cancel',
  MarkAllTitle: 'All rows of this view',
  MarkAllReady: 'Mark every row that this view shows, on all pages, as ready to invoice?',
  MarkAllNotReady: 'Mark every row that this view shows, on all pages, as not ready to invoice?',
  MarkAllButton: 'Mark all rows',
  RefusedTitle: '{0} rows were refused',
  RefusedOne: '1 row was refused',
  Waiting: 'The service asks to wait {0} seconds …',
  ColumnRow: 'Row',
  ColumnReason: 'Reason',
  ColumnCode: 'Code',
  MoreRows: 'and {0} more',
  Close: 'Close',
  RefusedIntro: 'These rows were left as they are. All others were handled.',
  FaultTitle: 'The command failed',
  SaveFirst: 'Save the row first.',
  LockedBilling: 'This row is already in billing. What it locks is read-only.',
  LockedInvoice: 'The invoice is confirmed and cannot be changed.',
  LockedContract: 'The contract is {0}. Its rows are read-only.',
} as const;

export type TextKey = keyof typeof TEXTS;

/** Fills `{0}`, `{1}` … */
export function fill(template: string, args: readonly (string | number)[]): string {
  return template.replace(/\{(\d)\}/g, (_match, index: string) => String(args[Number(index)] ?? ''));
}
