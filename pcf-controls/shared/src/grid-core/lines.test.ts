import * as fc from 'fast-check';
import { addExact } from './amounts';
import type { GridAction, GridState } from './gridState';
import { fitToLines, initialGridState, reduceGrid } from './gridState';
import type { Folds, GridLines, GroupValue } from './lines';
import {
  ALL_COLLAPSED,
  ALL_EXPANDED,
  groupAround,
  groupedLines,
  groupOn,
  groupRows,
  isCollapsed,
  plainLines,
  toggleFold,
} from './lines';
import type { AmountCell, CurrencyTotal } from './totals';
import { totalAmounts } from './totals';

const ROWS = ['a1', 'b1', 'a2', 'c1', 'b2', 'a3'];
const byLetter = (id: string): GroupValue => ({ key: id.charAt(0), title: `Group ${id.charAt(0)}` });
const linesOf = (folds: Folds = ALL_EXPANDED): GridLines => groupedLines(ROWS, groupRows(ROWS, byLetter), folds);

/** Rows that belong to one of a few groups, in any order. */
const rows = fc
  .array(fc.nat(4), { maxLength: 40 })
  .map((keys) => keys.map((key, index) => ({ id: `row${index}`, key: `g${key}` })));
const folds = fc
  .record({ isRule: fc.boolean(), exceptions: fc.uniqueArray(fc.nat(4)) })
  .map(({ isRule, exceptions }): Folds => ({ isRule, exceptions: new Set(exceptions.map((key) => `g${key}`)) }));

describe('rows in groups', () => {
  test('groups come in the order of their first rows, rows in the order they had', () => {
    expect(linesOf().ids).toEqual(['group:a', 'a1', 'a2', 'a3', 'group:b', 'b1', 'b2', 'group:c', 'c1']);
  });

  test('a collapsed group is one line, and its rows are still there', () => {
    const lines = linesOf(toggleFold(ALL_EXPANDED, 'a'));
    expect(lines.ids).toEqual(['group:a', 'group:b', 'b1', 'b2', 'group:c', 'c1']);
    expect(lines.rowIds).toBe(ROWS);
    expect(groupOn(lines, 0)).toMatchObject({ title: 'Group a', isExpanded: false, rowIds: ['a1', 'a2', 'a3'] });
  });

  test('all are collapsed or expanded at once, and those to come with them', () => {
    const folded = toggleFold(ALL_COLLAPSED, 'b');
    expect(linesOf(folded).ids).toEqual(['group:a', 'group:b', 'b1', 'b2', 'group:c']);
    expect(isCollapsed(folded, 'not loaded yet')).toBe(true);
    expect(toggleFold(folded, 'b')).toEqual(ALL_COLLAPSED);
  });

  test('every row is in exactly one group, and every group has rows', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const groups = groupRows(
          all.map(({ id }) => id),
          (id) => ({ key: all.find((row) => row.id === id)!.key, title: '' }),
        );
        expect(groups.flatMap(({ rowIds }) => rowIds).sort()).toEqual(all.map(({ id }) => id).sort());
        for (const { key, rowIds } of groups) {
          expect(rowIds).toEqual(all.filter((row) => row.key === key).map(({ id }) => id));
          expect(rowIds.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a line belongs to the group above it, on every line and whatever is collapsed', () => {
    fc.assert(
      fc.property(rows, folds, (all, folded) => {
        const ids = all.map(({ id }) => id);
        const groups = groupRows(ids, (id) => ({ key: all.find((row) => row.id === id)!.key, title: '' }));
        const lines = groupedLines(ids, groups, folded);
        let above: string | undefined;
        lines.ids.forEach((id, line) => {
          above = lines.groupById.get(id)?.key ?? above;
          expect(groupAround(lines, line)?.key).toBe(above);
        });
        expect(groupAround(plainLines(ids), 0)).toBeUndefined();
      }),
    );
  });

  test('the subtotals of the groups add up to the total, exactly and per currency', () => {
    const cell = fc.record({
      units: fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      decimals: fc.nat(4),
      currencyKey: fc.constantFrom('usd', 'eur', 'jpy'),
      group: fc.nat(3),
    });
    const toCell = ({
      units,
      decimals,
      currencyKey,
    }: typeof cell extends fc.Arbitrary<infer C> ? C : never): AmountCell => ({
      currencyKey,
      currencyName: currencyKey,
      amount: { units, decimals },
      textOf: () => '',
    });
    const exact = (totals: readonly CurrencyTotal[]): ReadonlyMap<string, bigint> => {
      const sums = new Map<string, bigint>();
      for (const { currencyKey, total } of totals) {
        const { units } = addExact(total!, { units: 0n, decimals: 4 });
        sums.set(currencyKey, (sums.get(currencyKey) ?? 0n) + units);
      }
      return new Map([...sums].sort());
    };
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const ids = cells.map((_, index) => String(index));
        const groups = groupRows(ids, (id) => ({ key: String(cells[Number(id)]!.group), title: '' }));
        const subtotals = groups.flatMap(({ rowIds }) => totalAmounts(rowIds.map((id) => toCell(cells[Number(id)]!))));
        expect(exact(subtotals)).toEqual(exact(totalAmounts(cells.map(toCell))));
      }),
    );
  });
});

describe('selection over groups', () => {
  const press = (line: number, mode: 'only' | 'toggle' | 'range' | 'addRange'): GridAction => ({
    type: 'pressRow',
    at: { row: line, column: 0 },
    mode,
  });
  const after = (lines: GridLines, ...actions: GridAction[]): GridState =>
    actions.reduce(reduceGrid, initialGridState(lines, 4));
  const selectedIn = ({ selection }: GridState): string[] => [...selection.ids].sort();

  test('a group’s check box selects its rows, the rest of them, or none', () => {
    expect(selectedIn(after(linesOf(), press(0, 'toggle')))).toEqual(['a1', 'a2', 'a3']);
    expect(selectedIn(after(linesOf(), press(2, 'toggle'), press(0, 'toggle')))).toEqual(['a1', 'a2', 'a3']);
    expect(selectedIn(after(linesOf(), press(5, 'toggle'), press(0, 'toggle'), press(0, 'toggle')))).toEqual(['b1']);
  });

  test('a range takes the rows of collapsed groups along and those of expanded ones as far as it goes', () => {
    const collapsed = linesOf(toggleFold(ALL_EXPANDED, 'b'));
    expect(selectedIn(after(collapsed, press(3, 'only'), press(6, 'range')))).toEqual(['a3', 'b1', 'b2', 'c1']);
    expect(selectedIn(after(linesOf(), press(3, 'only'), press(5, 'range')))).toEqual(['a3', 'b1']);
  });

  test('collapsing hides rows and keeps them selected, and the focus stays on the group', () => {
    const state = after(linesOf(), press(4, 'toggle'));
    const fitted = fitToLines(state, linesOf(toggleFold(ALL_EXPANDED, 'b')), 4);
    expect(selectedIn(fitted)).toEqual(['b1', 'b2']);
    expect(fitted.focus.row).toBe(4);
    const ungrouped = fitToLines(state, plainLines(ROWS), 4);
    expect(selectedIn(ungrouped)).toEqual(['b1', 'b2']);
    expect(ungrouped.selection.anchorId).toBeUndefined();
  });

  test('any series of presses and folds selects what flags, kept the slow way, say', () => {
    const step = fc.record({
      op: fc.constantFrom('only', 'toggle', 'range', 'addRange', 'toggleAll', 'clear', 'fold'),
      line: fc.nat(60),
    });
    fc.assert(
      fc.property(rows, folds, fc.array(step, { maxLength: 25 }), (all, firstFolds, steps) => {
        const ids = all.map(({ id }) => id);
        const keyOf = (id: string): string => all.find((row) => row.id === id)!.key;
        const groups = groupRows(ids, (id) => ({ key: keyOf(id), title: '' }));
        let folded = firstFolds;
        let state = initialGridState(groupedLines(ids, groups, folded), 4);
        let chosen: string[] = [];
        let anchor: string | undefined;
        const underGroup = (lineId: string): string[] =>
          all.filter(({ key }) => `group:${key}` === lineId).map(({ id }) => id);
        for (const { op, line } of steps) {
          const shown = state.lines.ids;
          if (shown.length === 0) continue;
          const at = line % shown.length;
          const lineId = shown[at] as string;
          const isGroup = lineId.startsWith('group:');
          const ofLine = isGroup ? underGroup(lineId) : [lineId];
          if (op === 'fold') {
            folded = toggleFold(folded, groupAround(state.lines, at)!.key);
            state = fitToLines(state, groupedLines(ids, groups, folded), 4);
            continue;
          }
          if (op === 'toggleAll' || op === 'clear') {
            state = reduceGrid(state, { type: op });
            chosen = op === 'clear' || chosen.length === ids.length ? [] : [...ids];
            continue;
          }
          state = reduceGrid(state, press(at, op));
          if (op === 'only') chosen = ofLine;
          if (op === 'toggle') {
            const isAll = ofLine.every((id) => chosen.includes(id));
            chosen = chosen.filter((id) => !ofLine.includes(id)).concat(isAll ? [] : ofLine);
          }
          if (op === 'range' || op === 'addRange') {
            const start = anchor !== undefined && shown.includes(anchor) ? shown.indexOf(anchor) : at;
            const between = shown.filter((_, index) => index >= Math.min(start, at) && index <= Math.max(start, at));
            const added = between.flatMap((id) => {
              if (!id.startsWith('group:')) return [id];
              return isCollapsed(folded, id.slice('group:'.length)) ? underGroup(id) : [];
            });
            chosen = [...new Set(op === 'addRange' ? [...chosen, ...added] : added)];
            anchor = shown[start];
          } else {
            anchor = lineId;
          }
          expect(selectedIn(state)).toEqual([...chosen].sort());
        }
      }),
    );
  });
});
