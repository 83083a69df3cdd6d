import type { Currency, DerivedLineColumns, LineColumns, MilestoneLine, SourceStatus } from '@bbl/domain';
import type { ContractLineRow } from '../../generated/tables';
import { billingMethodWords, lineTypeWords, scheduleTypeWords, sourceStatusWords } from './choices';
import { type ContractHead, type LineCustomerRecord, toLineCustomer } from './contracts';
import type { Columns } from './engineRows';
import { amountTextOrNull, storedAmountOrNull, storedQuantity } from './figures';
import { required } from './required';
import { type SentValues, sentOnly } from './sentValues';

export const LINE_COLUMNS = [
  'bbl_contractlineid',
  'bbl_contractid',
  'bbl_name',
  'bbl_projectid',
  'bbl_linetype',
  'bbl_billingmethod',
  'bbl_invoicescheduletype',
  'bbl_contractedamount',
  'bbl_estimatedtax',
  'bbl_billingstart',
  'bbl_invoicefrequencyid',
  'bbl_nottoexceedlimit',
  'bbl_productname',
  'bbl_requesteddeliverydate',
  'bbl_quantity',
  'bbl_priceperunit',
  'bbl_amount',
  'bbl_tax',
  'bbl_billingstatus',
  'bbl_invoiceid',
  'ownerid',
  'transactioncurrencyid',
] as const;

export type LineRecord = Columns<'bbl_contractline', (typeof LINE_COLUMNS)[number]>;

/** The columns of a stored line that rules look at. */
export function toLineColumns(row: LineRecord, currency: Currency): LineColumns {
  return {
    lineType: row.bbl_linetype === null ? null : lineTypeWords.toWord(row.bbl_linetype),
    projectId: row.bbl_projectid,
    billingMethod: row.bbl_billingmethod === null ? null : billingMethodWords.toWord(row.bbl_billingmethod),
    scheduleType: row.bbl_invoicescheduletype === null ? null : scheduleTypeWords.toWord(row.bbl_invoicescheduletype),
    contractedAmountMinor: storedAmountOrNull(row.bbl_contractedamount, currency),
    estimatedTaxMinor: storedAmountOrNull(row.bbl_estimatedtax, currency),
    notToExceedLimitMinor: storedAmountOrNull(row.bbl_nottoexceedlimit, currency),
    productName: row.bbl_productname,
    requestedDeliveryDate: row.bbl_requesteddeliverydate,
    quantity: row.bbl_quantity === null ? null : storedQuantity(row.bbl_quantity),
    priceMinor: storedAmountOrNull(row.bbl_priceperunit, currency),
    taxMinor: storedAmountOrNull(row.bbl_tax, currency),
  };
}

/** The columns of a line that a caller sent. What cannot be read is told by `sent.violations`. */
export function sentLineColumns(row: ContractLineRow, sent: SentValues): Partial<LineColumns> {
  return sentOnly({
    lineType: wordOrEmpty(row.bbl_linetype, lineTypeWords),
    projectId: row.bbl_projectid,
    billingMethod: wordOrEmpty(row.bbl_billingmethod, billingMethodWords),
    scheduleType: wordOrEmpty(row.bbl_invoicescheduletype, scheduleTypeWords),
    contractedAmountMinor: sent.amount(row.bbl_contractedamount, 'contractedAmount'),
    estimatedTaxMinor: sent.amount(row.bbl_estimatedtax, 'estimatedTax'),
    notToExceedLimitMinor: sent.amount(row.bbl_nottoexceedlimit, 'notToExceedLimit'),
    productName: row.bbl_productname,
    requestedDeliveryDate: row.bbl_requesteddeliverydate,
    quantity: sent.quantity(row.bbl_quantity),
    priceMinor: sent.amount(row.bbl_priceperunit, 'pricePerUnit'),
    taxMinor: sent.amount(row.bbl_tax, 'tax'),
  });
}

/** A line nobody has filled in. */
export const EMPTY_LINE: LineColumns = {
  lineType: null,
  projectId: null,
  billingMethod: null,
  scheduleType: null,
  contractedAmountMinor: null,
  estimatedTaxMinor: null,
  notToExceedLimitMinor: null,
  productName: null,
  requestedDeliveryDate: null,
  quantity: null,
  priceMinor: null,
  taxMinor: null,
};

export function fromDerivedLine(derived: DerivedLineColumns, currency: Currency): ContractLineRow {
  return {
    bbl_linetype: lineTypeWords.toValue(derived.lineType),
    bbl_invoicescheduletype: derived.scheduleType === null ? null : scheduleTypeWords.toValue(derived.scheduleType),
    bbl_contractedamountaftertax: amountTextOrNull(derived.contractedAmountAfterTaxMinor, currency),
    bbl_amount: amountTextOrNull(derived.amountMinor, currency),
    bbl_tax: amountTextOrNull(derived.taxMinor, currency),
  };
}

/** Billing status of a product line, null on project lines. */
export const lineStatus = (row: Pick<LineRecord, 'bbl_billingstatus'>): SourceStatus | null =>
  row.bbl_billingstatus === null ? null : sourceStatusWords.toWord(row.bbl_billingstatus);

/** The line above a milestone, with its present customers. */
export function toMilestoneLine(
  row: LineRecord,
  contract: Pick<ContractHead, 'status'>,
  customers: readonly LineCustomerRecord[],
): MilestoneLine {
  return {
    name: row.bbl_name ?? '',
    lineType: lineTypeWords.toWord(required(row.bbl_linetype)),
    billingMethod: row.bbl_billingmethod === null ? null : billingMethodWords.toWord(row.bbl_billingmethod),
    scheduleType: row.bbl_invoicescheduletype === null ? null : scheduleTypeWords.toWord(row.bbl_invoicescheduletype),
    contractStatus: contract.status,
    shares: customers.map((customer) => {
      const { id, percent, isRounding } = toLineCustomer(customer);
      return { lineCustomerId: id, accountId: customer.bbl_accountid ?? '', percent, isRounding };
    }),
  };
}

function wordOrEmpty<W extends string, V extends number>(
  value: V | null | undefined,
  words: { toWord(value: V): W },
): W | null | undefined {
  return value === null || value === undefined ? value : words.toWord(value);
}
