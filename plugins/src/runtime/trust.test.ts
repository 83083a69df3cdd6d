import type { ExecutionContext, ParentContext } from '@bbl/dataverse/ports';
import { contextOf, scriptedPort, SYSTEM_USER_ID, systemUser, USER_ID } from '../testing/scriptedPort';
import { openServices } from './service';
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

const ask = (more: Partial<ExecutionContext>) => {
  const { port, requests } = scriptedPort(systemUser);
  return { isOwn: isOwnWrite(contextOf({ depth: 2, ...more }), openServices(port).system), requests };
};

describe('0.1-4: the server trusts only itself', () => {
  test.each([
    ['a custom API of ours above', parent({})],
    ['a message on a table of ours above', parent({ message: 'Update', table: 'bbl_contract', stage: 20 })],
    ['the prefix in any case', parent({ message: 'BBL_SetBillingStatus' })],
  ])('SYSTEM with %s is the server', (_case, above) => {
    expect(ask({ userId: SYSTEM_USER_ID, parents: [above] }).isOwn).toBe(true);
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
    const { isOwn, requests } = ask({ userId: SYSTEM_USER_ID, parents });
    expect([isOwn, requests]).toEqual([false, []]);
  });

  test('another user below one of our APIs is not', () => {
    expect(ask({ parents: [parent({})] }).isOwn).toBe(false);
  });

  test('neither shared variables nor parameters count', () => {
    const more = { sharedVariables: { tag: 'bbl_SetBillingStatus' }, parameters: { tag: SYSTEM_USER_ID } };
    expect(ask({ ...more, parents: [] }).isOwn).toBe(false);
  });

  test('the SYSTEM user is asked for once a request, however many rows it writes', () => {
    const { port, requests } = scriptedPort(systemUser);
    const { system } = openServices(port);
    const context = contextOf({ depth: 2, userId: SYSTEM_USER_ID, parents: [parent({})] });
    for (let row = 0; row < 3; row++) isOwnWrite(context, system);
    isOwnWrite(contextOf({ depth: 2, userId: SYSTEM_USER_ID, parents: [parent({})] }), system);
    expect(requests).toHaveLength(2);
  });
});
