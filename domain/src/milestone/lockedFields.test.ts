import type { SourceStatus } from '../statuses';
import { lockedMilestoneFields } from './lockedFields';

const splits = (...statuses: SourceStatus[]) =>
  statuses.map((billingStatus) => ({ billingStatus, wasInvoiced: false }));

test('2.5-3: a form locks what the server would refuse: all three once a completed milestone is in billing', () => {
  const locked = (...statuses: SourceStatus[]) =>
    lockedMilestoneFields({ headerStatus: 'InProgress', progress: null, splits: splits(...statuses) });
  expect(locked('NotReady', 'Ready')).toEqual([]);
  expect(locked('Ready', 'InvoiceCreated')).toEqual(['date', 'amount', 'tax']);
  expect(locked('NotReady', 'InvoicePosted')).toEqual(['date', 'amount', 'tax']);
});

test('2.5-3: on a progress-based milestone amount and tax lock when it is started, the date when it is Completed', () => {
  const locked = (headerStatus: 'NotStarted' | 'InProgress' | 'Completed', status: SourceStatus) =>
    lockedMilestoneFields({ headerStatus, progress: true, splits: splits(status) });
  expect(locked('NotStarted', 'NotReady')).toEqual([]);
  expect(locked('InProgress', 'Ready')).toEqual(['amount', 'tax']);
  expect(locked('Completed', 'InvoicePosted')).toEqual(['date', 'amount', 'tax']);
});
