import { minorUnits } from '../money/minorUnits';
import { percent } from '../money/percent';
import { codesOf, decided, pct } from '../testing/values';
import {
  addContractCustomer,
  type ContractAbove,
  type ContractCustomer,
  type ContractCustomerDraft,
  deleteContractCustomerBlockers,
  editContractCustomer,
} from './contractCustomer';
import {
  addLineCustomer,
  copyToLine,
  deleteLineCustomerBlockers,
  editLineCustomer,
  type LineAbove,
  type LineCustomerDraft,
} from './lineCustomer';

const customer = (id: string, share: string, changes: Partial<ContractCustomer> = {}): ContractCustomer => ({
  id,
  accountId: id.replace('k', 'a'),
  percent: pct(share),
  isPrimary: false,
  isRounding: false,
  ...changes,
});
const PRIMARY = customer('k1', '100', { isPrimary: true, isRounding: true });
const contract: ContractAbove = { status: 'Draft', customers: [PRIMARY, customer('k2', '0')] };
const draft: ContractCustomerDraft = {
  accountId: 'a3',
  accountName: 'Litware',
  name: null,
  billToName: null,
  percent: null,
  isRounding: null,
  notToExceedLimitMinor: null,
};

test('2.3-3: a further customer has 0 %, is not rounding and is named after its account', () => {
  expect(decided(addContractCustomer(draft, contract))).toEqual({
    row: { accountId: 'a3', name: 'Litware', billToName: 'Litware', percent: 0, isPrimary: false, isRounding: false },
    roundingMovesFrom: [],
  });
});

test('2.3-5: setting the rounding flag on a row takes it from the others', () => {
  expect(decided(addContractCustomer({ ...draft, isRounding: true }, contract)).roundingMovesFrom).toEqual(['k1']);
  expect(decided(editContractCustomer(customer('k2', '0'), { isRounding: true }, contract))).toEqual({
    percent: 0,
    isRounding: true,
    roundingMovesFrom: ['k1'],
  });
  expect(decided(editContractCustomer(PRIMARY, { isRounding: true, percent: pct('50') }, contract))).toEqual({
    percent: pct('50'),
    isRounding: true,
    roundingMovesFrom: [],
  });
});

test('BBL-SPL-02: the rounding flag is moved, never cleared', () => {
  expect(codesOf(editContractCustomer(PRIMARY, { isRounding: false }, contract))).toEqual(['BBL-SPL-02']);
  expect(codesOf(editContractCustomer(customer('k2', '0'), { isRounding: false }, contract))).toEqual([]);
});

test('BBL-SPL-03: an account is a customer of a contract, and of a line, once', () => {
  expect(codesOf(addContractCustomer({ ...draft, accountId: 'a2' }, contract))).toEqual(['BBL-SPL-03']);
  expect(
    codesOf(addLineCustomer({ ...lineDraft, contractCustomer: { ...lineDraft.contractCustomer, id: 'k1' } }, line)),
  ).toEqual(['BBL-SPL-03']);
});

test('BBL-SPL-04: the account cannot be changed', () => {
  expect(codesOf(editContractCustomer(PRIMARY, { accountId: 'a9' }, contract))).toEqual(['BBL-SPL-04']);
  expect(codesOf(editContractCustomer(PRIMARY, { accountId: 'a1' }, contract))).toEqual([]);
  expect(codesOf(editLineCustomer(line.customers[0]!, { contractCustomerId: 'k9' }, line))).toEqual(['BBL-SPL-04']);
});

test('BBL-SPL-05: the primary customer cannot be deleted', () => {
  expect(codesOf(deleteContractCustomerBlockers(PRIMARY, 'Draft', false))).toEqual(['BBL-SPL-05']);
  expect(codesOf(deleteContractCustomerBlockers(customer('k2', '0'), 'Draft', false))).toEqual([]);
});

test('BBL-SPL-06: a customer with billing rows cannot be deleted', () => {
  expect(codesOf(deleteContractCustomerBlockers(customer('k2', '0'), 'Draft', true))).toEqual(['BBL-SPL-06']);
  expect(codesOf(deleteLineCustomerBlockers('Draft', true))).toEqual(['BBL-SPL-06']);
  expect(codesOf(deleteLineCustomerBlockers('Draft', false))).toEqual([]);
});

test('BBL-SPL-07: percentages lie between 0 and 100', () => {
  expect(codesOf(addContractCustomer({ ...draft, percent: percent(1_000_001) }, contract))).toEqual(['BBL-SPL-07']);
  expect(codesOf(editContractCustomer(PRIMARY, { percent: percent(-1) }, contract))).toEqual(['BBL-SPL-07']);
  expect(codesOf(editLineCustomer(line.customers[0]!, { percent: percent(-1) }, line))).toEqual(['BBL-SPL-07']);
});

const line: LineAbove = {
  name: 'Design',
  contractId: 'contract',
  lineType: 'Project',
  contractStatus: 'Draft',
  customers: [{ id: 'c1', contractCustomerId: 'k1', percent: pct('100'), isRounding: true }],
};
const lineDraft: LineCustomerDraft = {
  contractCustomer: { id: 'k2', contractId: 'contract', accountId: 'a2', accountName: 'Fabrikam' },
  percent: null,
  isRounding: null,
  notToExceedLimitMinor: null,
};

test('2.4-4: a line customer names a contract customer and starts with 0 %, not rounding', () => {
  expect(decided(addLineCustomer(lineDraft, line))).toEqual({
    row: { contractCustomerId: 'k2', accountId: 'a2', percent: 0, isRounding: false },
    roundingMovesFrom: [],
  });
  expect(decided(addLineCustomer({ ...lineDraft, isRounding: true }, line)).roundingMovesFrom).toEqual(['c1']);
});

test('BBL-SPL-08: a line customer belongs to the contract of the line', () => {
  const stranger = { ...lineDraft.contractCustomer, contractId: 'another' };
  expect(codesOf(addLineCustomer({ ...lineDraft, contractCustomer: stranger }, line))).toEqual(['BBL-SPL-08']);
});

test('BBL-SPL-09: product lines have no line customers', () => {
  expect(codesOf(addLineCustomer(lineDraft, { ...line, lineType: 'Product' }))).toEqual(['BBL-SPL-09']);
});

test('2.3-5: one rounding customer per line: the flag moves there too and is not cleared', () => {
  const second = { id: 'c2', contractCustomerId: 'k2', percent: pct('0'), isRounding: false };
  const above = { ...line, customers: [...line.customers, second] };
  expect(decided(editLineCustomer(second, { isRounding: true }, above)).roundingMovesFrom).toEqual(['c1']);
  expect(codesOf(editLineCustomer(line.customers[0]!, { isRounding: false }, line))).toEqual(['BBL-SPL-02']);
});

test('BBL-NTE-07: limits of customers are 0 or more', () => {
  expect(codesOf(addContractCustomer({ ...draft, notToExceedLimitMinor: minorUnits(-1) }, contract))).toEqual([
    'BBL-NTE-07',
  ]);
  expect(codesOf(editLineCustomer(line.customers[0]!, { notToExceedLimitMinor: minorUnits(-1) }, line))).toEqual([
    'BBL-NTE-07',
  ]);
});

test('3.11-3: customers below a Lost contract are read-only', () => {
  const lost = { ...contract, status: 'Lost' as const };
  expect(codesOf(addContractCustomer(draft, lost))).toEqual(['BBL-CON-04']);
  expect(codesOf(editContractCustomer(PRIMARY, { percent: pct('50') }, lost))).toEqual(['BBL-CON-04']);
  expect(codesOf(deleteContractCustomerBlockers(customer('k2', '0'), 'Lost', false))).toEqual(['BBL-CON-04']);
  expect(codesOf(addLineCustomer(lineDraft, { ...line, contractStatus: 'Lost' }))).toEqual(['BBL-CON-04']);
  expect(codesOf(deleteLineCustomerBlockers('Lost', false))).toEqual(['BBL-CON-04']);
});

test('2.4-3: a project line copies the customers above 0 % with percentage and rounding flag', () => {
  const customers = [customer('k1', '60'), customer('k2', '40', { isRounding: true }), customer('k3', '0')];
  expect(copyToLine(customers)).toEqual([
    { contractCustomerId: 'k1', accountId: 'a1', percent: pct('60'), isRounding: false },
    { contractCustomerId: 'k2', accountId: 'a2', percent: pct('40'), isRounding: true },
  ]);
});

test('2.4-3: when no customer above 0 % is rounding the largest is, of equal ones the oldest', () => {
  const customers = [
    customer('k1', '20'),
    customer('k2', '40'),
    customer('k3', '40'),
    customer('k4', '0', { isRounding: true }),
  ];
  expect(copyToLine(customers).map(({ isRounding }) => isRounding)).toEqual([false, true, false]);
  expect(copyToLine([customer('k1', '0')])).toEqual([]);
});
