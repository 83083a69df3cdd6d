/** @jest-environment jsdom */
import type * as SessionStates from './sessionState';
import { readSessionState, writeSessionState } from './sessionState';

beforeEach(() => sessionStorage.clear());
afterEach(() => jest.restoreAllMocks());

test('what was kept is there again under its name, through a reload too; another name has nothing', () => {
  writeSessionState('orders', { sort: 'name' });
  expect(readSessionState('orders')).toEqual({ sort: 'name' });
  expect(readSessionState('accounts')).toEqual({});
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a module of its own, as on a new page
    const reloaded = require('./sessionState') as typeof SessionStates;
    expect(reloaded.readSessionState('orders')).toEqual({ sort: 'name' });
  });
});

test('where the browser keeps nothing, it lasts as long as the page', () => {
  const refuse = (): never => {
    throw new DOMException('Access is denied.', 'SecurityError');
  };
  jest.spyOn(Storage.prototype, 'getItem').mockImplementation(refuse);
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation(refuse);
  writeSessionState('lines', { page: 2 });
  expect(readSessionState('lines')).toEqual({ page: 2 });
});
