import { isOpenInvoice } from '@bbl/domain';
import type { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { Invoice, InvoiceLineDetail } from '@bbl/dataverse/generated/tables';
import { invoiceStatusWords } from '@bbl/dataverse/mapping';
import type { BillingClient } from '../client/port';
import { formRowOf, savedBefore } from './formRow';

/** A confirmed invoice has nothing to save, and takes no detail. domain.md 3.9-7. */
function canSave(form: Xrm.FormContext): boolean {
  const status: unknown = form.getAttribute(Invoice.InvoiceStatus)?.getValue();
  return typeof status !== 'number' || isOpenInvoice(invoiceStatusWords.toWord(status as InvoiceStatus));
}

const detailDefaults = (form: Xrm.FormContext, invoiceId: string): Record<string, string> => ({
  [InvoiceLineDetail.InvoiceId]: invoiceId,
  [`${InvoiceLineDetail.InvoiceId}name`]: form.data.entity.getPrimaryAttributeValue(),
  [`${InvoiceLineDetail.InvoiceId}type`]: Invoice.table,
});

/** Commands and enable rules on the form of an invoice. */
export const invoiceFormCommands = (client: Pick<BillingClient, 'hasTimeAndMaterial'>) => ({
  canSave,
  /** A save that fails says so on the form. */
  async save(form: Xrm.FormContext): Promise<void> {
    await form.data.save().then(undefined, () => undefined);
  },
  saveAndClose: (form: Xrm.FormContext): void => void form.data.entity.save('saveandclose'),

  /**
   * Details by hand belong to drafts of contracts with a line by time and material. The command stays when that cannot
   * be read: hiding is silent, and the server decides anyway. domain.md 8.5-3.
   */
  async canAddDetail(form: Xrm.FormContext): Promise<boolean> {
    const invoice = formRowOf(form);
    if (invoice?.table !== Invoice.table || invoice.id === '' || !canSave(form)) return false;
    return client.hasTimeAndMaterial(invoice.id).catch(() => true);
  },
  async addDetail(form: Xrm.FormContext): Promise<void> {
    const invoice = formRowOf(form);
    if (!invoice || !(await savedBefore(form))) return;
    await Xrm.Navigation.openForm({ entityName: InvoiceLineDetail.table }, detailDefaults(form, invoice.id));
  },
});
