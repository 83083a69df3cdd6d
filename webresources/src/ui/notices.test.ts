import { NoticeLevel, showBriefly } from './notices';

/** The client's notices, and which page it says is shown. */
function client() {
  const shown = new Map<string, { readonly message: string; readonly action?: { eventHandler(): void } }>();
  const page = { entityName: 'bbl_invoice' };
  let count = 0;
  (globalThis as { Xrm?: unknown }).Xrm = {
    App: {
      addGlobalNotification: async (notice: { readonly message: string }) => {
        shown.set(`notice ${(count += 1)}`, notice);
        return `notice ${count}`;
      },
      clearGlobalNotification: async (id: string) => {
        if (!shown.delete(id)) throw new Error('There is no such notification.');
      },
    },
    Utility: { getPageContext: () => ({ input: page }) },
  };
  return { shown, page, messages: () => [...shown.values()].map(({ message }) => message) };
}

beforeEach(() => void jest.useFakeTimers());
afterEach(async () => {
  await jest.advanceTimersByTimeAsync(20_000);
  jest.useRealTimers();
});

const settled = (): Promise<void> => jest.advanceTimersByTimeAsync(0);

test('one notice is shown at a time, and goes by itself', async () => {
  const { messages } = client();
  showBriefly(NoticeLevel.Success, 'First');
  showBriefly(NoticeLevel.Success, 'Second');
  await settled();
  expect(messages()).toEqual(['Second']);
  await jest.advanceTimersByTimeAsync(12_000);
  expect(messages()).toEqual([]);
});

test('a notice goes with its page; the one of a command that leaves its page stays on the next', async () => {
  const { messages, page } = client();
  showBriefly(NoticeLevel.Success, 'The draft was deleted.');
  page.entityName = 'bbl_contract';
  await jest.advanceTimersByTimeAsync(1_000);
  expect(messages()).toEqual(['The draft was deleted.']);
  page.entityName = 'account';
  await jest.advanceTimersByTimeAsync(500);
  expect(messages()).toEqual([]);
});

test('a notice that the user has closed does not keep the next one away', async () => {
  const { messages, shown } = client();
  showBriefly(NoticeLevel.Success, 'First');
  await settled();
  shown.clear();
  showBriefly(NoticeLevel.Warning, 'Second');
  await settled();
  expect(messages()).toEqual(['Second']);
});

test('the action of a notice takes it away', async () => {
  const { messages, shown } = client();
  const run = jest.fn();
  showBriefly(NoticeLevel.Success, 'Created', { label: 'Open', run });
  await settled();
  [...shown.values()][0]?.action?.eventHandler();
  await settled();
  expect([run.mock.calls.length, messages()]).toEqual([1, []]);
});
