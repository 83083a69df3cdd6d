import { markBlockers } from '../milestone/markSplit';
import type { SourceStatus } from '../statuses';
import { day } from '../testing/values';
import { explainProductLine, type ExplainableProductLine } from './explainProductLine';
import { type ExplainableSplit, explainSplit } from './explainSplit';
import type { Explanation } from './check';

const SETTINGS = { isConfirmedContractsOnly: false, isZeroInvoiceAllowed: false };

const split = (billingStatus: SourceStatus, changes: Partial<ExplainableSplit> = {}): ExplainableSplit => ({
  name: 'Design',
  billingStatus,
  invoiceName: 'INV-7',
  contractStatus: 'Confirmed',
  date: day('2026-03-31'),
  headerName: 'Design',
  headerStatus: 'InProgress',
  today: day('2026-03-31'),
  settings: SETTINGS,
  ...changes,
});
const failed = ({ checks }: Explanation) => checks.filter(({ ok }) => !ok).map(({ rule, code }) => `${rule} ${code}`);

test('11.2-1: a split that is Ready and due passes every check', () => {
  const explanation = explainSplit(split('Ready'));
  expect(explanation).toMatchObject({
    status: 'Ready to invoice',
    header: { name: 'Design', status: 'In Progress' },
    limits: [],
    frees: [],
  });
  expect(failed(explanation)).toEqual([]);
  expect(explanation.checks.map(({ rule }) => rule)).toEqual(['3.1-4', '3.2-9', '8.2-4', '8.2-2', '8.2-2']);
});

test('11.2-1: each check that fails says its code and its sentence', () => {
  const { checks } = explainSplit(split('InvoiceCreated'));
  expect(checks.find(({ rule }) => rule === '3.2-9')).toEqual({
    rule: '3.2-9',
    ok: false,
    code: 'BBL-MST-02',
    message: 'BBL-MST-02: Design is on draft INV-7. Remove it there first.',
    facts: { billingStatus: 'Customer invoice created', invoice: 'INV-7' },
  });
  expect(failed(explainSplit(split('NotReady', { contractStatus: 'Lost', date: day('2026-04-01') })))).toEqual([
    '3.1-4 BBL-CON-04',
    '8.2-4 BBL-CON-04',
    '8.2-2 BBL-INV-05',
    '8.2-2 BBL-INV-04',
  ]);
});

test('11.2-1: the open remainder explains the next invoice that is under way', () => {
  const slice = { round: 0, isEmpty: false, nextInvoiceStatus: 'Ready' as const };
  const explanation = explainSplit(split('NotReady', { slice }));
  expect(explanation.header).toMatchObject({ nextInvoiceStatus: 'Ready to invoice' });
  expect(failed(explanation)).toEqual(['3.4-19 BBL-PRG-04', '8.2-2 BBL-INV-05']);
});

test('11.2-1: buttons and explanation use the same rules', () => {
  for (const status of ['NotReady', 'Ready', 'InvoiceCreated', 'InvoicePosted'] as const) {
    for (const contractStatus of ['Draft', 'Confirmed', 'OnHold', 'Completed', 'Lost'] as const) {
      const facts = split(status, { contractStatus });
      const guards = explainSplit(facts).checks.slice(0, 2);
      expect(guards.every(({ ok }) => ok)).toBe(markBlockers(facts, 'Ready').length === 0);
    }
  }
});

test('11.2-1: a product line is explained by its own rules', () => {
  const line: ExplainableProductLine = {
    name: 'Server',
    lineType: 'Product',
    billingStatus: 'InvoicePosted',
    invoiceName: 'INV-7',
    contractStatus: 'OnHold',
    deliveryDate: null,
    today: day('2026-03-31'),
    settings: SETTINGS,
  };
  expect(failed(explainProductLine(line))).toEqual(['3.7-6 BBL-PRD-03', '8.2-4 BBL-CON-05', '8.2-2 BBL-INV-05']);
  expect(explainProductLine({ ...line, billingStatus: null, lineType: 'Project' }).status).toBe('Not ready to invoice');
});
