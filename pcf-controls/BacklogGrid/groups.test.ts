import type { FakeRow } from './testing/fakeContext';
import { lookup } from './testing/fakeContext';
import { milestoneRow, milestoneRows, onDraft } from './testing/milestoneRows';
import {
  bar,
  button,
  cell,
  click,
  focusAt,
  footer,
  grid,
  groupBy,
  host,
  press,
  selectedRows,
  start,
  tabIn,
  useRunningGrid,
} from './testing/runningGrid';

useRunningGrid();

const contract = (id: string, name: string): FakeRow => ({ bbl_contractid: lookup('bbl_contract', id, name) });
const yen: FakeRow = {
  bbl_amount: { value: 500, text: '¥500' },
  transactioncurrencyid: lookup('transactioncurrency', 'jpy', 'Yen'),
};
/** Adatum: Design, Test; Contoso: Build, and Run in yen; without a contract: Loose. Sorted as given. */
const ROWS: { readonly [id: string]: FakeRow } = {
  row0: milestoneRow('Design', contract('c1', 'Adatum')),
  row1: milestoneRow('Build', contract('c2', 'Contoso')),
  row2: milestoneRow('Test', contract('c1', 'Adatum')),
  row3: milestoneRow('Run', { ...contract('c2', 'Contoso'), ...yen }),
  row4: milestoneRow('Loose', { bbl_contractid: { value: null, text: '' } }),
};
/** What stands on the lines, from top to bottom: titles of groups and names of rows. */
const lines = (): string[] =>
  [...host().querySelectorAll<HTMLElement>('.bbl-body [role=row]')]
    .sort((left, right) => Number(left.dataset['row']) - Number(right.dataset['row']))
    .map((row) => row.querySelector('[data-column="1"]')?.textContent ?? '');
const row = (line: number): HTMLElement => host().querySelector<HTMLElement>(`[role=row][data-row="${line}"]`)!;
const box = (line: number): HTMLElement => row(line).querySelector<HTMLElement>('[role=checkbox]')!;

const BY_CONTRACT = ['Adatum (2)', 'Design', 'Test', 'Contoso (2)', 'Build', 'Run', '(none) (1)', 'Loose'];

describe('groups', () => {
  test('hold the rows of a contract, in the order of the rows, with their count and subtotals per currency', () => {
    start(ROWS);
    groupBy('Contract');
    expect(lines()).toEqual(BY_CONTRACT);
    expect(cell(0, 3).textContent).toBe('$200.20');
    expect(cell(3, 3).textContent).toBe('$100.10¥500');
    expect(cell(3, 3).firstElementChild?.getAttribute('aria-label')).toBe('$100.10 US Dollar · ¥500 Yen');
    groupBy('None');
    expect(lines()).toEqual(['Design', 'Build', 'Test', 'Run', 'Loose']);
  });

  test('are told to assistive technology as a tree of rows', () => {
    start(ROWS);
    expect(grid().getAttribute('role')).toBe('grid');
    expect(row(0).hasAttribute('aria-level')).toBe(false);
    groupBy('Contract');
    expect(grid().getAttribute('role')).toBe('treegrid');
    expect(grid().getAttribute('aria-rowcount')).toBe('9');
    const told = (line: number): (string | null)[] =>
      ['aria-level', 'aria-expanded', 'aria-posinset', 'aria-setsize', 'aria-rowindex'].map((name) =>
        row(line).getAttribute(name),
      );
    expect(told(3)).toEqual(['1', 'true', '2', '3', '5']);
    expect(told(5)).toEqual(['2', null, '2', '2', '7']);
    expect(cell(3, 1).getAttribute('aria-colspan')).toBe('2');
    expect(cell(3, 3).getAttribute('aria-colindex')).toBe('4');
  });

  test('the keyboard collapses, expands, enters and leaves them', () => {
    start(ROWS);
    groupBy('Contract');
    tabIn();
    press('Control+Home', 'ArrowRight');
    expect(focusAt()).toEqual(['0', '1']);
    press('ArrowLeft');
    expect(row(0).getAttribute('aria-expanded')).toBe('false');
    expect(lines().slice(0, 2)).toEqual(['Adatum (2)', 'Contoso (2)']);
    expect(focusAt()).toEqual(['0', '1']);
    press('ArrowRight');
    expect(row(0).getAttribute('aria-expanded')).toBe('true');
    press('ArrowRight');
    expect(focusAt()).toEqual(['0', '3']);
    press('Home', 'ArrowDown', 'ArrowDown', 'ArrowLeft');
    expect(focusAt()).toEqual(['0', '0']);
    press('ArrowRight', 'Enter');
    expect(row(0).getAttribute('aria-expanded')).toBe('false');
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  test('a press on the title collapses and expands, and opens nothing', () => {
    const platform = start(ROWS);
    groupBy('Contract');
    click(cell(3, 1));
    expect(lines()).toEqual(['Adatum (2)', 'Design', 'Test', 'Contoso (2)', '(none) (1)', 'Loose']);
    click(cell(3, 3));
    expect(lines()).toEqual(BY_CONTRACT);
    cell(3, 1).dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
    expect(platform.log.filter((entry) => entry.startsWith('open'))).toEqual([]);
  });

  test('all are collapsed and expanded at once', () => {
    start(ROWS);
    groupBy('Contract');
    click(button('Collapse all'));
    expect(lines()).toEqual(['Adatum (2)', 'Contoso (2)', '(none) (1)']);
    click(button('Expand all'));
    expect(lines()).toEqual(BY_CONTRACT);
  });

  test('the check box of a group selects its rows, collapsed or not, and says how many of them are', () => {
    const platform = start(ROWS);
    groupBy('Contract');
    click(box(0));
    expect(platform.selectedIds).toEqual(['row0', 'row2']);
    expect(footer()).toContain('(2 selected)SelectedLine Amount: $200.20');
    click(cell(3, 1));
    click(box(3));
    expect(platform.selectedIds).toEqual(['row0', 'row2', 'row1', 'row3']);
    click(cell(3, 1));
    click(box(4));
    expect(box(3).getAttribute('aria-checked')).toBe('mixed');
    expect(selectedRows()).toEqual(['0', '1', '2', '5']);
    tabIn();
    press('Control+a', 'Control+Home', 'Space');
    expect(platform.selectedIds).toEqual(['row1', 'row3', 'row4']);
  });

  test('the reason of a blocked row is found in its group', () => {
    start({ ...ROWS, row2: milestoneRow('Test', { ...contract('c1', 'Adatum'), ...onDraft('INV-1') }) });
    groupBy('Contract');
    tabIn();
    press('Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(document.querySelector('[role=tooltip]')?.textContent).toContain('BBL-MST-02: Test is on draft INV-1.');
  });

  test('a grouping belongs to its view, and comes back with it', () => {
    const platform = start(ROWS);
    groupBy('Contract');
    click(cell(0, 1));
    platform.viewId = 'view-2';
    platform.onUpdate();
    expect(grid().getAttribute('role')).toBe('grid');
    platform.viewId = 'view-1';
    platform.onUpdate();
    expect(lines().slice(0, 2)).toEqual(['Adatum (2)', 'Contoso (2)']);
  });
});

describe('groups of a view with more pages', () => {
  const paged = (count: number, pageRows: number) => {
    const platform = start(milestoneRows(count), pageRows);
    groupBy('Contract');
    return platform;
  };

  test('load the pages, one at a time, and count what is there until then', () => {
    const platform = paged(250, 100);
    expect(lines()[0]).toBe('Adatum production (100+)');
    expect(grid().getAttribute('aria-rowcount')).toBe('-1');
    expect(bar()).toBe('Loading rows: 100 of 250 · Stop');
    platform.finishLoad(200);
    platform.finishLoad(250);
    expect(platform.log).toEqual(['loadNextPage', 'loadNextPage']);
    expect(lines()[0]).toBe('Adatum production (250)');
    expect(cell(0, 3).textContent).toBe('$25,025.00');
    expect(bar()).toBe('');
  });

  test('stop when they are told to, say what they lack, and go on when asked', () => {
    const platform = paged(400, 100);
    click(button('Stop'));
    platform.finishLoad(200);
    expect(bar()).toBe('The groups hold 200 of 400 rows. · Load more rows');
    click(button('Collapse all'));
    tabIn();
    press('Control+End');
    expect(platform.log).toEqual(['loadNextPage']);
    click(button('Load more rows'));
    platform.finishLoad(300);
    platform.finishLoad(400);
    expect(platform.log).toHaveLength(3);
    expect(lines()).toEqual(['Adatum production (400)']);
  });
});
