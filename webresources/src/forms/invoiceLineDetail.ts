import { type DetailKind, EDITABLE_FIELDS } from '@bbl/domain';
import { TransactionClass } from '@bbl/dataverse/generated/choices';
import { InvoiceLineDetail } from '@bbl/dataverse/generated/tables';
import { isInvoiceOpen } from '../client/invoiceReads';
import { TEXTS } from '../texts';
import { editableColumns, isExisting, lookupOf, setLocked, showNotice, valueOf } from './form';

const COLUMN_OF = {
  billingType: InvoiceLineDetail.BillingType,
  quantity: InvoiceLineDetail.Quantity,
  price: InvoiceLineDetail.Price,
  tax: InvoiceLineDetail.Tax,
  description: InvoiceLineDetail.Description,
} as const;
/** Given once, when a detail is added by hand. */
const GIVEN_ONCE = [
  InvoiceLineDetail.InvoiceId,
  InvoiceLineDetail.ContractLineId,
  InvoiceLineDetail.TransactionClass,
  InvoiceLineDetail.Date,
  // A detail is called by its description.
  InvoiceLineDetail.Name,
];

/** Leaves open what may be changed on this kind of detail; nothing once the invoice is confirmed. domain.md 8.5-1, 3.9-7. */
export async function onLoadInvoiceLineDetail(context: Xrm.Events.EventContext): Promise<void> {
  const form = context.getFormContext();
  if (!isExisting(form)) return;
  const editable = EDITABLE_FIELDS[kindOf(form)];
  setLocked(form, GIVEN_ONCE, true);
  for (const field of Object.keys(COLUMN_OF) as (keyof typeof COLUMN_OF)[]) {
    setLocked(form, [COLUMN_OF[field]], !editable.includes(field));
  }
  const invoiceId = lookupOf(form, InvoiceLineDetail.InvoiceId);
  if (invoiceId === null || (await isInvoiceOpen(invoiceId))) return;
  setLocked(form, editableColumns(form), true);
  showNotice(form, TEXTS.LockedInvoice);
}

function kindOf(form: Xrm.FormContext): DetailKind {
  const isCorrection = valueOf(form, InvoiceLineDetail.IsCorrection) === true;
  if (lookupOf(form, InvoiceLineDetail.MilestoneSplitId)) return isCorrection ? 'milestoneCorrection' : 'milestone';
  if (lookupOf(form, InvoiceLineDetail.RetainerId)) return 'retainer';
  if (isCorrection) return 'timeAndMaterialCorrection';
  if (lookupOf(form, InvoiceLineDetail.ActualId)) return 'timeAndMaterial';
  const isProduct = valueOf(form, InvoiceLineDetail.TransactionClass) === TransactionClass.Material;
  return isProduct && lookupOf(form, InvoiceLineDetail.ContractLineId) ? 'product' : 'manual';
}
