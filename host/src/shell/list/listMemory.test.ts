/** @jest-environment jsdom */
import { GridController } from '../grid/gridController';
import { MemoryClient } from '../testing/memoryClient';
import { ORDER_VIEW, sampleModel } from '../testing/sampleApp';
import type { ColumnFilter } from './columnFilters';
import { ListMemory } from './listMemory';

const model = sampleModel();
const FILTERS = new Map<string, ColumnFilter>([
  ['name', { kind: 'text', contains: 'bridge' }],
  ['gone', { kind: 'empty' }],
]);
const SORTING = [{ name: 'total', isDescending: true }];

const open = (rowId?: string) =>
  new GridController(new MemoryClient([]), model, {
    view: ORDER_VIEW,
    ...(rowId === undefined ? {} : { parent: { column: 'customerid', id: rowId } }),
  });

beforeEach(() => sessionStorage.clear());

test('a list that is opened again gets its filters and sorting, but for columns that it has no more', () => {
  const memory = new ListMemory('user');
  memory.keep(open(), { filters: FILTERS });
  memory.keep(open(), { sorting: SORTING });
  const controller = open();
  expect(memory.restore(controller)).toBe(true);
  expect(controller.sorting).toEqual(SORTING);
  expect(controller.filter.conditions.map(({ column }) => column)).toEqual(['name']);
  expect([...(memory.of(controller).filters ?? [])]).toEqual([['name', { kind: 'text', contains: 'bridge' }]]);
});

test('other users, views of other rows and untouched lists have nothing', () => {
  new ListMemory('user').keep(open('row 1'), { sorting: SORTING });
  expect(new ListMemory('user').restore(open('row 2'))).toBe(false);
  expect(new ListMemory('other').restore(open('row 1'))).toBe(false);
  expect(new ListMemory('user').restore(open('row 1'))).toBe(true);
});
