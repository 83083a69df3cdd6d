import { KIND_MEMBERS, strict } from './strict';

test('a member that is missing says so, and one that is there works', async () => {
  const members = strict('Xrm.Sample', { answer: () => 42 } as { answer: () => number; other?: () => void });
  expect(members.answer()).toBe(42);
  expect(() => members.other).toThrow('Xrm.Sample.other is not implemented by the local host');
  // Promises and JSON look for members of their own.
  await expect(Promise.resolve(members)).resolves.toBe(members);
  expect(JSON.stringify(members)).toBe('{}');
});

test('members that the platform lacks as well are undefined', () => {
  const grid = strict('grid', { refresh: () => undefined }, KIND_MEMBERS) as { data?: unknown };
  expect(grid.data).toBeUndefined();
});
