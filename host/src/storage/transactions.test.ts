import type { Store } from './store';
import { id, memoryStore } from './testing/fixtures';

let store: Store;
beforeEach(() => (store = memoryStore()));
afterEach(() => store.close());

const fail = (): never => {
  throw new Error('no');
};

test('what a transaction throws rolls everything back', () => {
  expect(() =>
    store.transaction(() => {
      store.insert('account', id(1), {});
      store.transaction(() => store.insert('account', id(2), {}));
      fail();
    }),
  ).toThrow('no');
  expect([store.get('account', id(1)), store.get('account', id(2))]).toEqual([undefined, undefined]);
});

test('an inner failure ends the whole, even if somebody caught it', () => {
  expect(() =>
    store.transaction(() => {
      store.insert('account', id(1), {});
      try {
        store.transaction(fail);
      } catch {
        store.insert('account', id(2), {});
      }
    }),
  ).toThrow('no');
  expect(store.get('account', id(2))).toBeUndefined();
  store.transaction(() => store.insert('account', id(3), {}));
  expect(store.get('account', id(3))).toBeDefined();
});

test('a version given to a row that was rolled back is not given again', () => {
  let lost = 0;
  expect(() =>
    store.transaction(() => {
      store.insert('account', id(1), {});
      lost = Number(store.get('account', id(1))?.versionnumber);
      fail();
    }),
  ).toThrow('no');
  store.insert('account', id(1), {});
  expect(Number(store.get('account', id(1))?.versionnumber)).toBeGreaterThan(lost);
});

test('the result of the work is the result of the transaction', () => {
  expect(store.transaction(() => 7)).toBe(7);
});
