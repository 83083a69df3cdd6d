import { wantsNextPage } from './paging';

describe('paging', () => {
  const state = { rowCount: 100, hasNextPage: true, isLoading: false };

  test('the next page is asked for near the end, once, and never while one is under way', () => {
    expect(wantsNextPage(state, 50, undefined)).toBe(false);
    expect(wantsNextPage(state, 95, undefined)).toBe(true);
    expect(wantsNextPage(state, 100, 100)).toBe(false);
    expect(wantsNextPage({ ...state, isLoading: true }, 100, undefined)).toBe(false);
    expect(wantsNextPage({ ...state, hasNextPage: false }, 100, undefined)).toBe(false);
    expect(wantsNextPage({ ...state, rowCount: 200 }, 195, 100)).toBe(true);
  });
});
