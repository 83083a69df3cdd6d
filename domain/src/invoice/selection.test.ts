import { contractOutcome, nothingDue } from './contractOutcome';
import { sentenceOf } from '../messages';
import { confirmedContract, namedRequest, nonChargeable, openDraft, readySplit } from '../testing/sources';
import { codesOf, day, decided, usd } from '../testing/values';
import { invoiceDates, type Selection, selectSources } from './selection';
import { claimName, productContent, type Source } from './source';

const refusals = ({ outcomes }: Selection): string[][] =>
  outcomes.map((result) => (result.outcome === 'refused' ? codesOf(result.violations) : [result.outcome]));

const sourcesOf = ({ fillings }: Selection): string[][] => fillings.map(({ sources }) => sources.map(({ id }) => id));

const many = (count: number, changes: Partial<Source> = {}): Source[] =>
  Array.from({ length: count }, (_, index) => readySplit(`s${index}`, changes));

test('8.2-1: one draft per contract and contract customer, in the order asked for', () => {
  const sources = [
    readySplit('a'),
    readySplit('b', { contractCustomerId: 'k2' }),
    readySplit('c'),
    readySplit('d', { contractId: 'm', contractCustomerId: 'm1' }),
  ];
  const selection = selectSources(
    namedRequest(sources, { contracts: [confirmedContract('k'), confirmedContract('m')] }),
  );
  expect(sourcesOf(selection)).toEqual([['a', 'c'], ['b'], ['d']]);
  expect(selection.outcomes).toEqual([0, 1, 0, 2].map((filling) => ({ outcome: 'changed', filling })));
  expect(selection.fillings.map(({ draft }) => draft)).toEqual([null, null, null]);
});

test('8.2-1: later calls of a series go on with the drafts of earlier ones', () => {
  const selection = selectSources(namedRequest([readySplit('a')], { drafts: [openDraft('i1', { detailsCount: 3 })] }));
  expect(selection.fillings).toMatchObject([{ draft: { invoiceId: 'i1' }, contractCustomerId: 'k1' }]);
});

test('8.2-2: the invoice date is today by default, the cut-off the invoice date', () => {
  const today = day('2026-03-31');
  expect(decided(invoiceDates({ invoiceDate: null, cutoffDate: null }, today))).toEqual({
    invoiceDate: today,
    cutoffDate: today,
  });
  expect(decided(invoiceDates({ invoiceDate: day('2026-04-30'), cutoffDate: day('2026-04-15') }, today))).toEqual({
    invoiceDate: '2026-04-30',
    cutoffDate: '2026-04-15',
  });
  expect(codesOf(invoiceDates({ invoiceDate: null, cutoffDate: day('2026-04-01') }, today))).toEqual(['BBL-GRD-11']);
});

test('BBL-INV-04: a source after the cut-off is refused when it is named, and waits otherwise', () => {
  const late = readySplit('a', { date: day('2026-04-01') });
  expect(refusals(selectSources(namedRequest([late])))).toEqual([['BBL-INV-04']]);
  expect(refusals(selectSources(namedRequest([late], { isNamed: false })))).toEqual([['waits']]);
});

test('8.2-2: a product line without delivery date is due', () => {
  const product = readySplit('p', { kind: 'productLine', date: null });
  expect(refusals(selectSources(namedRequest([product])))).toEqual([['changed']]);
});

test('BBL-INV-05, BBL-INV-02: a row that is not Ready is refused; one on a draft names it', () => {
  const rows = [
    readySplit('a', { billingStatus: 'NotReady' }),
    readySplit('b', { billingStatus: 'InvoiceCreated', invoiceName: 'INV-7' }),
    readySplit('c', { billingStatus: 'InvoicePosted', invoiceName: 'INV-6' }),
  ];
  const selection = selectSources(namedRequest(rows));
  expect(refusals(selection)).toEqual([['BBL-INV-05'], ['BBL-INV-02'], ['BBL-INV-05']]);
  expect(selection.outcomes[1]).toMatchObject({ violations: [{ args: { row: 'Split b', invoice: 'INV-7' } }] });
  expect(refusals(selectSources(namedRequest(rows, { isNamed: false })))).toEqual([['waits'], ['waits'], ['waits']]);
});

test('BBL-ACT-12: a row without customer is never invoiced', () => {
  expect(refusals(selectSources(namedRequest([readySplit('a', { contractCustomerId: null })])))).toEqual([
    ['BBL-ACT-12'],
  ]);
});

test('BBL-CON-04, BBL-CON-05, BBL-CON-11: the contract decides about drafts', () => {
  const on = (status: 'Completed' | 'Lost' | 'OnHold' | 'Draft', isConfirmedContractsOnly = false) =>
    refusals(
      selectSources(
        namedRequest([readySplit('a')], {
          contracts: [{ ...confirmedContract(), status }],
          settings: { isConfirmedContractsOnly, isZeroInvoiceAllowed: false },
        }),
      ),
    );
  expect(on('Completed')).toEqual([['BBL-CON-04']]);
  expect(on('Lost')).toEqual([['BBL-CON-04']]);
  expect(on('OnHold')).toEqual([['BBL-CON-05']]);
  expect(on('Draft', true)).toEqual([['BBL-CON-11']]);
  expect(on('Draft')).toEqual([['changed']]);
});

test('BBL-INV-06: a customer without a chargeable row gets no draft, unless the setting allows it', () => {
  const rows = [nonChargeable('a'), nonChargeable('b')];
  const refused = selectSources(namedRequest(rows));
  expect(refusals(refused)).toEqual([['BBL-INV-06'], ['BBL-INV-06']]);
  expect(refused.fillings).toEqual([]);
  const settings = { isConfirmedContractsOnly: false, isZeroInvoiceAllowed: true };
  expect(refusals(selectSources(namedRequest(rows, { settings })))).toEqual([['changed'], ['changed']]);
  expect(refusals(selectSources(namedRequest(rows, { drafts: [openDraft('i1')] })))).toEqual([
    ['changed'],
    ['changed'],
  ]);
});

test('8.2-3: non-chargeable rows come along with chargeable ones', () => {
  expect(sourcesOf(selectSources(namedRequest([nonChargeable('a'), readySplit('b')])))).toEqual([['a', 'b']]);
});

test('12-14: a customer with 1,200 due sources gets two drafts, of 1,000 and 200 details, from one series', () => {
  const first = selectSources(namedRequest(many(500), { isNamed: false }));
  expect(sourcesOf(first).map((ids) => ids.length)).toEqual([500]);
  const second = selectSources(namedRequest(many(500), { drafts: [openDraft('i1', { detailsCount: 500 })] }));
  expect(second.fillings.map(({ draft, sources }) => [draft?.invoiceId, sources.length])).toEqual([['i1', 500]]);
  const third = selectSources(namedRequest(many(200), { drafts: [openDraft('i1', { detailsCount: 1000 })] }));
  expect(third.fillings.map(({ draft, sources }) => [draft?.invoiceId, sources.length])).toEqual([[undefined, 200]]);
});

test('8.2-6: what does not fit on a draft goes on a further one', () => {
  const selection = selectSources(namedRequest(many(10), { drafts: [openDraft('i1', { detailsCount: 994 })] }));
  expect(selection.fillings.map(({ draft, sources }) => [draft?.invoiceId, sources.length])).toEqual([
    ['i1', 6],
    [undefined, 4],
  ]);
  expect(selection.outcomes.map((result) => (result.outcome === 'changed' ? result.filling : -1))).toEqual([
    0, 0, 0, 0, 0, 0, 1, 1, 1, 1,
  ]);
});

test('8.1-2: a source that joins a draft is compared with the date of that draft', () => {
  const source = readySplit('a', { date: day('2026-04-15') });
  const joining = { dueBy: 'draftDate' as const, drafts: [openDraft('i1', { invoiceDate: day('2026-04-30') })] };
  expect(refusals(selectSources(namedRequest([source], joining)))).toEqual([['changed']]);
  expect(refusals(selectSources(namedRequest([source], { dueBy: 'draftDate' })))).toEqual([['BBL-INV-04']]);
});

test('8.1-3: a refresh fills its draft and opens no other; what goes beyond stays Ready', () => {
  const selection = selectSources(
    namedRequest(many(3), { isNamed: false, opensDrafts: false, drafts: [openDraft('i1', { detailsCount: 998 })] }),
  );
  expect(refusals(selection)).toEqual([['changed'], ['changed'], ['waits']]);
  expect(sourcesOf(selection)).toEqual([['s0', 's1']]);
});

test('3.1-1: a source named twice is unchanged the second time', () => {
  expect(refusals(selectSources(namedRequest([readySplit('a'), readySplit('a')])))).toEqual([
    ['changed'],
    ['unchanged'],
  ]);
});

test('BBL-GRD-07: a kind of source that this version cannot bill is refused, not left out', () => {
  for (const kind of ['actual', 'retainer'] as const) {
    expect(refusals(selectSources(namedRequest([readySplit('a', { kind })], { isNamed: false })))).toEqual([
      ['BBL-GRD-07'],
    ]);
  }
});

test('8.2-1: a source whose contract was not read is a bug', () => {
  expect(() => selectSources(namedRequest([readySplit('a')], { contracts: [] }))).toThrow();
});

test('BBL-INV-01: a contract with nothing due says so, and names the draft that holds its rows', () => {
  const request = namedRequest([readySplit('a', { date: day('2026-04-01') })], { isNamed: false });
  const outcome = contractOutcome(confirmedContract(), request, selectSources(request), 'INV-7');
  expect(outcome).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-INV-01' }] });
  expect(sentenceOf(nothingDue(confirmedContract(), day('2026-03-31'), 'INV-7'))).toBe(
    'BBL-INV-01: Nothing is ready to invoice for Contract k up to 2026-03-31. Draft INV-7 holds rows already.',
  );
});

test('8.1-4: a call by contracts answers once per contract', () => {
  const contracts = [
    confirmedContract('k'),
    confirmedContract('m'),
    { ...confirmedContract('n'), status: 'OnHold' as const },
  ];
  const sources = [readySplit('a'), readySplit('b', { contractCustomerId: 'k2' }), nonChargeable('c')].map(
    (source, index) => (index === 2 ? { ...source, contractId: 'm' } : source),
  );
  const request = namedRequest(sources, { contracts, isNamed: false });
  const selection = selectSources(request);
  const outcomes = contracts.map((contract) => contractOutcome(contract, request, selection, ''));
  expect(outcomes[0]).toEqual({ outcome: 'changed', fillings: [0, 1] });
  expect(outcomes[1]).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-INV-06' }] });
  expect(outcomes[2]).toMatchObject({ outcome: 'refused', violations: [{ code: 'BBL-CON-05' }] });
});

test('8.3-1: the claim of a source is named after its table and id', () => {
  expect(claimName('bbl_milestonesplit', '0f')).toBe('bbl_milestonesplit:0f');
});

test('12-12: a product line is billed once, whole, to the primary customer', () => {
  const content = productContent({
    productName: 'Server',
    quantity: 20000 as never,
    priceMinor: usd('50'),
    amountMinor: usd('100'),
    taxMinor: usd('19'),
  });
  const product = readySplit('p', { kind: 'productLine', contractCustomerId: 'primary', content });
  const selection = selectSources(namedRequest([product]));
  expect(selection.fillings).toMatchObject([
    { contractCustomerId: 'primary', sources: [{ id: 'p', content: { transactionClass: 'Material' } }] },
  ]);
  expect(refusals(selectSources(namedRequest([{ ...product, billingStatus: 'InvoiceCreated' }])))).toEqual([
    ['BBL-INV-02'],
  ]);
});
