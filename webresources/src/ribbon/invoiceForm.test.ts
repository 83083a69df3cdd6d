import { InvoiceStatus } from '@bbl/dataverse/generated/choices';
import { invoiceFormCommands } from './invoiceForm';

const formOf = (status: number | null, id = '{0E89D42D-A12C-4632-9A42-5B9FA087B0DB}', table = 'bbl_invoice') =>
  ({
    getAttribute: () => ({ getValue: () => status }),
    data: { entity: { getEntityName: () => table, getId: () => id, getIsDirty: () => false } },
  }) as unknown as Xrm.FormContext;

const offers = (form: Xrm.FormContext, answer: () => Promise<boolean>): Promise<boolean> =>
  invoiceFormCommands({ hasTimeAndMaterial: answer }).canAddDetail(form);

test('3.9-7: an invoice can be saved until it is confirmed', () => {
  const { canSave } = invoiceFormCommands({ hasTimeAndMaterial: async () => true });
  expect([InvoiceStatus.Draft, InvoiceStatus.InReview, null].map((status) => canSave(formOf(status)))).toEqual([
    true,
    true,
    true,
  ]);
  expect(canSave(formOf(InvoiceStatus.Confirmed))).toBe(false);
});

test('8.5-3: details are added by hand to drafts of contracts with a line by time and material', async () => {
  const draft = formOf(InvoiceStatus.Draft);
  expect(await offers(draft, async () => true)).toBe(true);
  expect(await offers(draft, async () => false)).toBe(false);
  expect(await offers(formOf(InvoiceStatus.Confirmed), async () => true)).toBe(false);
});

test('8.5-3: nothing is asked of an invoice that is not saved, or of another table', async () => {
  const never = (): never => {
    throw new Error('asked');
  };
  expect(await offers(formOf(InvoiceStatus.Draft, ''), never)).toBe(false);
  expect(await offers(formOf(InvoiceStatus.Draft, undefined, 'bbl_contract'), never)).toBe(false);
});

test('8.5-3: the command stays when the lines cannot be read; the server decides', async () => {
  expect(await offers(formOf(InvoiceStatus.Draft), () => Promise.reject(new Error('offline')))).toBe(true);
});
