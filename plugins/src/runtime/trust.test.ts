import type { ExecutionContext, ParentContext } from '@bbl/dataverse/ports';
import { contextOf, SYSTEM_USER_ID, USER_ID } from '../testing/scriptedPort';
import { isOwnWrite } from './trust';

const parent = (more: Partial<ParentContext>): ParentContext => ({
  message: 'bbl_SetBillingStatus',
  table: '',
  stage: 30,
  depth: 1,
  userId: USER_ID,
  sharedVariables: {},
  ...more,
});

const isOwn = (more: Partial<ExecutionContext>): boolean => isOwnWrite(contextOf({ depth: 2, ...more }));

describe('0.1-4: the server trusts only itself', () => {
  test.each([
    ['a custom API of ours above', parent({})],
    ['a message on a table of ours above', parent({ message: 'Update', table: 'bbl_contract', stage: 20 })],
    ['the prefix in any case', parent({ message: 'BBL_SetBillingStatus' })],
  ])('SYSTEM with %s is the server', (_case, above) => {
    expect(isOwn({ userId: SYSTEM_USER_ID, parents: [above] })).toBe(true);
  });

  test.each([
    ['no parent', []],
    ['a message on a foreign table above', [parent({ message: 'Update', table: 'account' })]],
    ['a foreign custom API above', [parent({ message: 'new_DoIt' })]],
    [
      'its own message above, as stages after pre-validation have it',
      [parent({ message: 'Update', table: 'bbl_milestone', depth: 2 })],
    ],
  ])('SYSTEM with %s is not', (_case, parents) => {
    expect(isOwn({ userId: SYSTEM_USER_ID, parents })).toBe(false);
  });

  test('another user below one of our APIs is not', () => {
    expect(isOwn({ parents: [parent({})] })).toBe(false);
  });

  test('neither shared variables nor parameters count', () => {
    const more = { sharedVariables: { tag: 'bbl_SetBillingStatus' }, parameters: { tag: SYSTEM_USER_ID } };
    expect(isOwn({ ...more, parents: [] })).toBe(false);
  });
});
