import * as ReactDOM from 'react-dom';
import { act, Simulate } from 'react-dom/test-utils';
import { BacklogGrid } from '../index';
import type { FakeRow } from './fakeContext';
import { FakePlatform } from './fakeContext';
import { MILESTONE_COLUMNS } from './milestoneRows';

/** The control as a person meets it: it runs on a platform with rows, and is looked at and used through the document. */

export const TABLE = 'bbl_milestonesplit';
let container: HTMLElement;

/** Gives every test of a file a place for its control, and takes the control down after it. */
export function useRunningGrid(): void {
  beforeEach(() => {
    container = document.body.appendChild(document.createElement('main'));
  });
  afterEach(() => {
    ReactDOM.unmountComponentAtNode(container);
    container.remove();
  });
}

export const host = (): HTMLElement => container;

/** The control on a platform with these rows, running as in an app. */
export function start(rows: { readonly [id: string]: FakeRow }, pageRows?: number): FakePlatform {
  const platform = new FakePlatform(TABLE, [...MILESTONE_COLUMNS], rows, pageRows);
  run(platform);
  platform.log.length = 0;
  return platform;
}

/** The user has opened a row and comes back: the platform makes a new control, with the view's own sorting and filter. */
export function comeBack(platform: FakePlatform): void {
  ReactDOM.unmountComponentAtNode(container);
  platform.sorting.length = 0;
  platform.filter = undefined;
  platform.log.length = 0;
  platform.loadFirstPage();
  run(platform);
}

function run(platform: FakePlatform): void {
  const control = new BacklogGrid();
  control.init(platform.context(), undefined, platform.controlState);
  platform.onUpdate = () => act(() => void ReactDOM.render(control.updateView(platform.context()), container));
  platform.onUpdate();
}

export const grid = (): HTMLElement =>
  container.querySelector<HTMLElement>('[role=grid], [role=treegrid]') as HTMLElement;
export const cell = (row: number, column: number): HTMLElement =>
  container.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`) as HTMLElement;
/** What the footer says; the choice of groups aside. */
export const footer = (): string =>
  [...(container.querySelector('.bbl-footer')?.children ?? [])]
    .filter(({ className }) => className !== 'bbl-groupchoice')
    .map(({ textContent }) => textContent)
    .join('');
export const bar = (): string =>
  [...(container.querySelector('.bbl-bar')?.children ?? [])].map(({ textContent }) => textContent?.trim()).join(' · ');
export const button = (label: string): HTMLElement =>
  [...container.querySelectorAll('button')].find(({ textContent }) => textContent === label) as HTMLElement;
export const selectedRows = (): string[] =>
  [...container.querySelectorAll<HTMLElement>('[role=row][aria-selected=true]')].map((row) => row.dataset['row'] ?? '');
export const focusAt = (): [string | undefined, string | undefined] => {
  const at = document.activeElement?.closest<HTMLElement>('[data-column]');
  return [at?.closest<HTMLElement>('[data-row]')?.dataset['row'], at?.dataset['column']];
};

/** The keys, each pressed where the focus is; "Shift+ArrowDown" and "Control+a" with their modifiers. */
export function press(...keys: string[]): void {
  for (const keyWithModifiers of keys) {
    const parts = keyWithModifiers.split('+');
    const key = parts.pop() as string;
    const modifiers = {
      shiftKey: parts.includes('Shift'),
      ctrlKey: parts.includes('Control'),
      altKey: parts.includes('Alt'),
    };
    act(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', {
          key: key === 'Space' ? ' ' : key,
          bubbles: true,
          cancelable: true,
          ...modifiers,
        }),
      );
    });
  }
}

export function click(target: Element, modifiers: MouseEventInit = {}): void {
  act(() => void target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...modifiers })));
}

/** Takes an entry of the list of groupings, by its words. */
export function groupBy(label: string): void {
  const list = container.querySelector<HTMLSelectElement>('.bbl-groupchoice select') as HTMLSelectElement;
  const option = [...list.options].find(({ text }) => text === label) as HTMLOptionElement;
  act(() => Simulate.change(list, { target: Object.assign(list, { value: option.value }) } as never));
}

export const tabIn = (): void => act(() => grid().querySelector<HTMLElement>('[tabindex="0"]')?.focus());
