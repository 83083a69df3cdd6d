import * as ReactDOM from 'react-dom';
import { act, Simulate } from 'react-dom/test-utils';
import { BacklogGrid } from './index';
import { FakePlatform, lookup } from './testing/fakeContext';
import { MILESTONE_COLUMNS, milestoneRow, milestoneRows, onDraft } from './testing/milestoneRows';
import {
  button,
  cell,
  click,
  focusAt,
  footer,
  grid,
  host,
  press,
  selectedRows,
  start,
  tabIn,
  TABLE,
  useRunningGrid,
} from './testing/runningGrid';

useRunningGrid();

describe('the grid to assistive technology', () => {
  test('is a grid with the view’s name, counts and indexes', () => {
    start(milestoneRows(50));
    expect(grid().getAttribute('aria-label')).toBe('Fixed Price Milestones');
    expect(grid().getAttribute('aria-multiselectable')).toBe('true');
    expect(grid().getAttribute('aria-rowcount')).toBe('51');
    expect(grid().getAttribute('aria-colcount')).toBe(String(MILESTONE_COLUMNS.length + 1));
    expect(cell(0, 1).closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2');
    expect(cell(0, 2).getAttribute('aria-colindex')).toBe('3');
    expect(host().querySelectorAll('[role=columnheader]')).toHaveLength(MILESTONE_COLUMNS.length + 1);
  });

  test('has one tab stop, which follows the focus', () => {
    start(milestoneRows(50));
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
    tabIn();
    press('ArrowDown', 'ArrowRight');
    expect(focusAt()).toEqual(['1', '2']);
    expect(grid().querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  test('does not know how many rows there are when the platform does not', () => {
    start(milestoneRows(5100), 100);
    expect(grid().getAttribute('aria-rowcount')).toBe('-1');
    expect(footer()).toContain('1 - 100 of 5000+');
  });

  test('a blocked row describes its status and its check box with the reason, and shows it on focus', () => {
    start({ row0: milestoneRow('Design', onDraft('INV-1001')), row1: milestoneRow('Build') });
    const described = document.getElementById(cell(0, 4).getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toContain('BBL-MST-02: Design is on draft INV-1001.');
    expect(cell(0, 0).querySelector('[role=checkbox]')?.getAttribute('aria-describedby')).toBe(described?.id);
    expect(cell(1, 4).hasAttribute('aria-describedby')).toBe(false);
    tabIn();
    press('ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(document.querySelector('[role=tooltip]')?.textContent).toContain('BBL-MST-02');
    press('Escape');
    expect(document.querySelector('[role=tooltip]')).toBeNull();
  });
});

describe('rows', () => {
  test('only those in sight are drawn, whatever there are', () => {
    start(milestoneRows(3000));
    expect(host().querySelectorAll('.bbl-body [role=row]').length).toBeLessThan(60);
    expect(host().querySelector<HTMLElement>('.bbl-body')?.style.height).toBe(`${3000 * 36}px`);
  });

  test('the focus goes to the last row and back, and is never lost', () => {
    start(milestoneRows(3000));
    tabIn();
    press('Control+End');
    expect(focusAt()).toEqual(['2999', String(MILESTONE_COLUMNS.length)]);
    press('Control+Home');
    expect(focusAt()).toEqual(['0', '0']);
    press('PageDown');
    expect(focusAt()).toEqual(['12', '0']);
  });

  test('the next page is asked for near the end, and never while one is under way', () => {
    const platform = start(milestoneRows(300), 100);
    tabIn();
    press('Control+End');
    act(() => Simulate.scroll(host().querySelector('.bbl-scroll')!));
    expect(platform.log).toEqual(['loadNextPage']);
    press('ArrowUp', 'ArrowDown');
    expect(platform.log).toEqual(['loadNextPage']);
    platform.finishLoad(200);
    expect(footer()).toContain('1 - 200 of 300');
    expect(platform.log.some((entry) => entry.includes('parallel'))).toBe(false);
  });

  test('Enter and a double click open the row, a link what it names', () => {
    const platform = start(milestoneRows(5));
    tabIn();
    press('ArrowDown', 'Enter');
    act(() => void cell(2, 2).dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    click(cell(3, 1).querySelector('[role=link]')!);
    click(cell(4, 5).querySelector('[role=link]')!);
    expect(platform.log.filter((entry) => entry.startsWith('open'))).toEqual([
      'open row1',
      'open row2',
      'open row3',
      'openForm bbl_contract contract-1',
    ]);
  });
});

describe('selection', () => {
  test('click, ctrl and shift select, and the page hears of it', () => {
    const platform = start(milestoneRows(9));
    click(cell(2, 2));
    click(cell(5, 2), { ctrlKey: true });
    expect(selectedRows()).toEqual(['2', '5']);
    click(cell(7, 2), { shiftKey: true });
    expect(selectedRows()).toEqual(['5', '6', '7']);
    click(cell(0, 0));
    expect(selectedRows()).toEqual(['0', '5', '6', '7']);
    expect(platform.selectedIds).toEqual(['row5', 'row6', 'row7', 'row0']);
  });

  test('the keyboard selects the same way', () => {
    const platform = start(milestoneRows(9));
    tabIn();
    press('ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown');
    expect(selectedRows()).toEqual(['1', '2', '3']);
    press('ArrowDown', 'ArrowDown', 'Space');
    expect(selectedRows()).toEqual(['1', '2', '3', '5']);
    press('Control+a');
    expect(platform.selectedIds).toHaveLength(9);
    press('Escape');
    expect(platform.selectedIds).toEqual([]);
  });

  test('the check box of the header is mixed, all or nothing', () => {
    start(milestoneRows(3));
    const box = (): HTMLElement => cell(-1, 0).querySelector<HTMLElement>('[role=checkbox]')!;
    expect(box().getAttribute('aria-checked')).toBe('false');
    click(cell(1, 0));
    expect(box().getAttribute('aria-checked')).toBe('mixed');
    click(box());
    expect(box().getAttribute('aria-checked')).toBe('true');
    expect(selectedRows()).toEqual(['0', '1', '2']);
    click(box());
    expect(selectedRows()).toEqual([]);
  });

  test('the footer counts the selected rows and totals them exactly per currency', () => {
    const yen = {
      bbl_amount: { value: 500, text: '¥500' },
      transactioncurrencyid: lookup('transactioncurrency', 'jpy', 'Yen'),
    };
    start({ row0: milestoneRow('a'), row1: milestoneRow('b'), row2: milestoneRow('c', yen) });
    expect(footer()).toBe('1 - 3 of 3All rowsLine Amount: $200.20 US Dollar · ¥500 Yen');
    click(cell(0, 0));
    click(cell(1, 0));
    expect(footer()).toBe('1 - 3 of 3 (2 selected)SelectedLine Amount: $200.20');
    click(cell(2, 0));
    expect(footer()).toContain('$200.20 US Dollar · ¥500 Yen');
  });

  test('without a selection all rows are totalled, but only when all of them are there', () => {
    const platform = start(milestoneRows(30), 20);
    expect(footer()).not.toContain('All rows');
    platform.finishLoad(30);
    expect(footer()).toContain('All rowsLine Amount: $3,003.00');
  });

  test('a refresh keeps the rows that still exist selected', () => {
    const platform = start(milestoneRows(4));
    click(cell(1, 0));
    click(cell(3, 0));
    platform.allIds = ['row3', 'row0', 'row2'];
    platform.finishLoad(4);
    expect(platform.selectedIds).toEqual(['row3']);
    expect(selectedRows()).toEqual(['0']);
  });

  test('a refresh that empties the grid for a moment loses neither selection nor place', () => {
    const platform = start(milestoneRows(200));
    click(cell(3, 0));
    const { allIds } = platform;
    platform.allIds = [];
    platform.loading = true;
    platform.list();
    platform.onUpdate();
    // There is still room for the rows in sight, so the scroll position stands.
    expect(parseInt(host().querySelector<HTMLElement>('.bbl-body')!.style.height, 10)).toBeGreaterThanOrEqual(480);
    platform.allIds = allIds;
    platform.finishLoad(200);
    expect(platform.selectedIds).toEqual(['row3']);
    expect(selectedRows()).toEqual(['3']);
  });

  test('a refresh that starts again at the first page loads the pages of before and loses no selection', () => {
    const platform = start(milestoneRows(300), 100);
    tabIn();
    press('Control+End', 'Space');
    platform.finishLoad(200);
    press('Control+End', 'Space');
    platform.finishLoad(300);
    expect(platform.selectedIds).toEqual(['row99', 'row199']);
    platform.log.length = 0;
    platform.finishLoad(100);
    platform.finishLoad(200);
    platform.finishLoad(300);
    expect(platform.log.filter((entry) => entry === 'loadNextPage')).toHaveLength(2);
    expect(platform.selectedIds).toEqual(['row99', 'row199']);
  });
});

describe('headers', () => {
  test('a press sorts, another turns around, with shift several columns sort', () => {
    const platform = start(milestoneRows(3));
    click(cell(-1, 3));
    expect(platform.sorting).toEqual([{ name: 'bbl_amount', sortDirection: 0 }]);
    platform.finishLoad(3);
    expect(cell(-1, 3).getAttribute('aria-sort')).toBe('ascending');
    press('Enter');
    expect(platform.sorting).toEqual([{ name: 'bbl_amount', sortDirection: 1 }]);
    platform.finishLoad(3);
    press('ArrowLeft', 'Shift+Enter');
    expect(platform.sorting.map(({ name }) => name)).toEqual(['bbl_amount', 'bbl_date']);
    expect(platform.log.filter((entry) => entry === 'refresh')).toHaveLength(3);
  });

  test('shift and arrows size a column', () => {
    start(milestoneRows(3));
    tabIn();
    press('ArrowUp');
    const widths = (): string => grid().style.getPropertyValue('--bbl-columns');
    const before = parseInt(widths(), 10);
    press('Shift+ArrowRight');
    expect(parseInt(widths(), 10)).toBe(before + 16);
    press('Shift+ArrowLeft', 'Shift+ArrowLeft');
    expect(parseInt(widths(), 10)).toBe(before - 16);
  });

  test('the menu filters by amount and takes the filter away again', () => {
    const platform = start(milestoneRows(3));
    tabIn();
    press('ArrowUp', 'ArrowRight', 'ArrowRight', 'Alt+ArrowDown');
    const dialog = (): HTMLElement | null => document.querySelector<HTMLElement>('[role=dialog]');
    const [low] = dialog()!.querySelectorAll('input');
    act(() => Simulate.change(low!, { target: Object.assign(low!, { value: 'many' }) } as never));
    expect(low!.getAttribute('aria-invalid')).toBe('true');
    expect(dialog()!.querySelector<HTMLButtonElement>('[type=submit]')!.disabled).toBe(true);
    act(() => Simulate.change(low!, { target: Object.assign(low!, { value: '1,000.50' }) } as never));
    act(() => Simulate.submit(dialog()!.querySelector('form')!));
    expect(platform.filter?.filters?.[0]?.conditions).toEqual([
      { attributeName: 'bbl_amount', conditionOperator: 4, value: '1000.5' },
    ]);
    expect(dialog()).toBeNull();
    platform.finishLoad(3);
    click(button('Clear filters'));
    expect(platform.filter).toBeUndefined();
  });

  test('the menu of a status offers every value of its choice, whatever is loaded', () => {
    start(milestoneRows(1));
    click(cell(-1, 4).querySelector('button')!);
    const labels = [...document.querySelectorAll('[role=dialog] label')].map(({ textContent }) => textContent);
    expect(labels).toEqual([
      'Not ready to invoice',
      'Ready to invoice',
      'Customer invoice created',
      'Customer invoice posted',
      'Canceled',
    ]);
  });
});

describe('without rows', () => {
  test('an empty view says so, what belongs there and how it comes there', () => {
    start({});
    expect(host().querySelector('.bbl-message')?.textContent).toBe(
      'No rows to show.Milestones of fixed price lines belong here, one row for each customer. Add them on a contract line, tab Invoice schedule.',
    );
    expect(footer()).toBe('0 - 0 of 0');
  });

  test('a view that filters have emptied names their columns and offers to clear them', () => {
    const platform = start(milestoneRows(3));
    platform.filter = {
      filterOperator: 0,
      conditions: [],
      filters: [
        { filterOperator: 0, conditions: [{ attributeName: 'bbl_name', conditionOperator: 6, value: '%zzz%' }] },
        { filterOperator: 0, conditions: [{ attributeName: 'bbl_amount', conditionOperator: 4, value: '9' }] },
      ],
    };
    platform.allIds = [];
    platform.finishLoad(0);
    const message = host().querySelector('.bbl-message');
    expect(message?.querySelector('p')?.textContent).toBe('No row matches the filters of Milestone Name, Line Amount.');
    click(message!.querySelector('button')!);
    expect(platform.filter).toBeUndefined();
  });

  test('the first load says that it is loading', () => {
    const platform = new FakePlatform(TABLE, MILESTONE_COLUMNS, {});
    platform.loading = true;
    const control = new BacklogGrid();
    control.init(platform.context());
    act(() => void ReactDOM.render(control.updateView(platform.context()), host()));
    expect(host().textContent).toContain('Loading rows');
    expect(grid().getAttribute('aria-busy')).toBe('true');
  });

  test('a load that failed says why and offers to try again', () => {
    const platform = start({});
    platform.errorMessage = 'Principal user is missing prvReadbbl_milestonesplit.';
    platform.onUpdate();
    expect(host().querySelector('[role=alert]')?.textContent).toContain('Principal user is missing');
    click(button('Try again'));
    expect(platform.log).toEqual(['refresh']);
  });
});

describe('lifecycle', () => {
  test('asks for the page size of its property and for the columns that its rules and groups need', () => {
    const platform = new FakePlatform(TABLE, MILESTONE_COLUMNS, {});
    new BacklogGrid().init(platform.context());
    expect(platform.log).toEqual([
      'addColumn bbl_round',
      'addColumn bbl_accountid',
      'addColumn bbl_milestoneid',
      'link bbl_contract by bbl_contractid',
      'addColumn contractofrow.bbl_contractstatus',
      'setPageSize 100',
    ]);
  });
});
