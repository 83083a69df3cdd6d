import { type DetailKind, type DetailPatch, editDetail, type EditableDetail } from '@bbl/domain';
import {
  amountText,
  billingTypeWords,
  required,
  SentValues,
  sentOnly,
  quantityText,
  transactionClassWords,
  type StoredDetail,
  type StoredInvoice,
} from '@bbl/dataverse/mapping';
import { immutableColumnViolations } from '../data/immutables';
import { lockContracts } from '../data/locks';
import { openSession, type Session } from '../data/session';
import { readDetails, readInvoices } from '../invoicing/drafts';
import { recalculate } from '../invoicing/recalculate';
import { readSources } from '../invoicing/sources';
import type { Step, StepHandler } from '../runtime/handlers';
import { decided, refuseIfAny } from '../runtime/refusal';

/**
 * A change of a detail on a draft, with line and invoice totals as they follow.
 * @returns GRD-03, GRD-09, GRD-11, INV-03, INV-14. domain.md 2.1-2, 8.4, 8.5.
 */
export const detailUpdate20: StepHandler<'bbl_invoicelinedetail'> = (step) => {
  const { rowId, before, system } = step;
  refuseIfAny(
    immutableColumnViolations(step, 'invoiceLineDetail', {
      bbl_invoiceid: 'invoiceId',
      transactioncurrencyid: 'currencyId',
    }),
  );
  const session = openSession(step);
  const invoiceId = required(before.bbl_invoiceid);
  const { bbl_contractid } = system.retrieve('bbl_invoice', invoiceId, ['bbl_contractid']);
  lockContracts(system, [required(bbl_contractid)]);
  const invoice = required(readInvoices(system, [invoiceId]).get(invoiceId));
  const currency = session.currencies.of(invoice.currencyId);
  const details = readDetails(session, [invoice]).get(invoiceId) ?? [];
  const detail = required(details.find(({ id }) => id === rowId));
  const edit = decided(editDetail(editable(session, invoice, detail), sentPatch(step, session, invoice)));
  recalculate(
    session,
    invoice,
    details.map((each) => (each === detail ? { ...detail, ...edit } : each)),
  );
  return {
    target: {
      bbl_billingtype: billingTypeWords.toValue(edit.billingType),
      bbl_quantity: quantityText(edit.quantity),
      bbl_price: amountText(edit.priceMinor, currency),
      bbl_amount: amountText(edit.amountMinor, currency),
      bbl_tax: amountText(edit.taxMinor, currency),
      bbl_extendedamount: amountText(edit.extendedAmountMinor, currency),
      bbl_description: edit.description,
      bbl_name: edit.description,
    },
  };
};

function sentPatch({ target }: Step<'bbl_invoicelinedetail'>, session: Session, invoice: StoredInvoice): DetailPatch {
  const sent = new SentValues(session.currencies.of(invoice.currencyId));
  const type = target.bbl_billingtype;
  const transactionClass = target.bbl_transactionclass;
  const patch = sentOnly({
    billingType: type === undefined || type === null ? type : billingTypeWords.toWord(type),
    quantity: sent.quantity(target.bbl_quantity),
    priceMinor: sent.amount(target.bbl_price, 'price'),
    taxMinor: sent.amount(target.bbl_tax, 'tax'),
    description: target.bbl_description,
    name: target.bbl_name,
    transactionClass: transactionClass == null ? transactionClass : transactionClassWords.toWord(transactionClass),
    date: sent.date(target.bbl_date, 'date'),
    contractLineId: target.bbl_contractlineid,
  });
  refuseIfAny(sent.violations);
  return patch;
}

const KINDS: { readonly [kind in NonNullable<StoredDetail['source']>['kind']]: DetailKind } = {
  split: 'milestone',
  productLine: 'product',
  actual: 'timeAndMaterial',
  retainer: 'retainer',
};

function editable(session: Session, invoice: StoredInvoice, detail: StoredDetail): EditableDetail {
  const { source } = detail;
  const stored =
    source &&
    readSources(session, {
      splits: source.kind === 'split' ? [source.id] : [],
      productLines: source.kind === 'productLine' ? [source.id] : [],
    }).get(source.id);
  return {
    ...detail,
    kind: source ? KINDS[source.kind] : 'manual',
    invoiceStatus: invoice.status,
    source: stored?.content ?? detail,
  };
}
