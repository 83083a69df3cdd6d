import type { ContractStatus, SourceStatus } from '../statuses';
import { codesOf } from '../testing/values';
import { headerOutcome, type MarkableSplit, markBlockers, markSplit, type SliceFacts } from './markSplit';

const split = (billingStatus: SourceStatus, changes: Partial<MarkableSplit> = {}): MarkableSplit => ({
  name: 'Design',
  billingStatus,
  invoiceName: 'INV-1001',
  contractStatus: 'Confirmed',
  ...changes,
});

test('3.2-2: a Not ready split becomes Ready', () => {
  expect(markSplit(split('NotReady'), 'Ready')).toEqual({ outcome: 'changed', from: 'NotReady', to: 'Ready' });
});

test('3.2-3: a Ready split becomes Not ready, on a closed contract too', () => {
  expect(markSplit(split('Ready'), 'NotReady')).toEqual({ outcome: 'changed', from: 'Ready', to: 'NotReady' });
  expect(markBlockers(split('Ready', { contractStatus: 'Lost' }), 'NotReady')).toEqual([]);
});

test('3.1-1: a split that has the status already is unchanged', () => {
  expect(markSplit(split('Ready'), 'Ready')).toEqual({ outcome: 'unchanged' });
  expect(markSplit(split('NotReady'), 'NotReady')).toEqual({ outcome: 'unchanged' });
});

test('BBL-MST-02: a split on a draft keeps its status, and the sentence names the draft', () => {
  for (const mark of ['Ready', 'NotReady'] as const) {
    expect(markBlockers(split('InvoiceCreated'), mark)).toEqual([
      { code: 'BBL-MST-02', args: { name: 'Design', invoice: 'INV-1001' }, rule: '3.2-9' },
    ]);
  }
});

test('BBL-MST-03: an invoiced split keeps its status', () => {
  for (const mark of ['Ready', 'NotReady'] as const) {
    expect(codesOf(markBlockers(split('InvoicePosted'), mark))).toEqual(['BBL-MST-03']);
  }
});

test('BBL-CON-04: Ready is refused on Completed and Lost contracts, allowed on all others', () => {
  const blockersOn = (contractStatus: ContractStatus) =>
    codesOf(markBlockers(split('NotReady', { contractStatus }), 'Ready'));
  expect(blockersOn('Completed')).toEqual(['BBL-CON-04']);
  expect(blockersOn('Lost')).toEqual(['BBL-CON-04']);
  for (const status of ['Draft', 'Confirmed', 'OnHold'] as const) expect(blockersOn(status)).toEqual([]);
});

test('3.1-4: all reasons come at once, in the order of the catalogue', () => {
  expect(codesOf(markBlockers(split('InvoiceCreated', { contractStatus: 'Lost' }), 'Ready'))).toEqual([
    'BBL-CON-04',
    'BBL-MST-02',
  ]);
});

test('BBL-PRG-04, BBL-PRG-06: the open remainder waits for the next invoice, and an empty one has nothing to give', () => {
  const remainder = (slice: Partial<SliceFacts>) =>
    codesOf(
      markBlockers(
        split('NotReady', { slice: { round: 0, isEmpty: false, nextInvoiceStatus: 'NotReady', ...slice } }),
        'Ready',
      ),
    );
  expect(remainder({})).toEqual([]);
  expect(remainder({ nextInvoiceStatus: 'Ready' })).toEqual(['BBL-PRG-04']);
  expect(remainder({ nextInvoiceStatus: 'InvoiceCreated' })).toEqual(['BBL-PRG-04']);
  expect(remainder({ isEmpty: true })).toEqual(['BBL-PRG-06']);
  expect(remainder({ round: 2, nextInvoiceStatus: 'InvoiceCreated' })).toEqual([]);
});

test('3.1-6: a header is changed when one split changed, unchanged when all had the status, else refused', () => {
  const changed = markSplit(split('NotReady'), 'Ready');
  const same = markSplit(split('Ready'), 'Ready');
  const refused = markSplit(split('InvoicePosted'), 'Ready');
  expect(headerOutcome([refused, same, changed])).toBe('changed');
  expect(headerOutcome([same, same])).toBe('unchanged');
  expect(headerOutcome([same, refused])).toBe('refused');
});
