/** @jest-environment jsdom */
import type { Page } from '../model/pageUrl';
import { Router, type LeaveGuard } from './router';

// One for the window, as in the app: each listens to the window's history.
const router = new Router('sample');
let removeGuard = (): void => undefined;
afterEach(() => removeGuard());

const LIST: Page = { kind: 'list', table: 'order', viewId: 'aaaaaaaa-0000-4000-8000-000000000001' };
const RECORD: Page = { kind: 'record', table: 'order', id: 'aaaaaaaa-0000-4000-8000-000000000002' };

/** Resolves when the browser has gone `steps` times back or forth. */
const steps = (count: number): Promise<void> =>
  new Promise((resolve) => {
    let left = count;
    const onStep = (): void => {
      left -= 1;
      if (left > 0) return;
      window.removeEventListener('popstate', onStep);
      resolve();
    };
    window.addEventListener('popstate', onStep);
  });

/** A guard that asks; `answer` settles its question. */
function askingGuard() {
  let answer = (_mayLeave: boolean): void => undefined;
  const guard: LeaveGuard = {
    isNeeded: () => true,
    ask: () => new Promise((resolve) => (answer = resolve)),
  };
  return { guard, answer: (mayLeave: boolean) => answer(mayLeave) };
}

async function openListThenRecord(): Promise<void> {
  await router.open(LIST);
  await router.open(RECORD);
}

test('Back brings the keyword that was searched for; its address stays that of the view', async () => {
  await router.open(LIST);
  router.replace({ ...LIST, keyword: 'portal' });
  expect(location.search).not.toContain('portal');
  await router.open(RECORD);
  const arrived = steps(1);
  history.back();
  await arrived;
  expect(router.page).toEqual({ ...LIST, keyword: 'portal' });
  expect(history.state).toMatchObject({ page: { keyword: 'portal' } });
});

test('while it asks, page and address are those of the page that may be left', async () => {
  await openListThenRecord();
  const { guard, answer } = askingGuard();
  removeGuard = router.setGuard(guard);
  const address = location.href;
  const asked = steps(2);
  history.back();
  await asked;
  expect([router.page, location.href]).toEqual([RECORD, address]);
  answer(false);
  await Promise.resolve();
  expect([router.page, location.href]).toEqual([RECORD, address]);
});

test('agreed, the browser goes where it was sent', async () => {
  await openListThenRecord();
  const { guard, answer } = askingGuard();
  removeGuard = router.setGuard(guard);
  const asked = steps(2);
  history.back();
  await asked;
  const left = steps(1);
  answer(true);
  await left;
  expect(router.page).toEqual(LIST);
  expect(location.href).toContain('entitylist');
});

test('a link within the page keeps the page, and what may be lost is not asked for', async () => {
  await openListThenRecord();
  const asks = jest.fn(() => Promise.resolve(false));
  removeGuard = router.setGuard({ isNeeded: () => true, ask: asks });
  const arrived = steps(1);
  location.hash = 'main';
  await arrived;
  expect(router.page).toEqual(RECORD);
  expect(asks).not.toHaveBeenCalled();
});
