import { minorUnits } from '../money/minorUnits';
import { codesOf, decided, usd } from '../testing/values';
import {
  type ContractContents,
  createContract,
  deleteContractBlockers,
  editContractViolations,
  movePrimary,
} from './contract';
import { immutableViolations } from './immutable';

const EMPTY: ContractContents = {
  hasEntries: false,
  hasActuals: false,
  hasInvoices: false,
  hasRetainersInBilling: false,
  hasBillingActivity: false,
  rowsBelowCount: 3,
};
const draft = { customerId: 'a1', status: null, notToExceedLimitMinor: null };
const facts = { status: 'Draft' as const, customerId: 'a1', currencyId: 'usd', hasAmounts: true };

test('2.3-1: a new contract is Draft and gets its primary customer: 100 %, rounding', () => {
  expect(decided(createContract(draft, 'Contoso'))).toEqual({
    status: 'Draft',
    primaryCustomer: {
      accountId: 'a1',
      name: 'Contoso',
      billToName: 'Contoso',
      percent: 1_000_000,
      isPrimary: true,
      isRounding: true,
    },
  });
  expect(decided(createContract({ ...draft, status: 'OnHold' }, 'Contoso')).status).toBe('OnHold');
});

test('BBL-CON-01: a contract needs a customer, always', () => {
  expect(codesOf(createContract({ ...draft, customerId: null }, ''))).toEqual(['BBL-CON-01']);
  expect(codesOf(editContractViolations(facts, { customerId: null }))).toEqual(['BBL-CON-01']);
});

test('BBL-CON-02: the currency stays once the contract has amounts', () => {
  expect(codesOf(editContractViolations(facts, { currencyId: 'kwd' }))).toEqual(['BBL-CON-02']);
  expect(codesOf(editContractViolations(facts, { currencyId: 'usd' }))).toEqual([]);
  expect(codesOf(editContractViolations({ ...facts, hasAmounts: false }, { currencyId: 'kwd' }))).toEqual([]);
});

test('BBL-NTE-07: a limit is 0 or more', () => {
  expect(codesOf(createContract({ ...draft, notToExceedLimitMinor: minorUnits(-1) }, 'Contoso'))).toEqual([
    'BBL-NTE-07',
  ]);
  expect(codesOf(editContractViolations(facts, { notToExceedLimitMinor: usd('0') }))).toEqual([]);
  expect(codesOf(editContractViolations(facts, { notToExceedLimitMinor: null }))).toEqual([]);
});

test('3.11-3: the columns of a Completed contract are read-only', () => {
  expect(codesOf(editContractViolations({ ...facts, status: 'Completed' }, { customerId: 'a2' }))).toEqual([
    'BBL-CON-04',
  ]);
});

test('2.3-2: another customer takes the primary flag, the old one stays with its percentage', () => {
  const customers = [
    { id: 'k1', accountId: 'a1', isPrimary: true },
    { id: 'k2', accountId: 'a2', isPrimary: false },
  ];
  expect(movePrimary(customers, { id: 'a2', name: 'Fabrikam' })).toEqual({
    demotedId: 'k1',
    promotedId: 'k2',
    created: null,
  });
  expect(movePrimary(customers, { id: 'a3', name: 'Litware' })).toMatchObject({
    demotedId: 'k1',
    promotedId: null,
    created: { accountId: 'a3', name: 'Litware', percent: 0, isPrimary: true, isRounding: false },
  });
  expect(movePrimary(customers, { id: 'a1', name: 'Contoso' })).toEqual({
    demotedId: null,
    promotedId: null,
    created: null,
  });
});

test('BBL-CON-07: a contract with entries, actuals, invoices, retainers in billing or billing activity stays', () => {
  expect(codesOf(deleteContractBlockers('Draft', EMPTY))).toEqual([]);
  for (const what of [
    'hasEntries',
    'hasActuals',
    'hasInvoices',
    'hasRetainersInBilling',
    'hasBillingActivity',
  ] as const) {
    expect(codesOf(deleteContractBlockers('Draft', { ...EMPTY, [what]: true }))).toEqual(['BBL-CON-07']);
  }
  const [blocker] = deleteContractBlockers('Draft', {
    ...EMPTY,
    hasEntries: true,
    hasActuals: true,
    hasInvoices: true,
  });
  expect(blocker?.args).toEqual({ what: 'entries, actuals and invoices' });
});

test('BBL-CON-12: a contract with more than 2,000 rows below is deleted in parts', () => {
  expect(codesOf(deleteContractBlockers('Draft', { ...EMPTY, rowsBelowCount: 2001 }))).toEqual(['BBL-CON-12']);
});

test('BBL-GRD-03: parents, line type and currency stay once the row was created', () => {
  expect(codesOf(immutableViolations('contractLine', ['contractId', 'lineType', 'currencyId', 'name']))).toEqual([
    'BBL-GRD-03',
    'BBL-GRD-03',
    'BBL-GRD-03',
  ]);
  expect(codesOf(immutableViolations('milestone', ['contractLineId', 'amount']))).toEqual(['BBL-GRD-03']);
  expect(codesOf(immutableViolations('retainerApplication', ['invoiceId', 'retainerId']))).toEqual([
    'BBL-GRD-03',
    'BBL-GRD-03',
  ]);
});
