import {
  BillingMethod,
  ContractStatus,
  HeaderStatus,
  InvoiceStatus,
  LineType,
  BillingStatus,
} from '@bbl/dataverse/generated/choices';
import { XrmMockGenerator } from 'xrm-mock';
import { onLoadContract } from './contract';
import { onLoadContractLine } from './contractLine';
import { onLoadInvoice } from './invoice';
import { onLoadMilestone } from './milestone';

const ROW_ID = '{0E89D42D-A12C-4632-9A42-5B9FA087B0DB}';

beforeEach(() => {
  XrmMockGenerator.initialise({ entity: { id: ROW_ID, entityName: 'row' } as never });
});

const choice = (name: string, value: number | null) => XrmMockGenerator.Attribute.createOptionSet(name, value as never);
const text = (name: string) => XrmMockGenerator.Attribute.createString(name, 'x');
const control = (name: string) => XrmMockGenerator.getFormContext().getControl(name) as Xrm.Controls.StandardControl;
const load = (handler: (context: Xrm.Events.EventContext) => void | Promise<void>) =>
  handler(XrmMockGenerator.getEventContext() as unknown as Xrm.Events.EventContext);

/** What the server answers for the milestone on the form: its columns, and those of its currency and only split. */
function answerMilestone(columns: object): void {
  const row = { bbl_milestoneid: ROW_ID, bbl_date: '2026-01-31', 's.bbl_milestonesplitid': 'split', ...columns };
  jest.spyOn(Xrm.WebApi, 'retrieveMultipleRecords').mockResolvedValue({ entities: [row], nextLink: '' });
}

test('3.11-3: the columns of a Completed contract are read-only, but for its status', async () => {
  choice('bbl_contractstatus', ContractStatus.Completed);
  text('bbl_name');
  await load(onLoadContract);
  expect(control('bbl_name').getDisabled()).toBe(true);
  expect(control('bbl_contractstatus').getDisabled()).toBe(false);
});

test('3.11-3: a Confirmed contract stays editable', async () => {
  choice('bbl_contractstatus', ContractStatus.Confirmed);
  text('bbl_name');
  await load(onLoadContract);
  expect(control('bbl_name').getDisabled()).toBe(false);
});

test('3.9-7: a confirmed invoice is read-only', async () => {
  choice('bbl_invoicestatus', InvoiceStatus.Confirmed);
  text('bbl_name');
  await load(onLoadInvoice);
  expect(control('bbl_name').getDisabled()).toBe(true);
});

test('3.9-2: people set Draft and In review; a form on which the invoice is confirmed shows what it became', async () => {
  const { Draft, InReview, Confirmed, Paid } = InvoiceStatus;
  const options = [Draft, InReview, Confirmed, Paid].map((value) => ({ text: String(value), value }));
  const status = XrmMockGenerator.Attribute.createOptionSet('bbl_invoicestatus', Draft as never, options as never);
  let reload = (): void => undefined;
  const { data } = XrmMockGenerator.getFormContext();
  Object.assign(data, { addOnLoad: (handler: () => void) => void (reload = handler) });
  const offered = (): number[] =>
    (control('bbl_invoicestatus') as Xrm.Controls.OptionSetControl).getOptions().map(({ value }) => Number(value));
  await load(onLoadInvoice);
  expect(offered()).toEqual([Draft, InReview]);
  status.setValue(Confirmed as never);
  reload();
  expect(offered()).toContain(Confirmed);
  expect(control('bbl_invoicestatus').getDisabled()).toBe(true);
});

test('2.4-1: the schedule type is shown on fixed price lines alone', async () => {
  choice('bbl_linetype', LineType.Project);
  const method = choice('bbl_billingmethod', BillingMethod.TimeAndMaterial);
  choice('bbl_invoicescheduletype', null);
  text('bbl_productname');
  await load(onLoadContractLine);
  expect(control('bbl_invoicescheduletype').getVisible()).toBe(false);
  expect(control('bbl_productname').getVisible()).toBe(false);
  method.setValue(BillingMethod.FixedPrice as never);
  method.fireOnChange();
  expect(control('bbl_invoicescheduletype').getVisible()).toBe(true);
});

test.each([
  [2, ['0e89d42d-a12c-4632-9a42-5b9fa087b0db']],
  [70, []],
])('a save with the mode %i asks the milestone schedule of the line to save: %j', async (mode, expected) => {
  choice('bbl_linetype', LineType.Project);
  await load(onLoadContractLine);
  const asked: unknown[] = [];
  const post = jest.spyOn(window, 'postMessage').mockImplementation((message: unknown) => void asked.push(message));
  const { entity } = XrmMockGenerator.getFormContext().data as unknown as {
    readonly entity: { readonly saveEventHandlers: readonly ((context: unknown) => void)[] };
  };
  entity.saveEventHandlers.forEach((handler) => handler({ getEventArgs: () => ({ getSaveMode: () => mode }) }));
  post.mockRestore();
  expect(asked).toEqual(expected.map((lineId) => ({ bblChannel: 'schedule.save', body: { lineId } })));
});

test('2.5-3: amount, tax and date of a milestone that is on a draft are read-only, its name is not', async () => {
  choice('bbl_headerstatus', HeaderStatus.InProgress);
  XrmMockGenerator.Attribute.createNumber('bbl_amount', 100);
  text('bbl_name');
  answerMilestone({
    bbl_amount: 100,
    's.bbl_billingstatus': BillingStatus.CustomerInvoiceCreated,
  });
  await load(onLoadMilestone);
  expect(control('bbl_amount').getDisabled()).toBe(true);
  expect(control('bbl_name').getDisabled()).toBe(false);
});

test('3.4-4: a next invoice of more than is left is said as soon as its percentage is typed', async () => {
  choice('bbl_headerstatus', HeaderStatus.NotStarted);
  choice('bbl_nextinvoicestatus', BillingStatus.NotReadyToInvoice);
  const percent = XrmMockGenerator.Attribute.createNumber('bbl_nextinvoicepercent', 0);
  XrmMockGenerator.Attribute.createNumber('bbl_nextinvoiceamount', 0);
  answerMilestone({
    bbl_amount: 200,
    bbl_nextinvoicestatus: BillingStatus.NotReadyToInvoice,
    'u.isocurrencycode': 'USD',
    'u.currencyprecision': 2,
    's.bbl_billingstatus': BillingStatus.NotReadyToInvoice,
    's.bbl_amount': 200,
    's.bbl_round': 0,
  });
  await load(onLoadMilestone);
  const said = jest.spyOn(XrmMockGenerator.getFormContext().ui, 'setFormNotification');
  percent.setValue(120);
  percent.fireOnChange();
  expect(said.mock.calls).toEqual([['BBL-PRG-02: Only 200.00 USD is left to invoice.', 'WARNING', 'bbl_next']]);
});

test('9.1: where column security hides the statuses, the form says so and what helps', async () => {
  choice('bbl_headerstatus', null);
  choice('bbl_nextinvoicestatus', null);
  XrmMockGenerator.Attribute.createNumber('bbl_amount', 200);
  answerMilestone({
    bbl_amount: 200,
    'u.isocurrencycode': 'USD',
    'u.currencyprecision': 2,
    's.bbl_round': 0,
  });
  const said = jest.spyOn(XrmMockGenerator.getFormContext().ui, 'setFormNotification');
  await load(onLoadMilestone);
  expect(said.mock.calls).toEqual([[expect.stringContaining('hidden from you'), 'WARNING', 'bbl_hidden']]);
  expect(control('bbl_amount').getDisabled()).toBe(false);
});
