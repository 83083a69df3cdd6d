import { BillingStatus, ContractStatus, HeaderStatus } from '@bbl/dataverse/generated/choices';
import { completionShown } from '../forms/nextInvoice';
import { couldMark, MILESTONE_READER, type MarkableMilestone } from './milestoneFacts';

interface Slice {
  readonly amount: number;
  readonly round: number;
  readonly status: BillingStatus;
}
const { NotReadyToInvoice, ReadyToInvoice, CustomerInvoiceCreated, CustomerInvoicePosted } = BillingStatus;

/** A header as the Web API's join gives it: a row for each split. */
function read(
  slices: readonly Slice[],
  header: object = {},
  contractStatus: ContractStatus = ContractStatus.Confirmed,
): MarkableMilestone {
  const rows = slices.map(({ amount, round, status }, at) => ({
    bbl_milestoneid: 'm',
    bbl_name: 'Design',
    bbl_date: '2026-01-31',
    bbl_amount: 1000,
    bbl_tax: 0,
    bbl_headerstatus: HeaderStatus.InProgress,
    'c.bbl_contractstatus': contractStatus,
    'u.isocurrencycode': 'USD',
    'u.currencyprecision': 2,
    's.bbl_milestonesplitid': `s${at}`,
    's.bbl_billingstatus': status,
    's.bbl_round': round,
    's.bbl_amount': amount,
    's.bbl_tax': 0,
    's.bbl_billingsplit': 100,
    's.bbl_isrounding': true,
    's.bbl_contractlinecustomerid': 'c',
    ...header,
  }));
  const [facts] = MILESTONE_READER.read(rows);
  return facts!.milestone!;
}
const next = (status: BillingStatus, amount: number | null, openRound: number | null = null) => ({
  bbl_nextinvoicestatus: status,
  bbl_nextinvoiceamount: amount,
  bbl_openround: openRound,
  bbl_percentallotted: 40.0004,
});
const marks = (facts: MarkableMilestone) => [couldMark(facts, 'Ready'), couldMark(facts, 'NotReady')];

test('3.1-6: a header with completed milestones is marked while one of its splits can be', () => {
  expect(marks(read([{ amount: 1000, round: 1, status: NotReadyToInvoice }]))).toEqual([true, false]);
  expect(
    marks(
      read([
        { amount: 600, round: 1, status: ReadyToInvoice },
        { amount: 400, round: 1, status: CustomerInvoicePosted },
      ]),
    ),
  ).toEqual([false, true]);
  expect(marks(read([{ amount: 1000, round: 1, status: CustomerInvoiceCreated }]))).toEqual([false, false]);
});

test('3.4-14: a next invoice with its amount can be opened; without one the command stays and says so', () => {
  const open = [{ amount: 1000, round: 0, status: NotReadyToInvoice }];
  expect(marks(read(open, next(NotReadyToInvoice, 400)))).toEqual([true, false]);
  expect(marks(read(open, next(NotReadyToInvoice, null)))).toEqual([true, false]);
  expect(marks(read(open, next(NotReadyToInvoice, 400), ContractStatus.Lost))).toEqual([false, false]);
});

test('3.4-16, 3.4-17: a next invoice is withdrawn until it is on a draft', () => {
  const round = (status: BillingStatus) => [
    { amount: 400, round: 1, status },
    { amount: 600, round: 0, status: NotReadyToInvoice },
  ];
  expect(marks(read(round(ReadyToInvoice), next(ReadyToInvoice, 400, 1)))).toEqual([false, true]);
  expect(marks(read(round(CustomerInvoiceCreated), next(CustomerInvoiceCreated, 400, 1)))).toEqual([false, false]);
});

test('3.4: nothing can be marked once everything is invoiced', () => {
  const facts = read([{ amount: 1000, round: 1, status: CustomerInvoicePosted }], next(NotReadyToInvoice, null));
  expect(marks(facts)).toEqual([false, false]);
  expect(completionShown(facts, null).locked).toBe('Nothing is left to invoice.');
});

test('3.4-1: the bar shows what is invoiced, on a draft, ready and left', () => {
  const facts = read(
    [
      { amount: 400, round: 1, status: CustomerInvoicePosted },
      { amount: 250, round: 2, status: ReadyToInvoice },
      { amount: 350, round: 0, status: NotReadyToInvoice },
    ],
    next(ReadyToInvoice, 250, 2),
  );
  const { parts, locked } = completionShown(facts, null);
  expect(parts.map(({ tone, amount, widthPercent }) => [tone, amount, widthPercent])).toEqual([
    ['posted', '400.00 USD', 40],
    ['ready', '250.00 USD', 25],
    ['open', '350.00 USD', 35],
  ]);
  expect(locked).toBe(
    'The next invoice is Ready to invoice. Choose Create invoice to bill it, or Not ready to invoice to change it.',
  );
});
