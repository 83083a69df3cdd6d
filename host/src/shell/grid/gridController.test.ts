/** @jest-environment jsdom */
import { ApiError } from '../api/http';
import { parseXml } from '../fetch/composeFetch';
import { allOf } from '../fetch/filter';
import { footerText } from '../list/GridFooter';
import { MemoryClient } from '../testing/memoryClient';
import { ORDER_ID, ORDER_VIEW, sampleModel } from '../testing/sampleApp';
import { GridController } from './gridController';

const rowsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ orderid: `id-${index}`, name: `Order ${index}` }));
const model = sampleModel();

function makeGrid(count: number, pageRows = 10) {
  const client = new MemoryClient(rowsOf(count));
  const grid = new GridController(client, model, { view: ORDER_VIEW });
  grid.setPageRows(pageRows);
  return { client, grid };
}
const lastFetch = (client: MemoryClient): Element => parseXml(client.fetches.at(-1) ?? '').documentElement;

test('loading the next page adds its rows below and sends the cookie of the page before', async () => {
  const { client, grid } = makeGrid(25);
  await grid.refresh();
  await grid.loadNextPage();
  expect(lastFetch(client).getAttribute('paging-cookie')).toBe('cookie after page 1');
  expect(grid.records).toHaveLength(20);
  await grid.loadNextPage();
  expect([grid.records.length, grid.firstPage, grid.lastPage, grid.hasNextPage, grid.total]).toEqual([
    25,
    1,
    3,
    false,
    25,
  ]);
  await grid.loadNextPage();
  expect(client.fetches).toHaveLength(3);
});

test('only the new page, an exact page and the page before replace or prepend', async () => {
  const { grid } = makeGrid(25);
  await grid.refresh();
  await grid.loadNextPage(true);
  expect(grid.records.map((record) => record.id)[0]).toBe('id-10');
  await grid.loadExactPage(3);
  expect([grid.records.length, grid.firstPage, grid.lastPage]).toEqual([5, 3, 3]);
  await grid.loadPreviousPage();
  expect([grid.records[0]?.id, grid.records.length, grid.firstPage, grid.hasNextPage]).toEqual(['id-10', 15, 2, false]);
});

test('a page size takes effect with the next refresh and stays within the server’s 5,000', async () => {
  const { grid } = makeGrid(3);
  await grid.refresh();
  grid.setPageRows(9000);
  expect(grid.pageRows).toBe(10);
  await grid.refresh();
  expect(grid.pageRows).toBe(5000);
});

test('above 5,000 rows the total is unknown', async () => {
  const { grid } = makeGrid(5001, 50);
  await grid.refresh();
  expect(grid.total).toBe(-1);
  expect(footerText(grid)).toBe('1 - 50 of 5,000+');
});

test('page loads do not run in parallel', async () => {
  const { client, grid } = makeGrid(40);
  await grid.refresh();
  await Promise.all([grid.loadNextPage(), grid.loadNextPage()]);
  expect(client.fetches).toHaveLength(2);
});

test('a newer load makes an older one void', async () => {
  const { client, grid } = makeGrid(3);
  let release = (): void => undefined;
  client.gate = new Promise((resolve) => (release = resolve));
  const older = grid.refresh();
  client.gate = undefined;
  client.rows = rowsOf(1);
  await grid.refresh();
  client.rows = rowsOf(3);
  release();
  await older;
  expect(grid.records).toHaveLength(1);
});

test('the selection keeps rows that are still there after a refresh', async () => {
  const { client, grid } = makeGrid(3);
  await grid.refresh();
  grid.select(['id-0', 'id-2', 'unknown']);
  expect(footerText(grid)).toBe('1 - 3 of 3 (2 selected)');
  client.rows = rowsOf(1);
  await grid.refresh();
  expect(grid.selectedIds).toEqual(['id-0']);
});

test('sorting, filter, search and the parent row reach the query, and it is handed out without a page', async () => {
  const client = new MemoryClient(rowsOf(1));
  const grid = new GridController(client, model, { view: ORDER_VIEW, parent: { column: 'customerid', id: ORDER_ID } });
  grid.sorting = [{ name: 'total', isDescending: true }];
  grid.filter = allOf({ column: 'total', operator: 'ge', values: ['5'] });
  grid.quickFindText = 'abc';
  await grid.refresh();
  const fetch = lastFetch(client);
  expect(fetch.querySelector('order')?.getAttribute('attribute')).toBe('total');
  expect(fetch.querySelector('condition[attribute="customerid"]')?.getAttribute('value')).toBe(ORDER_ID);
  expect(fetch.querySelector('condition[attribute="total"]')?.getAttribute('operator')).toBe('ge');
  expect(fetch.querySelector('condition[attribute="name"]')?.getAttribute('value')).toBe('abc%');
  expect(parseXml(grid.fetchXml()).documentElement.hasAttribute('page')).toBe(false);
});

test('a refused load says why and shows no rows of before', async () => {
  const { client, grid } = makeGrid(3);
  await grid.refresh();
  client.refusal = new ApiError(403, '0x80040220', 'You may not read this.');
  await grid.refresh();
  expect([grid.error, grid.records.length, grid.isLoading]).toEqual(['You may not read this.', 0, false]);
});

test('linked columns are named after the lookup that leads to them', () => {
  const { grid } = makeGrid(0);
  expect(grid.columns.map((column) => column.displayName)).toEqual([
    'Name',
    'Total',
    'Customerid',
    'City (Customerid)',
  ]);
  expect(grid.columns.map((column) => column.isPrimary)).toEqual([true, false, false, false]);
});
