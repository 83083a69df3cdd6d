import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CUSTOM_APIS } from '@bbl/dataverse/generated/customApis';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** What the guides promise is sent, and answers what they say. */
const guide = (name: string): string => readFileSync(join(__dirname, '../../docs', name), 'utf8');

interface Step {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly answer: string;
}

/** Rows of the table "What it does": `| 8 | \`PATCH …\` | \`{…}\` | 400 \`BBL-GRD-02\`, or 403 |`. */
function checklist(): Step[] {
  const rows = guide('admins.md').match(/^\| \d{1,2} \| .*$/gm) ?? [];
  return rows.map((row) => {
    const [, , request = '', body = '', answer = ''] = row.split('|').map((cell) => cell.trim().replaceAll('`', ''));
    const [method = '', ...path] = request.split(' ');
    return { method, path: path.join(' '), body, answer };
  });
}

let host: TestHost;
beforeAll(async () => {
  host = await startTestHost();
});
afterAll(() => host.close());

/** Accounts are not ours: their rights come with other roles. */
const isOfAccounts = (path: string): boolean => path.startsWith('accounts');

test.each(['System Administrator', 'Billing Backlog Administrator'])(
  'every request of the installation check answers a %s what the guide says',
  async (role) => {
    const acting = (await usersByRole(host.api)).get(role) ?? '';
    const ids = new Map<string, string>();
    const filled = (text: string): string =>
      text.replace(/‹(\w+)›/g, (_, name: string) => ids.get(name) ?? `unknown ${name}`);
    const steps = checklist();
    expect(steps.length).toBeGreaterThan(15);
    for (const { method, path, body, answer } of steps) {
      const sent = body === '' ? undefined : (JSON.parse(filled(body)) as object);
      const options = isOfAccounts(path) ? {} : { as: acting };
      const { status, headers, body: answered } = await host.api.send(method, filled(path), sent, options);
      expect([method, path, String(status)]).toEqual([method, path, answer.slice(0, 3)]);
      const [code] = /BBL-[A-Z]{3}-\d\d/.exec(answer) ?? [];
      if (code !== undefined) expect(JSON.stringify(answered)).toContain(code);
      const [, name] = /‹(\w+)›/.exec(answer) ?? [];
      if (name !== undefined) ids.set(name, idIn(headers, answered));
    }
  },
);

test('every request of the guide is numbered and sent, but for two on tables of the platform', async () => {
  const printed = guide('admins.md').match(/^\| (\d+ \| )?`(GET|POST|PATCH|DELETE) [^`]*`/gm) ?? [];
  const others = printed
    .filter((row) => !/^\| \d/.test(row))
    .map((row) => row.split('`')[1]?.slice('GET '.length) ?? '');
  expect(printed.length - others.length).toBe(checklist().length);
  expect(others.map((path) => path.split('?')[0])).toEqual(['solutions', 'sdkmessageprocessingsteps']);
  for (const path of others) expect((await host.api.send('GET', path)).status).toBe(404);
});

/** The id of a new row, of the one row of a list, or the one that a command made. */
function idIn(headers: Headers, body: unknown): string {
  const [, created] = /\(([0-9a-f-]{36})\)$/.exec(headers.get('odata-entityid') ?? '') ?? [];
  const { value = [], InvoiceIds = [] } = body as { value?: Record<string, string>[]; InvoiceIds?: string[] };
  const rows = value.map((row) => row['bbl_milestonesplitid']);
  const [only, ...others] = [created, ...rows, ...InvoiceIds].filter((id) => id !== undefined);
  expect(others).toEqual([]);
  return only ?? '';
}

test('the guides name tables, columns and custom APIs that exist', () => {
  const known = new Set([
    ...Object.keys(CUSTOM_APIS),
    ...Object.entries(TABLES).flatMap(([name, { set, columns }]) => [name, set, ...Object.keys(columns)]),
    ...Object.values(TABLES).flatMap(({ columns }) =>
      Object.values(columns).flatMap(({ targets }) => Object.values(targets ?? {})),
    ),
    ...[
      'StatusAfterRelease',
      'ConfirmedContractsOnly',
      'AllowZeroInvoices',
      'BlockApprovalOverLimit',
      'MissedRuns',
    ].map((name) => `bbl_${name}`),
  ]);
  const named = ['admins.md', 'makers.md'].flatMap((name) => guide(name).match(/\bbbl_\w+/g) ?? []);
  const unknown = named
    .map((name) => name.replace(/^_|_value$/g, ''))
    .filter((name) => name !== 'bbl_' && !known.has(name));
  expect([...new Set(unknown)]).toEqual([]);
});
