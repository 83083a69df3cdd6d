import type { ContractStatus, SourceStatus } from '../statuses';
import { type BillingEvent, nextStatus } from './transitions';

const FACTS = { contractStatus: 'Confirmed', statusAfterRelease: 'ready' } as const;

test.each<[string, SourceStatus, BillingEvent, SourceStatus]>([
  ['3.2-2', 'NotReady', 'ready', 'Ready'],
  ['3.2-3', 'Ready', 'notReady', 'NotReady'],
  ['3.2-4', 'Ready', 'draft', 'InvoiceCreated'],
  ['3.2-5', 'InvoiceCreated', 'release', 'Ready'],
  ['3.2-6', 'InvoiceCreated', 'confirm', 'InvoicePosted'],
  ['3.2-7', 'InvoicePosted', 'credit', 'Ready'],
  ['3.2-8', 'Ready', 'contractLost', 'NotReady'],
])('%s: from %s by %s to %s', (_, from, event, to) => {
  expect(nextStatus(from, event, FACTS)).toBe(to);
});

test('3.2-4, 3.2-5, 3.2-6, 3.2-7, 3.2-8: what no row lists is refused', () => {
  const statuses: SourceStatus[] = ['NotReady', 'Ready', 'InvoiceCreated', 'InvoicePosted'];
  const events: BillingEvent[] = ['ready', 'notReady', 'draft', 'release', 'confirm', 'credit', 'contractLost'];
  const allowed = events.flatMap((event) => statuses.filter((from) => nextStatus(from, event, FACTS) !== undefined));
  expect(allowed).toHaveLength(events.length);
});

test('8.6-1: a released source returns as the setting says', () => {
  expect(nextStatus('InvoiceCreated', 'release', { ...FACTS, statusAfterRelease: 'notready' })).toBe('NotReady');
  expect(nextStatus('InvoicePosted', 'credit', { ...FACTS, statusAfterRelease: 'notready' })).toBe('Ready');
});

test.each<ContractStatus>(['Completed', 'Lost'])(
  '8.6-4: on a %s contract released and credited rows become Not ready',
  (contractStatus) => {
    expect(nextStatus('InvoiceCreated', 'release', { ...FACTS, contractStatus })).toBe('NotReady');
    expect(nextStatus('InvoicePosted', 'credit', { ...FACTS, contractStatus })).toBe('NotReady');
  },
);
