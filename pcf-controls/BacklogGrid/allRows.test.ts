import { Simulate, act } from 'react-dom/test-utils';
import type { FakePlatform, FakeRow } from './testing/fakeContext';
import { lookup, money } from './testing/fakeContext';
import { milestoneRow, milestoneRows } from './testing/milestoneRows';
import { bar, button, cell, click, focusAt, footer, start, useRunningGrid } from './testing/runningGrid';

useRunningGrid();

describe('selecting all rows of a view', () => {
  const allSelected = (count: number, pageRows: number): FakePlatform => {
    const platform = start(milestoneRows(count), pageRows);
    click(cell(-1, 0));
    return platform;
  };

  test('is offered when all loaded rows are selected and there are more', () => {
    const platform = allSelected(250, 100);
    expect(bar()).toBe('All 100 loaded rows are selected. · Select all 250 rows of this view');
    click(cell(3, 0));
    expect(bar()).toBe('');
    expect(platform.selectedIds).toHaveLength(99);
  });

  test('loads them, says how many they are and what they come to, and selects them only then', () => {
    const platform = allSelected(250, 100);
    button('Select all 250 rows of this view').focus();
    click(button('Select all 250 rows of this view'));
    expect(bar()).toBe('Loading rows: 100 of 250 · Stop');
    expect(document.activeElement?.textContent).toBe('Stop');
    platform.finishLoad(200);
    expect(bar()).toBe('Loading rows: 200 of 250 · Stop');
    platform.finishLoad(250);
    expect(platform.log.filter((entry) => entry.startsWith('load'))).toEqual(['loadNextPage', 'loadNextPage']);
    expect(bar()).toBe('All 250 rows of this view. Line Amount: $25,025.00 · Select 250 rows · Cancel');
    expect(platform.selectedIds).toHaveLength(100);
    click(button('Select 250 rows'));
    expect(platform.selectedIds).toHaveLength(250);
    expect(bar()).toBe('');
    expect(focusAt()).toEqual(['-1', '0']);
  });

  test('stops when it is told to, and leaves the selection as it was', () => {
    const platform = allSelected(400, 100);
    click(button('Select all 400 rows of this view'));
    click(button('Stop'));
    platform.finishLoad(200);
    expect(platform.log.filter((entry) => entry.startsWith('load'))).toEqual(['loadNextPage']);
    expect(platform.selectedIds).toHaveLength(100);
    expect(bar()).toBe('');
  });

  test('ends with a failed page, which the footer tells', () => {
    const platform = allSelected(400, 100);
    click(button('Select all 400 rows of this view'));
    platform.errorMessage = 'The network is gone.';
    platform.finishLoad(100);
    expect(bar()).toBe('');
    expect(footer()).toContain('The network is gone.');
    expect(platform.selectedIds).toHaveLength(100);
    expect(footer()).toContain('of 400');
  });

  test('takes no more than the bound, and says so', () => {
    const platform = allSelected(6000, 2500);
    click(button('Select all 5000+ rows of this view'));
    platform.finishLoad(5000);
    expect(bar()).toContain('The first 5000 of 5000+ rows; no more can be selected at once. Line Amount: $500,500.00');
    click(button('Select 5000 rows'));
    expect(platform.selectedIds).toHaveLength(5000);
    expect(bar()).toBe('No more than 5000 rows can be selected at once.');
  });
});

describe('what filters hide', () => {
  const euro: FakeRow = {
    bbl_amount: money(50, '€50.00'),
    transactioncurrencyid: lookup('transactioncurrency', 'eur', 'Euro'),
  };
  const ROWS: { readonly [id: string]: FakeRow } = {
    row0: milestoneRow('Design'),
    row1: milestoneRow('Build'),
    row2: milestoneRow('Test', euro),
    row3: milestoneRow('Run'),
  };

  /** Filters the names by a text, and lets the rows with these ids match. */
  function filter(platform: FakePlatform, typed: string, ...ids: string[]): void {
    click(cell(-1, 1).querySelector('button')!);
    const dialog = document.querySelector<HTMLElement>('[role=dialog]')!;
    const field = dialog.querySelector('input')!;
    act(() => Simulate.change(field, { target: Object.assign(field, { value: typed }) } as never));
    act(() => Simulate.submit(dialog.querySelector('form')!));
    platform.allIds = ids;
    platform.finishLoad(Infinity);
  }

  test('is counted and totalled per currency against the view without them', () => {
    const platform = start(ROWS);
    filter(platform, 'Design', 'row0');
    expect(footer()).toContain('1 of 4 rows, 3 hidden worth $200.20 US Dollar · €50.00 Euro');
    expect(cell(-1, 1).className).toContain('bbl-filtered');
    expect(cell(-1, 1).querySelector('button')?.getAttribute('aria-label')).toBe(
      'Sort and filter Milestone Name (filtered)',
    );
    click(button('Clear filters'));
    platform.allIds = Object.keys(ROWS);
    platform.finishLoad(4);
    expect(footer()).not.toContain('hidden');
  });

  test('is counted, but not totalled, when the view was not loaded as a whole', () => {
    const platform = start(milestoneRows(300), 100);
    filter(platform, 'Milestone 7', 'row7', 'row70');
    expect(footer()).toContain('2 of 300 rows, 298 hidden');
    expect(footer()).not.toContain('worth');
  });

  test('is told as counted before once somebody else has loaded the rows again', () => {
    const platform = start(ROWS);
    filter(platform, 'Design', 'row0');
    platform.loading = true;
    platform.onUpdate();
    platform.finishLoad(1);
    expect(footer()).toContain(
      'Filters may hide rows; when last counted, 3 hidden worth $200.20 US Dollar · €50.00 Euro.',
    );
    filter(platform, 'Des', 'row0');
    expect(footer()).toContain('Filters may hide rows.');
    expect(button('Clear filters')).toBeDefined();
  });

  test('stays with its view: the filters come back when the view does', () => {
    const platform = start(ROWS);
    filter(platform, 'Design', 'row0');
    const kept = platform.filter;
    const show = (viewId: string): void => {
      platform.viewId = viewId;
      platform.filter = undefined;
      platform.allIds = Object.keys(ROWS);
      platform.loading = true;
      platform.onUpdate();
      platform.finishLoad(4);
    };
    show('view-2');
    expect(platform.filter).toBeUndefined();
    expect(footer()).not.toContain('hidden');
    show('view-1');
    expect(platform.filter).toEqual(kept);
    platform.allIds = ['row0'];
    platform.finishLoad(1);
    expect(footer()).toContain('1 of 4 rows, 3 hidden worth');
  });
});
