import type { GridAction, GridState } from './gridState';
import { fitToLines, initialGridState, reduceGrid } from './gridState';
import { plainLines } from './lines';

const ROWS = ['a', 'b', 'c', 'd', 'e', 'f'];
const LINES = plainLines(ROWS);
const after = (...actions: GridAction[]): GridState => actions.reduce(reduceGrid, initialGridState(LINES, 4));
const selectedIn = ({ selection }: GridState): string[] => [...selection.ids].sort();
const down = (row: number, isExtending = false): GridAction => ({
  type: 'moveTo',
  to: { row, column: 1 },
  isExtending,
});

describe('state of the grid', () => {
  test('starts on the first value of the first row, with nothing selected', () => {
    const state = initialGridState(LINES, 4);
    expect(state.focus).toEqual({ row: 0, column: 1 });
    expect(selectedIn(state)).toEqual([]);
  });

  test('an empty grid starts in the header and comes down when rows arrive', () => {
    const empty = initialGridState(plainLines([]), 4);
    expect(empty.focus.row).toBe(-1);
    expect(fitToLines(empty, LINES, 4).focus.row).toBe(0);
  });

  test('shift and arrows select from the row where shift went down, and shrink again', () => {
    expect(selectedIn(after(down(1), down(2, true), down(3, true)))).toEqual(['b', 'c', 'd']);
    expect(selectedIn(after(down(1), down(2, true), down(3, true), down(2, true)))).toEqual(['b', 'c']);
    expect(
      selectedIn(after({ type: 'pressRow', at: { row: 0, column: 1 }, mode: 'only' }, down(3), down(4, true))),
    ).toEqual(['d', 'e']);
  });

  test('the very first shift and arrow starts from the focused row', () => {
    expect(selectedIn(after(down(1, true)))).toEqual(['a', 'b']);
  });

  test('moving without shift selects nothing and loses nothing', () => {
    expect(selectedIn(after({ type: 'pressRow', at: { row: 2, column: 0 }, mode: 'toggle' }, down(5)))).toEqual(['c']);
  });

  test('the header check box selects all, then nothing', () => {
    expect(selectedIn(after({ type: 'toggleAll' }))).toEqual(ROWS);
    expect(selectedIn(after({ type: 'toggleAll' }, { type: 'toggleAll' }))).toEqual([]);
  });

  test('after a refresh the rows that still exist stay selected and the focus follows its row', () => {
    const state = after(
      { type: 'pressRow', at: { row: 1, column: 2 }, mode: 'only' },
      { type: 'pressRow', at: { row: 3, column: 2 }, mode: 'toggle' },
    );
    const fitted = fitToLines(state, plainLines(['x', 'd', 'a']), 4);
    expect(selectedIn(fitted)).toEqual(['d']);
    expect(fitted.focus).toEqual({ row: 1, column: 2 });
    expect(fitted.moves).toBe(state.moves);
  });

  test('when the focused row is gone the focus keeps its place as far as rows go', () => {
    const fitted = fitToLines(after(down(5)), plainLines(['a', 'b']), 2);
    expect(fitted.focus).toEqual({ row: 1, column: 1 });
    expect(fitted.focusLineId).toBe('b');
  });

  test('the same rows change nothing', () => {
    const state = after(down(2));
    expect(fitToLines(state, state.lines, 4)).toBe(state);
  });
});
