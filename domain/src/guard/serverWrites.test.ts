import { codesOf, decided } from '../testing/values';
import {
  deactivationViolations,
  inUseViolations,
  requestedMark,
  serverColumnViolations,
  serverTableViolations,
} from './serverWrites';

test('BBL-GRD-01: every S column that was sent is refused', () => {
  const sent = [
    { field: 'billingStatus', name: 'Billing Status' },
    { field: 'invoiceId', name: 'Invoice' },
  ];
  const violations = serverColumnViolations(sent);
  expect(codesOf(violations)).toEqual(['BBL-GRD-01', 'BBL-GRD-01']);
  expect(violations.map(({ field }) => field)).toEqual(['billingStatus', 'invoiceId']);
});

test('BBL-GRD-02, BBL-ACT-06: rows of a wholly S table are refused', () => {
  expect(codesOf(serverTableViolations('Billing Claim', false))).toEqual(['BBL-GRD-02']);
  expect(codesOf(serverTableViolations('Actual', true))).toEqual(['BBL-ACT-06']);
});

test('BBL-GRD-10: rows of most tables cannot be deactivated', () => {
  expect(codesOf(deactivationViolations(false))).toEqual(['BBL-GRD-10']);
  expect(codesOf(deactivationViolations(true))).toEqual([]);
});

test('BBL-GRD-12: a row that others use cannot be deleted', () => {
  expect(codesOf(inUseViolations('contract lines'))).toEqual(['BBL-GRD-12']);
  expect(codesOf(inUseViolations(''))).toEqual([]);
});

test('BBL-GRD-13: only Ready and Not ready can be asked for', () => {
  expect(decided(requestedMark('Ready'))).toBe('Ready');
  expect(decided(requestedMark('NotReady'))).toBe('NotReady');
  for (const status of ['InvoiceCreated', 'InvoicePosted', 'Canceled', undefined]) {
    expect(codesOf(requestedMark(status))).toEqual(['BBL-GRD-13']);
  }
});
