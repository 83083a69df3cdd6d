import type { InvoiceStatus } from '../statuses';
import { codesOf } from '../testing/values';
import { type ClaimedSource, deleteInvoiceBlockers, invoiceChangeBlockers, releaseSource } from './release';

const FACTS = { contractStatus: 'Confirmed', statusAfterRelease: 'ready' } as const;
const created: ClaimedSource = { kind: 'split', billingStatus: 'InvoiceCreated', claimInvoiceId: 'i1' };

test('8.6-1: a released source is Ready, or Not ready by setting', () => {
  expect(releaseSource(created, 'i1', FACTS)).toEqual({
    outcome: 'released',
    from: 'InvoiceCreated',
    to: 'Ready',
    isReversed: false,
  });
  expect(releaseSource(created, 'i1', { ...FACTS, statusAfterRelease: 'notready' })).toMatchObject({ to: 'NotReady' });
});

test('8.6-2: a source is touched only if it is Created and its claim names this invoice', () => {
  for (const source of [
    { ...created, claimInvoiceId: 'i2' },
    { ...created, claimInvoiceId: null },
    { ...created, billingStatus: 'InvoicePosted' as const },
    { ...created, billingStatus: 'Ready' as const },
  ]) {
    expect(releaseSource(source, 'i1', FACTS)).toEqual({ outcome: 'untouched' });
  }
});

test('8.6-4: on a closed contract it is Not ready, and an actual of a Lost one is reversed at once', () => {
  expect(releaseSource(created, 'i1', { ...FACTS, contractStatus: 'Completed' })).toMatchObject({
    to: 'NotReady',
    isReversed: false,
  });
  const actual = { ...created, kind: 'actual' as const };
  expect(releaseSource(actual, 'i1', { ...FACTS, contractStatus: 'Lost' })).toMatchObject({
    to: 'NotReady',
    isReversed: true,
  });
  expect(releaseSource(actual, 'i1', { ...FACTS, contractStatus: 'Completed' })).toMatchObject({ isReversed: false });
});

test('BBL-INV-15, BBL-INV-03: a confirmed invoice is neither deleted nor changed', () => {
  for (const status of ['Draft', 'InReview'] as InvoiceStatus[]) {
    expect(codesOf([...deleteInvoiceBlockers(status), ...invoiceChangeBlockers(status)])).toEqual([]);
  }
  for (const status of ['Confirmed', 'Paid'] as InvoiceStatus[]) {
    expect(codesOf([...deleteInvoiceBlockers(status), ...invoiceChangeBlockers(status)])).toEqual([
      'BBL-INV-15',
      'BBL-INV-03',
    ]);
  }
});
