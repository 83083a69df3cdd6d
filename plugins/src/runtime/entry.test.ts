import type * as Lazy from './lazyRules';
import { contextOf, noService, SYSTEM_USER_ID, USER_ID } from '../testing/scriptedPort';
import { execute, handlers } from './entry';
import { loadRules } from './lazyRules';

jest.mock('./lazyRules', () => ({ loadRules: jest.fn(jest.requireActual<typeof Lazy>('./lazyRules').loadRules) }));

const api = { message: 'bbl_SetBillingStatus', table: '', stage: 30, depth: 1, userId: USER_ID, sharedVariables: {} };
const own = contextOf({ userId: SYSTEM_USER_ID, depth: 2, parents: [api], target: { bbl_headerstatus: null } });
const ask = (context: typeof own): unknown => JSON.parse(execute(JSON.stringify(context), noService));

beforeEach(() => jest.mocked(loadRules).mockClear());

test('ADR 8: the rules do not start for what the server itself writes', () => {
  for (const stage of [10, 20, 40] as const) expect(ask({ ...own, stage })).toEqual({ ok: true });
  expect(loadRules).not.toHaveBeenCalled();
});

test('ADR 8: they start for everybody else’s writes', () => {
  expect(ask({ ...own, userId: USER_ID })).toMatchObject({ ok: false, refused: { code: 'BBL-GRD-01' } });
  expect(loadRules).toHaveBeenCalledTimes(1);
});

test('ADR 8: they start for a custom API, also where the server itself calls it', () => {
  expect(ask({ ...own, stage: 30, message: 'bbl_Unknown', table: '' })).toMatchObject({ ok: false });
  expect(loadRules).toHaveBeenCalledTimes(1);
});

test('the keys of all handlers are those of the registry', () => {
  expect(handlers()).toEqual(loadRules().handlers());
});
