import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { sendChangeSet } from '../src/batch';
import { type Commands, commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import type { ProducedContract } from '../src/producers';
import { answerTo, runCommand } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';
import { addBusinessUnit, addUser, assignContract } from '../src/users';

/** What is wrong with a request is said with a code and a sentence, and leaves every row as it was. */
let host: TestHost;
let run: Commands;
let contract: ProducedContract;
let lineId: string;
let milestoneId: string;

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
  contract = await host.produce.contract({ percents: [60, 40] });
  lineId = await host.produce.fixedPriceLine(contract);
  milestoneId = await host.produce.milestone(lineId);
});
afterAll(() => host.close());

jest.setTimeout(60_000);

const MISSING = '11111111-1111-4111-8111-111111111111';

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

/** The refusal of a request that changes nothing. */
async function refusalOf(
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
): Promise<Refusal> {
  let refusal: Refusal = { status: 0, code: '', message: '' };
  await expectNothingChanged(host.api, async () => {
    const answer = await host.api.send(method, path, body, headers ? { headers } : {});
    const { error } = answer.body as { error?: { code: string; message: string } };
    refusal = { status: answer.status, code: error?.code ?? '', message: error?.message ?? '' };
  });
  return refusal;
}

const says = (words: string | RegExp) => expect.stringMatching(words);
const milestoneRow = (more: object = {}) => ({
  'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
  bbl_date: '2026-03-31',
  bbl_amount: 100,
  ...more,
});

describe('rows', () => {
  test.each([
    ['an unknown column', { bbl_nonsense: 1 }, '0x80048d19', /bbl_nonsense/],
    ['a text for a number', { bbl_amount: 'much' }, '0x80048d19', /bbl_amount.*Edm.Decimal/],
    ['a number for a text', { bbl_name: 5 }, '0x80048d19', /bbl_name.*Edm.String/],
    ['a time for a date', { bbl_date: '31.03.2026' }, '0x80048d19', /bbl_date.*Edm.Date/],
    ['a day that does not exist', { bbl_date: '2026-02-30' }, '0x80048d19', /bbl_date/],
    ['a yes/no as a number', { bbl_amount: true }, '0x80048d19', /bbl_amount/],
    ['a lookup as a value', { bbl_contractlineid: MISSING }, '0x80048d19', /bbl_contractlineid/],
    ['a lookup as no value', { bbl_contractlineid: null }, '0x80048d19', /bbl_contractlineid/],
    ['a lookup that does not exist', { 'bbl_Nonsense@odata.bind': '/accounts(1)' }, '0x80048d19', /bbl_Nonsense/],
    [
      'a lookup to another table',
      { 'bbl_ContractLineId@odata.bind': `/accounts(${MISSING})` },
      '0x80048d19',
      /bbl_ContractLineId/,
    ],
  ])('%s is refused', async (_what, more, code, words) => {
    const expected = { status: 400, code, message: says(words) };
    expect(await refusalOf('POST', 'bbl_milestones', milestoneRow(more))).toEqual(expected);
    expect(await refusalOf('PATCH', `bbl_milestones(${milestoneId})`, more)).toEqual(expected);
  });

  test('a lookup to a row that is missing is refused', async () => {
    const body = milestoneRow({ 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${MISSING})` });
    expect(await refusalOf('POST', 'bbl_milestones', body)).toMatchObject({ status: 404, code: '0x80040217' });
    const customer = { bbl_name: 'C', 'bbl_CustomerId@odata.bind': `/accounts(${MISSING})` };
    expect(await refusalOf('POST', 'bbl_contracts', customer)).toMatchObject({ status: 404, code: '0x80040217' });
  });

  test.each([
    ['USD', 1.001],
    ['USD', 0.0000000001],
    ['JPY', 100.5],
    ['KWD', 1.0001],
  ] as const)('BBL-GRD-09: an amount in %s cannot be %d', async (currency, amount) => {
    const own = await host.produce.contract({ currency });
    const line = await host.produce.fixedPriceLine(own, { amount: 100 });
    const ofLine = { 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})` };
    const product = await host.produce.productLine(own);
    const refused = { status: 400, code: '0x80040265', message: says(/^BBL-GRD-09: .*more decimals/) };
    expect(await refusalOf('POST', 'bbl_milestones', milestoneRow({ ...ofLine, bbl_amount: amount }))).toEqual(refused);
    expect(await refusalOf('POST', 'bbl_milestones', milestoneRow({ ...ofLine, bbl_tax: amount }))).toEqual(refused);
    const writes: [string, Row][] = [
      [`bbl_contractlines(${line})`, { bbl_contractedamount: amount }],
      [`bbl_contractlines(${line})`, { bbl_estimatedtax: amount }],
      [`bbl_contractlines(${line})`, { bbl_nottoexceedlimit: amount }],
      [`bbl_contractlines(${product})`, { bbl_priceperunit: amount }],
      [`bbl_contractlines(${product})`, { bbl_tax: amount }],
      [`bbl_contracts(${own.id})`, { bbl_nottoexceedlimit: amount }],
    ];
    for (const [path, body] of writes) expect([body, await refusalOf('PATCH', path, body)]).toEqual([body, refused]);
  });

  test('BBL-GRD-01: a status in a create or an update, whatever its value', async () => {
    const status = { bbl_headerstatus: 482100001 };
    const refused = { status: 400, code: '0x80040265', message: says(/^BBL-GRD-01: Header Status/) };
    expect(await refusalOf('POST', 'bbl_milestones', milestoneRow(status))).toEqual(refused);
    expect(await refusalOf('PATCH', `bbl_milestones(${milestoneId})`, { bbl_name: 'M', ...status })).toEqual(refused);
  });

  test('an option that a choice does not have is refused', async () => {
    const choices: [string, Row][] = [
      [`bbl_contracts(${contract.id})`, { bbl_contractstatus: 482100099 }],
      [`bbl_contractlines(${lineId})`, { bbl_invoicescheduletype: 482100099 }],
      [`bbl_contractlines(${lineId})`, { bbl_billingmethod: 1 }],
    ];
    for (const [path, body] of choices) {
      expect([body, await refusalOf('PATCH', path, body)]).toEqual([body, expect.objectContaining({ status: 400 })]);
    }
  });

  test('8.10-2: an outdated version is refused, of an update and of a delete', async () => {
    const path = `bbl_milestones(${milestoneId})`;
    const { '@odata.etag': etag } = await host.api.get<{ '@odata.etag': string }>(path);
    await host.api.patch(path, { bbl_description: 'meanwhile' });
    const stale = { 'If-Match': etag };
    const refused = { status: 412, code: '0x80060882', message: says(/RowVersion/) };
    expect(await refusalOf('PATCH', path, { bbl_description: 'late' }, stale)).toEqual(refused);
    expect(await refusalOf('DELETE', path, undefined, stale)).toEqual(refused);
    const { '@odata.etag': present } = await host.api.get<{ '@odata.etag': string }>(path);
    const body = { bbl_description: 'in time' };
    expect((await host.api.send('PATCH', path, body, { headers: { 'If-Match': present } })).status).toBe(204);
  });

  test('one refused request undoes the whole change set', async () => {
    await expectNothingChanged(host.api, async () => {
      const answers = await sendChangeSet(host.api, [
        { method: 'POST', path: 'bbl_milestones', body: milestoneRow() },
        { method: 'PATCH', path: `bbl_contracts(${contract.id})`, body: { bbl_name: 'Renamed' } },
        { method: 'POST', path: 'bbl_milestones', body: milestoneRow({ bbl_amount: -1 }) },
      ]);
      expect(answers).toEqual([
        expect.objectContaining({ status: 400, body: { error: { code: '0x80040265', message: says(/^BBL-GRD-11/) } } }),
      ]);
    });
  });

  test.each([
    ['no JSON', '{', 'application/json'],
    ['a list', '[]', 'application/json'],
    ['a text', '"bbl_name"', 'application/json'],
  ])('a body that is %s is refused', async (_what, body, type) => {
    const answer = await refusalOf('POST', 'bbl_projects', body, { 'Content-Type': type });
    expect([answer.status, answer.code !== '', answer.message !== '']).toEqual([400, true, true]);
  });
});

describe('requests of commands', () => {
  const ofSplits = { Table: 'bbl_milestonesplit', Status: BillingStatus.ReadyToInvoice };
  const fetch = '<fetch><entity name="bbl_milestonesplit"/></fetch>';
  const ids = (count: number) => Array.from({ length: count }, () => MISSING);

  test.each([
    ['a parameter that it does not know', { ...ofSplits, Ids: [], Force: true }, '0x80048d19', /Force/],
    ['a parameter of another type', { ...ofSplits, Ids: 'all' }, '0x80040203', /Ids.*StringArray/],
    ['a number with a fraction', { ...ofSplits, Ids: [], Status: 482100000.5 }, '0x80040203', /Status.*Integer/],
    ['no table', { Status: 482100001, Ids: [] }, '0x80040203', /Table.*missing/],
    ['no status', { Table: 'bbl_milestonesplit', Ids: [] }, '0x80040203', /Status.*missing/],
    ['another status', { ...ofSplits, Ids: [MISSING], Status: 482100003 }, '0x80040265', /^BBL-GRD-13/],
    ['a status that does not exist', { ...ofSplits, Ids: [MISSING], Status: 1 }, '0x80040265', /^BBL-GRD-13/],
    ['another table', { ...ofSplits, Table: 'bbl_invoice', Ids: [MISSING] }, '0x80040265', /^BBL-GRD-07/],
    ['501 ids', { ...ofSplits, Ids: ids(501) }, '0x80040265', /^BBL-GRD-08: At most 500 rows a call\.$/],
    ['neither ids nor FetchXML', ofSplits, '0x80040265', /^BBL-GRD-07/],
    ['ids and FetchXML', { ...ofSplits, Ids: [MISSING], FetchXml: fetch }, '0x80040265', /^BBL-GRD-07/],
    ['an After of nothing', { ...ofSplits, FetchXml: fetch, After: 'x' }, '0x80040265', /^BBL-GRD-07/],
    ['an After with ids', { ...ofSplits, Ids: [MISSING], After: 'x' }, '0x80040265', /^BBL-GRD-07/],
    [
      'an aggregate',
      { ...ofSplits, FetchXml: fetch.replace('<fetch', '<fetch aggregate="true"') },
      '0x80040265',
      /^BBL-GRD-07/,
    ],
    [
      'pages of its own',
      { ...ofSplits, FetchXml: fetch.replace('<fetch', '<fetch count="5" page="1"') },
      '0x80040265',
      /^BBL-GRD-07/,
    ],
    ['FetchXML that is none', { ...ofSplits, FetchXml: '<fetch>' }, '0x80040265', /^BBL-GRD-07/],
    [
      'FetchXML over another table',
      { ...ofSplits, FetchXml: '<fetch><entity name="bbl_contract"/></fetch>' },
      '0x80040265',
      /^BBL-GRD-07/,
    ],
  ])('bbl_SetBillingStatus with %s is refused as a whole', async (_what, body, code, words) => {
    const refusal = await refusalOf('POST', 'bbl_SetBillingStatus', body);
    expect(refusal).toEqual({ status: 400, code, message: says(words) });
  });

  test('BBL-GRD-07: an After belongs to its request alone', async () => {
    const own = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(own);
    await host.produce.milestones(line, 501, { amount: 1 });
    const fetchOf = (id: string) =>
      fetch.replace(
        '/>',
        `><filter><condition attribute="bbl_contractlineid" operator="eq" value="${id}"/></filter></entity>`,
      );
    const first = await runCommand(host.api, 'bbl_SetBillingStatus', { ...ofSplits, FetchXml: fetchOf(line) });
    expect(first.outcomes).toHaveLength(500);
    const foreign = [
      { ...ofSplits, FetchXml: fetchOf(lineId), After: first.next },
      { ...ofSplits, Status: BillingStatus.NotReadyToInvoice, FetchXml: fetchOf(line), After: first.next },
      { ...ofSplits, Table: 'bbl_milestone', FetchXml: fetchOf(line), After: first.next },
      { ...ofSplits, FetchXml: fetchOf(line), After: `${first.next}x` },
    ];
    await expectNothingChanged(host.api, async () => {
      for (const body of foreign) {
        expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', body)).toBe('400 BBL-GRD-07');
      }
      const create = { ContractIds: [own.id], After: first.next };
      expect(await answerTo(host.api, 'POST', 'bbl_CreateInvoices', create)).toBe('400 BBL-GRD-07');
    });
  });

  test.each([
    ['bbl_CreateInvoices', {}, /^BBL-GRD-07/],
    ['bbl_CreateInvoices', { ContractIds: [MISSING], Sources: '[]' }, /^BBL-GRD-07/],
    ['bbl_CreateInvoices', { Sources: '{"table":1}' }, /^BBL-GRD-07/],
    ['bbl_CreateInvoices', { Sources: '[1]' }, /^BBL-GRD-07/],
    ['bbl_CreateInvoices', { ContractIds: ids(501) }, /^BBL-GRD-08/],
    ['bbl_CreateInvoices', { ContractIds: [MISSING], InvoiceDate: '2026-02-30' }, /^BBL-GRD-11/],
    ['bbl_ConfirmInvoices', { Ids: ids(251) }, /^BBL-INV-09/],
    ['bbl_ConfirmInvoices', { Ids: [MISSING], After: 'x' }, /^BBL-GRD-07/],
    ['bbl_GenerateMilestones', { ContractLineId: MISSING, Mode: 'preview' }, /^BBL-GRD-04/],
    ['bbl_GenerateMilestones', { ContractLineId: 'no id', Mode: 'preview' }, /ContractLineId.*Guid/],
    ['bbl_ExplainBilling', { Table: 'bbl_milestonesplit', Id: MISSING }, /^BBL-GRD-04/],
  ])('%s refuses request %#', async (name, body, words) => {
    expect(await refusalOf('POST', name, body)).toMatchObject({ status: 400, message: says(words) });
  });

  test('BBL-SCH-11: a mode that a generator does not know', async () => {
    const body = { ContractLineId: lineId, Mode: 'now' };
    expect(await refusalOf('POST', 'bbl_GenerateMilestones', body)).toMatchObject({ message: says(/^BBL-SCH-11/) });
  });

  test('a command is posted, with a body', async () => {
    expect(await refusalOf('GET', 'bbl_SetBillingStatus')).toMatchObject({ status: 405 });
    expect(await refusalOf('POST', 'bbl_SetBillingStatus', '')).toMatchObject({ status: 400 });
    expect(await refusalOf('POST', 'bbl_SetBillingStatuses', {})).toMatchObject({ status: 404 });
  });
});

describe('3.1-1: a selection of all sorts', () => {
  test('ready, posted, on a draft, missing, invisible and named twice: each its own result, in the order asked', async () => {
    const { api, produce } = host;
    const east = await addBusinessUnit(api, 'East');
    const manager = await addUser(api, {
      name: 'Erin',
      role: 'Billing Backlog Project Manager',
      businessUnitId: east,
    });
    const own = await produce.contract();
    const line = await produce.fixedPriceLine(own);
    const splitOf = async (milestone: string) => (await produce.splits(milestone))[0]?.bbl_milestonesplitid ?? '';
    const [posted, created, marked, open, twice] = await Promise.all(
      (await produce.milestones(line, 5)).map((id) => splitOf(id)),
    );
    const hidden = await splitOf(await produce.milestone(await produce.fixedPriceLine(await produce.contract())));
    const bill = async (id = '') =>
      (await run.createInvoices({ Sources: JSON.stringify([{ table: 'bbl_milestonesplit', id }]) })).invoiceIds;
    await run.ready('bbl_milestonesplit', [posted ?? '', created ?? '', marked ?? '']);
    await run.confirm(await bill(posted));
    await bill(created);
    await assignContract(api, own.id, manager);

    const selection = [twice, posted, MISSING, hidden, marked, created, twice, 'no id', open].map((id) => id ?? '');
    const { results, outcomes } = await run.ready('bbl_milestonesplit', selection, { as: manager });
    expect(results.map(({ id }) => id)).toEqual(selection);
    expect(outcomes).toEqual([
      'changed',
      'BBL-MST-03',
      'BBL-GRD-04',
      'BBL-GRD-04',
      'unchanged',
      'BBL-MST-02',
      'unchanged',
      'BBL-GRD-04',
      'changed',
    ]);
    const statusOf = async (id = '') =>
      (await api.get<{ bbl_billingstatus: number }>(`bbl_milestonesplits(${id})`)).bbl_billingstatus;
    expect(await Promise.all([twice, posted, hidden, marked, created, open].map((id) => statusOf(id)))).toEqual([
      BillingStatus.ReadyToInvoice,
      BillingStatus.CustomerInvoicePosted,
      BillingStatus.NotReadyToInvoice,
      BillingStatus.ReadyToInvoice,
      BillingStatus.CustomerInvoiceCreated,
      BillingStatus.ReadyToInvoice,
    ]);
  });

  test('a selection in which every row is refused changes nothing', async () => {
    await expectNothingChanged(host.api, async () => {
      const { outcomes } = await run.ready('bbl_milestonesplit', [MISSING, 'no id', '']);
      expect(outcomes).toEqual(['BBL-GRD-04', 'BBL-GRD-04', 'BBL-GRD-04']);
    });
  });
});
