import { violation } from '@bbl/domain';
import { contextOf, noService, ROW_ID, scriptedPort, SYSTEM_USER_ID, USER_ID } from '../testing/scriptedPort';
import { keyOf, type Registry, run } from './execute';
import { api, type RegisteredStep, step } from './handlers';
import { Refusal } from './refusal';

const registryOf = (registered: RegisteredStep): Registry => ({ step: () => registered, api: () => undefined });
const port = noService;

test('a step is found by table, message and stage, a custom API by its name, in lower case', () => {
  expect(keyOf({ message: 'Create', table: 'bbl_Contract', stage: 20 })).toBe('bbl_contract/create.20');
  expect(keyOf({ message: 'bbl_SetBillingStatus', table: '', stage: 30 })).toBe('api/bbl_setbillingstatus');
});

test('a handler gets plain rows and gives plain columns', () => {
  const registered = step('bbl_milestone', ({ target, before, rowId }) => {
    expect([target, before, rowId]).toEqual([
      { bbl_amount: '10.50', bbl_date: '2026-03-31', bbl_contractlineid: ROW_ID, bbl_description: null },
      { bbl_headerstatus: 482100000 },
      ROW_ID,
    ]);
    return { target: { bbl_tax: '0.5', bbl_headerstatus: 482100001 }, keep: { splits: '[]' } };
  });
  const context = contextOf({
    stage: 20,
    target: {
      bbl_amount: { t: 'money', v: '10.50' },
      bbl_date: { t: 'datetime', v: '2026-03-31T00:00:00Z' },
      bbl_contractlineid: { t: 'lookup', table: 'bbl_contractline', id: ROW_ID },
      bbl_description: null,
    },
    preImage: { bbl_headerstatus: { t: 'choice', v: 482100000 } },
  });
  expect(run(context, port, registryOf(registered))).toEqual({
    ok: true,
    target: { bbl_tax: { t: 'money', v: '0.5' }, bbl_headerstatus: { t: 'choice', v: 482100001 } },
    sharedVariables: { splits: '[]' },
  });
});

test('BBL-GRD-11: a number that is no option of its choice is refused before the handler', () => {
  const registered = step('bbl_contract', () => {
    throw new Error('The handler ran');
  });
  const context = contextOf({
    table: 'bbl_contract',
    stage: 20,
    target: { bbl_contractstatus: { t: 'choice', v: 482100099 }, statecode: { t: 'choice', v: 0 } },
  });
  expect(run(context, port, registryOf(registered))).toEqual({
    ok: false,
    refused: { code: 'BBL-GRD-11', message: 'BBL-GRD-11: Contract status must be one of its options.' },
  });
});

test('a refusal tells every sentence in the order of the catalogue', () => {
  const registered = step('bbl_milestone', () => {
    throw new Refusal([violation('BBL-MST-06', {}), violation('BBL-CON-01', {})]);
  });
  expect(run(contextOf({}), port, registryOf(registered))).toEqual({
    ok: false,
    refused: {
      code: 'BBL-CON-01',
      message: 'BBL-CON-01: A contract needs a customer.\nBBL-MST-06: A milestone without an amount cannot carry tax.',
    },
  });
});

test('a fault of a service call passes on with its own code', () => {
  const fault = { code: '0x80040217', message: 'Does Not Exist' };
  const registered = step('bbl_milestone', ({ system }) => {
    system.delete('bbl_milestone', ROW_ID);
    return undefined;
  });
  const { port: failing } = scriptedPort(() => ({ fault }));
  expect(run(contextOf({}), failing, registryOf(registered))).toEqual({ ok: false, fault });
});

test('a bug is a fault without code', () => {
  const registered = step('bbl_milestone', () => {
    throw new TypeError('A slip');
  });
  const outcome = run(contextOf({}), port, registryOf(registered));
  expect(outcome).toMatchObject({
    ok: false,
    fault: { code: '', message: expect.stringContaining('TypeError: A slip') },
  });
});

test('a context without handler is a bug, never a silent success', () => {
  const nothing: Registry = { step: () => undefined, api: () => undefined };
  expect(run(contextOf({}), port, nothing)).toMatchObject({ ok: false, fault: { code: '' } });
  expect(run(contextOf({ stage: 30, message: 'bbl_X' }), port, nothing)).toMatchObject({
    ok: false,
    fault: { code: '' },
  });
});

test('the server’s own writes pass over handlers: who makes them has decided', () => {
  const parents = [
    { message: 'bbl_CreateInvoices', table: '', stage: 30, depth: 1, userId: USER_ID, sharedVariables: {} },
  ];
  const own = contextOf({ userId: SYSTEM_USER_ID, depth: 2, parents });
  const registered = step('bbl_milestone', () => {
    throw new Refusal([violation('BBL-CON-01', {})]);
  });
  expect(run(own, port, registryOf(registered))).toEqual({ ok: true });
  expect(run({ ...own, userId: USER_ID }, port, registryOf(registered))).toMatchObject({ ok: false });
});

test('what stage 10 kept is found by the later stages in their outer context, what stage 20 kept in their own', () => {
  const kept: (string | undefined)[] = [];
  const registered = step('bbl_milestone', (call) => {
    kept.push(call.kept('children'), call.kept('splits'), call.kept('other'));
    return undefined;
  });
  const outer = { message: 'Delete', table: 'bbl_milestone', stage: 30, depth: 3, userId: USER_ID };
  const context = contextOf({
    stage: 40,
    depth: 3,
    sharedVariables: { splits: 'own' },
    parents: [
      { ...outer, sharedVariables: { children: 'kept' } },
      { ...outer, depth: 2, table: 'bbl_contract', sharedVariables: { other: 'of another message' } },
    ],
  });
  run(context, port, registryOf(registered));
  expect(kept).toEqual(['kept', 'own', undefined]);
});

test('a custom API gets its request and gives its response in plain values', () => {
  const handler = api('bbl_GenerateMilestones', ({ request }) => {
    expect(request).toEqual({ ContractLineId: ROW_ID, Mode: 'preview' });
    return { Milestones: '[]', Created: 0 };
  });
  const registry: Registry = { step: () => undefined, api: () => handler };
  const parameters = { ContractLineId: { t: 'guid', v: ROW_ID }, Mode: 'preview', Unsent: null } as const;
  const context = contextOf({ stage: 30, message: 'bbl_GenerateMilestones', table: '', parameters });
  expect(run(context, port, registry)).toEqual({ ok: true, output: { Milestones: '[]', Created: 0 } });
});
