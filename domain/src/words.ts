/**
 * The English words for our own terms where they occur in sentences: statuses and fields. A translation replaces
 * them by these words (`LocaleTexts.words`).
 */
import type { BillingStatus, ContractStatus, HeaderStatus, InvoiceStatus } from './statuses';

export const BILLING_STATUS_WORDS: Readonly<Record<BillingStatus, string>> = {
  NotReady: 'Not ready to invoice',
  Ready: 'Ready to invoice',
  InvoiceCreated: 'Customer invoice created',
  InvoicePosted: 'Customer invoice posted',
  Canceled: 'Canceled',
};

export const HEADER_STATUS_WORDS: Readonly<Record<HeaderStatus, string>> = {
  NotStarted: 'Not Started',
  InProgress: 'In Progress',
  Completed: 'Completed',
};

export const CONTRACT_STATUS_WORDS: Readonly<Record<ContractStatus, string>> = {
  Draft: 'Draft',
  Confirmed: 'Confirmed',
  OnHold: 'On hold',
  Completed: 'Completed',
  Lost: 'Lost',
};

export const INVOICE_STATUS_WORDS: Readonly<Record<InvoiceStatus, string>> = {
  Draft: 'Draft',
  InReview: 'In review',
  Confirmed: 'Confirmed',
  Paid: 'Paid',
};

/** Fields that sentences name. In lower case a key is the column's name without publisher prefix. */
export const FIELD_WORDS = {
  accountId: 'Account',
  accountingDate: 'Accounting date',
  amount: 'Amount',
  billingMethod: 'Billing method',
  billingSplit: 'Billing split',
  billingStart: 'Billing start',
  billingType: 'Billing type',
  contractCustomerId: 'Contract customer',
  contractedAmount: 'Contracted amount',
  contractId: 'Contract',
  contractLineId: 'Contract line',
  contractStatus: 'Contract status',
  currencyId: 'Currency',
  customerId: 'Customer',
  cutoffDate: 'Cut-off date',
  date: 'Date',
  dayOfMonth: 'Day of month',
  daysOfRun: 'Days of run',
  description: 'Description',
  estimatedTax: 'Estimated tax',
  invoiceDate: 'Invoice date',
  invoiceFrequencyId: 'Invoice frequency',
  invoiceId: 'Invoice',
  invoiceScheduleType: 'Invoice schedule type',
  isRounding: 'Rounding customer',
  lineType: 'Line type',
  milestoneId: 'Milestone',
  name: 'Name',
  nextInvoiceAmount: 'Next invoice amount',
  nextInvoicePercent: 'Next invoice %',
  notToExceedLimit: 'Not-to-exceed limit',
  period: 'Period',
  price: 'Price',
  pricePerUnit: 'Price per unit',
  productName: 'Product name',
  projectId: 'Project',
  quantity: 'Quantity',
  requestedDeliveryDate: 'Requested delivery date',
  retainerId: 'Retainer',
  runDate: 'Run date',
  runsPerPeriod: 'Runs per period',
  tax: 'Tax',
  transactionClass: 'Transaction class',
} as const;

export type Field = keyof typeof FIELD_WORDS;

/** "entries, actuals and invoices": the words whose statement holds. */
export function wordsOf(statements: readonly (readonly [boolean, string])[]): string {
  const words = statements.filter(([holds]) => holds).map(([, word]) => word);
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
