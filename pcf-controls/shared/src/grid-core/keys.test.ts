import * as fc from 'fast-check';
import type { Position } from './focus';
import { HEADER_ROW, movedBy } from './focus';
import type { GridCommand, GroupKeys, KeyPress } from './keys';
import { commandOf, RESIZE_STEP_PX } from './keys';

const EXTENT = { rowCount: 100, columnCount: 6, pageRows: 10 };
const CELL: Position = { row: 50, column: 3 };
const HEADER: Position = { row: HEADER_ROW, column: 3 };
const press = (key: string, modifiers: Partial<KeyPress> = {}): KeyPress => ({
  key,
  isCtrl: false,
  isShift: false,
  isAlt: false,
  ...modifiers,
});
const targetOf = (command: GridCommand | undefined): Position | undefined =>
  command?.kind === 'move' ? command.to : undefined;

describe('keys of the grid', () => {
  test.each<[string, Partial<KeyPress>, Position]>([
    ['ArrowUp', {}, { row: 49, column: 3 }],
    ['ArrowDown', {}, { row: 51, column: 3 }],
    ['ArrowLeft', {}, { row: 50, column: 2 }],
    ['ArrowRight', {}, { row: 50, column: 4 }],
    ['Home', {}, { row: 50, column: 0 }],
    ['End', {}, { row: 50, column: 5 }],
    ['Home', { isCtrl: true }, { row: 0, column: 0 }],
    ['End', { isCtrl: true }, { row: 99, column: 5 }],
    ['PageUp', {}, { row: 40, column: 3 }],
    ['PageDown', {}, { row: 60, column: 3 }],
  ])('%s %j moves the focus', (key, modifiers, to) => {
    expect(targetOf(commandOf(press(key, modifiers), CELL, EXTENT, false))).toEqual(to);
  });

  test('right-to-left turns left and right around', () => {
    expect(targetOf(commandOf(press('ArrowLeft'), CELL, EXTENT, true))).toEqual({ row: 50, column: 4 });
  });

  test('shift extends over rows, not over columns, and not from or into the header', () => {
    expect(commandOf(press('ArrowDown', { isShift: true }), CELL, EXTENT, false)).toMatchObject({ isExtending: true });
    expect(commandOf(press('ArrowRight', { isShift: true }), CELL, EXTENT, false)).toMatchObject({
      isExtending: false,
    });
    expect(commandOf(press('ArrowUp', { isShift: true }), { row: 0, column: 1 }, EXTENT, false)).toMatchObject({
      isExtending: false,
    });
    expect(commandOf(press('ArrowDown', { isShift: true }), HEADER, EXTENT, false)).toMatchObject({
      isExtending: false,
    });
  });

  test.each<[string, Partial<KeyPress>, GridCommand]>([
    [' ', {}, { kind: 'toggleRow' }],
    [' ', { isCtrl: true }, { kind: 'toggleRow' }],
    [' ', { isShift: true }, { kind: 'extendToRow' }],
    ['a', { isCtrl: true }, { kind: 'selectAll' }],
    ['Enter', {}, { kind: 'activate' }],
    ['Escape', {}, { kind: 'clear' }],
  ])('on a row %j %j', (key, modifiers, command) => {
    expect(commandOf(press(key, modifiers), CELL, EXTENT, false)).toEqual(command);
  });

  test.each<[string, Partial<KeyPress>, GridCommand]>([
    ['Enter', {}, { kind: 'sort', isAdding: false }],
    [' ', { isShift: true }, { kind: 'sort', isAdding: true }],
    ['ArrowDown', { isAlt: true }, { kind: 'openMenu' }],
    ['F10', { isShift: true }, { kind: 'openMenu' }],
    ['ArrowRight', { isShift: true }, { kind: 'resize', byPx: RESIZE_STEP_PX }],
    ['ArrowLeft', { isShift: true }, { kind: 'resize', byPx: -RESIZE_STEP_PX }],
  ])('on a header %j %j', (key, modifiers, command) => {
    expect(commandOf(press(key, modifiers), HEADER, EXTENT, false)).toEqual(command);
  });

  test('Space on the check box of the header selects all or nothing', () => {
    expect(commandOf(press(' '), { row: HEADER_ROW, column: 0 }, EXTENT, false)).toEqual({ kind: 'toggleAll' });
  });

  test('keys that are not the grid’s stay with the browser', () => {
    expect(commandOf(press('Tab'), CELL, EXTENT, false)).toBeUndefined();
    expect(commandOf(press('ArrowLeft', { isAlt: true }), CELL, EXTENT, false)).toBeUndefined();
    expect(commandOf(press('f', { isCtrl: true }), CELL, EXTENT, false)).toBeUndefined();
  });

  test('from anywhere, every key leads to a cell that exists', () => {
    const extents = fc.record({
      rowCount: fc.nat(500),
      columnCount: fc.integer({ min: 1, max: 30 }),
      pageRows: fc.integer({ min: 1, max: 60 }),
    });
    const keys = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(extents, fc.array(fc.tuple(keys, fc.boolean()), { maxLength: 40 }), (extent, presses) => {
        let at: Position = { row: HEADER_ROW, column: 0 };
        for (const [key, isFar] of presses) {
          at = movedBy(key, at, isFar, extent) as Position;
          expect(at.row).toBeGreaterThanOrEqual(HEADER_ROW);
          expect(at.row).toBeLessThan(Math.max(extent.rowCount, HEADER_ROW + 1));
          expect(at.column).toBeGreaterThanOrEqual(0);
          expect(at.column).toBeLessThan(extent.columnCount);
        }
      }),
    );
  });
});

describe('keys on groups', () => {
  const expanded: GroupKeys = { isExpanded: true, titleColumns: 2, line: 50 };
  const collapsed: GroupKeys = { ...expanded, isExpanded: false };
  const on = (key: string, column: number, group: GroupKeys, isRightToLeft = false) =>
    commandOf(press(key), { row: 50, column }, EXTENT, isRightToLeft, group);

  test('left collapses and right expands, and beyond that they move', () => {
    expect(on('ArrowLeft', 1, expanded)).toEqual({ kind: 'fold' });
    expect(on('ArrowLeft', 0, expanded)).toEqual({ kind: 'fold' });
    expect(on('ArrowRight', 1, collapsed)).toEqual({ kind: 'fold' });
    expect(targetOf(on('ArrowLeft', 1, collapsed))).toEqual({ row: 50, column: 0 });
    expect(targetOf(on('ArrowRight', 0, collapsed))).toEqual({ row: 50, column: 1 });
    expect(targetOf(on('ArrowLeft', 4, expanded))).toEqual({ row: 50, column: 3 });
  });

  test('the title is one stop, whichever of its columns the focus came down in', () => {
    expect(targetOf(on('ArrowRight', 1, expanded))).toEqual({ row: 50, column: 3 });
    expect(targetOf(on('ArrowLeft', 2, collapsed))).toEqual({ row: 50, column: 0 });
    expect(targetOf(on('ArrowDown', 2, expanded))).toEqual({ row: 51, column: 2 });
  });

  test('Enter turns a group around, and on its check box selects, as Space does everywhere', () => {
    expect(on('Enter', 1, collapsed)).toEqual({ kind: 'fold' });
    expect(on('Enter', 0, collapsed)).toEqual({ kind: 'toggleRow' });
    expect(on(' ', 1, collapsed)).toEqual({ kind: 'toggleRow' });
  });

  test('left of the first cell of a row lies its group', () => {
    const inGroup = { ...expanded, line: 48 };
    expect(targetOf(on('ArrowLeft', 0, inGroup))).toEqual({ row: 48, column: 0 });
    expect(targetOf(on('ArrowLeft', 1, inGroup))).toEqual({ row: 50, column: 0 });
    expect(on('Enter', 1, inGroup)).toEqual({ kind: 'activate' });
  });

  test('right-to-left turns them around too', () => {
    expect(on('ArrowRight', 1, expanded, true)).toEqual({ kind: 'fold' });
    expect(on('ArrowLeft', 1, collapsed, true)).toEqual({ kind: 'fold' });
  });
});
