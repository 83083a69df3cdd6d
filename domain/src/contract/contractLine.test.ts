import { minorUnits } from '../money/minorUnits';
import { quantity } from '../money/quantity';
import type { SourceStatus } from '../statuses';
import { codesOf, decided, pct, qty, usd } from '../testing/values';
import type { ContractAbove } from './contractCustomer';
import {
  createContractLine,
  deleteContractLineBlockers,
  editContractLine,
  type ExistingLine,
  type LineDeletion,
} from './contractLine';
import type { LineColumns } from './lineColumns';
import { markProductLine, type MarkableLine, productMarkBlockers } from './productLine';

const contract: ContractAbove = {
  status: 'Confirmed',
  customers: [{ id: 'k1', accountId: 'a1', percent: pct('100'), isPrimary: true, isRounding: true }],
};
const PROJECT: LineColumns = {
  lineType: null,
  projectId: 'p1',
  billingMethod: 'FixedPrice',
  scheduleType: null,
  contractedAmountMinor: usd('1000'),
  estimatedTaxMinor: usd('190'),
  notToExceedLimitMinor: null,
  productName: null,
  requestedDeliveryDate: null,
  quantity: null,
  priceMinor: null,
  taxMinor: null,
};
const PRODUCT: LineColumns = {
  ...PROJECT,
  lineType: 'Product',
  billingMethod: null,
  contractedAmountMinor: null,
  estimatedTaxMinor: null,
  productName: 'Server',
  quantity: qty('2.5'),
  priceMinor: usd('3.33'),
};
const existing = (columns: LineColumns, changes: Partial<ExistingLine> = {}): ExistingLine => ({
  columns,
  contractStatus: 'Confirmed',
  billingStatus: null,
  contents: { hasMilestones: false, hasScheduleRows: false, hasEntries: false, hasActuals: false },
  ...changes,
});

test('2.4-1: a line is a project line with completed milestones by default', () => {
  expect(decided(createContractLine(PROJECT, contract))).toEqual({
    lineType: 'Project',
    scheduleType: 'CompletedMilestones',
    contractedAmountAfterTaxMinor: usd('1190'),
    amountMinor: null,
    taxMinor: null,
    billingStatus: null,
    lineCustomers: [{ contractCustomerId: 'k1', accountId: 'a1', percent: pct('100'), isRounding: true }],
  });
  const progress = decided(
    createContractLine({ ...PROJECT, scheduleType: 'ProgressBased', contractedAmountMinor: null }, contract),
  );
  expect(progress).toMatchObject({ scheduleType: 'ProgressBased', contractedAmountAfterTaxMinor: null });
});

test('2.4-1: the schedule type is emptied on T&M lines', () => {
  const line = existing({ ...PROJECT, lineType: 'Project', scheduleType: 'ProgressBased' });
  expect(decided(editContractLine(line, { billingMethod: 'TimeAndMaterial' })).scheduleType).toBeNull();
});

test('BBL-CON-10: a project line needs a billing method', () => {
  expect(codesOf(createContractLine({ ...PROJECT, billingMethod: null }, contract))).toEqual(['BBL-CON-10']);
  expect(codesOf(editContractLine(existing({ ...PROJECT, lineType: 'Project' }), { billingMethod: null }))).toEqual([
    'BBL-CON-10',
  ]);
});

test('2.4-5: a product line costs quantity × price, half up, starts Not ready and has no line customers', () => {
  expect(decided(createContractLine(PRODUCT, contract))).toMatchObject({
    lineType: 'Product',
    amountMinor: usd('8.33'),
    taxMinor: 0,
    billingStatus: 'NotReady',
    lineCustomers: [],
    scheduleType: null,
  });
});

test('2.4-6: billing status stays empty on project lines', () => {
  expect(decided(createContractLine(PROJECT, contract)).billingStatus).toBeNull();
});

test('BBL-PRD-05: a product line needs name, quantity above 0 and price', () => {
  const lacking: Partial<LineColumns>[] = [
    { productName: '' },
    { quantity: null },
    { quantity: quantity(0) },
    { priceMinor: null },
    { priceMinor: minorUnits(-1) },
  ];
  for (const changes of lacking)
    expect(codesOf(createContractLine({ ...PRODUCT, ...changes }, contract))).toEqual(['BBL-PRD-05']);
  expect(codesOf(createContractLine({ ...PRODUCT, priceMinor: usd('0') }, contract))).toEqual([]);
});

test('BBL-PRD-04: a product that is Ready or beyond keeps what will be billed', () => {
  for (const billingStatus of ['Ready', 'InvoiceCreated', 'InvoicePosted'] as const) {
    const line = existing(PRODUCT, { billingStatus });
    for (const patch of [
      { productName: 'Rack' },
      { requestedDeliveryDate: '2026-04-30' },
      { quantity: qty('3') },
      { priceMinor: usd('4') },
      { taxMinor: usd('1') },
    ]) {
      expect(codesOf(editContractLine(line, patch))).toEqual(['BBL-PRD-04']);
    }
    expect(codesOf(editContractLine(line, { quantity: PRODUCT.quantity }))).toEqual([]);
  }
  expect(
    decided(editContractLine(existing(PRODUCT, { billingStatus: 'NotReady' }), { quantity: qty('3') })).amountMinor,
  ).toBe(usd('9.99'));
});

test('BBL-CON-09: billing method, schedule type and project stay once something was planned or recorded', () => {
  const planned = existing(
    { ...PROJECT, lineType: 'Project', scheduleType: 'CompletedMilestones' },
    { contents: { hasMilestones: true, hasScheduleRows: false, hasEntries: true, hasActuals: false } },
  );
  const refused = editContractLine(planned, {
    billingMethod: 'TimeAndMaterial',
    scheduleType: 'ProgressBased',
    projectId: 'p2',
  });
  expect(codesOf(refused)).toEqual(['BBL-CON-09', 'BBL-CON-09', 'BBL-CON-09']);
  if (!refused.ok) {
    expect(refused.error[0]?.args).toEqual({ column: 'Billing method', what: 'milestones and entries' });
    expect(refused.error.map(({ field }) => field)).toEqual(['billingMethod', 'invoiceScheduleType', 'projectId']);
  }
  expect(codesOf(editContractLine(planned, { contractedAmountMinor: usd('2000') }))).toEqual([]);
});

test('BBL-GRD-11: amounts, taxes and limits of a line are 0 or more', () => {
  const below = { contractedAmountMinor: minorUnits(-1), estimatedTaxMinor: minorUnits(-1), taxMinor: minorUnits(-1) };
  expect(codesOf(createContractLine({ ...PROJECT, ...below }, contract))).toEqual([
    'BBL-GRD-11',
    'BBL-GRD-11',
    'BBL-GRD-11',
  ]);
  expect(codesOf(createContractLine({ ...PROJECT, notToExceedLimitMinor: minorUnits(-1) }, contract))).toEqual([
    'BBL-NTE-07',
  ]);
});

test('3.11-3: lines below a Completed contract are read-only', () => {
  expect(codesOf(createContractLine(PROJECT, { ...contract, status: 'Completed' }))).toEqual(['BBL-CON-04']);
  expect(codesOf(editContractLine(existing(PROJECT, { contractStatus: 'Lost' }), {}))).toEqual(['BBL-CON-04']);
});

test('BBL-CON-06: a line with entries, actuals, invoice lines, billing activity or a Ready product stays', () => {
  const free: LineDeletion = {
    contractStatus: 'Draft',
    billingStatus: null,
    hasEntries: false,
    hasActuals: false,
    hasInvoiceLines: false,
    hasBillingActivity: false,
    rowsBelowCount: 10,
  };
  expect(codesOf(deleteContractLineBlockers(free))).toEqual([]);
  for (const what of ['hasEntries', 'hasActuals', 'hasInvoiceLines', 'hasBillingActivity'] as const) {
    expect(codesOf(deleteContractLineBlockers({ ...free, [what]: true }))).toEqual(['BBL-CON-06']);
  }
  expect(codesOf(deleteContractLineBlockers({ ...free, billingStatus: 'Ready' }))).toEqual(['BBL-CON-06']);
  expect(codesOf(deleteContractLineBlockers({ ...free, rowsBelowCount: 2001 }))).toEqual(['BBL-CON-12']);
});

const markable = (billingStatus: SourceStatus | null, changes: Partial<MarkableLine> = {}): MarkableLine => ({
  lineType: 'Product',
  billingStatus,
  invoiceName: 'INV-1001',
  contractStatus: 'Confirmed',
  ...changes,
});

test('3.7-2: a product line goes between Not ready and Ready', () => {
  expect(markProductLine(markable('NotReady'), 'Ready')).toEqual({ outcome: 'changed', from: 'NotReady', to: 'Ready' });
  expect(markProductLine(markable('Ready'), 'NotReady')).toEqual({ outcome: 'changed', from: 'Ready', to: 'NotReady' });
  expect(markProductLine(markable('Ready'), 'Ready')).toEqual({ outcome: 'unchanged' });
});

test('BBL-PRD-01: a project line has no billing status', () => {
  expect(codesOf(productMarkBlockers(markable(null, { lineType: 'Project' }), 'Ready'))).toEqual(['BBL-PRD-01']);
  expect(markProductLine(markable(null, { lineType: 'Project' }), 'Ready').outcome).toBe('refused');
});

test('BBL-PRD-02, BBL-PRD-03: a product on an invoice keeps its status', () => {
  for (const mark of ['Ready', 'NotReady'] as const) {
    expect(codesOf(productMarkBlockers(markable('InvoiceCreated'), mark))).toEqual(['BBL-PRD-02']);
    expect(codesOf(productMarkBlockers(markable('InvoicePosted'), mark))).toEqual(['BBL-PRD-03']);
  }
});

test('BBL-CON-04: Ready is refused for products of a Lost contract', () => {
  expect(codesOf(productMarkBlockers(markable('NotReady', { contractStatus: 'Lost' }), 'Ready'))).toEqual([
    'BBL-CON-04',
  ]);
});
