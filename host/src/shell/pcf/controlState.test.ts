/** @jest-environment jsdom */
import type * as ControlStates from './controlState';
import { readControlState, writeControlState } from './controlState';

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

test('a component finds the state that it left in its place, through a reload too; another place has none', () => {
  expect(writeControlState('orders', { sort: 'name' })).toBe(true);
  expect(readControlState('orders')).toEqual({ sort: 'name' });
  expect(readControlState('accounts')).toEqual({});
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a module of its own, as on a new page
    const reloaded = require('./controlState') as typeof ControlStates;
    expect(reloaded.readControlState('orders')).toEqual({ sort: 'name' });
  });
});

test('where the browser keeps nothing, the state lasts as long as the page', () => {
  const refuse = (): never => {
    throw new DOMException('Access is denied.', 'SecurityError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  expect(writeControlState('lines', { page: 2 })).toBe(true);
  expect(readControlState('lines')).toEqual({ page: 2 });
});
