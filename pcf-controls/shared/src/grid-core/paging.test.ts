import type { LoadedRows, PageRequests, RowNeeds } from './paging';
import { isRestoring, noteRequest, observeLoad, observeUse, wantsNextPage } from './paging';

const loaded = (rowCount: number, more: Partial<LoadedRows> = {}): LoadedRows => ({
  rowCount,
  hasNextPage: true,
  isLoading: false,
  ...more,
});

const seen = (rowsSeen: number): RowNeeds => ({ rowsSeen, rowsWanted: 0 });

describe('paging', () => {
  test('the next page is asked for near the end of what is loaded', () => {
    const fresh = observeLoad(undefined, loaded(100));
    expect(wantsNextPage(loaded(100), fresh, seen(50))).toBe(false);
    expect(wantsNextPage(loaded(100), fresh, seen(95))).toBe(true);
    expect(wantsNextPage(loaded(100, { hasNextPage: false }), fresh, seen(100))).toBe(false);
  });

  test('rows that somebody asked for are loaded out of sight, and not one page more', () => {
    const wanted = { rowsSeen: 0, rowsWanted: 250 };
    const wantsAt = (rowCount: number): boolean =>
      wantsNextPage(loaded(rowCount), observeLoad(undefined, loaded(rowCount)), wanted);
    expect([100, 200, 250, 300].map(wantsAt)).toEqual([true, true, false, false]);
  });

  test('load calls never run in parallel: not while one is asked for, not while one runs', () => {
    const asked = noteRequest(observeLoad(undefined, loaded(100)));
    expect(wantsNextPage(loaded(100), observeLoad(asked, loaded(100)), seen(100))).toBe(false);
    const running = loaded(100, { isLoading: true });
    expect(wantsNextPage(running, observeLoad(asked, running), seen(100))).toBe(false);
    expect(wantsNextPage(loaded(200), observeLoad(asked, loaded(200)), seen(195))).toBe(true);
  });

  test('a platform that promises rows and brings none is not asked for ever', () => {
    let requests: PageRequests | undefined;
    let asked = 0;
    for (let round = 0; round < 20; round += 1) {
      requests = observeLoad(requests, loaded(100));
      if (wantsNextPage(loaded(100), requests, seen(100))) {
        asked += 1;
        requests = noteRequest(requests);
      }
      requests = observeLoad(requests, loaded(100, { isLoading: true }));
    }
    expect(asked).toBe(3);
  });

  test('a refresh of the same query brings back the rows that were in use, another query does not', () => {
    const before = observeUse(undefined, 'by date', loaded(300), 250);
    const during = observeUse(before, 'by date', loaded(300, { isLoading: true }), 250);
    expect(isRestoring(during, 'by date', loaded(100))).toBe(true);
    expect(observeUse(during, 'by date', loaded(100), 100).rowCount).toBe(250);
    expect(isRestoring(during, 'by amount', loaded(100))).toBe(false);
    expect(observeUse(during, 'by amount', loaded(100), 40).rowCount).toBe(40);
  });

  test('whoever is at the top with nothing selected waits for nothing', () => {
    const before = observeUse(undefined, 'q', loaded(10_000), 30);
    expect(isRestoring(before, 'q', loaded(100))).toBe(false);
  });

  test('when there are fewer rows than before nothing more is wanted', () => {
    const before = observeUse(undefined, 'q', loaded(300), 300);
    expect(isRestoring(before, 'q', loaded(120, { hasNextPage: false }))).toBe(false);
  });
});
