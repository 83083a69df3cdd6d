import fc from 'fast-check';
import { nextCallSize, ROWS_A_CALL_MAX, ROWS_A_CALL_MIN, runItems, runQuery, type SeriesOptions } from './series';

const options = (over: Partial<SeriesOptions> = {}): SeriesOptions => ({
  nowMs: () => 0,
  onProgress: () => undefined,
  isStopped: () => false,
  ...over,
});

test('10-7: a series sends every item exactly once, in order, in calls of 100 to 500', async () => {
  const property = fc.asyncProperty(
    fc.integer({ min: 0, max: 3000 }),
    fc.array(fc.integer({ min: 0, max: 90_000 })),
    async (count, tookMs) => {
      const items = Array.from({ length: count }, (_, index) => index);
      const sizes: number[] = [];
      let clockMs = 0;
      const outcome = await runItems(
        items,
        async (chunk) => {
          sizes.push(chunk.length);
          clockMs += tookMs[sizes.length % Math.max(1, tookMs.length)] ?? 50;
          return { results: chunk, next: '' };
        },
        options({ nowMs: () => clockMs }),
      );
      expect(outcome).toEqual({ results: items, end: 'finished' });
      sizes.slice(0, -1).forEach((size) => {
        expect(size).toBeGreaterThanOrEqual(ROWS_A_CALL_MIN);
        expect(size).toBeLessThanOrEqual(ROWS_A_CALL_MAX);
      });
    },
  );
  await fc.assert(property, { seed: 20260331, numRuns: 60 });
});

test('10-6: a continuation of the server is followed with the same items before the next ones go out', async () => {
  const calls: [number, string][] = [];
  const outcome = await runItems(
    [1, 2, 3],
    async ([first = 0], after) => {
      calls.push([first, after]);
      return { results: [first * 10], next: first === 1 && after === '' ? 'more' : '' };
    },
    options({ rowsACall: 1 }),
  );
  expect(calls).toEqual([
    [1, ''],
    [1, 'more'],
    [2, ''],
    [3, ''],
  ]);
  expect(outcome.results).toEqual([10, 10, 20, 30]);
});

test('10-7: a stopped series keeps what was done', async () => {
  let calls = 0;
  const outcome = await runQuery(
    async () => ({ results: [calls++], next: 'more' }),
    options({ isStopped: () => calls === 3 }),
  );
  expect(outcome).toEqual({ results: [0, 1, 2], end: 'stopped' });
});

test('10-7: a fault of a call ends the series', async () => {
  const failing = runItems([1], () => Promise.reject(new Error('broken')), options());
  await expect(failing).rejects.toThrow('broken');
});

test('10-7: the next call is as large as the measured time allows', () => {
  expect(nextCallSize(100, 0)).toBe(ROWS_A_CALL_MAX);
  expect(nextCallSize(100, 4_000)).toBe(200);
  expect(nextCallSize(500, 60_000)).toBe(ROWS_A_CALL_MIN);
});
