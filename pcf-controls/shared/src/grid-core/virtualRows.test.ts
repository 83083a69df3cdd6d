import * as fc from 'fast-check';
import { OVERSCAN_ROWS, pageRowsOf, rowWindow, scrollStartFor, scrollTopFor, WINDOW_STEP_ROWS } from './virtualRows';

const viewport = fc
  .record({
    rowPx: fc.integer({ min: 20, max: 60 }),
    rowCount: fc.nat(200_000),
    heightPx: fc.integer({ min: 0, max: 3_000 }),
  })
  .chain((size) =>
    fc.record({
      scrollTopPx: fc.double({ min: -50, max: size.rowPx * size.rowCount + 200, noNaN: true }),
      rowPx: fc.constant(size.rowPx),
      rowCount: fc.constant(size.rowCount),
      heightPx: fc.constant(size.heightPx),
    }),
  );

describe('window of drawn rows', () => {
  test('every row that is seen is drawn, and never many more', () => {
    fc.assert(
      fc.property(viewport, (view) => {
        const { first, end } = rowWindow(view);
        const top = Math.max(0, view.scrollTopPx);
        const firstSeen = Math.floor(top / view.rowPx);
        const endSeen = Math.min(view.rowCount, Math.ceil((top + view.heightPx) / view.rowPx));
        expect(first).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(view.rowCount);
        if (firstSeen < endSeen) {
          expect(first).toBeLessThanOrEqual(firstSeen);
          expect(end).toBeGreaterThanOrEqual(endSeen);
        }
        expect(end - first).toBeLessThanOrEqual(
          Math.ceil(view.heightPx / view.rowPx) + 1 + 2 * (OVERSCAN_ROWS + WINDOW_STEP_ROWS),
        );
      }),
    );
  });

  test('scrolling by less than a step mostly draws the same rows', () => {
    const view = { heightPx: 600, rowPx: 36, rowCount: 100_000 };
    const windows = Array.from({ length: 36 * WINDOW_STEP_ROWS }, (_, px) =>
      JSON.stringify(rowWindow({ ...view, scrollTopPx: 36_000 + px })),
    );
    expect(new Set(windows).size).toBeLessThanOrEqual(3);
  });

  test('a row scrolled to is seen whole, with the least movement', () => {
    fc.assert(
      fc.property(viewport, fc.nat(), (view, pick) => {
        fc.pre(view.rowCount > 0 && view.heightPx >= view.rowPx && view.scrollTopPx >= 0);
        const row = pick % view.rowCount;
        const top = scrollTopFor(row, view);
        expect(row * view.rowPx).toBeGreaterThanOrEqual(top);
        expect((row + 1) * view.rowPx).toBeLessThanOrEqual(top + view.heightPx);
        const wasSeen =
          row * view.rowPx >= view.scrollTopPx && (row + 1) * view.rowPx <= view.scrollTopPx + view.heightPx;
        if (wasSeen) expect(top).toBe(view.scrollTopPx);
      }),
    );
  });

  test('a column behind the covered edge or beyond the far edge comes into view', () => {
    const view = { scrollStartPx: 300, widthPx: 500, coveredPx: 40 };
    expect(scrollStartFor(320, 100, view)).toBe(280);
    expect(scrollStartFor(400, 100, view)).toBe(300);
    expect(scrollStartFor(750, 100, view)).toBe(350);
    expect(scrollStartFor(750, 900, view)).toBe(710);
  });

  test('a page is at least one row', () => {
    expect(pageRowsOf({ heightPx: 10, rowPx: 36 })).toBe(1);
    expect(pageRowsOf({ heightPx: 100, rowPx: 36 })).toBe(2);
  });
});
