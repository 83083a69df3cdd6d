import { InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import { SERVER_MANAGED } from '@bbl/dataverse/generated/serverManaged';
import { sendBatch, sendChangeSet } from '../src/batch';
import { commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import type { ProducedContract } from '../src/producers';
import { answerTo } from '../src/refusals';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';
import { addressOf as bind, validRowsOf } from '../src/validRows';

/** domain.md 0.1, 2.1-1, 2.1-6, 9.1-1: no caller and no spelling of a request writes what the server alone writes. */
let host: TestHost;
/** Whoever tries: the user of every role, the System Administrator and the SYSTEM user, by name. */
let callers: ReadonlyMap<string, string>;
/** A row of each table; none of tables whose rows only later commands make. */
const rows = new Map<string, string>();
let contract: ProducedContract;
/** A valid row of each table whose rows people make, not yet sent. */
let validRows: Readonly<Record<string, Row>>;

const MISSING = '11111111-1111-4111-8111-111111111111';
const setOf = (table: string): string => TABLES[table]?.set ?? '';
const addressOf = (table: string): string => `${setOf(table)}(${rows.get(table) ?? MISSING})`;

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', isRecorded: false });
  const { api, produce } = host;
  contract = await produce.contract({ percents: [60, 40] });
  const line = await produce.fixedPriceLine(contract, { scheduleType: InvoiceScheduleType.ProgressBased });
  const milestone = await produce.milestone(line);
  await api.patch(`bbl_milestones(${milestone})`, { bbl_nextinvoicepercent: 40 });
  await produce.productLine(contract);
  const run = commands(api);
  await run.ready('bbl_milestone', [milestone]);
  const { invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] });
  await run.confirm(invoiceIds.slice(0, 1));
  rows.set('bbl_contract', contract.id).set('bbl_contractline', line).set('bbl_milestone', milestone);
  rows.set('bbl_invoice', invoiceIds[1] ?? '');
  for (const [table, row] of Object.entries(await validRowsOf(host, { contractId: contract.id, lineId: line }))) {
    if (!rows.has(table)) rows.set(table, await api.create(setOf(table), row));
  }
  for (const [table, { set, id }] of Object.entries(TABLES)) {
    const [row] = rows.has(table) ? [] : await api.list<Row>(`${set}?$select=${id}&$top=1`);
    if (row) rows.set(table, String(row[id]));
  }
  validRows = await validRowsOf(host, { contractId: contract.id, lineId: line });
  const [organization] = await api.list<{ systemuserid: string }>('organizations?$select=systemuserid');
  callers = new Map([...(await usersByRole(api)), ['SYSTEM', organization?.systemuserid ?? '']]);
});
afterAll(() => host.close());

/** Bodies that set a column: to another value that it can hold, to what it holds, and to nothing. */
async function bodiesFor(table: string, column: string): Promise<Row[]> {
  const info = TABLES[table]?.columns[column];
  const row: Row = rows.has(table) ? await host.api.get(addressOf(table)) : {};
  if (info?.type === 'lookup') {
    const [[target, property] = ['', '']] = Object.entries(info.targets ?? {});
    const current = row[`_${column}_value`];
    const ids = [rows.get(target) ?? MISSING, ...(typeof current === 'string' ? [current] : [])];
    return [
      ...ids.map((id) => ({ [`${property}@odata.bind`]: bind(target, id) })),
      { [`${property}@odata.bind`]: null },
    ];
  }
  return [otherValue(info?.type, row[column]), row[column] ?? null, null].map((value) => ({ [column]: value }));
}

function otherValue(type: string | undefined, current: unknown): unknown {
  switch (type) {
    case 'choice':
      return current === 482100000 ? 482100001 : 482100000;
    case 'money':
    case 'decimal':
    case 'integer':
      return Number(current ?? 0) + 1;
    case 'boolean':
      return current !== true;
    case 'dateonly':
      return '2026-01-01';
    default:
      return 'x';
  }
}

const REFUSED = /^403$|^400 BBL-(GRD-01|GRD-02|ACT-06)$/;

/** Every caller sends every body; returns whom the server did not stop, with the answer. */
async function passers(
  method: 'POST' | 'PATCH',
  path: string,
  bodies: readonly object[],
  refused = REFUSED,
): Promise<string[]> {
  const passed: string[] = [];
  for (const [name, as] of callers) {
    for (const body of bodies) {
      const answer = await answerTo(host.api, method, path, body, { as });
      if (!refused.test(answer)) passed.push(`${name}: ${answer} to ${method} ${JSON.stringify(body)}`);
    }
  }
  return passed;
}

const columns = Object.entries(SERVER_MANAGED).flatMap(([table, names]) => names.map((name) => [table, name] as const));

describe('BBL-GRD-01, BBL-GRD-02, BBL-ACT-06: columns of the server', () => {
  // People lead a draft between Draft and In review: that column has a test of its own.
  const updatable = columns.filter(([table, column]) => !(table === 'bbl_invoice' && column === 'bbl_invoicestatus'));

  test.each(updatable)('0.1-1: nobody changes %s.%s', async (table, column) => {
    const read = async () => (rows.has(table) ? host.api.get(addressOf(table)) : undefined);
    const before = await read();
    // Of rows that are not there yet a PATCH makes one, which is refused in the same way.
    const refused = rows.has(table) ? REFUSED : /^403$|^400 BBL-GRD-02$/;
    expect(await passers('PATCH', addressOf(table), await bodiesFor(table, column), refused)).toEqual([]);
    expect(await read()).toEqual(before);
  });

  test.each(columns)('0.1-1: nobody gives %s.%s to a new row', async (table, column) => {
    const count = async () => (await host.api.send('GET', `${setOf(table)}/$count`)).body;
    const before = await count();
    const given = (await bodiesFor(table, column)).map((body) => ({ ...validRows[table], ...body }));
    const refused = table === 'bbl_invoice' ? /^403$|^400 BBL-INV-17$/ : REFUSED;
    expect(await passers('POST', setOf(table), given, refused)).toEqual([]);
    expect(await count()).toBe(before);
  });

  test('the rows that the columns were added to are valid without them', async () => {
    for (const [table, row] of Object.entries(validRows)) {
      expect([table, await answerTo(host.api, 'POST', setOf(table), row)]).toEqual([table, '204']);
    }
  });

  test('3.9-2: of an invoice people write Draft and In review, on a draft alone', async () => {
    const path = addressOf('bbl_invoice');
    const values = [482100002, 482100003, null, 482100001, 482100000];
    const answers: string[] = [];
    for (const bbl_invoicestatus of values)
      answers.push(await answerTo(host.api, 'PATCH', path, { bbl_invoicestatus }));
    expect(answers).toEqual(['400 BBL-INV-18', '400 BBL-INV-18', '400 BBL-INV-18', '204', '204']);
    const others = [...callers].filter(([name]) => !/Administrator|Project Manager|SYSTEM/.test(name));
    for (const [name, as] of others) {
      const answer = await answerTo(host.api, 'PATCH', path, { bbl_invoicestatus: 482100001 }, { as });
      expect([name, answer]).toEqual([name, '403']);
    }
  });

  test('what is sent for the base twins of money has no effect', async () => {
    for (const [table, { columns: all }] of Object.entries(TABLES)) {
      const twins = Object.entries(all).flatMap(([column, { baseOf }]) => (baseOf === undefined ? [] : [column]));
      if (!rows.has(table) || twins.length === 0) continue;
      const read = () => host.api.get(`${addressOf(table)}?$select=${twins.join(',')}`);
      const before = await read();
      for (const twin of twins) await host.api.send('PATCH', addressOf(table), { [twin]: 12345 });
      expect({ ...(await read()), '@odata.etag': before['@odata.etag'] }).toEqual(before);
    }
  });
});

describe('0.1-4: no way around the guard', () => {
  const status = { bbl_billingstatus: 482100003 };
  const split = () => addressOf('bbl_milestonesplit');
  const milestone = () => addressOf('bbl_milestone');

  type Attempt = readonly [answer: string, method: 'POST' | 'PATCH' | 'PUT' | 'DELETE', path: string, body?: object];

  /** Requests that would write a server column if one of them got through, and how they are answered. */
  async function attempts(): Promise<Record<string, Attempt>> {
    const { api } = host;
    const [customer] = await api.list<Row>(
      `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${contract.id}&$top=1`,
    );
    const contractCustomerKey = `bbl_contractid=${contract.id},bbl_accountid=${String(customer?.['_bbl_accountid_value'])}`;
    const invoice = { '@odata.id': bind('bbl_invoice', rows.get('bbl_invoice')) };
    const splitId = rows.get('bbl_milestonesplit');
    return {
      'one property': ['400 BBL-GRD-01', 'PUT', `${milestone()}/bbl_headerstatus`, { value: 482100002 }],
      'one property emptied': ['400 BBL-GRD-01', 'DELETE', `${milestone()}/bbl_headerstatus`],
      'the bare value': ['405', 'PUT', `${milestone()}/bbl_headerstatus/$value`, { value: 482100002 }],
      'a lookup by reference': ['400 BBL-GRD-02', 'PUT', `${split()}/bbl_InvoiceId/$ref`, invoice],
      'a lookup emptied': ['400 BBL-GRD-02', 'DELETE', `${split()}/bbl_InvoiceId/$ref`],
      'a collection by reference': [
        '400 BBL-GRD-02',
        'POST',
        `${addressOf('bbl_invoice')}/bbl_invoice_milestonesplit/$ref`,
        { '@odata.id': bind('bbl_milestonesplit', splitId) },
      ],
      'a collection by reference, emptied': [
        '400 BBL-GRD-02',
        'DELETE',
        `${addressOf('bbl_invoice')}/bbl_invoice_milestonesplit(${splitId})/$ref`,
      ],
      'a row within a collection': [
        '400 BBL-GRD-02',
        'POST',
        `${milestone()}/bbl_milestone_milestonesplit`,
        { bbl_round: 1 },
      ],
      'an upsert by alternate key': [
        '400 BBL-GRD-01',
        'PATCH',
        `bbl_contractcustomers(${contractCustomerKey})`,
        { bbl_isprimary: true },
      ],
      'an upsert that creates': ['400 BBL-GRD-02', 'PATCH', `bbl_milestonesplits(${MISSING})`, status],
      'a claim by its key': ['400 BBL-GRD-02', 'PATCH', "bbl_billingclaims(bbl_name='bbl_milestonesplit:x')", {}],
      'a lock by its key': [
        '400 BBL-GRD-02',
        'PATCH',
        `bbl_contractlocks(bbl_contractid=${contract.id})`,
        { bbl_counter: 9 },
      ],
      'a nested row': [
        '501',
        'POST',
        'bbl_contracts',
        {
          bbl_name: 'C',
          'bbl_CustomerId@odata.bind': bind('account', contract.accountIds[0]),
          bbl_contract_contractcustomer: [{ bbl_isprimary: true }],
        },
      ],
      'a nested row of an update': [
        '501',
        'PATCH',
        milestone(),
        { bbl_milestone_milestonesplit: [{ bbl_milestonesplitid: splitId, ...status }] },
      ],
      'a shared variable by tag': ['400 BBL-GRD-02', 'PATCH', `${split()}?tag=bbl_SetBillingStatus`, status],
      'the name in capitals': ['400', 'PATCH', split(), { BBL_BILLINGSTATUS: 482100003 }],
      'the name of the schema': ['400', 'PATCH', split(), { bbl_BillingStatus: 482100003 }],
      'the value property of a lookup': ['400', 'PATCH', split(), { _bbl_invoiceid_value: rows.get('bbl_invoice') }],
      'many rows at once': [
        '501',
        'POST',
        'bbl_milestonesplits/Microsoft.Dynamics.CRM.UpdateMultiple',
        { Targets: [{ bbl_milestonesplitid: splitId, ...status }] },
      ],
      'the state message': [
        '404',
        'POST',
        'SetState',
        { EntityMoniker: { bbl_milestonesplitid: splitId }, State: 1, Status: 2 },
      ],
    };
  }

  test('whoever tries and however the request is spelt, nothing changes', async () => {
    const spelt = await attempts();
    await expectNothingChanged(host.api, async () => {
      for (const [caller, as] of callers) {
        for (const [name, [expected, method, path, body]] of Object.entries(spelt)) {
          const answer = await answerTo(host.api, method, path, body, { as });
          expect([caller, name, answer === '403' ? expected : answer]).toEqual([caller, name, expected]);
        }
      }
    });
  });

  test('a change set that hides such a write among others is undone as a whole', async () => {
    await expectNothingChanged(host.api, async () => {
      for (const as of callers.values()) {
        const answers = await sendChangeSet(
          host.api,
          [
            { method: 'PATCH', path: milestone(), body: { bbl_description: 'seen' } },
            { method: 'PATCH', path: split(), body: status },
          ],
          { as },
        );
        expect(answers.map((answer) => Math.floor(answer.status / 100))).toEqual([4]);
      }
    });
  });

  test('a part of a batch that names SYSTEM as its caller is refused', async () => {
    const headers = { MSCRMCallerID: callers.get('SYSTEM') ?? '' };
    await expectNothingChanged(host.api, async () => {
      const request = { method: 'PATCH' as const, path: split(), body: status, headers };
      const answers = [...(await sendBatch(host.api, [request])), ...(await sendChangeSet(host.api, [request]))];
      expect(answers.map((answer) => Math.floor(answer.status / 100))).toEqual([4, 4]);
    });
  });

  test('headers of the platform that switch custom logic off are refused, in the parts of a batch too', async () => {
    await expectNothingChanged(host.api, async () => {
      const names = [
        'MSCRM.BypassCustomPluginExecution',
        'MSCRM.BypassBusinessLogicExecution',
        'MSCRM.BypassBusinessLogicExecutionStepIds',
      ];
      for (const name of names) {
        const headers = { [name]: 'true' };
        const request = { method: 'PATCH' as const, path: split(), body: status, headers };
        const [part] = await sendBatch(host.api, [request]);
        const [inSet] = await sendChangeSet(host.api, [request]);
        const alone = await host.api.send('PATCH', split(), status, { headers });
        expect([name, alone.status, part?.status, inSet?.status]).toEqual([name, 501, 501, 501]);
      }
    });
  });

  test('accounts and projects that billing rows name cannot be deleted from under them', async () => {
    await expectNothingChanged(host.api, async () => {
      const answers = [
        await answerTo(host.api, 'DELETE', bind('account', contract.accountIds[0]).slice(1)),
        await answerTo(host.api, 'DELETE', addressOf('bbl_invoiceline')),
      ];
      expect(answers).toEqual(['400', '400 BBL-GRD-02']);
    });
  });
});

describe('BBL-GRD-10, BBL-GRD-02', () => {
  const OWN = Object.keys(TABLES).filter((table) => table.startsWith('bbl_'));
  const DEACTIVATABLE = ['bbl_invoicefrequency', 'bbl_invoicefrequencydetail', 'bbl_project'];

  test.each(OWN.filter((table) => !DEACTIVATABLE.includes(table)))(
    'BBL-GRD-10: rows of %s cannot be deactivated',
    async (table) => {
      if (!rows.has(table)) return;
      const bodies = [{ statecode: 1 }, { statecode: 1, statuscode: 2 }, { statuscode: 2 }];
      const refused = /^403$|^400 BBL-GRD-10$/;
      expect(await passers('PATCH', addressOf(table), bodies, refused)).toEqual([]);
      expect(await host.api.get(addressOf(table))).toMatchObject({ statecode: 0, statuscode: 1 });
    },
  );

  const SERVER_TABLES = OWN.filter((table) =>
    ['actual', 'billingclaim', 'billingevent', 'contractlock', 'invoiceline', 'milestonesplit'].includes(
      table.slice(4),
    ),
  );

  test.each(SERVER_TABLES)('BBL-GRD-02: nobody deletes a row of %s', async (table) => {
    for (const [name, as] of callers) {
      const answer = await answerTo(host.api, 'DELETE', addressOf(table), undefined, { as });
      expect([name, answer]).toEqual([name, expect.stringMatching(REFUSED)]);
    }
    expect(await host.api.get(addressOf(table))).toBeDefined();
  });
});

describe('what is no write of the server', () => {
  const owned = Object.entries(TABLES).filter(([table, info]) => table.startsWith('bbl_') && 'ownerid' in info.columns);

  test.each(owned.map(([table]) => table))('2.1-9: the owner of a row of %s changes, nothing else', async (table) => {
    if (!rows.has(table)) return;
    const before = await host.api.get<Row>(addressOf(table));
    const owner = callers.get('Billing Backlog Administrator') ?? '';
    const body = { 'ownerid@odata.bind': `/systemusers(${owner})` };
    expect(await answerTo(host.api, 'PATCH', addressOf(table), body)).toBe('204');
    const after = await host.api.get<Row>(addressOf(table));
    expect(after['_ownerid_value']).toBe(owner);
    const managed = (row: Row) =>
      (SERVER_MANAGED[table] ?? []).map((column) => row[column] ?? row[`_${column}_value`] ?? null);
    expect(managed(after)).toEqual(managed(before));
  });

  test('2.8-1: users may name an actual', async () => {
    const as = callers.get('Billing Backlog Approver') ?? '';
    const answer = await answerTo(host.api, 'PATCH', addressOf('bbl_actual'), { bbl_name: 'Design' }, { as });
    expect(answer).toBe('204');
  });
});
