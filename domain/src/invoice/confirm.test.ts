import { minorUnits } from '../money/minorUnits';
import { ONE } from '../money/quantity';
import { sentenceOf } from '../messages';
import { codesOf, day, USD, usd } from '../testing/values';
import {
  type ConfirmableInvoice,
  confirmationViolations,
  type ConfirmDetail,
  confirmInvoice,
  type ConfirmSource,
} from './confirm';
import type { InvoiceLimit } from './invoiceLimits';

const SETTINGS = { isConfirmedContractsOnly: false, isZeroInvoiceAllowed: false };
const splitSource: ConfirmSource = {
  kind: 'split',
  id: 's1',
  billingStatus: 'InvoiceCreated',
  invoiceId: 'i1',
  claimInvoiceId: 'i1',
  milestoneId: 'm1',
};
const splitDetail: ConfirmDetail = {
  name: 'Design',
  source: splitSource,
  contractLineId: 'l1',
  lineCustomerId: 'c1',
  projectId: 'p1',
  transactionClass: 'Milestone',
  billingType: 'Chargeable',
  date: day('2026-03-31'),
  description: 'Design',
  quantity: ONE,
  priceMinor: usd('100'),
  amountMinor: usd('100'),
  taxMinor: usd('19'),
};
const invoice = (changes: Partial<ConfirmableInvoice> = {}): ConfirmableInvoice => ({
  id: 'i1',
  status: 'Draft',
  contractId: 'k',
  accountId: 'a1',
  contractStatus: 'Confirmed',
  invoiceDate: day('2026-03-31'),
  accountingDate: null,
  isCorrection: false,
  applicationsCount: 0,
  totalAmountMinor: usd('119'),
  details: [splitDetail],
  limits: [],
  ...changes,
});
const codes = (changes: Partial<ConfirmableInvoice>, settings = SETTINGS) =>
  codesOf(confirmationViolations(invoice(changes), settings));

test('3.9-3: a Draft or In review invoice can be confirmed', () => {
  expect(codes({})).toEqual([]);
  expect(codes({ status: 'InReview' })).toEqual([]);
});

test('BBL-INV-03: a confirmed invoice is not confirmed again', () => {
  expect(codes({ status: 'Confirmed' })).toEqual(['BBL-INV-03']);
  expect(codes({ status: 'Paid' })).toEqual(['BBL-INV-03']);
});

test('BBL-CON-05: nothing is confirmed while the contract is on hold, but drafts left over elsewhere are', () => {
  expect(codes({ contractStatus: 'OnHold' })).toEqual(['BBL-CON-05']);
  for (const contractStatus of ['Draft', 'Completed', 'Lost'] as const) expect(codes({ contractStatus })).toEqual([]);
});

test('BBL-INV-07: an empty invoice is not confirmed', () => {
  expect(codes({ details: [], totalAmountMinor: usd('0') })).toEqual(['BBL-INV-07']);
});

test('BBL-INV-10: each source is Created, claimed by and pointing to this invoice', () => {
  for (const changes of [
    { billingStatus: 'Ready' as const },
    { invoiceId: 'i2' },
    { invoiceId: null },
    { claimInvoiceId: 'i2' },
    { claimInvoiceId: null },
  ]) {
    expect(codes({ details: [{ ...splitDetail, source: { ...splitSource, ...changes } }] })).toEqual(['BBL-INV-10']);
  }
});

test('BBL-INV-06: an invoice without anything chargeable is not confirmed, unless the setting allows it', () => {
  const details = [{ ...splitDetail, billingType: 'NonChargeable' as const }];
  expect(codes({ details, totalAmountMinor: usd('0') })).toEqual(['BBL-INV-06']);
  expect(codes({ details, totalAmountMinor: usd('0') }, { ...SETTINGS, isZeroInvoiceAllowed: true })).toEqual([]);
});

const limit = (changes: Partial<InvoiceLimit> = {}): InvoiceLimit => ({
  level: 'Contract',
  name: 'Bridge',
  currency: USD,
  limitMinor: usd('1000'),
  invoicedMinor: usd('600'),
  committedMinor: usd('300'),
  addedMinor: usd('100'),
  ...changes,
});

test('BBL-NTE-03: an invoice may reach a limit exactly, not exceed it', () => {
  expect(codes({ limits: [limit()] })).toEqual([]);
  const exceeded = confirmationViolations(invoice({ limits: [limit({ addedMinor: usd('100.01') })] }), SETTINGS);
  expect(exceeded.map((each) => sentenceOf(each))).toEqual([
    'BBL-NTE-03: This invoice exceeds a limit. Contract Bridge: limit 1000.00 USD; invoiced 600.00; committed 300.00; this invoice 100.01; short by 0.01.',
  ]);
});

test('6.3-2: an invoice that adds nothing to a level is not stopped by it', () => {
  expect(codes({ limits: [limit({ limitMinor: usd('1'), addedMinor: usd('0') })] })).toEqual([]);
});

test('BBL-INV-08: the total is 0 or more, except with a negative slice', () => {
  expect(codes({ totalAmountMinor: minorUnits(-1) })).toEqual(['BBL-INV-08']);
  const negative = { ...splitDetail, amountMinor: minorUnits(-1), taxMinor: minorUnits(0) };
  expect(codes({ details: [negative], totalAmountMinor: minorUnits(-1) })).toEqual([]);
});

test('8.7-2: the checks come in the order of the table', () => {
  const details = [
    { ...splitDetail, billingType: 'NonChargeable' as const, source: { ...splitSource, claimInvoiceId: null } },
  ];
  const all = codes({
    status: 'Paid',
    contractStatus: 'OnHold',
    details,
    limits: [limit({ limitMinor: usd('0') })],
    totalAmountMinor: minorUnits(-1),
  });
  expect(all).toEqual(['BBL-INV-03', 'BBL-CON-05', 'BBL-INV-10', 'BBL-INV-06', 'BBL-NTE-03', 'BBL-INV-08']);
});

test('BBL-GRD-07: what this version cannot confirm is refused as a whole', () => {
  expect(codes({ isCorrection: true })).toEqual(['BBL-GRD-07']);
  expect(codes({ applicationsCount: 1 })).toEqual(['BBL-GRD-07']);
  expect(codes({ details: [{ ...splitDetail, source: null }] })).toEqual(['BBL-GRD-07']);
  expect(codes({ details: [{ ...splitDetail, source: { ...splitSource, kind: 'actual' } }] })).toEqual(['BBL-GRD-07']);
});

test('8.7-3: a confirmation posts the sources and dates the invoice', () => {
  const today = day('2026-04-02');
  const details = [splitDetail, { ...splitDetail, source: { ...splitSource, id: 's2' } }];
  const confirmation = confirmInvoice(invoice({ details }), { accountingDate: null, today });
  expect(confirmation).toMatchObject({ status: 'Confirmed', accountingDate: today, milestoneIds: ['m1'] });
  expect(confirmation.sources).toEqual([
    { kind: 'split', id: 's1', from: 'InvoiceCreated', to: 'InvoicePosted' },
    { kind: 'split', id: 's2', from: 'InvoiceCreated', to: 'InvoicePosted' },
  ]);
  const asked = day('2026-04-01');
  expect(confirmInvoice(invoice(), { accountingDate: asked, today }).accountingDate).toBe(asked);
  expect(
    confirmInvoice(invoice({ accountingDate: day('2026-03-30') }), { accountingDate: asked, today }).accountingDate,
  ).toBe('2026-03-30');
});

test('3.6-7: a milestone writes billed sales only, with the figures of its detail', () => {
  const [billed, ...others] = confirmInvoice(invoice(), { accountingDate: null, today: day('2026-04-02') }).billedSales;
  expect(others).toEqual([]);
  expect(billed).toEqual({
    transactionType: 'BilledSales',
    transactionClass: 'Milestone',
    billingType: 'Chargeable',
    billingStatus: 'InvoicePosted',
    originKind: 'Original',
    nteStatus: 'NotApplicable',
    contractId: 'k',
    contractLineId: 'l1',
    lineCustomerId: 'c1',
    accountId: 'a1',
    projectId: 'p1',
    date: '2026-03-31',
    name: 'Design',
    quantity: 10_000,
    priceMinor: usd('100'),
    amountMinor: usd('100'),
    taxMinor: usd('19'),
    invoiceId: 'i1',
    splitId: 's1',
  });
});

test('3.6-7: a product line writes billed sales of class Material, dated like the invoice when it has no date', () => {
  const source: ConfirmSource = { ...splitSource, kind: 'productLine', id: 'p1', milestoneId: null };
  const product: ConfirmDetail = {
    ...splitDetail,
    source,
    transactionClass: 'Material',
    date: null,
    lineCustomerId: null,
  };
  const confirmation = confirmInvoice(invoice({ details: [product] }), {
    accountingDate: null,
    today: day('2026-04-02'),
  });
  expect(confirmation.milestoneIds).toEqual([]);
  expect(confirmation.billedSales).toMatchObject([{ transactionClass: 'Material', date: '2026-03-31', splitId: null }]);
});
