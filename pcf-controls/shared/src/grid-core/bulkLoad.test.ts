import type { BulkFacts, BulkWishes } from './bulkLoad';
import { BULK_ROWS_MAX, bulkStepOf, NO_WISHES, rowsWantedOf } from './bulkLoad';

const facts = (more: Partial<BulkFacts> = {}): BulkFacts => ({
  rowCount: 100,
  hasNextPage: true,
  hasFailed: false,
  isGrouped: false,
  isAllSelected: false,
  ...more,
});
const SELECTING: BulkWishes = { ...NO_WISHES, isSelecting: true };

describe('all rows of a view', () => {
  test('are offered once everything that is loaded is selected, and there is more', () => {
    expect(bulkStepOf(facts(), NO_WISHES)).toBe('none');
    expect(bulkStepOf(facts({ isAllSelected: true }), NO_WISHES)).toBe('offer');
    expect(bulkStepOf(facts({ isAllSelected: true, hasNextPage: false }), NO_WISHES)).toBe('none');
  });

  test('are loaded, and the user decides when they are there', () => {
    expect(bulkStepOf(facts(), SELECTING)).toBe('counting');
    expect(rowsWantedOf(SELECTING, false)).toBe(BULK_ROWS_MAX);
    expect(bulkStepOf(facts({ rowCount: 340, hasNextPage: false }), SELECTING)).toBe('ready');
  });

  test('are never more than the bound', () => {
    const full = facts({ rowCount: BULK_ROWS_MAX });
    expect(bulkStepOf(full, SELECTING)).toBe('ready');
    expect(bulkStepOf({ ...full, isAllSelected: true }, NO_WISHES)).toBe('full');
  });

  test('are not claimed to be there when a page failed', () => {
    expect(bulkStepOf(facts({ hasNextPage: false, hasFailed: true }), SELECTING)).toBe('none');
  });

  test('are loaded for groups without being asked for, until the user stops that or the bound is reached', () => {
    expect(bulkStepOf(facts({ isGrouped: true }), NO_WISHES)).toBe('grouping');
    expect(rowsWantedOf(NO_WISHES, true)).toBe(BULK_ROWS_MAX);
    expect(rowsWantedOf(NO_WISHES, false)).toBe(0);
    expect(bulkStepOf(facts({ isGrouped: true }), { ...NO_WISHES, groupRowsMax: 0 })).toBe('partial');
    expect(bulkStepOf(facts({ isGrouped: true, rowCount: BULK_ROWS_MAX }), NO_WISHES)).toBe('partial');
    expect(bulkStepOf(facts({ isGrouped: true, hasNextPage: false }), NO_WISHES)).toBe('none');
  });
});
