import { minorUnits, percent, plainDate } from '@bbl/domain';
import { amountWords, dateWords, percentWords } from './figures';
import { saveScheduleEdits } from './scheduleEdits';
import { followForm, linkPage, listen, send } from './tabChannel';

test('amounts keep all decimals of their currency and are grouped', () => {
  expect(amountWords(minorUnits(12345650), { code: 'USD', decimals: 2 })).toBe('123,456.50 USD');
  expect(amountWords(minorUnits(-1234), { code: 'JPY', decimals: 0 })).toBe('-1,234 JPY');
  expect(amountWords(minorUnits(1), { code: 'KWD', decimals: 3 })).toBe('0.001 KWD');
});

test('percentages lose zeros, dates gain a weekday', () => {
  expect([percentWords(percent(333333)), percentWords(percent(200000)), percentWords(percent(0))]).toEqual([
    '33.3333 %',
    '20 %',
    '0 %',
  ]);
  expect(dateWords(plainDate('2020-10-05'))).toBe('Mon, Oct 5, 2020');
});

/** Messages are delivered later; a round trip takes a few turns of the loop. */
const delivered = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
};

// jsdom gives messages no origin, which the browser always does.
const forwardWithOrigin = (event: MessageEvent<unknown>): void => {
  if (event.origin === '') {
    event.stopImmediatePropagation();
    window.dispatchEvent(new MessageEvent('message', { data: event.data, origin: window.location.origin }));
  }
};
beforeAll(() => window.addEventListener('message', forwardWithOrigin, { capture: true }));
afterAll(() => window.removeEventListener('message', forwardWithOrigin, { capture: true }));

test('a page gets what its form shows, however late it comes, and asks the form opened last', async () => {
  const asked: string[] = [];
  linkPage<string, string>('page', (request) => asked.push(`old ${request}`)).show('old');
  const link = linkPage<string, string>('page', (request) => asked.push(request));
  link.show('first');
  await delivered();
  const drawn: string[] = [];
  const ask = followForm<string, string>('page', (shown) => drawn.push(shown));
  await delivered();
  link.show('second');
  ask('more');
  await delivered();
  expect(drawn).toEqual(['first', 'second']);
  expect(asked).toEqual(['more']);
});

test('the schedule of a line is asked to save; the command waits for as long as that takes', async () => {
  jest.useFakeTimers();
  const post = jest.spyOn(window, 'postMessage').mockImplementation((data: unknown) => {
    window.dispatchEvent(new MessageEvent('message', { data, origin: window.location.origin }));
  });
  const steps: string[] = [];
  const stop = listen<{ lineId: string }>('schedule.save', ({ lineId }) => {
    steps.push(`asked ${lineId}`);
    if (lineId === 'a') send('schedule.saving', { lineId });
  });
  const saved = saveScheduleEdits('a').then((unsavedCount) => steps.push(`a ${unsavedCount}`));
  const silent = saveScheduleEdits('b').then((unsavedCount) => steps.push(`b ${unsavedCount}`));
  await jest.advanceTimersByTimeAsync(10_000);
  expect(steps).toEqual(['asked a', 'asked b', 'b 0']);
  send('schedule.saved', { lineId: 'a', unsavedCount: 2 });
  await Promise.all([saved, silent]);
  expect(steps[3]).toBe('a 2');
  stop();
  post.mockRestore();
  jest.useRealTimers();
});
