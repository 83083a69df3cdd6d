import { Refusal } from './refusal';
import { openSeries } from './series';

const REQUEST = ['bbl_milestonesplit', ['a', 'b'], 482100001];

test('10-6: a series starts without After, goes on with Next and ends with an empty one', () => {
  const first = openSeries<{ id: string }>(undefined, REQUEST);
  expect(first.place).toBeUndefined();
  const next = first.next({ id: 'b' });
  expect(openSeries(next, [...REQUEST]).place).toEqual({ id: 'b' });
  expect(openSeries('', REQUEST).place).toBeUndefined();
  expect(first.next(undefined)).toBe('');
});

test.each([
  ['another request', openSeries(undefined, REQUEST).next('b'), ['bbl_milestone', ['a', 'b'], 482100001]],
  ['an order of its own', openSeries(undefined, REQUEST).next('b'), ['bbl_milestonesplit', ['b', 'a'], 482100001]],
  ['any text', 'page 2', REQUEST],
  ['JSON of any shape', 'null', REQUEST],
])('BBL-GRD-07: After of %s does not belong to the request', (_case, after, request) => {
  expect(() => openSeries(after, request)).toThrow(Refusal);
});
