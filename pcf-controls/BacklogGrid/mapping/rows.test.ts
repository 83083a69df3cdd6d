import { BillingStatus, ContractStatus, InvoiceStatus, LineType } from '@bbl/dataverse/generated/choices';
import { Contract, ContractLine, Invoice, Milestone, MilestoneSplit } from '@bbl/dataverse/generated/tables';
import { sentenceOf, SENTENCES } from '@bbl/domain';
import { TEXT_KEYS } from '@bbl/pcf-shared/react';
import type { FakeRow } from '../testing/fakeContext';
import { choice, column, fakeRecord, lookup, money, readResx, text } from '../testing/fakeContext';
import { MILESTONE_COLUMNS, milestoneRow, onDraft } from '../testing/milestoneRows';
import { blockersOf } from './blockers';
import { mapColumns } from './columns';
import { mapRow } from './rows';
import { ruleSentence, textsOf } from './texts';

const resx = readResx();
const resources = { getString: (key: string) => resx.get(key) ?? key };
const columns = mapColumns(MILESTONE_COLUMNS);
const mapSplit = (row: FakeRow) =>
  mapRow(fakeRecord(MilestoneSplit.table, 'row1', row), columns, blockersOf(MilestoneSplit.table, columns, resources));

describe('rows', () => {
  test('the name opens the row, lookups open theirs, empty cells open nothing', () => {
    const { cells, label } = mapSplit(milestoneRow('Design'));
    expect(label).toBe('Design');
    expect(cells[0]).toEqual({ text: 'Design', opens: 'row' });
    expect(cells[4]).toEqual({ text: 'Adatum production', opens: 'lookup' });
    expect(cells[6]).toEqual({ text: '' });
  });

  test('the name of a contract and the number of an invoice open them, though they are texts of linked tables', () => {
    const productColumns = mapColumns([
      column(`contract.${Contract.Name}`, 'Name (Order)', 'SingleLine.Text', { order: 0 }),
      column(ContractLine.Name, 'Line', 'SingleLine.Text', { order: 1, isPrimary: true }),
      column(`invoice.${Invoice.Number}`, 'Number', 'SingleLine.Text', { order: 2 }),
    ]);
    const row = {
      [`contract.${Contract.Name}`]: text('Adatum production'),
      [ContractLine.ContractId]: lookup('bbl_contract', 'contract-1', 'Adatum production'),
      [ContractLine.Name]: text('Crane'),
    };
    const { cells } = mapRow(fakeRecord(ContractLine.table, 'line1', row), productColumns, () => []);
    expect(cells).toEqual([
      { text: 'Adatum production', opens: 'lookup' },
      { text: 'Crane', opens: 'row' },
      { text: '' },
    ]);
    expect(productColumns.map(({ opensLookup }) => opensLookup)).toEqual([
      ContractLine.ContractId,
      undefined,
      ContractLine.InvoiceId,
    ]);
  });

  test('statuses carry their words and a tone, other values none', () => {
    const { cells } = mapSplit(milestoneRow('Design', onDraft('INV-1001')));
    expect(cells[3]).toEqual({ text: 'Customer invoice created', tone: 'busy' });
    expect(cells[2]).toEqual({ text: '$100.10', tone: undefined });
  });

  test('BBL-MST-02: a split on a draft says which draft, in the words of the server', () => {
    expect(mapSplit(milestoneRow('Design', onDraft('INV-1001'))).blockedBecause).toEqual([
      'BBL-MST-02: Design is on draft INV-1001. Remove it there first.',
    ]);
  });

  test('a blocked split tells the state of its milestone beside the reasons', () => {
    const inMilestone = {
      [`milestone.${Milestone.NextInvoiceStatus}`]: choice(BillingStatus.ReadyToInvoice, 'Ready to invoice'),
    };
    const blocked = mapSplit(milestoneRow('Design', { ...onDraft('INV-1001'), ...inMilestone }));
    expect(blocked.remarks).toEqual(['Next Invoice Status: Ready to invoice']);
    expect(mapSplit(milestoneRow('Design', inMilestone)).remarks).toEqual([]);
  });

  test('BBL-MST-03: an invoiced split says where', () => {
    const posted = {
      ...onDraft('INV-1001'),
      [MilestoneSplit.BillingStatus]: choice(BillingStatus.CustomerInvoicePosted, 'Customer invoice posted'),
    };
    expect(mapSplit(milestoneRow('Design', posted)).blockedBecause).toEqual([
      'BBL-MST-03: Design was invoiced on INV-1001. Revise that invoice instead. Until it can be revised here, bill the difference with a new milestone.',
    ]);
  });

  test('a split that is ready or not ready is free', () => {
    const ready = { [MilestoneSplit.BillingStatus]: choice(BillingStatus.ReadyToInvoice, 'Ready to invoice') };
    expect(mapSplit(milestoneRow('Design')).blockedBecause).toEqual([]);
    expect(mapSplit(milestoneRow('Design', ready)).blockedBecause).toEqual([]);
  });

  test('BBL-PRG-04: the open remainder waits while its milestone has a next invoice', () => {
    const remainder = {
      [MilestoneSplit.Round]: { value: 0, text: '0' },
      [`milestone.${Milestone.NextInvoiceStatus}`]: choice(BillingStatus.ReadyToInvoice, 'Ready to invoice'),
    };
    expect(mapSplit(milestoneRow('Design', remainder)).blockedBecause).toEqual([
      'BBL-PRG-04: The next invoice is Ready to invoice. Invoice it or set it back first.',
    ]);
    const inRound = { ...remainder, [MilestoneSplit.Round]: { value: 1, text: '1' } };
    expect(mapSplit(milestoneRow('Design', inRound)).blockedBecause).toEqual([]);
  });

  test.each([
    [ContractStatus.Completed, ['BBL-CON-04: The contract is Completed and cannot be billed or changed.']],
    [ContractStatus.Lost, ['BBL-CON-04: The contract is Lost and cannot be billed or changed.']],
    [ContractStatus.OnHold, []],
  ])('BBL-CON-04: the status of the contract, %i, decides, though no view shows it', (status, expected) => {
    const inContract = { 'contractofrow.bbl_contractstatus': choice(status, '') };
    expect(mapSplit(milestoneRow('Design', inContract)).blockedBecause).toEqual(expected);
    const product = {
      ...inContract,
      [ContractLine.LineType]: choice(LineType.Product, 'Product'),
      [ContractLine.BillingStatus]: choice(BillingStatus.NotReadyToInvoice, 'Not ready to invoice'),
    };
    const blockers = blockersOf(ContractLine.table, [], resources);
    expect(blockers(fakeRecord(ContractLine.table, 'line1', product))).toEqual(expected);
  });

  test('BBL-MST-02: a draft is called by its number where the view shows it: its name is the contract’s', () => {
    const onPortal = milestoneRow('Design', onDraft('Customer portal'));
    const numbered = { ...onPortal, 'invoice.bbl_number': text('INV-000015') };
    const withNumber = mapColumns([...MILESTONE_COLUMNS, column('invoice.bbl_number', 'Number', 'SingleLine.Text')]);
    const blockers = blockersOf(MilestoneSplit.table, withNumber, resources);
    expect(blockers(fakeRecord(MilestoneSplit.table, 'row1', numbered))[0]).toMatch(/ INV-000015\b/);
    expect(mapSplit(onPortal).blockedBecause[0]).toMatch(/ Customer portal\b/);
  });

  test('BBL-PRD-02, BBL-PRD-01: product lines have their own rule', () => {
    const blockers = blockersOf(ContractLine.table, [], resources);
    const product: FakeRow = {
      [ContractLine.LineType]: choice(LineType.Product, 'Product'),
      [ContractLine.BillingStatus]: choice(BillingStatus.CustomerInvoiceCreated, 'Customer invoice created'),
      [ContractLine.InvoiceId]: lookup('bbl_invoice', 'invoice-1', 'INV-1002'),
    };
    expect(blockers(fakeRecord(ContractLine.table, 'line1', product))).toEqual([
      'BBL-PRD-02: This product is on draft INV-1002. Remove it there first.',
    ]);
    const project = {
      [ContractLine.LineType]: choice(LineType.Project, 'Project'),
      [ContractLine.BillingStatus]: choice(BillingStatus.NotReadyToInvoice, 'Not ready to invoice'),
    };
    expect(blockers(fakeRecord(ContractLine.table, 'line2', project))[0]).toMatch(/^BBL-PRD-01: /);
  });

  test('tables without marks block nothing and show their statuses all the same', () => {
    const invoiceColumns = mapColumns([
      column(Invoice.Number, 'Number', 'SingleLine.Text', { order: 0 }),
      column(Invoice.InvoiceStatus, 'Status', 'OptionSet', { order: 1 }),
      column(Invoice.TotalAmount, 'Total Amount', 'Currency', { order: 2 }),
    ]);
    const row = {
      [Invoice.Name]: text('INV-1001'),
      [Invoice.Number]: text('INV-1001'),
      [Invoice.InvoiceStatus]: choice(InvoiceStatus.Paid, 'Paid'),
      [Invoice.TotalAmount]: money(5, '$5.00'),
    };
    const blockers = blockersOf(Invoice.table, invoiceColumns, resources);
    const mapped = mapRow(fakeRecord(Invoice.table, 'invoice-1', row), invoiceColumns, blockers);
    expect(mapped.blockedBecause).toEqual([]);
    expect(mapped.label).toBe('INV-1001');
    // The view shows no name, so its first text opens the row.
    expect(mapped.cells[0]).toEqual({ text: 'INV-1001', opens: 'row' });
    expect(mapped.cells[1]).toEqual({ text: 'Paid', tone: 'done' });
  });
});

describe('texts', () => {
  test('every text of the grid is in the string file, and arguments are filled in', () => {
    expect(TEXT_KEYS.filter((key) => !resx.has(key))).toEqual([]);
    expect(textsOf(resources)('Grid_RangeSelected', 1, 100, '5000+', 3)).toBe('1 - 100 of 5000+ (3 selected)');
  });

  test('the sentences of the rules are those of the catalogue, and are filled in as the server fills them', () => {
    const codes = (Object.keys(SENTENCES) as (keyof typeof SENTENCES)[]).filter((code) => resx.has(code));
    expect(codes.length).toBeGreaterThan(40);
    const args = {
      name: 'Design',
      invoice: 'INV-1',
      status: 'Draft',
      detail: '',
      column: 'Date',
      what: 'rows',
      n: '5',
    };
    for (const code of codes) {
      expect([code, resx.get(code)]).toEqual([code, SENTENCES[code]]);
      expect(ruleSentence({ code, args }, resources)).toBe(sentenceOf({ code, args }));
    }
  });
});
