import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { startChildHost } from '../src/childHost';
import { commands } from '../src/commands';
import { dumpOf, type Row } from '../src/dump';
import { producers } from '../src/producers';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';
import { tracedMessages } from '../src/trace';

/** surface.md 7: the door of the host, and what it offers beside Dataverse, with the real solution. */
let host: TestHost;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

/** A bare request, so that every header is the test's. */
function bare(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(host.url);
  return new Promise((resolve, reject) => {
    const request = httpRequest({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on('error', reject);
    request.end();
  });
}

describe('the door', () => {
  const CONTRACTS = '/api/data/v9.2/bbl_contracts';
  const withToken = (more: Record<string, string> = {}) => ({ Authorization: `Bearer ${host.token}`, ...more });

  test('GET /health needs no token; everything else does', async () => {
    expect((await bare('/health')).status).toBe(200);
    const paths = [
      CONTRACTS,
      '/api/data/v9.2/$metadata',
      '/host/trace',
      '/host/app',
      '/',
      '/main.aspx',
      '/WebResources/bbl_/js/commands.js',
    ];
    for (const path of paths) expect([path, (await bare(path)).status]).toEqual([path, 401]);
    for (const token of ['', 'wrong', `${host.token}x`, host.token.slice(1)]) {
      expect((await bare(CONTRACTS, { Authorization: `Bearer ${token}` })).status).toBe(401);
    }
    expect((await bare(CONTRACTS, withToken())).status).toBe(200);
  });

  test('a refusal is in the platform’s envelope and shows nothing of the token', async () => {
    const { text } = await bare(CONTRACTS, { Authorization: 'Bearer wrong' });
    expect(JSON.parse(text)).toEqual({ error: { code: expect.stringMatching(/^0x/), message: expect.any(String) } });
    expect(text).not.toContain(host.token);
  });

  test('other hosts and origins are refused, with the token too', async () => {
    const { port } = new URL(host.url);
    for (const name of ['evil.example', `evil.example:${port}`, '127.0.0.1', `0.0.0.0:${port}`]) {
      expect([name, (await bare(CONTRACTS, withToken({ Host: name }))).status]).toEqual([name, 403]);
    }
    for (const Origin of ['https://evil.example', 'null', `http://127.0.0.1:${Number(port) + 1}`]) {
      expect([Origin, (await bare(CONTRACTS, withToken({ Origin }))).status]).toEqual([Origin, 403]);
    }
    expect((await bare(CONTRACTS, withToken({ Origin: host.url }))).status).toBe(200);
  });

  test('MSCRMCallerID acts as another user; who is nobody is refused', async () => {
    const reader = (await usersByRole(host.api)).get('Billing Backlog Reader') ?? '';
    expect(await host.api.get('WhoAmI', { as: reader })).toMatchObject({ UserId: reader });
    const nobody = { as: '11111111-1111-4111-8111-111111111111' };
    expect((await host.api.send('GET', 'WhoAmI', undefined, nobody)).status).toBe(403);
  });
});

describe('the clock', () => {
  afterAll(() => host.api.host('PUT', 'clock', { now: null }));

  test('sets the time that rows and rules see, and lets it go', async () => {
    await host.api.host('PUT', 'clock', { now: '2020-10-05T08:00:00Z' });
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract), { date: '2020-10-05' });
    await commands(host.api).ready('bbl_milestone', [milestone]);
    const draft = await commands(host.api).draftOf(contract.id);
    expect(await host.api.get(`bbl_invoices(${draft})`)).toMatchObject({
      bbl_invoicedate: '2020-10-05',
      createdon: '2020-10-05T08:00:00Z',
    });
    await host.api.host('PUT', 'clock', { now: null });
    const { createdon } = await host.api.get<Row>(`bbl_contracts(${(await host.produce.contract()).id})`);
    expect(createdon).not.toMatch(/^2020/);
  });

  test.each([{ now: 'noon' }, { now: 5 }, {}])('%o is no time', async (body) => {
    expect((await host.api.host('PUT', 'clock', body)).status).toBe(400);
  });
});

describe('reset', () => {
  test('leaves a fresh organisation: currencies, a unit, SYSTEM, an administrator, a user of each role, no rows', async () => {
    await host.produce.contract();
    expect((await host.api.host('POST', 'reset', { seed: 'none' })).status).toBe(200);
    const dump = await dumpOf(host.api);
    for (const [table, rows] of Object.entries(dump)) {
      if (table.startsWith('bbl_') || table === 'account') expect([table, rows.length]).toEqual([table, 0]);
    }
    expect(
      dump['transactioncurrency']?.map((row) => [row['isocurrencycode'], row['currencyprecision']]).sort(),
    ).toEqual([
      ['JPY', 0],
      ['KWD', 3],
      ['USD', 2],
    ]);
    expect(dump['businessunit']).toHaveLength(1);
    expect([...(await usersByRole(host.api)).keys()].sort()).toEqual([
      'Billing Backlog Account Manager',
      'Billing Backlog Administrator',
      'Billing Backlog Approver',
      'Billing Backlog Project Manager',
      'Billing Backlog Reader',
      'System Administrator',
    ]);
    const variables = await host.api.list<Row>(
      'environmentvariabledefinitions?$select=schemaname,defaultvalue&$orderby=schemaname',
    );
    expect(variables.map((row) => row['schemaname'])).toEqual(
      expect.arrayContaining(['bbl_StatusAfterRelease', 'bbl_ConfirmedContractsOnly', 'bbl_AllowZeroInvoices']),
    );
  });

  test('another seed is refused and changes nothing', async () => {
    const { id } = await host.produce.contract();
    expect((await host.api.host('POST', 'reset', { seed: 'all' })).status).toBe(400);
    expect(await host.api.get(`bbl_contracts(${id})`)).toBeDefined();
  });
});

describe('the trace', () => {
  test('holds the steps and requests with their service calls, refusals with code and sentence', async () => {
    const contract = await host.produce.contract();
    await host.api.send('PATCH', `bbl_contracts(${contract.id})`, { bbl_contractstatus: 482100003 });
    const { body } = await host.api.host('GET', 'trace');
    const { steps } = body as { steps: Row[] };
    expect(steps.at(-1)).toMatchObject({
      table: 'bbl_contract',
      message: 'Update',
      stage: 20,
      outcome: 'refused',
      code: 'BBL-CON-03',
    });
    const last = (await tracedMessages(host.api)).at(-1);
    expect(last).toMatchObject({ table: 'bbl_contract', outcome: 'fault' });
    expect(last?.serviceCalls).toBeGreaterThan(0);
  });
});

describe('service protection limits', () => {
  afterEach(() => host.api.host('PUT', 'limits', null));

  test('429 with Retry-After for the user who asks too much, not for others', async () => {
    const reader = (await usersByRole(host.api)).get('Billing Backlog Reader') ?? '';
    await host.api.host('PUT', 'limits', { requests: 3 });
    const ask = (as?: string) =>
      host.api.send('GET', 'bbl_contracts?$top=1', undefined, as === undefined ? {} : { as });
    const answers = [await ask(), await ask(), await ask(), await ask()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(answers[3]?.body).toMatchObject({ error: { code: '0x80072322' } });
    expect((await ask(reader)).status).toBe(200);
    await host.api.host('PUT', 'limits', null);
    expect((await ask()).status).toBe(200);
  });

  test('a command that is refused with 429 has done nothing', async () => {
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    await host.api.host('PUT', 'limits', { requests: 0 });
    const request = { Table: 'bbl_milestone', Ids: [milestone], Status: 482100001 };
    expect((await host.api.send('POST', 'bbl_SetBillingStatus', request)).status).toBe(429);
    await host.api.host('PUT', 'limits', null);
    expect((await host.produce.splits(milestone))[0]?.bbl_billingstatus).toBe(482100000);
  });

  test('the time that requests take is limited as well', async () => {
    await host.api.host('PUT', 'limits', { executionSeconds: 0 });
    const { status, body } = await host.api.send('GET', 'bbl_contracts');
    expect([status, body]).toMatchObject([429, { error: { code: '0x80072321' } }]);
  });
});

describe('the program', () => {
  const PROGRAM = join(__dirname, '../../build/host/main.cjs');
  const folder = mkdtempSync(join(tmpdir(), 'billing-backlog-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('prints its one line, answers, ends on SIGTERM, and has its rows when it starts again', async () => {
    const first = await startChildHost(folder);
    const { id } = await producers(first.api).contract({ name: 'Kept' });
    const before = await dumpOf(first.api);
    expect(await first.stop()).toBe(0);
    const second = await startChildHost(folder);
    try {
      expect(await second.api.get(`bbl_contracts(${id})`)).toMatchObject({ bbl_name: 'Kept' });
      expect(await dumpOf(second.api)).toEqual(before);
    } finally {
      await second.kill();
    }
  });

  test.each([
    [['--nonsense', '1'], 'Unknown option --nonsense'],
    [['--port', 'x'], '--port has to be a number'],
    [['--seed', 'all'], 'demo or none'],
    [['--token', 'a b'], '--token may hold'],
    [['--data'], '--data needs a value'],
  ])('ends with a sentence on %p', (args, words) => {
    const ended = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toContain('    at ');
  });
});

describe('what the host does not know is 501 with a sentence', () => {
  const fetch = (inner: string, attributes = '') =>
    `bbl_milestones?fetchXml=${encodeURIComponent(`<fetch ${attributes}><entity name="bbl_milestone">${inner}</entity></fetch>`)}`;
  const condition = (attribute: string, operator: string, value = '') =>
    fetch(`<filter><condition attribute="${attribute}" operator="${operator}"${value}/></filter>`);
  const link = (type: string, inner = '') =>
    `<link-entity name="bbl_contractline" from="bbl_contractlineid" to="bbl_contractlineid" alias="l" link-type="${type}">${inner}</link-entity>`;
  const innerLink =
    '<link-entity name="bbl_contract" from="bbl_contractid" to="bbl_contractid" alias="c" link-type="inner"/>';

  test.each([
    ['a fiscal operator', condition('bbl_date', 'this-fiscal-year')],
    ['a fiscal operator with a value', condition('bbl_date', 'in-fiscal-period', ' value="3"')],
    ['a hierarchy operator', condition('bbl_contractlineid', 'under', ' value="11111111-1111-4111-8111-111111111111"')],
    [
      'grouping by parts of dates',
      fetch('<attribute name="bbl_date" groupby="true" dategrouping="month" alias="m"/>', 'aggregate="true"'),
    ],
    ['matchfirstrowusingcrossapply', fetch(link('matchfirstrowusingcrossapply'))],
    ['an inner link inside an outer one', fetch(link('outer', innerLink))],
    [
      'an entity name in the filter of a link',
      fetch(
        link(
          'inner',
          `${innerLink}<filter><condition entityname="c" attribute="bbl_name" operator="eq" value="x"/></filter>`,
        ),
      ),
    ],
    ['a path in $apply', 'bbl_milestones?$apply=groupby((bbl_ContractLineId/bbl_name))'],
    ['an aggregated path', 'bbl_milestones?$apply=aggregate(bbl_ContractLineId/bbl_amount with sum as total)'],
    ['two transformations', "bbl_milestones?$apply=filter(bbl_name eq 'x')/groupby((bbl_name))/aggregate($count as c)"],
    ['$skip', 'bbl_milestones?$skip=5'],
    ['$search', 'bbl_milestones?$search=x'],
    ['$compute', 'bbl_milestones?$compute=bbl_amount add 1 as more'],
    [
      'an unknown function',
      "bbl_milestones?$filter=Microsoft.Dynamics.CRM.InFiscalYear(PropertyName='bbl_date',PropertyValue=2026)",
    ],
    ['$levels', 'bbl_milestones?$expand=bbl_ContractLineId($levels=2)'],
    ['a personal view', 'bbl_milestones?userQuery=11111111-1111-4111-8111-111111111111'],
  ])('%s', async (_what, path) => {
    const { status, body } = await host.api.send('GET', path);
    const { error } = body as { error: { code: string; message: string } };
    expect([status, error]).toEqual([
      501,
      { code: '0x80041d1f', message: expect.stringMatching(/does not support .+\.$/) },
    ]);
  });

  test.each([
    ['rows within a row', 'POST', 'bbl_projects', { bbl_project_projectentry: [] }, {}],
    ['change tracking', 'GET', 'bbl_projects', undefined, { Prefer: 'odata.track-changes' }],
    ['asynchronous requests', 'POST', 'bbl_projects', {}, { Prefer: 'respond-async' }],
    ['callers of Azure', 'GET', 'bbl_projects', undefined, { CallerObjectId: '11111111-1111-4111-8111-111111111111' }],
    ['leaving custom logic out', 'POST', 'bbl_projects', {}, { 'MSCRM.BypassBusinessLogicExecution': 'CustomSync' }],
    ['many rows at once', 'POST', 'bbl_projects/Microsoft.Dynamics.CRM.CreateMultiple', { Targets: [] }, {}],
  ])('%s', async (_what, method, path, body, headers) => {
    const before = await host.api.list('bbl_projects');
    expect((await host.api.send(method, path, body, { headers })).status).toBe(501);
    expect(await host.api.list('bbl_projects')).toEqual(before);
  });
});
