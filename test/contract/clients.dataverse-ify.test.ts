import { type MetadataCache, setMetadataCache, XrmContextDataverseClient } from 'dataverse-ify';
import type { NodeWebApi, NodeWebApiRequest } from 'dataverse-ify/lib/webapi/node';
import { type BillingMethod, BillingStatus, InvoiceScheduleType, LineType } from '@bbl/dataverse/generated/choices';
import { metadataCache } from '@bbl/dataverse/generated/dataverseMetadata';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** dataverse-ify 2.0.7 in Node, unchanged, with its own Web API; only the token is the host's instead of Azure's. */
let host: TestHost;
let client: XrmContextDataverseClient;
let webApi: NodeWebApi;

beforeAll(async () => {
  // Its configuration is for Azure; without a file for it the package says so on the console.
  Object.assign(process.env, { SUPPRESS_NO_CONFIG_WARNING: '1', NODE_CONFIG_ENV: 'development' });
  const node = await import('dataverse-ify/lib/webapi/node');
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  webApi = new node.NodeWebApi(host.url, '9.2');
  (webApi.getRequestImplementation() as NodeWebApiRequest).setAccessToken(host.token);
  setMetadataCache(metadataCache as unknown as MetadataCache);
  client = new XrmContextDataverseClient(webApi as unknown as Xrm.WebApi);
  // Associations go through the global context, which its own set-up makes in the same way.
  Object.assign(globalThis, { Xrm: { WebApi: webApi } });
});
afterAll(() => host.close());

const row = (logicalName: string, columns: object) => ({ logicalName, ...columns });
const reference = (entityType: string, id: string) => ({ entityType, id });

interface Milestone {
  readonly logicalName: string;
  readonly bbl_name: string;
  readonly bbl_amount: number;
  readonly bbl_headerstatus: number;
  readonly bbl_date: Date;
  readonly bbl_contractlineid: { readonly entityType: string; readonly id: string; readonly name: string };
  readonly formattedValues: Readonly<Record<string, string>>;
}

async function newLine(): Promise<string> {
  const accountId = await client.create(row('account', { name: 'Adventure Works' }));
  const contractId = await client.create(
    row('bbl_contract', { bbl_name: 'Website', bbl_customerid: reference('account', accountId) }),
  );
  const projectId = await client.create(row('bbl_project', { bbl_name: 'Website' }));
  return client.create(
    row('bbl_contractline', {
      bbl_name: 'Design',
      bbl_contractid: reference('bbl_contract', contractId),
      bbl_projectid: reference('bbl_project', projectId),
      bbl_linetype: LineType.Project,
      bbl_billingmethod: 482100001 satisfies BillingMethod,
      bbl_invoicescheduletype: InvoiceScheduleType.CompletedMilestones,
    }),
  );
}

const newMilestone = (lineId: string, columns: object = {}): Promise<string> =>
  client.create(
    row('bbl_milestone', {
      bbl_contractlineid: reference('bbl_contractline', lineId),
      bbl_name: 'Concept',
      bbl_date: new Date('2026-03-31T00:00:00Z'),
      bbl_amount: 100.5,
      ...columns,
    }),
  );

test('creates rows with lookups and dates, and reads them with names, labels and references', async () => {
  const lineId = await newLine();
  const id = await newMilestone(lineId);
  const columns = ['bbl_name', 'bbl_amount', 'bbl_date', 'bbl_headerstatus', 'bbl_contractlineid'];
  const milestone = (await client.retrieve('bbl_milestone', id, columns)) as unknown as Milestone;
  expect(milestone).toMatchObject({
    logicalName: 'bbl_milestone',
    bbl_name: 'Concept',
    bbl_amount: 100.5,
    bbl_contractlineid: { entityType: 'bbl_contractline', id: lineId, name: 'Design' },
    formattedValues: { bbl_headerstatus: 'Not Started', bbl_amount: '$100.50' },
  });
  expect(milestone.bbl_date.toISOString().slice(0, 10)).toBe('2026-03-31');
});

test('queries by OData and by FetchXML, page by page', async () => {
  const lineId = await newLine();
  for (const name of ['A', 'B', 'C', 'D', 'E']) await newMilestone(lineId, { bbl_name: name });
  const ofLine = `$filter=_bbl_contractlineid_value eq ${lineId}&$orderby=bbl_name`;
  const options = { logicalName: 'bbl_milestone', maxPageSize: 2 };
  const first = await client.retrieveMultiple(`?$select=bbl_name&${ofLine}`, options);
  expect(first.entities.map((milestone) => (milestone as unknown as Milestone).bbl_name)).toEqual(['A', 'B']);
  const next = new URL(String(first.nextLink)).search;
  const second = await client.retrieveMultiple(next, options);
  expect(second.entities.map((milestone) => (milestone as unknown as Milestone).bbl_name)).toEqual(['C', 'D']);

  const fetch = (page: number, cookie = '') =>
    `<fetch count="3" page="${page}"${cookie}><entity name="bbl_milestone"><attribute name="bbl_name"/><order attribute="bbl_name"/>` +
    `<filter><condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/></filter></entity></fetch>`;
  const page = await client.retrieveMultiple(fetch(1));
  expect([page.entities.length, page.moreRecords]).toEqual([3, true]);
  const last = await client.retrieveMultiple(fetch(2));
  expect([last.entities.length, last.moreRecords]).toEqual([2, false]);
});

test('changes and deletes rows', async () => {
  const lineId = await newLine();
  const id = await newMilestone(lineId);
  await client.update(row('bbl_milestone', { bbl_milestoneid: id, bbl_name: 'Draft', bbl_amount: 50 }));
  expect(await client.retrieve('bbl_milestone', id, ['bbl_name', 'bbl_amount'])).toMatchObject({
    bbl_name: 'Draft',
    bbl_amount: 50,
  });
  await client.delete('bbl_milestone', id);
  await expect(client.retrieve('bbl_milestone', id, ['bbl_name'])).rejects.toMatchObject({ code: '0x80040217' });
});

test('executes a custom API', async () => {
  const id = await newMilestone(await newLine());
  const answer = await client.execute<{ Changed: number; Results: string; Next: string }>({
    logicalName: 'bbl_SetBillingStatus',
    Table: 'bbl_milestone',
    Ids: [id],
    Status: BillingStatus.ReadyToInvoice,
  });
  expect(answer).toMatchObject({ Changed: 1, Next: '' });
  expect(JSON.parse(answer?.Results ?? '')).toEqual([{ id, outcome: 'changed' }]);
});

test('sends a batch with a change set; a refusal undoes the set and is told', async () => {
  const lineId = await newLine();
  const create = (columns: object) => ({
    logicalName: 'Create',
    target: row('bbl_milestone', {
      bbl_contractlineid: reference('bbl_contractline', lineId),
      bbl_date: new Date('2026-03-31T00:00:00Z'),
      bbl_amount: 1,
      ...columns,
    }),
  });
  const made = await client.executeMultiple<{ id: string }>([
    [create({ bbl_name: 'A' }), create({ bbl_name: 'B' })] as never,
    create({ bbl_name: 'C' }),
  ]);
  expect(made?.map(({ id }) => id)).toEqual(Array.from({ length: 3 }, () => expect.stringMatching(/^[0-9a-f-]{36}$/)));
  const names = async () =>
    (await host.api.list<{ bbl_name: string }>(`bbl_milestones?$filter=_bbl_contractlineid_value eq ${lineId}`))
      .map(({ bbl_name }) => bbl_name)
      .sort();
  expect(await names()).toEqual(['A', 'B', 'C']);
  await client
    .executeMultiple([[create({ bbl_name: 'D' }), create({ bbl_name: 'E', bbl_amount: -1 })] as never])
    .catch(() => undefined);
  expect(await names()).toEqual(['A', 'B', 'C']);
});

test('gets the sentence of a refusal', async () => {
  const id = await newMilestone(await newLine());
  const change = row('bbl_milestone', { bbl_milestoneid: id, bbl_headerstatus: 482100002 });
  await expect(client.update(change)).rejects.toThrow('BBL-GRD-01: Header Status is set by the billing commands only.');
});

test('empties a lookup', async () => {
  const lineId = await newLine();
  const frequencyId = await client.create(
    row('bbl_invoicefrequency', {
      bbl_name: 'Weekly',
      bbl_period: 482100000,
      bbl_daysofrun: 482100001,
      bbl_runsperperiod: 1,
    }),
  );
  const frequency = reference('bbl_invoicefrequency', frequencyId);
  await client.update(row('bbl_contractline', { bbl_contractlineid: lineId, bbl_invoicefrequencyid: frequency }));
  const read = async () => {
    const line = await host.api.get<{ _bbl_invoicefrequencyid_value: string | null }>(`bbl_contractlines(${lineId})`);
    return line._bbl_invoicefrequencyid_value;
  };
  expect(await read()).toBe(frequencyId);
  await webApi.updateRecord('bbl_contractline', lineId, { 'bbl_InvoiceFrequencyId@odata.bind': null });
  expect(await read()).toBeNull();
});

test('gives a user roles and takes them', async () => {
  const users = await usersByRole(host.api);
  const userId = users.get('Billing Backlog Reader') ?? '';
  const roles = await host.api.list<{ roleid: string }>("roles?$select=roleid&$filter=endswith(name,'Manager')");
  const references = roles.map(({ roleid }) => reference('role', roleid));
  const rolesOfUser = async () =>
    (await host.api.list<{ name: string }>(`systemusers(${userId})/systemuserroles_association?$select=name`)).length;
  await client.associate('systemuser', userId, 'systemuserroles_association', references);
  expect(await rolesOfUser()).toBe(3);
  await client.disassociate('systemuser', userId, 'systemuserroles_association', references);
  expect(await rolesOfUser()).toBe(1);
});
