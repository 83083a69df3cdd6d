import { act, Simulate } from 'react-dom/test-utils';
import { MilestoneSplit } from '@bbl/dataverse/generated/tables';
import type * as ViewMemories from './mapping/viewMemory';
import { ViewMemory } from './mapping/viewMemory';
import type { FakePlatform } from './testing/fakeContext';
import { milestoneRow } from './testing/milestoneRows';
import {
  button,
  cell,
  click,
  comeBack,
  footer,
  grid,
  groupBy,
  host,
  start,
  useRunningGrid,
} from './testing/runningGrid';

useRunningGrid();

const ROWS = { row0: milestoneRow('Design'), row1: milestoneRow('Build'), row2: milestoneRow('Test') };
const SORT_BY_AMOUNT = [{ name: MilestoneSplit.Amount, sortDirection: 0 }];

/** Filters the names by "Design", and lets the first row match. */
function filterByDesign(platform: FakePlatform): void {
  click(cell(-1, 1).querySelector('button')!);
  const dialog = document.querySelector<HTMLElement>('[role=dialog]')!;
  const field = dialog.querySelector('input')!;
  act(() => Simulate.change(field, { target: Object.assign(field, { value: 'Design' }) } as never));
  act(() => Simulate.submit(dialog.querySelector('form')!));
  show(platform, 'row0');
}

function show(platform: FakePlatform, ...ids: string[]): void {
  platform.allIds = ids;
  platform.finishLoad(Infinity);
}

const rowsShown = (): number => host().querySelectorAll('.bbl-body [role=row]').length;

describe('a view that is opened again after a row', () => {
  test('has the filter that it had: marked in its header, counted below, and to be cleared', () => {
    const platform = start(ROWS);
    filterByDesign(platform);
    const { filter } = platform;
    platform.allIds = Object.keys(ROWS);
    comeBack(platform);
    expect(platform.filter).toEqual(filter);
    expect(platform.log.filter((entry) => entry === 'refresh')).toHaveLength(1);
    show(platform, 'row0');
    expect(cell(-1, 1).className).toContain('bbl-filtered');
    expect(footer()).toContain('1 of 3 rows, 2 hidden worth $200.20');
    click(button('Clear filters'));
    expect(platform.filter).toBeUndefined();
    comeBack(platform);
    expect(platform.log).not.toContain('refresh');
  });

  test('shows no row that the filter hides, not even for a moment', () => {
    const platform = start(ROWS);
    filterByDesign(platform);
    platform.allIds = Object.keys(ROWS);
    comeBack(platform);
    platform.onUpdate();
    expect(rowsShown()).toBe(0);
    expect(host().textContent).toContain('Loading rows');
    show(platform, 'row0');
    expect(rowsShown()).toBe(1);
  });

  test('is sorted and grouped as it was, with the same groups collapsed', () => {
    const platform = start(ROWS);
    click(cell(-1, 3));
    platform.finishLoad(3);
    groupBy('Contract');
    click(cell(0, 1));
    comeBack(platform);
    expect(platform.sorting).toEqual(SORT_BY_AMOUNT);
    platform.finishLoad(3);
    expect(grid().getAttribute('role')).toBe('treegrid');
    expect(rowsShown()).toBe(1);
  });

  test('loads its rows once when nothing was chosen in it', () => {
    const platform = start(ROWS);
    comeBack(platform);
    expect(platform.log).not.toContain('refresh');
  });

  test('does without the filter of a column that it has no more', () => {
    const platform = start(ROWS);
    filterByDesign(platform);
    platform.columns.splice(0, platform.columns.length, ...platform.columns.slice(1));
    comeBack(platform);
    expect(platform.filter).toBeUndefined();
    expect(platform.log).not.toContain('refresh');
  });
});

test('each row of a form has what was chosen on it: the grid below another row starts as the view has it', () => {
  const platform = start(ROWS);
  groupBy('Contract');
  start(ROWS);
  expect(grid().getAttribute('role')).toBe('grid');
  comeBack(platform);
  expect(grid().getAttribute('role')).toBe('treegrid');
});

test('after the page is loaded anew the state that the platform kept brings everything back', () => {
  const platform = start(ROWS);
  click(cell(-1, 3));
  platform.finishLoad(3);
  filterByDesign(platform);
  groupBy('Contract');
  click(cell(0, 1));
  const [[viewKey = ''] = []] = Object.entries(platform.controlState ?? {});
  jest.isolateModules(() => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- a module of its own, as on a new page
    const reloaded = require('./mapping/viewMemory') as typeof ViewMemories;
    const memory = new reloaded.ViewMemory();
    memory.open(JSON.parse(JSON.stringify(platform.controlState)));
    expect(memory.of(viewKey)).toEqual({
      sorts: [{ columnKey: MilestoneSplit.Amount, isDescending: false }],
      filters: new Map([[MilestoneSplit.Name, { kind: 'contains', text: 'Design' }]]),
      groupBy: MilestoneSplit.ContractId,
      folds: { isRule: false, exceptions: new Set(['contract-1']) },
    });
  });
});

test('a platform that has kept nothing may say so with null', () => {
  const memory = new ViewMemory();
  memory.open(null);
  expect(memory.of('any view')).toEqual({});
});

test('a state that cannot be read is none', () => {
  const platform = start(ROWS);
  platform.controlState = { 'parent/view': '{"filters":' };
  platform.parentId = 'parent';
  expect(() => comeBack(platform)).not.toThrow();
  expect(rowsShown()).toBe(3);
});
