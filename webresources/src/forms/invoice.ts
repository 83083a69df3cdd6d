import { isOpenInvoice } from '@bbl/domain';
import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { Invoice } from '@bbl/dataverse/generated/tables';
import { invoiceStatusWords } from '@bbl/dataverse/mapping';
import { TEXTS } from '../texts';
import { editableColumns, type FormContext, setLocked, showNotice, valueOf } from './form';

/** People set Draft and In review; the rest is the commands' business. domain.md 3.9-2. */
const BY_HAND: readonly number[] = [InvoiceStatus.Draft, InvoiceStatus.InReview];

/** A confirmed invoice is closed for good, also when it is confirmed on this form. domain.md 3.9-7. */
export function onLoadInvoice(context: Xrm.Events.EventContext): void {
  const form = context.getFormContext();
  form.data.addOnLoad?.(() => apply(form));
  apply(form);
}

function apply(form: FormContext): void {
  const value = valueOf(form, Invoice.InvoiceStatus) as InvoiceStatus | null;
  const isClosed = value !== null && !isOpenInvoice(invoiceStatusWords.toWord(value));
  if (isClosed) setLocked(form, editableColumns(form), true);
  else offerStatusesByHand(form);
  showNotice(form, isClosed ? TEXTS.LockedInvoice : null);
}

function offerStatusesByHand(form: FormContext): void {
  form.getAttribute(Invoice.InvoiceStatus)?.setRequiredLevel('required');
  form.getAttribute(Invoice.InvoiceStatus)?.controls.forEach((control) => {
    if (!('removeOption' in control)) return;
    const choice = control as Xrm.Controls.OptionSetControl;
    for (const option of choice.getOptions()) {
      if (!BY_HAND.includes(Number(option.value))) choice.removeOption(Number(option.value));
    }
  });
}
