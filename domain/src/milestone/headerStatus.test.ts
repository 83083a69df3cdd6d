import type { SourceStatus } from '../statuses';
import { deriveHeaderStatus } from './headerStatus';

const splits = (...statuses: SourceStatus[]) =>
  statuses.map((billingStatus) => ({ billingStatus, amountMinor: 100, taxMinor: 0 }));
const EMPTY_SLICE = { billingStatus: 'NotReady', amountMinor: 0, taxMinor: 0 } as const;

test('3.3-1: Completed when every split is Posted', () => {
  expect(deriveHeaderStatus(splits('InvoicePosted', 'InvoicePosted'), 'CompletedMilestones')).toBe('Completed');
  expect(deriveHeaderStatus(splits('InvoicePosted', 'Ready'), 'CompletedMilestones')).toBe('InProgress');
});

test('3.3-1: an empty slice does not keep a progress-based milestone open, an empty split keeps an ordinary one', () => {
  const withEmpty = [...splits('InvoicePosted'), EMPTY_SLICE];
  expect(deriveHeaderStatus(withEmpty, 'ProgressBased')).toBe('Completed');
  expect(deriveHeaderStatus(withEmpty, 'CompletedMilestones')).toBe('InProgress');
  expect(deriveHeaderStatus([EMPTY_SLICE], 'ProgressBased')).toBe('NotStarted');
});

test('3.3-2: In Progress while a split is Ready, Created or Posted', () => {
  for (const status of ['Ready', 'InvoiceCreated', 'InvoicePosted'] as const) {
    expect(deriveHeaderStatus(splits('NotReady', status), 'CompletedMilestones')).toBe('InProgress');
  }
});

test('3.3-3: Not Started otherwise', () => {
  expect(deriveHeaderStatus(splits('NotReady', 'NotReady'), 'ProgressBased')).toBe('NotStarted');
  expect(deriveHeaderStatus([], 'CompletedMilestones')).toBe('NotStarted');
});
