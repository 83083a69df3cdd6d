import { isServerWrite } from './trust';

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
