/** @jest-environment jsdom */
import { ApiError } from '../api/http';
import { MemoryClient } from '../testing/memoryClient';
import { ACCOUNT_ID, DESCRIPTION, JPY_ID, ORDER_FORM, ORDER_ID, sampleModel } from '../testing/sampleApp';
import { lockOf } from './access';
import { formContextOf } from './formContext';
import { FormModel } from './formModel';
import { saveForm } from './save';

const ROW = {
  '@odata.etag': 'W/"3"',
  orderid: ORDER_ID,
  name: 'Order 1',
  total: 10,
  shipdate: '2026-03-05',
  orderstatus: 10,
  isrush: false,
  _customerid_value: ACCOUNT_ID,
  '_customerid_value@OData.Community.Display.V1.FormattedValue': 'Acme',
  '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
  _transactioncurrencyid_value: JPY_ID,
  statecode: 0,
};

async function openOrder(row: Readonly<Record<string, unknown>> = ROW, model = sampleModel()) {
  const client = new MemoryClient([row]);
  const form = new FormModel(client, model, ORDER_FORM, ORDER_ID);
  await form.read();
  return { client, form, context: formContextOf(form) };
}

function newOrder(defaults = {}) {
  const client = new MemoryClient([ROW], ORDER_ID);
  const form = new FormModel(client, sampleModel(), ORDER_FORM, undefined);
  form.startNew(defaults);
  return { client, form };
}

type Attribute = {
  getValue: () => unknown;
  setValue: (value: unknown) => void;
  addOnChange: (handler: () => void) => void;
  getIsDirty: () => boolean;
};
const attributeOf = (context: ReturnType<typeof formContextOf>, name: string): Attribute =>
  context.getAttribute(name) as Attribute;

describe('saving a form', () => {
  test('only changed columns are sent, with the version that was read', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'name').setValue('Order 2');
    attributeOf(context, 'shipdate').setValue(new Date(2026, 3, 1));
    expect(form.isDirty).toBe(true);
    expect(await saveForm(client, form)).toEqual({ ok: true, isCreated: false });
    expect(client.writes).toEqual([
      {
        kind: 'update',
        table: 'order',
        id: ORDER_ID,
        body: { name: 'Order 2', shipdate: '2026-04-01' },
        etag: 'W/"3"',
      },
    ]);
  });

  test('what is typed while a save is under way stays, unsaved', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'name').setValue('Order 2');
    let release = (): void => undefined;
    client.gate = new Promise((resolve) => (release = resolve));
    const saving = saveForm(client, form);
    await Promise.resolve();
    attributeOf(context, 'total').setValue(25);
    const shipDate = form.attributes.get('shipdate');
    if (shipDate) form.refuseInput(shipDate, 'Enter a date.');
    client.rows = [{ ...ROW, name: 'Order 2', total: 11 }];
    release();
    await saving;
    expect([attributeOf(context, 'name').getIsDirty(), attributeOf(context, 'total').getValue()]).toEqual([false, 25]);
    expect([form.isDirty, shipDate?.inputError]).toEqual([true, 'Enter a date.']);
  });

  test('a lookup is bound by its navigation property and cleared by null', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'customerid').setValue(null);
    await saveForm(client, form);
    expect(client.writes[0]?.body).toEqual({ 'CustomerId@odata.bind': null });
  });

  test('a new row sends its defaults and those of columns that the form does not show', async () => {
    const { client, form } = newOrder({
      name: 'New',
      customerid: { table: 'account', id: ACCOUNT_ID, name: 'Acme' },
      statecode: 0,
    });
    expect(await saveForm(client, form)).toEqual({ ok: true, isCreated: true });
    expect(client.writes[0]).toEqual({
      kind: 'create',
      table: 'order',
      body: {
        name: 'New',
        orderstatus: 10,
        isrush: true,
        'CustomerId@odata.bind': `/accounts(${ACCOUNT_ID})`,
        statecode: 0,
      },
    });
  });

  test('a refused save shows the sentence and keeps what was typed', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'name').setValue('Order 2');
    client.refusal = new ApiError(400, '0x80040265', 'SMP-ORD-01: The order is closed. Reopen it first.');
    expect((await saveForm(client, form)).ok).toBe(false);
    expect(form.notifications).toEqual([
      { id: 'shell.save', level: 'ERROR', message: 'SMP-ORD-01: The order is closed. Reopen it first.' },
    ]);
    expect(attributeOf(context, 'name').getValue()).toBe('Order 2');
    expect(form.isDirty).toBe(true);
  });

  test('why a save was refused stands there until the row is read again or nothing is left to save', async () => {
    const { client, form } = await openOrder();
    const [name] = [...form.attributes.values()].filter((attribute) => attribute.name === 'name');
    if (!name) throw new Error('The form has no name');
    const refuse = async (): Promise<void> => {
      await form.input(name, 'Other');
      client.refusal = new ApiError(400, '0x80040265', 'Not so.');
      await saveForm(client, form);
      client.refusal = undefined;
      expect(form.notifications).toHaveLength(1);
    };
    await refuse();
    await form.input(name, 'Order 1');
    expect(form.notifications).toEqual([]);
    await refuse();
    await form.read();
    expect(form.notifications).toEqual([]);
  });

  test('412: a row changed by someone else is refused with what to do next', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'name').setValue('Order 2');
    client.refusal = new ApiError(412, '0x80060882', 'The version of the existing record does not match.');
    await saveForm(client, form);
    expect(form.notifications[0]?.message).toBe('Someone changed this row since you opened it. Refresh and try again.');
  });

  test('empty required fields keep the row from being sent', async () => {
    const { client, form } = newOrder();
    const result = await saveForm(client, form);
    expect(result).toEqual({ ok: false, message: 'Name: Required fields must be filled in.' });
    expect(client.writes).toEqual([]);
  });

  test('a text that is no value keeps the row from being sent', async () => {
    const { client, form } = await openOrder();
    const total = form.attributes.get('total');
    if (total) form.refuseInput(total, 'Enter a number.');
    expect((await saveForm(client, form)).ok).toBe(false);
    expect(form.isDirty).toBe(true);
  });

  test('a save handler can prevent the save, also after a while', async () => {
    const { client, form, context } = await openOrder();
    attributeOf(context, 'name').setValue('Order 2');
    context.data.entity.addOnSave(async (event: unknown) => {
      await Promise.resolve();
      (event as { getEventArgs: () => { preventDefault: () => void } }).getEventArgs().preventDefault();
    });
    expect((await saveForm(client, form)).ok).toBe(false);
    expect(client.writes).toEqual([]);
  });
});

describe('locks', () => {
  test.each([
    [undefined, 'masked'],
    [{ read: true, create: true, update: false }, 'secured'],
    [{ read: true, create: false, update: true }, 'none'],
  ] as const)('a secured column with the rights %j is %s on a stored row', async (rights, expected) => {
    const secured = rights ? { 'order.approvedamount': rights } : {};
    const { form } = await openOrder(ROW, sampleModel({ user: { ...DESCRIPTION.user, secured } }));
    const control = form.control('approvedamount');
    expect(control && lockOf(form, control)).toBe(expected);
  });

  test('column security does not bind administrators', async () => {
    const { form } = await openOrder(ROW, sampleModel({ user: { ...DESCRIPTION.user, isAdministrator: true } }));
    const control = form.control('approvedamount');
    expect(control && lockOf(form, control)).toBe('none');
  });

  test('on a new row the right to create decides, and scripts can ask for it', () => {
    const secured = { 'order.approvedamount': { read: false, create: true, update: false } };
    const model = sampleModel({ user: { ...DESCRIPTION.user, secured, privileges: { prvCreateOrder: 'Global' } } });
    const form = new FormModel(new MemoryClient([]), model, ORDER_FORM, undefined);
    const control = form.control('approvedamount');
    expect(control && lockOf(form, control)).toBe('none');
    const asked = attributeOf(formContextOf(form), 'approvedamount') as unknown as {
      getUserPrivilege: () => unknown;
    };
    expect(asked.getUserPrivilege()).toEqual({ canRead: false, canCreate: true, canUpdate: false });
  });

  test('a new row that one may not create is read-only', () => {
    const model = sampleModel({ user: { ...DESCRIPTION.user, privileges: { prvReadOrder: 'Global' } } });
    const form = new FormModel(new MemoryClient([]), model, ORDER_FORM, undefined);
    form.startNew({});
    expect(form.mode).toBe('readOnly');
  });

  test('an inactive row and a row one may not write are read-only', async () => {
    expect((await openOrder({ ...ROW, statecode: 1 })).form.mode).toBe('readOnly');
    const model = sampleModel({ user: { ...DESCRIPTION.user, privileges: { prvReadOrder: 'Global' } } });
    expect((await openOrder(ROW, model)).form.mode).toBe('readOnly');
  });
});

describe('the form context', () => {
  test('values come in the client API’s shapes', async () => {
    const { context } = await openOrder();
    expect(attributeOf(context, 'customerid').getValue()).toEqual([
      { id: `{${ACCOUNT_ID.toUpperCase()}}`, name: 'Acme', entityType: 'account' },
    ]);
    expect(attributeOf(context, 'shipdate').getValue()).toEqual(new Date(2026, 2, 5));
    expect(context.data.entity.getId()).toBe(`{${ORDER_ID.toUpperCase()}}`);
    expect(context.ui.getFormType()).toBe(2);
    expect(context.getAttribute('nothing')).toBeNull();
  });

  test('a change by a person raises the event, a change by a script does not', async () => {
    const { form, context } = await openOrder();
    const changes: string[] = [];
    form.fireOnChange = async (attribute) => void changes.push(attribute.name);
    attributeOf(context, 'name').setValue('By script');
    const name = form.attributes.get('name');
    if (name) await form.input(name, 'By hand');
    expect(changes).toEqual(['name']);
  });

  test('controls, tabs and sections can be hidden and marked', async () => {
    const { form, context } = await openOrder();
    const control = context.getControl('total') as {
      setVisible: (value: boolean) => void;
      setNotification: (text: string, id: string) => boolean;
    };
    control.setVisible(false);
    control.setNotification('Too much', 'x');
    expect([form.control('total')?.isVisible, form.control('total')?.notifications]).toEqual([
      false,
      [{ id: 'x', text: 'Too much' }],
    ]);
    const tab = context.ui.tabs.get('general') as { setVisible: (value: boolean) => void };
    tab.setVisible(false);
    expect(form.activeTab?.metadata.name).toBe('lines');
  });

  test('a choice offers what a script leaves of its options; the column keeps them all', async () => {
    const { context } = await openOrder();
    const choice = context.getControl('orderstatus') as unknown as {
      getOptions: () => unknown;
      removeOption: (value: number) => void;
      addOption: (option: { value: number; text: string }, index?: number) => void;
      clearOptions: () => void;
    };
    choice.removeOption(10);
    expect(choice.getOptions()).toEqual([{ value: 11, text: 'Shipped' }]);
    choice.addOption({ value: 10, text: 'Open' }, 0);
    choice.addOption({ value: 10, text: 'Open' });
    expect(choice.getOptions()).toEqual([
      { value: 11, text: 'Shipped' },
      { value: 10, text: 'Open' },
    ]);
    choice.clearOptions();
    expect(choice.getOptions()).toEqual([]);
    const column = context.getAttribute('orderstatus') as unknown as { getOptions: () => readonly unknown[] };
    expect(column.getOptions()).toHaveLength(2);
    expect('removeOption' in (context.getControl('name') as object)).toBe(false);
  });

  test('a member that is not there says so', async () => {
    const { context } = await openOrder();
    expect(() => (context.ui as unknown as { process: unknown }).process).toThrow(
      'formContext.ui.process is not implemented',
    );
  });

  test('a header control and its body control share one attribute', async () => {
    const { context } = await openOrder();
    expect(context.getControl('header_orderstatus')).not.toBeNull();
    expect((context.getControl('header_orderstatus') as { getAttribute: () => unknown }).getAttribute()).toBe(
      context.getAttribute('orderstatus'),
    );
  });
});

test('what a new row starts with is nothing to lose; what a person types is', async () => {
  const { form } = newOrder({ customerid: { table: 'account', id: ACCOUNT_ID, name: 'Acme' } });
  expect([form.isDirty, form.hasInputToLose]).toEqual([true, false]);
  const name = form.attributes.get('name');
  if (!name) throw new Error('The form has no name');
  await form.input(name, 'Mine');
  expect(form.hasInputToLose).toBe(true);
});

test('money follows the currency of the row', async () => {
  const { form } = await openOrder();
  expect(form.currency?.code).toBe('JPY');
  expect(newOrder().form.currency?.code).toBe('USD');
});

test('sub-grids have rows once the form’s row exists', async () => {
  expect(newOrder().form.control('lines')?.grid).toBeUndefined();
  const { form } = await openOrder();
  expect(form.control('lines')?.grid?.parent).toEqual({ column: 'orderid', id: ORDER_ID });
});
