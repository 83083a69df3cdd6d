import { BillingStatus, BillingStatusLabels } from '@bbl/dataverse/generated/choices';
import { Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import type { Column } from '../mapping/dataset';
import type { FakeRow } from './fakeContext';
import { choice, column, lookup, money, text } from './fakeContext';

/** The columns of Fixed Price Milestones that tests need, in the view's order. domain.md 1.3. */
export const MILESTONE_COLUMNS: Column[] = [
  column(MilestoneSplit.Name, 'Milestone Name', 'SingleLine.Text', { isPrimary: true, order: 0 }),
  column(MilestoneSplit.Date, 'Milestone Date', 'DateAndTime.DateOnly', { order: 1 }),
  column(MilestoneSplit.Amount, 'Line Amount', 'Currency', { order: 2 }),
  column(MilestoneSplit.BillingStatus, 'Invoice Status', 'OptionSet', { order: 3 }),
  column(MilestoneSplit.ContractId, 'Project Contract', 'Lookup.Simple', { order: 4 }),
  column(`milestone.${Milestone.NextInvoiceStatus}`, 'Next Invoice Status', 'OptionSet', { order: 5 }),
  column(MilestoneSplit.InvoiceId, 'Invoice', 'Lookup.Simple', { order: 6 }),
  column(MilestoneSplit.TransactionCurrencyId, 'Currency', 'Lookup.Simple', { order: 7 }),
];

const status = (value: BillingStatus) => choice(value, BillingStatusLabels[value]);

/** A split Not ready to invoice over $100.10, and what a test says otherwise. */
export const milestoneRow = (name: string, more: FakeRow = {}): FakeRow => ({
  [MilestoneSplit.Name]: text(name),
  [MilestoneSplit.Date]: { value: new Date(2026, 1, 28), text: '2/28/2026' },
  [MilestoneSplit.Amount]: money(100.1, '$100.10'),
  [MilestoneSplit.Tax]: money(0, '$0.00'),
  [MilestoneSplit.BillingStatus]: status(BillingStatus.NotReadyToInvoice),
  [MilestoneSplit.ContractId]: lookup('bbl_contract', 'contract-1', 'Adatum production'),
  [MilestoneSplit.TransactionCurrencyId]: lookup('transactioncurrency', 'usd', 'US Dollar'),
  ...more,
});

export const onDraft = (invoice: string): FakeRow => ({
  [MilestoneSplit.BillingStatus]: status(BillingStatus.CustomerInvoiceCreated),
  [MilestoneSplit.InvoiceId]: lookup('bbl_invoice', 'invoice-1', invoice),
});

/** Rows "row0" to "row<count − 1>". */
export const milestoneRows = (count: number): { readonly [id: string]: FakeRow } =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`row${at}`, milestoneRow(`Milestone ${at}`)]));
