import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import { answerTo } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 0.1, 2.1-1, 2.1-6: nobody but the server writes its columns, administrators included. */
let host: TestHost;
let rows: { [table: string]: string };

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  const { api, produce } = host;
  const contract = await produce.contract({ percents: [60, 40] });
  const line = await produce.fixedPriceLine(contract);
  const milestone = await produce.milestone(line);
  await api.call('bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [milestone], Status: 482100001 });
  const { InvoiceIds } = await api.call<{ InvoiceIds: string[] }>('bbl_CreateInvoices', { ContractIds: [contract.id] });
  await api.call('bbl_ConfirmInvoices', { Ids: InvoiceIds.slice(0, 1) });
  rows = {
    bbl_contract: contract.id,
    bbl_contractline: line,
    bbl_milestone: milestone,
    bbl_invoice: InvoiceIds[1] ?? '',
  };
  const first = async (table: string): Promise<string> => {
    const [row] = await api.list<Record<string, string>>(`${TABLES[table]?.set}?$select=${TABLES[table]?.id}&$top=1`);
    return row?.[TABLES[table]?.id ?? ''] ?? '';
  };
  for (const table of Object.keys(SERVER_MANAGED)) rows[table] ??= await first(table);
});
afterAll(() => host.close());

const SERVER_TABLES = [
  'bbl_actual',
  'bbl_billingclaim',
  'bbl_billingevent',
  'bbl_contractlock',
  'bbl_invoiceline',
  'bbl_milestonesplit',
];

/** A value that the column can hold, as the Web API spells it. */
function sample(table: string, column: string): Record<string, unknown> {
  const info = TABLES[table]?.columns[column];
  const [[target, property] = ['', '']] = Object.entries(info?.targets ?? {});
  switch (info?.type) {
    case 'lookup':
      return { [`${property}@odata.bind`]: `/${TABLES[target]?.set}(11111111-1111-4111-8111-111111111111)` };
    case 'choice':
      return { [column]: 482100000 };
    case 'money':
    case 'decimal':
    case 'integer':
      return { [column]: 1 };
    case 'boolean':
      return { [column]: true };
    case 'dateonly':
      return { [column]: '2026-01-01' };
    default:
      return { [column]: 'x' };
  }
}

const columns = Object.entries(SERVER_MANAGED).flatMap(([table, names]) => names.map((name) => [table, name] as const));

// A PATCH of a row that is not there creates it: rows that no command makes yet are proved by the create below.
const updatable = columns.filter(([table]) => table !== 'bbl_retainerapplication');

test.each(updatable)('0.1-1: %s.%s is refused on update, for administrators too', async (table, column) => {
  const id = rows[table] || '11111111-1111-4111-8111-111111111111';
  const answer = await answerTo(host.api, 'PATCH', `${TABLES[table]?.set}(${id})`, sample(table, column));
  // People lead a draft between Draft and In review: a rule judges the value.
  const expected =
    table === 'bbl_invoice' && column === 'bbl_invoicestatus'
      ? '204'
      : table === 'bbl_actual'
        ? '400 BBL-ACT-06'
        : SERVER_TABLES.includes(table)
          ? '400 BBL-GRD-02'
          : '400 BBL-GRD-01';
  expect(answer).toBe(expected);
});

test.each(columns.filter(([, column]) => column !== 'transactioncurrencyid'))(
  '0.1-1: %s.%s is refused on create',
  async (table, column) => {
    const answer = await answerTo(host.api, 'POST', `${TABLES[table]?.set}`, sample(table, column));
    const expected =
      table === 'bbl_actual'
        ? '400 BBL-ACT-06'
        : table === 'bbl_invoice'
          ? '400 BBL-INV-17'
          : SERVER_TABLES.includes(table) || table === 'bbl_retainerapplication'
            ? '400 BBL-GRD-02'
            : '400 BBL-GRD-01';
    expect(answer).toBe(expected);
  },
);

test('GRD-01 names the column as people see it', async () => {
  const { body } = await host.api.send('PATCH', `bbl_milestones(${rows['bbl_milestone']})`, {
    bbl_headerstatus: 482100002,
  });
  expect(body).toMatchObject({
    error: { code: '0x80040265', message: 'BBL-GRD-01: Header Status is set by the billing commands only.' },
  });
});

test.each(SERVER_TABLES)('2.1-1: rows of %s cannot be deleted by hand', async (table) => {
  const code = table === 'bbl_actual' ? 'BBL-ACT-06' : 'BBL-GRD-02';
  expect(await answerTo(host.api, 'DELETE', `${TABLES[table]?.set}(${rows[table]})`)).toBe(`400 ${code}`);
});

test('2.8-1: people may name an actual', async () => {
  const path = `bbl_actuals(${rows['bbl_actual']})`;
  expect(await answerTo(host.api, 'PATCH', path, { bbl_name: 'Described' })).toBe('204');
});

test.each(['bbl_contract', 'bbl_contractline', 'bbl_milestone', 'bbl_milestonesplit'])(
  'GRD-10: rows of %s cannot be deactivated',
  async (table) => {
    const path = `${TABLES[table]?.set}(${rows[table]})`;
    expect(await answerTo(host.api, 'PATCH', path, { statecode: 1, statuscode: 2 })).toBe('400 BBL-GRD-10');
  },
);

test('2.1-6: projects and frequencies can be deactivated', async () => {
  const project = await host.produce.project();
  expect(await answerTo(host.api, 'PATCH', `bbl_projects(${project})`, { statecode: 1 })).toBe('204');
});

test('0.1-4: the SYSTEM user alone is not the server', async () => {
  const [organization] = await host.api.list<{ systemuserid: string }>('organizations?$select=systemuserid');
  const answer = await answerTo(
    host.api,
    'PATCH',
    `bbl_milestones(${rows['bbl_milestone']})`,
    { bbl_headerstatus: 482100002 },
    { as: organization?.systemuserid ?? '' },
  );
  expect(answer).toMatch(/^40[013]/);
});
