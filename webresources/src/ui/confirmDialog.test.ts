import { askConfirmation } from './confirmDialog';

test('a question is opened with room for all of its lines', async () => {
  const heights: number[] = [];
  (globalThis as { Xrm?: unknown }).Xrm = {
    Navigation: {
      openConfirmDialog: async (_strings: unknown, { height }: { readonly height: number }) => {
        heights.push(height);
        return { confirmed: true };
      },
    },
  };
  for (const message of ['Short?', 'A line.\n'.repeat(12), 'x'.repeat(400), 'A line.\n'.repeat(200)]) {
    expect(await askConfirmation('ConfirmTitle', message, 'ConfirmButton')).toBe(true);
  }
  const [short = 0, lines = 0, long = 0, endless = 0] = heights;
  expect(lines - short).toBe(12 * 20);
  expect(long).toBeGreaterThan(short);
  expect(endless).toBe(600);
});
