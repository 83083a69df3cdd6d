import { codesOf, decided } from '../testing/values';
import {
  deactivationViolations,
  inUseViolations,
  isServerWrite,
  requestedMark,
  serverColumnViolations,
  serverTableViolations,
} from './serverWrites';

const PREFIX = 'bbl_';
const parents = [{ message: 'bbl_SetBillingStatus', table: '' }];
const system = { userId: 'system', systemUserId: 'system' };

test('0.1-4: a server write comes from SYSTEM and from one of our APIs or a message on one of our tables', () => {
  expect(isServerWrite({ ...system, parents }, PREFIX)).toBe(true);
  expect(isServerWrite({ ...system, parents: [{ message: 'Update', table: 'bbl_contract' }] }, PREFIX)).toBe(true);
  expect(isServerWrite({ ...system, parents: [{ message: 'Update', table: 'account' }, ...parents] }, PREFIX)).toBe(
    true,
  );
});

test('0.1-4: neither the SYSTEM user nor our chain is enough alone', () => {
  expect(isServerWrite({ ...system, parents: [] }, PREFIX)).toBe(false);
  expect(isServerWrite({ ...system, parents: [{ message: 'Update', table: 'account' }] }, PREFIX)).toBe(false);
  expect(isServerWrite({ userId: 'admin', systemUserId: 'system', parents }, PREFIX)).toBe(false);
});

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
