import * as fc from 'fast-check';
import type { GridColumn } from './columns';
import {
  COLUMN_WIDTH_MAX_PX,
  COLUMN_WIDTH_MIN_PX,
  isEndAligned,
  layoutColumns,
  resizeColumn,
  SELECT_COLUMN_WIDTH_PX,
  titleColumnsOf,
} from './columns';

const column = (key: string, widthPx: number): GridColumn => ({
  key,
  title: key,
  kind: 'text',
  widthPx,
  isSortable: true,
  isFilterable: true,
  isTotalled: false,
});

describe('column layout', () => {
  test('the title of a group covers the columns before the first subtotal, and at least one', () => {
    const [name, amount] = [column('name', 100), { ...column('amount', 100), isTotalled: true }];
    expect(titleColumnsOf([name, name, amount, name])).toBe(2);
    expect(titleColumnsOf([amount, name])).toBe(1);
    expect(titleColumnsOf([name, name])).toBe(2);
  });

  test('columns that ask for less than there is fill the grid to the pixel, in proportion', () => {
    const { widthsPx, totalPx } = layoutColumns([column('a', 100), column('b', 200)], 1000);
    expect(totalPx).toBe(1000);
    expect(widthsPx).toEqual([320, 640]);
  });

  test('columns that ask for more keep what they ask for, and the grid scrolls', () => {
    const { widthsPx, startsPx, totalPx } = layoutColumns([column('a', 300), column('b', 400)], 500);
    expect(widthsPx).toEqual([300, 400]);
    expect(startsPx).toEqual([SELECT_COLUMN_WIDTH_PX, SELECT_COLUMN_WIDTH_PX + 300]);
    expect(totalPx).toBe(740);
  });

  test('a column sized by the user keeps its width while the others fill the rest', () => {
    const { widthsPx, totalPx } = layoutColumns([column('a', 100), column('b', 200)], 1000, new Map([['a', 150]]));
    expect(widthsPx[0]).toBe(150);
    expect(totalPx).toBe(1000);
  });

  test('widths never leave their bounds, and resizing works on what is shown', () => {
    expect(resizeColumn(new Map(), 'a', 100, -500).get('a')).toBe(COLUMN_WIDTH_MIN_PX);
    expect(resizeColumn(new Map(), 'a', 700, 500).get('a')).toBe(COLUMN_WIDTH_MAX_PX);
    expect(resizeColumn(new Map([['a', 80]]), 'a', 80, 16).get('a')).toBe(96);
  });

  test('any columns in any width: nothing overlaps, nothing is lost', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 25 }),
        fc.integer({ min: 0, max: 4_000 }),
        (widths, availablePx) => {
          const { widthsPx, startsPx, totalPx } = layoutColumns(
            widths.map((widthPx, index) => column(`c${index}`, widthPx)),
            availablePx,
          );
          startsPx.forEach((startPx, index) =>
            expect(startPx + (widthsPx[index] ?? 0)).toBe(startsPx[index + 1] ?? totalPx),
          );
          const askedPx = widths.reduce(
            (sum, px) => sum + Math.min(COLUMN_WIDTH_MAX_PX, Math.max(COLUMN_WIDTH_MIN_PX, px)),
            SELECT_COLUMN_WIDTH_PX,
          );
          expect(totalPx).toBe(Math.max(askedPx, availablePx));
        },
      ),
    );
  });

  test('figures and dates stand at the end, words at the start', () => {
    expect(['amount', 'number', 'date'].every((kind) => isEndAligned({ kind: kind as GridColumn['kind'] }))).toBe(true);
    expect(isEndAligned({ kind: 'choice' })).toBe(false);
  });
});
