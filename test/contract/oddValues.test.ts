import { InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { type ColumnInfo, TABLES } from '@bbl/dataverse/generated/metadata';
import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import { type Commands, commands } from '../src/commands';
import type { Row } from '../src/dump';
import { startTestHost, type TestHost } from '../src/testHost';
import { addressOf, validRowsOf } from '../src/validRows';

/** Whatever a client sends for a column that people write is taken or refused with a sentence, and never breaks a rule. */
let host: TestHost;
let run: Commands;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', isRecorded: false });
  run = commands(host.api);
});
afterAll(() => host.close());

const ODD_TEXTS = ['', ' ', 'x'.repeat(5000), '\u0000', '<b>&amp;</b>', "'; drop table bbl_contract; --", '🧾\u202e'];
const ODD_NUMBERS = [0, -1, 1e15, -1e15, 0.00005, 1e-20, 12345678901234567890];

/** Values at and beyond the edge of what a column of this type holds; texts are sent as they stand. */
function oddValues({ type, targets }: ColumnInfo, column: string): Row[] {
  const as = (values: readonly unknown[]) => [...values, null].map((value) => ({ [column]: value }));
  switch (type) {
    case 'choice':
      return as([482100099, 0, -1]);
    case 'money':
    case 'decimal':
    case 'integer':
      return as(ODD_NUMBERS);
    case 'dateonly':
      return as(['0001-01-01', '1752-12-31', '9999-12-31', '2024-02-29', '2026-02-29', '2026-03-31T23:59:59Z']);
    case 'lookup':
      return Object.values(targets ?? {}).map((property) => ({ [`${property}@odata.bind`]: null }));
    case 'owner':
      return [{ [`${column}@odata.bind`]: null }];
    case 'boolean':
      return as([true, false]);
    default:
      return as(ODD_TEXTS);
  }
}

/** Columns that the platform keeps itself, or that say who a row is. */
const PLATFORM = /^(created|modified|owning|version|overridden|exchangerate|statecode|statuscode)|_base$/;

function writableColumns(table: string): [string, ColumnInfo][] {
  const { columns = {}, id } = TABLES[table] ?? {};
  return Object.entries(columns).filter(
    ([column]) => !PLATFORM.test(column) && column !== id && !SERVER_MANAGED[table]?.includes(column),
  );
}

/** Sends a request; returns what is wrong with its answer. */
async function complaint(method: 'POST' | 'PATCH', path: string, body: Row): Promise<string[]> {
  const answer = await host.api.send(method, path, body);
  if (answer.status === 204) return [];
  const { error } = answer.body as { error?: { code?: string; message?: string } };
  const isExplained = [400, 404, 412].includes(answer.status) && error?.code !== '' && error?.message !== '';
  return isExplained ? [] : [`${method} ${JSON.stringify(body).slice(0, 120)}: ${answer.status} ${error?.message}`];
}

const people = [
  'bbl_contract',
  'bbl_contractcustomer',
  'bbl_contractline',
  'bbl_contractlinecustomer',
  'bbl_invoicefrequency',
  'bbl_invoicefrequencydetail',
  'bbl_invoiceschedule',
  'bbl_milestone',
  'bbl_project',
  'bbl_projectentry',
  'bbl_retainer',
];
const columns = people.flatMap((table) =>
  writableColumns(table).map(([column, info]) => [table, column, info] as const),
);

/** Below a contract of its own: what one test leaves behind is not the next one's. */
async function validRowOf(table: string): Promise<Row> {
  const contract = await host.produce.contract({ percents: [60, 40] });
  const lineId = await host.produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
  return (await validRowsOf(host, { contractId: contract.id, lineId }))[table] ?? {};
}

test.each(columns)('%s.%s takes or explains', async (table, column, info) => {
  const valid = await validRowOf(table);
  const { set = '' } = TABLES[table] ?? {};
  const odd = oddValues(info, column);
  const complaints: string[] = [];
  for (const body of odd) complaints.push(...(await complaint('POST', set, { ...valid, ...body })));
  const id = await host.api.create(set, await validRowOf(table));
  for (const body of odd) complaints.push(...(await complaint('PATCH', addressOf(table, id).slice(1), body)));
  expect(complaints).toEqual([]);
});

test('invoices and their details take or explain', async () => {
  const contract = await host.produce.contract();
  await run.ready('bbl_milestone', [await host.produce.milestone(await host.produce.fixedPriceLine(contract))]);
  const draft = await run.draftOf(contract.id);
  const [detail] = await host.api.list<Row>(`bbl_invoicelinedetails?$filter=_bbl_invoiceid_value eq ${draft}`);
  const complaints: string[] = [];
  for (const [table, id] of [
    ['bbl_invoice', draft],
    ['bbl_invoicelinedetail', String(detail?.['bbl_invoicelinedetailid'])],
  ] as const) {
    const writable: [string, ColumnInfo][] = [
      ...writableColumns(table),
      ...(table === 'bbl_invoice' ? [['bbl_invoicestatus', { type: 'choice' }] as [string, ColumnInfo]] : []),
    ];
    for (const [column, info] of writable) {
      for (const body of oddValues(info, column)) {
        complaints.push(...(await complaint('PATCH', addressOf(table, id).slice(1), body)));
      }
    }
  }
  expect(complaints).toEqual([]);
  expect((await run.confirm([draft])).outcomes).toHaveLength(1);
});

/** Without these nothing below the row can be judged. */
const NEVER_EMPTY: { readonly [table: string]: readonly string[] } = {
  bbl_contract: ['_bbl_customerid_value', 'bbl_contractstatus', '_transactioncurrencyid_value', '_ownerid_value'],
  bbl_contractcustomer: ['_bbl_contractid_value', '_bbl_accountid_value', 'bbl_billingsplit', 'bbl_isrounding'],
  bbl_contractline: ['_bbl_contractid_value', 'bbl_linetype', '_transactioncurrencyid_value', '_ownerid_value'],
  bbl_contractlinecustomer: ['_bbl_contractlineid_value', '_bbl_contractcustomerid_value', 'bbl_billingsplit'],
  bbl_invoicefrequency: ['bbl_period', 'bbl_daysofrun', 'bbl_runsperperiod'],
  bbl_invoicefrequencydetail: ['_bbl_invoicefrequencyid_value'],
  bbl_milestone: ['_bbl_contractlineid_value', 'bbl_date', 'bbl_amount', 'bbl_tax', 'bbl_headerstatus'],
  bbl_milestonesplit: [
    '_bbl_milestoneid_value',
    '_bbl_accountid_value',
    'bbl_amount',
    'bbl_billingstatus',
    'bbl_round',
  ],
  bbl_invoice: ['bbl_invoicestatus', 'bbl_invoicedate', '_transactioncurrencyid_value', '_ownerid_value'],
};

test.each(Object.entries(NEVER_EMPTY))('after all that no row of %s lacks what it hangs on', async (table, needed) => {
  const rows = await host.api.list<Row>(TABLES[table]?.set ?? '');
  const lacking = rows.flatMap((row) => needed.filter((column) => row[column] === null || row[column] === undefined));
  expect(lacking).toEqual([]);
});
