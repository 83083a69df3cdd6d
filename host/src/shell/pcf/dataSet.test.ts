/** @jest-environment jsdom */
import type { LookupRef } from '../api/rows';
import { parseXml } from '../fetch/composeFetch';
import { GridController } from '../grid/gridController';
import { MemoryClient } from '../testing/memoryClient';
import { ACCOUNT_ID, ORDER_VIEW, sampleModel } from '../testing/sampleApp';
import { DataSetSource } from './dataSet';

const FORMATTED = '@OData.Community.Display.V1.FormattedValue';
const ROW = {
  '@odata.etag': 'W/"7"',
  orderid: '1',
  name: 'Order 1',
  total: 12.5,
  [`total${FORMATTED}`]: '$12.50',
  shipdate: '2026-03-05',
  _customerid_value: ACCOUNT_ID,
  [`_customerid_value${FORMATTED}`]: 'Acme',
  '_customerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
  'customer.city': 'Oslo',
};

function makeDataSet() {
  const model = sampleModel();
  const client = new MemoryClient([ROW]);
  const controller = new GridController(client, model, { view: ORDER_VIEW });
  const opened: LookupRef[] = [];
  const source = new DataSetSource({
    client,
    model,
    controller,
    title: () => 'Orders',
    onOpen: (row) => opened.push(row),
  });
  return { client, controller, source, opened };
}

test('a data set is loading until its first rows are there', async () => {
  const { controller, source } = makeDataSet();
  const loading = controller.refresh();
  expect([source.current().loading, source.current().sortedRecordIds]).toEqual([true, []]);
  await loading;
  expect([source.current().loading, source.current().sortedRecordIds]).toEqual([false, ['1']]);
});

test('a record gives values, formatted values and references', async () => {
  const { controller, source } = makeDataSet();
  await controller.refresh();
  const record = source.current().records['1'];
  expect(record?.getValue('total')).toBe(12.5);
  expect(record?.getFormattedValue('total')).toBe('$12.50');
  expect(record?.getValue('customerid')).toEqual({ id: { guid: ACCOUNT_ID }, etn: 'account', name: 'Acme' });
  expect(record?.getFormattedValue('customer.city')).toBe('Oslo');
  expect(record?.getNamedReference()).toEqual({ id: { guid: '1' }, etn: 'order', name: 'Order 1' });
});

test('records stay the same objects while their rows do', async () => {
  const { controller, source } = makeDataSet();
  await controller.refresh();
  const before = source.current();
  controller.select(['1']);
  expect(source.current()).not.toBe(before);
  expect(source.current().records['1']).toBe(before.records['1']);
  expect(source.current().sortedRecordIds).toBe(before.sortedRecordIds);
});

test('a next page adds its records to those that are there', async () => {
  const model = sampleModel();
  const client = new MemoryClient(['1', '2', '3'].map((orderid) => ({ orderid, name: orderid })));
  const controller = new GridController(client, model, { view: ORDER_VIEW });
  controller.setPageRows(2);
  const source = new DataSetSource({ client, model, controller, title: () => 'Orders', onOpen: () => undefined });
  await controller.refresh();
  const before = source.current();
  const first = before.records['1'];
  source.current().paging.loadNextPage();
  await new Promise((resolve) => controller.subscribe(() => !controller.isLoading && resolve(undefined)));
  const after = source.current();
  expect(after.sortedRecordIds).toEqual(['1', '2', '3']);
  expect(before.sortedRecordIds).toEqual(['1', '2']);
  expect(after.records['1']).toBe(first);
  expect(after.records['3']?.getRecordId()).toBe('3');
});

test('sorting is changed in place and read at the refresh', async () => {
  const { client, controller, source } = makeDataSet();
  await controller.refresh();
  const dataSet = source.current();
  dataSet.sorting.splice(0, dataSet.sorting.length, { name: 'total', sortDirection: 1 });
  dataSet.refresh();
  const order = parseXml(client.fetches.at(-1) ?? '').querySelector('order');
  expect([order?.getAttribute('attribute'), order?.getAttribute('descending')]).toEqual(['total', 'true']);
});

test('a filter takes effect at the refresh, can be read back and taken away', async () => {
  const { client, source } = makeDataSet();
  const expression = {
    filterOperator: 0 as const,
    conditions: [{ attributeName: 'name', conditionOperator: 6 as const, value: '%x%' }],
  };
  const { filtering } = source.current();
  filtering.setFilter(expression);
  source.current().refresh();
  expect(client.fetches.at(-1)).toContain('value="%x%"');
  expect(source.current().filtering.getFilter()).toBe(expression);
  source.current().filtering.clearFilter();
  source.current().refresh();
  expect(client.fetches.at(-1)).not.toContain('value="%x%"');
});

test('selection and opening rows reach the page', async () => {
  const { controller, source, opened } = makeDataSet();
  await controller.refresh();
  const dataSet = source.current();
  dataSet.setSelectedRecordIds(['1']);
  expect(controller.selectedIds).toEqual(['1']);
  const record = dataSet.records['1'];
  if (record) dataSet.openDatasetItem(record.getNamedReference());
  expect(opened).toEqual([{ table: 'order', id: '1', name: 'Order 1' }]);
});

test('columns tell their types in the framework’s words', () => {
  const { source } = makeDataSet();
  expect(source.current().columns.map((column) => [column.name, column.dataType])).toEqual([
    ['name', 'SingleLine.Text'],
    ['total', 'Currency'],
    ['customerid', 'Lookup.Simple'],
    ['customer.city', 'SingleLine.Text'],
  ]);
});

test('an edited record is saved with its version', async () => {
  const { client, controller, source } = makeDataSet();
  await controller.refresh();
  const record = source.current().records['1'] as unknown as {
    setValue: (column: string, value: unknown) => Promise<void>;
    save: () => Promise<void>;
  };
  await record.setValue('total', 20);
  await record.save();
  expect(client.writes).toEqual([{ kind: 'update', table: 'order', id: '1', body: { total: 20 }, etag: 'W/"7"' }]);
});
