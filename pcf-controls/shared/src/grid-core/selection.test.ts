import * as fc from 'fast-check';
import { plainLines } from './lines';
import type { Selection } from './selection';
import {
  clearSelection,
  extendTo,
  NO_SELECTION,
  retainRows,
  rowsToLastSelected,
  selectAll,
  selectAllState,
  selectOnly,
  toggleRow,
} from './selection';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
const LINES = plainLines(ROWS);
const idsOf = (selection: Selection): string[] => [...selection.ids].sort();

describe('selection of rows', () => {
  test('a plain press selects the row and nothing else', () => {
    expect(idsOf(selectOnly('c'))).toEqual(['c']);
  });

  test('shift selects from the anchor in both directions and keeps the anchor', () => {
    const down = extendTo(selectOnly('c'), 'e', LINES);
    expect(idsOf(down)).toEqual(['c', 'd', 'e']);
    const up = extendTo(down, 'a', LINES);
    expect(idsOf(up)).toEqual(['a', 'b', 'c']);
    expect(up.anchorId).toBe('c');
  });

  test('ctrl and shift together add the range to what is selected', () => {
    const other = toggleRow(selectOnly('a'), 'f');
    expect(idsOf(extendTo(other, 'h', LINES, true))).toEqual(['a', 'f', 'g', 'h']);
  });

  test('a range whose anchor is gone starts at the row itself', () => {
    expect(idsOf(extendTo({ ids: new Set(), anchorId: 'gone' }, 'd', LINES))).toEqual(['d']);
  });

  test('rows that are gone leave the selection; untouched selections keep their identity', () => {
    const selection = toggleRow(selectOnly('a'), 'h');
    expect(retainRows(selection, LINES)).toBe(selection);
    expect(idsOf(retainRows(selection, plainLines(['a', 'b'])))).toEqual(['a']);
    expect(retainRows(selection, plainLines(['a', 'b'])).anchorId).toBeUndefined();
    expect(retainRows(NO_SELECTION, plainLines([]))).toBe(NO_SELECTION);
  });

  test('the check box in the header knows none, some and all', () => {
    expect(selectAllState(NO_SELECTION, ROWS.length)).toBe('none');
    expect(selectAllState(selectOnly('a'), ROWS.length)).toBe('some');
    expect(selectAllState(selectAll(NO_SELECTION, ROWS), ROWS.length)).toBe('all');
    expect(selectAllState(NO_SELECTION, 0)).toBe('none');
  });

  test('the last selected row tells how many rows must be there to keep the selection', () => {
    expect(rowsToLastSelected(NO_SELECTION, ROWS)).toBe(0);
    expect(rowsToLastSelected(toggleRow(selectOnly('a'), 'd'), ROWS)).toBe(4);
    expect(rowsToLastSelected(selectOnly('gone'), ROWS)).toBe(0);
  });

  type Step = { op: 'only' | 'toggle' | 'range' | 'addRange' | 'all' | 'clear'; row: number };
  const step: fc.Arbitrary<Step> = fc.record({
    op: fc.constantFrom('only', 'toggle', 'range', 'addRange', 'all', 'clear'),
    row: fc.nat(ROWS.length - 1),
  });

  test('any series of presses selects what a list of flags, kept the slow way, says', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let selection: Selection = NO_SELECTION;
        let flags = ROWS.map(() => false);
        let anchor: number | undefined;
        for (const { op, row } of steps) {
          const id = ROWS[row] as string;
          const from = anchor ?? row;
          const isBetween = (index: number): boolean => index >= Math.min(from, row) && index <= Math.max(from, row);
          switch (op) {
            case 'only':
              selection = selectOnly(id);
              flags = flags.map((_, index) => index === row);
              anchor = row;
              break;
            case 'toggle':
              selection = toggleRow(selection, id);
              flags = flags.map((flag, index) => (index === row ? !flag : flag));
              anchor = row;
              break;
            case 'range':
            case 'addRange':
              selection = extendTo(selection, id, LINES, op === 'addRange');
              flags = flags.map((flag, index) => isBetween(index) || (op === 'addRange' && flag));
              anchor = from;
              break;
            case 'all':
              selection = selectAll(selection, ROWS);
              flags = flags.map(() => true);
              break;
            case 'clear':
              selection = clearSelection(selection);
              flags = flags.map(() => false);
          }
          expect(idsOf(selection)).toEqual(ROWS.filter((_, index) => flags[index]));
        }
      }),
    );
  });
});
