import {
  type BillingType,
  type CountedDetail,
  type Currency,
  type InvoiceStatus,
  type InvoiceTotals,
  type LineTotals,
  type MinorUnits,
  type NewDetail,
  plainDate,
  type PlainDate,
  type Quantity,
  type SourceKind,
  type TransactionClass,
} from '@bbl/domain';
import type { InvoiceLineDetailRow, InvoiceLineRow, InvoiceRow } from '../../generated/tables';
import { billingTypeWords, invoiceStatusWords, transactionClassWords } from './choices';
import type { Columns } from './engineRows';
import { amountText, quantityText, storedAmountOrZero, storedQuantity } from './figures';
import { required } from './required';

export const INVOICE_COLUMNS = [
  'bbl_invoiceid',
  'bbl_name',
  'bbl_number',
  'bbl_contractid',
  'bbl_contractcustomerid',
  'bbl_accountid',
  'bbl_invoicedate',
  'bbl_cutoffdate',
  'bbl_accountingdate',
  'bbl_invoicestatus',
  'bbl_lineamount',
  'bbl_tax',
  'bbl_retainerapplied',
  'bbl_totalamount',
  'bbl_iscorrection',
  'ownerid',
  'transactioncurrencyid',
] as const;

/** An invoice as it stands. */
export interface StoredInvoice {
  readonly id: string;
  /** What sentences call it. */
  readonly name: string;
  readonly contractId: string;
  readonly contractCustomerId: string;
  readonly accountId: string;
  readonly invoiceDate: PlainDate;
  readonly cutoffDate: PlainDate | null;
  readonly accountingDate: PlainDate | null;
  readonly status: InvoiceStatus;
  readonly isCorrection: boolean;
  readonly totalAmountText: string | null;
  readonly ownerId: string;
  readonly currencyId: string;
}

export function toInvoice(row: Columns<'bbl_invoice', (typeof INVOICE_COLUMNS)[number]>): StoredInvoice {
  return {
    id: required(row.bbl_invoiceid),
    name: row.bbl_number || row.bbl_name || '',
    contractId: required(row.bbl_contractid),
    contractCustomerId: required(row.bbl_contractcustomerid),
    accountId: required(row.bbl_accountid),
    invoiceDate: plainDate(required(row.bbl_invoicedate)),
    cutoffDate: dateOrNull(row.bbl_cutoffdate),
    accountingDate: dateOrNull(row.bbl_accountingdate),
    status: invoiceStatusWords.toWord(required(row.bbl_invoicestatus)),
    isCorrection: row.bbl_iscorrection ?? false,
    totalAmountText: row.bbl_totalamount,
    ownerId: required(row.ownerid),
    currencyId: required(row.transactioncurrencyid),
  };
}

export const dateOrNull = (text: string | null): PlainDate | null => (text === null ? null : plainDate(text));

export const DETAIL_COLUMNS = [
  'bbl_invoicelinedetailid',
  'bbl_invoiceid',
  'bbl_invoicelineid',
  'bbl_contractlineid',
  'bbl_transactionclass',
  'bbl_billingtype',
  'bbl_date',
  'bbl_description',
  'bbl_quantity',
  'bbl_price',
  'bbl_amount',
  'bbl_tax',
  'bbl_iscorrection',
  'bbl_actualid',
  'bbl_milestonesplitid',
  'bbl_retainerid',
] as const;

/** A detail as it stands. */
export interface StoredDetail extends CountedDetail {
  readonly id: string;
  readonly invoiceId: string;
  readonly lineId: string | null;
  readonly transactionClass: TransactionClass;
  readonly billingType: BillingType;
  readonly date: PlainDate | null;
  readonly description: string;
  readonly quantity: Quantity;
  readonly priceMinor: MinorUnits;
  readonly isCorrection: boolean;
  readonly source: { readonly kind: SourceKind; readonly id: string } | null;
}

export function toDetail(
  row: Columns<'bbl_invoicelinedetail', (typeof DETAIL_COLUMNS)[number]>,
  currency: Currency,
): StoredDetail {
  return {
    id: required(row.bbl_invoicelinedetailid),
    invoiceId: required(row.bbl_invoiceid),
    lineId: row.bbl_invoicelineid,
    contractLineId: row.bbl_contractlineid,
    transactionClass: transactionClassWords.toWord(required(row.bbl_transactionclass)),
    billingType: billingTypeWords.toWord(required(row.bbl_billingtype)),
    date: dateOrNull(row.bbl_date),
    description: row.bbl_description ?? '',
    quantity: storedQuantity(row.bbl_quantity),
    priceMinor: storedAmountOrZero(row.bbl_price, currency),
    amountMinor: storedAmountOrZero(row.bbl_amount, currency),
    taxMinor: storedAmountOrZero(row.bbl_tax, currency),
    isCorrection: row.bbl_iscorrection ?? false,
    original: null,
    source: sourceOf(row),
  };
}

type SourceColumns = Pick<
  InvoiceLineDetailRow,
  'bbl_milestonesplitid' | 'bbl_actualid' | 'bbl_retainerid' | 'bbl_contractlineid' | 'bbl_transactionclass'
>;

/** What a detail bills. Manual details, which have no source, are not made yet: without another one it is the product line. */
function sourceOf(row: SourceColumns): StoredDetail['source'] {
  if (row.bbl_milestonesplitid) return { kind: 'split', id: row.bbl_milestonesplitid };
  if (row.bbl_actualid) return { kind: 'actual', id: row.bbl_actualid };
  if (row.bbl_retainerid) return { kind: 'retainer', id: row.bbl_retainerid };
  return row.bbl_contractlineid ? { kind: 'productLine', id: row.bbl_contractlineid } : null;
}

/** A new detail; its invoice, line, currency and owner are the caller's. */
export function fromDetail(detail: NewDetail, currency: Currency): InvoiceLineDetailRow {
  const { source } = detail;
  return {
    bbl_name: detail.description,
    bbl_contractlineid: detail.contractLineId,
    bbl_transactionclass: transactionClassWords.toValue(detail.transactionClass),
    bbl_billingtype: billingTypeWords.toValue(detail.billingType),
    bbl_date: detail.date,
    bbl_description: detail.description,
    bbl_quantity: quantityText(detail.quantity),
    bbl_price: amountText(detail.priceMinor, currency),
    bbl_amount: amountText(detail.amountMinor, currency),
    bbl_tax: amountText(detail.taxMinor, currency),
    bbl_extendedamount: amountText(detail.extendedAmountMinor, currency),
    bbl_iscorrection: false,
    ...(source.kind === 'split' && { bbl_milestonesplitid: source.id }),
    ...(source.kind === 'actual' && { bbl_actualid: source.id }),
    ...(source.kind === 'retainer' && { bbl_retainerid: source.id }),
  };
}

export function fromLineTotals(totals: LineTotals, currency: Currency): InvoiceLineRow {
  return {
    bbl_chargeableamount: amountText(totals.chargeableAmountMinor, currency),
    bbl_nonchargeableamount: amountText(totals.nonChargeableAmountMinor, currency),
    bbl_complimentaryamount: amountText(totals.complimentaryAmountMinor, currency),
    bbl_tax: amountText(totals.taxMinor, currency),
    bbl_extendedamount: amountText(totals.extendedAmountMinor, currency),
  };
}

export function fromInvoiceTotals(totals: InvoiceTotals, currency: Currency): InvoiceRow {
  return {
    bbl_lineamount: amountText(totals.lineAmountMinor, currency),
    bbl_tax: amountText(totals.taxMinor, currency),
    bbl_retainerapplied: amountText(totals.retainerAppliedMinor, currency),
    bbl_totalamount: amountText(totals.totalAmountMinor, currency),
  };
}
