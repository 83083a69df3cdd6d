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
  const statuses = [...(statusOf(form)?.getOptions() ?? [])];
  form.data.addOnLoad?.(() => apply(form, statuses));
  apply(form, statuses);
}

type Option = Xrm.OptionSetValue;

const statusOf = (form: FormContext): Xrm.Attributes.OptionSetAttribute | null =>
  form.getAttribute<Xrm.Attributes.OptionSetAttribute>(Invoice.InvoiceStatus);

/** @param statuses all that an invoice can have */
function apply(form: FormContext, statuses: readonly Option[]): void {
  const value = valueOf(form, Invoice.InvoiceStatus) as InvoiceStatus | null;
  const isClosed = value !== null && !isOpenInvoice(invoiceStatusWords.toWord(value));
  if (isClosed) setLocked(form, editableColumns(form), true);
  else statusOf(form)?.setRequiredLevel('required');
  // Whether a list shows a status that it does not offer is nowhere told: a closed invoice gets all of them back.
  offer(form, statuses, isClosed ? () => true : (status) => BY_HAND.includes(status));
  showNotice(form, isClosed ? TEXTS.LockedInvoice : null);
}

function offer(form: FormContext, statuses: readonly Option[], isOffered: (status: number) => boolean): void {
  statusOf(form)?.controls.forEach((control) => {
    if (!('removeOption' in control)) return;
    const choice = control as Xrm.Controls.OptionSetControl;
    const shown = choice.getOptions().map(({ value }) => Number(value));
    for (const status of statuses) {
      const value = Number(status.value);
      if (shown.includes(value) && !isOffered(value)) choice.removeOption(value);
      else if (!shown.includes(value) && isOffered(value)) choice.addOption({ text: status.text, value });
    }
  });
}
