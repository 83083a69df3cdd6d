import { minorUnits } from '../money/minorUnits';
import { quantity } from '../money/quantity';
import { codesOf, day, decided, qty, usd } from '../testing/values';
import { type DetailKind, type DetailPatch, EDITABLE_FIELDS, editDetail, type EditableDetail } from './editDetail';
import { createInvoiceByHand, editInvoiceBlockers, type EditableInvoice, markPaidBlockers } from './editInvoice';

const draft: EditableInvoice = {
  status: 'Draft',
  cutoffDate: day('2026-03-15'),
  latestSource: { name: 'Design', date: day('2026-03-20') },
};

test('BBL-INV-17: invoices are created by the commands only', () => {
  expect(createInvoiceByHand().code).toBe('BBL-INV-17');
});

test('BBL-INV-18: people set Draft and In review, nothing else', () => {
  expect(codesOf(editInvoiceBlockers(draft, { status: 'InReview' }))).toEqual([]);
  expect(codesOf(editInvoiceBlockers({ ...draft, status: 'InReview' }, { status: 'Draft' }))).toEqual([]);
  expect(codesOf(editInvoiceBlockers(draft, { status: 'Confirmed' }))).toEqual(['BBL-INV-18']);
  expect(codesOf(editInvoiceBlockers(draft, { status: 'Paid' }))).toEqual(['BBL-INV-18']);
  expect(codesOf(editInvoiceBlockers(draft, { status: null }))).toEqual(['BBL-INV-18']);
});

test('BBL-INV-03: a confirmed invoice is closed', () => {
  expect(codesOf(editInvoiceBlockers({ ...draft, status: 'Confirmed' }, { status: 'Draft' }))).toEqual(['BBL-INV-03']);
  expect(codesOf(editDetail({ ...detail, invoiceStatus: 'Paid' }, { taxMinor: usd('1') }))).toEqual(['BBL-INV-03']);
});

test('BBL-INV-04: the invoice date does not go before a source or the cut-off', () => {
  expect(codesOf(editInvoiceBlockers(draft, { invoiceDate: day('2026-03-20') }))).toEqual([]);
  expect(editInvoiceBlockers(draft, { invoiceDate: day('2026-03-19') })).toMatchObject([
    { code: 'BBL-INV-04', args: { row: 'Design' } },
  ]);
  const withoutSource = { ...draft, latestSource: null };
  expect(editInvoiceBlockers(withoutSource, { invoiceDate: day('2026-03-14') })).toMatchObject([
    { code: 'BBL-INV-04', args: { row: 'The cut-off' } },
  ]);
  expect(codesOf(editInvoiceBlockers(draft, { invoiceDate: null }))).toEqual(['BBL-GRD-11']);
});

test('BBL-INV-11: only confirmed invoices become paid', () => {
  expect(codesOf(markPaidBlockers('Draft'))).toEqual(['BBL-INV-11']);
  expect(codesOf(markPaidBlockers('InReview'))).toEqual(['BBL-INV-11']);
  expect(codesOf([...markPaidBlockers('Confirmed'), ...markPaidBlockers('Paid')])).toEqual([]);
});

const detail: EditableDetail = {
  kind: 'timeAndMaterial',
  invoiceStatus: 'Draft',
  billingType: 'Chargeable',
  quantity: qty('8'),
  priceMinor: usd('200'),
  amountMinor: usd('1600'),
  taxMinor: usd('304'),
  description: 'Work',
  transactionClass: 'Time',
  date: day('2026-03-10'),
  contractLineId: 'line',
  source: { quantity: qty('8'), taxMinor: usd('304') },
};
const PATCHES: readonly (readonly [string, DetailPatch])[] = [
  ['billingType', { billingType: 'Complimentary' }],
  ['quantity', { quantity: qty('6') }],
  ['price', { priceMinor: usd('100') }],
  ['tax', { taxMinor: usd('1') }],
  ['description', { description: 'Travel' }],
  ['name', { name: 'Travel' }],
  ['transactionClass', { transactionClass: 'Fee' }],
  ['date', { date: day('2026-03-11') }],
  ['contractLineId', { contractLineId: null }],
];

test('BBL-INV-14: each kind of detail lets people change what its row of the table says, and nothing else', () => {
  for (const kind of Object.keys(EDITABLE_FIELDS) as DetailKind[]) {
    const free = PATCHES.filter(([, patch]) => editDetail({ ...detail, kind }, patch).ok).map(([field]) => field);
    expect(free).toEqual(EDITABLE_FIELDS[kind]);
  }
  expect(codesOf(editDetail({ ...detail, kind: 'product' }, { quantity: qty('6'), description: 'Rack' }))).toEqual([
    'BBL-INV-14',
    'BBL-INV-14',
  ]);
  expect(codesOf(editDetail({ ...detail, kind: 'product' }, { quantity: qty('8') }))).toEqual([]);
});

test('8.5-2: a new quantity without new tax takes its share of the source tax, half up', () => {
  expect(decided(editDetail(detail, { quantity: qty('6') }))).toMatchObject({
    amountMinor: usd('1200'),
    taxMinor: usd('228'),
    extendedAmountMinor: usd('1428'),
  });
  expect(decided(editDetail(detail, { quantity: qty('6'), taxMinor: usd('10') })).taxMinor).toBe(usd('10'));
  expect(
    decided(editDetail({ ...detail, source: { quantity: quantity(0), taxMinor: usd('0') } }, { quantity: qty('6') }))
      .taxMinor,
  ).toBe(0);
});

test('8.5-2: leaving Chargeable sets tax 0, returning restores it', () => {
  const left = decided(editDetail(detail, { billingType: 'NonChargeable' }));
  expect(left).toMatchObject({ amountMinor: usd('1600'), taxMinor: 0, extendedAmountMinor: 0 });
  const back = decided(
    editDetail({ ...detail, ...left, quantity: qty('4'), amountMinor: usd('800') }, { billingType: 'Chargeable' }),
  );
  expect(back).toMatchObject({ taxMinor: usd('152'), extendedAmountMinor: usd('952') });
});

test('8.4-2: an untouched amount stays what its source had', () => {
  const uneven = { ...detail, kind: 'milestone' as const, priceMinor: usd('199.99'), amountMinor: usd('1600.01') };
  expect(decided(editDetail(uneven, { taxMinor: null, description: null }))).toMatchObject({
    amountMinor: usd('1600.01'),
    taxMinor: 0,
    description: '',
  });
});

test('BBL-GRD-11: figures of a detail are 0 or more, its billing type one that can be billed', () => {
  expect(
    codesOf(editDetail(detail, { quantity: quantity(-1), priceMinor: minorUnits(-1), taxMinor: minorUnits(-1) })),
  ).toEqual(['BBL-GRD-11', 'BBL-GRD-11', 'BBL-GRD-11']);
  expect(codesOf(editDetail(detail, { billingType: 'NotAvailable' }))).toEqual(['BBL-GRD-11']);
  expect(codesOf(editDetail(detail, { quantity: null, priceMinor: null, billingType: null }))).toEqual([
    'BBL-GRD-11',
    'BBL-GRD-11',
    'BBL-GRD-11',
  ]);
});
