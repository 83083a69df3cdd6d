import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { CUSTOM_APIS } from '@bbl/dataverse/generated/customApis';
import { startTestHost, type TestHost } from '../src/testHost';

/** What makers copy from their guide works: its requests are sent, its script is run. */
const GUIDE = readFileSync(join(__dirname, '../../docs/makers.md'), 'utf8');

const blocks = (language: string): string[] =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, text = '']) => text);

/** A request as the guide prints it, with ids of this host in the place of the printed ones. */
function requestIn(block: string, ids: Readonly<Record<string, string>> = {}): { path: string; body: object } {
  const [head = '', body = ''] = block.split('\n\n');
  const filled = Object.entries(ids).reduce((text, [printed, own]) => text.replaceAll(printed, own), body);
  return { path: /^POST \/api\/data\/v9\.2\/(\w+) HTTP/.exec(head)?.[1] ?? '', body: JSON.parse(filled) as object };
}

interface Marked {
  readonly Changed: number;
  readonly Unchanged: number;
  readonly Refused: number;
  readonly Next: string;
  readonly Results: string;
}

const FIRST = '0e89d42d-a12c-4632-9a42-5b9fa087b0db';
const SECOND = '7c6a1ec3-58a4-4b43-a2a5-6a0f4be3d8c1';
const [MARK = '', MARKED = '', EXPLAIN = '', MILESTONE = ''] = blocks('http');

let host: TestHost;
let splits: { readonly free: string; readonly drafted: string };
let line: string;
beforeAll(async () => {
  host = await startTestHost();
  const { api, produce } = host;
  const contract = await produce.contract();
  line = await produce.fixedPriceLine(contract);
  const splitOf = async (milestone: string): Promise<string> =>
    (await produce.splits(milestone))[0]?.bbl_milestonesplitid ?? '';
  const drafted = await produce.milestone(line, { name: 'Design' });
  splits = { free: await splitOf(await produce.milestone(line, { name: 'Build' })), drafted: await splitOf(drafted) };
  await api.call('bbl_SetBillingStatus', {
    Table: 'bbl_milestone',
    Ids: [drafted],
    Status: BillingStatus.ReadyToInvoice,
  });
  await api.call('bbl_CreateInvoices', { ContractIds: [contract.id] });
});
afterAll(() => host.close());

test('marking answers as it is printed: one row changed, one refused with the rule and what to do', async () => {
  const { path, body } = requestIn(MARK, { [FIRST]: splits.free, [SECOND]: splits.drafted });
  const answer = await host.api.call<Marked>(path, body);
  const printed = JSON.parse(MARKED.slice(MARKED.indexOf('{'))) as Marked;
  const plain = (text: string): string =>
    text
      .replaceAll(splits.free, '0e89d42d-…')
      .replaceAll(splits.drafted, '7c6a1ec3-…')
      .replace(/INV-\d+/, 'INV');
  expect({ ...answer, Results: plain(answer.Results) }).toMatchObject({ ...printed, Results: plain(printed.Results) });
});

test('the explanation of the refused row is answered', async () => {
  const { path, body } = requestIn(EXPLAIN, { [SECOND]: splits.drafted });
  const { Explanation } = await host.api.call<{ Explanation: string }>(path, body);
  expect(JSON.parse(Explanation)).toBeInstanceOf(Object);
});

test('rows can be named by FetchXml', async () => {
  const [block = ''] = blocks('json');
  const answer = await host.api.call<Marked>('bbl_SetBillingStatus', JSON.parse(block) as object);
  expect([answer.Changed + answer.Unchanged + answer.Refused, answer.Next]).toEqual([2, '']);
});

test('a milestone is created as it is printed', async () => {
  const { path, body } = requestIn(MILESTONE, { '3f0b6f6a-7f0b-4b0e-9d53-5a4c1f0d2e11': line });
  expect(await host.api.create(path, body)).toMatch(/^[0-9a-f-]{36}$/);
});

test('the filter on billing events is one', async () => {
  const [, filter = ''] = /filter `([^`]+)`/.exec(GUIDE) ?? [];
  expect(await host.api.list(`bbl_billingevents?$filter=${filter}`)).toEqual([]);
});

interface ExecuteRequest {
  readonly getMetadata: () => {
    readonly operationName: string;
    readonly parameterTypes: Readonly<Record<string, { readonly typeName: string }>>;
  };
}

/** `Xrm.WebApi.online.execute`: sends what the metadata names. */
const online = {
  async execute(request: ExecuteRequest & Readonly<Record<string, unknown>>) {
    const { operationName, parameterTypes } = request.getMetadata();
    const names = Object.keys(parameterTypes);
    const body = await host.api.call(operationName, Object.fromEntries(names.map((name) => [name, request[name]])));
    return { json: () => Promise.resolve(body) };
  },
};

test('the script makes drafts, and resolves to what was refused', async () => {
  const { produce, api } = host;
  const [script = ''] = blocks('js');
  const createInvoices = new Function('Xrm', `${script}; return createInvoices;`)({ WebApi: { online } }) as (
    contractIds: readonly string[],
    invoiceDate: string,
  ) => Promise<{ readonly id: string; readonly code: string }[]>;

  const due = await produce.contract();
  const milestone = await produce.milestone(await produce.fixedPriceLine(due));
  await api.call('bbl_SetBillingStatus', {
    Table: 'bbl_milestone',
    Ids: [milestone],
    Status: BillingStatus.ReadyToInvoice,
  });
  const unknown = '11111111-1111-4111-8111-111111111111';
  const refused = await createInvoices([due.id, unknown], '2026-01-31');
  expect(refused.map(({ id }) => id)).toEqual([unknown]);
  expect(await api.list(`bbl_invoices?$select=bbl_name&$filter=_bbl_contractid_value eq ${due.id}`)).toHaveLength(1);
});

test('the guide lists every custom API, with what it does and with its parameters', () => {
  const tables = GUIDE.match(/^(?:\| `bbl_[A-Z].*\n)+/gm) ?? [];
  const listed = tables.map((table) => [...table.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name).sort());
  const all = Object.keys(CUSTOM_APIS).sort();
  expect(listed).toEqual([all, all]);
});

test.each(Object.entries(CUSTOM_APIS))('the guide names what %s takes and gives', (name, { parameters, responses }) => {
  const [, row = ''] = [...GUIDE.matchAll(new RegExp(`^\\| \`${name}\` \\| (.*)$`, 'gm'))].map(([, rest]) => rest);
  const [takes = '', gives = ''] = row.split(' | ');
  const names = (text: string): string[] => [...text.matchAll(/`([A-Z]\w+)`/g)].map(([, found = '']) => found).sort();
  expect({ takes: names(takes), gives: names(gives) }).toEqual({
    takes: Object.keys(parameters).sort(),
    gives: Object.keys(responses).sort(),
  });
});
