import type { BilledSales, Currency } from '@bbl/domain';
import { NteStatus, OriginKind, TransactionType } from '../../generated/choices';
import type { ActualRow } from '../../generated/tables';
import { billingStatusWords, billingTypeWords, transactionClassWords } from './choices';
import { amountText, quantityText } from './figures';

/** A billed sales actual as a confirmation writes it; its owner is the caller's. domain.md 3.6-2, 3.6-7. */
export function fromBilledSales(sales: BilledSales, currency: Currency): ActualRow {
  return {
    bbl_transactiontype: TransactionType[sales.transactionType],
    bbl_transactionclass: transactionClassWords.toValue(sales.transactionClass),
    bbl_billingtype: billingTypeWords.toValue(sales.billingType),
    bbl_billingstatus: billingStatusWords.toValue(sales.billingStatus),
    bbl_originkind: OriginKind[sales.originKind],
    bbl_ntestatus: NteStatus[sales.nteStatus],
    bbl_contractid: sales.contractId,
    bbl_contractlineid: sales.contractLineId,
    bbl_contractlinecustomerid: sales.lineCustomerId,
    bbl_accountid: sales.accountId,
    bbl_projectid: sales.projectId,
    bbl_date: sales.date,
    bbl_name: sales.name,
    bbl_quantity: quantityText(sales.quantity),
    bbl_price: amountText(sales.priceMinor, currency),
    bbl_amount: amountText(sales.amountMinor, currency),
    bbl_tax: amountText(sales.taxMinor, currency),
    bbl_invoiceid: sales.invoiceId,
    bbl_milestonesplitid: sales.splitId,
  };
}
