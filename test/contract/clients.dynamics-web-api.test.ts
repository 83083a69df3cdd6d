import { type Config, DynamicsWebApi } from 'dynamics-web-api';
import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** dynamics-web-api 2.5.0 in Node, unchanged: only its address and its token are the host's. */
let host: TestHost;
let client: DynamicsWebApi;

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  client = connect();
});
afterAll(() => host.close());

const connect = (more: Config = {}): DynamicsWebApi =>
  new DynamicsWebApi({
    serverUrl: host.url,
    dataApi: { version: '9.2' },
    onTokenRefresh: () => Promise.resolve(host.token),
    ...more,
  });

type Row = Record<string, unknown>;

async function newLine(): Promise<string> {
  const { id } = await host.produce.contract({ percents: [60, 40] });
  return host.produce.fixedPriceLine({ id, accountIds: [] });
}

const milestoneOf = (lineId: string, columns: object = {}) => ({
  'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
  bbl_name: 'Concept',
  bbl_date: '2026-03-31',
  bbl_amount: 100,
  ...columns,
});

const newMilestone = (lineId: string, columns: object = {}): Promise<string> =>
  client.create<object, string>({ collection: 'bbl_milestones', data: milestoneOf(lineId, columns) });

test('creates a row and gets its id, or the row as it became', async () => {
  const lineId = await newLine();
  expect(await newMilestone(lineId)).toMatch(/^[0-9a-f-]{36}$/);
  const row = await client.create<object, Row>({
    collection: 'bbl_milestones',
    data: milestoneOf(lineId, { bbl_tax: 20 }),
    returnRepresentation: true,
    select: ['bbl_amountaftertax', 'bbl_headerstatus'],
  });
  expect(row).toMatchObject({ bbl_amountaftertax: 120, bbl_headerstatus: 482100000 });
});

test('reads a row with labels and what hangs on it', async () => {
  const lineId = await newLine();
  const key = await newMilestone(lineId);
  const row = await client.retrieve<Row>({
    collection: 'bbl_milestones',
    key,
    select: ['bbl_name', 'bbl_headerstatus'],
    expand: [
      { property: 'bbl_ContractLineId', select: ['bbl_name'] },
      { property: 'bbl_milestone_milestonesplit', select: ['bbl_amount'], orderBy: ['bbl_amount'] },
    ],
    includeAnnotations: '*',
  });
  expect(row).toMatchObject({
    bbl_name: 'Concept',
    bbl_headerstatus_Formatted: 'Not Started',
    bbl_ContractLineId: { bbl_contractlineid: lineId },
    bbl_milestone_milestonesplit: [{ bbl_amount: 40 }, { bbl_amount: 60 }],
  });
});

test('queries by OData: filters, counts, pages, all rows', async () => {
  const lineId = await newLine();
  for (const name of ['A', 'B', 'C', 'D', 'E']) await newMilestone(lineId, { bbl_name: name });
  const request = {
    collection: 'bbl_milestones',
    select: ['bbl_name'],
    filter: `_bbl_contractlineid_value eq ${lineId}`,
    orderBy: ['bbl_name desc'],
    maxPageSize: 2,
  };
  const names = (rows: readonly Row[]) => rows.map(({ bbl_name }) => bbl_name);
  const first = await client.retrieveMultiple<Row>({ ...request, count: true });
  expect([names(first.value), first['oDataCount']]).toEqual([['E', 'D'], 5]);
  const second = await client.retrieveMultiple<Row>(request, first['oDataNextLink']);
  expect(names(second.value)).toEqual(['C', 'B']);
  expect(names((await client.retrieveAll<Row>(request)).value)).toEqual(['E', 'D', 'C', 'B', 'A']);
  expect(await client.count({ collection: 'bbl_milestones', filter: request.filter })).toBe(5);
  expect(await client.countAll({ collection: 'bbl_milestones', filter: request.filter })).toBe(5);
});

test('queries by FetchXML: pages with cookies, aggregates', async () => {
  const lineId = await newLine();
  for (const name of ['A', 'B', 'C', 'D', 'E']) await newMilestone(lineId, { bbl_name: name });
  const filter = `<filter><condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/></filter>`;
  const fetchXml =
    '<fetch count="2"><entity name="bbl_milestone"><attribute name="bbl_name"/>' +
    `<order attribute="bbl_name"/>${filter}</entity></fetch>`;
  const first = await client.fetch<Row>({ collection: 'bbl_milestones', fetchXml, includeAnnotations: '*' });
  expect([first.value.map(({ bbl_name }) => bbl_name), first.PagingInfo?.nextPage]).toEqual([['A', 'B'], 2]);
  const { cookie, nextPage } = first.PagingInfo ?? {};
  const second = await client.fetch<Row>({
    collection: 'bbl_milestones',
    fetchXml,
    includeAnnotations: '*',
    ...(cookie !== undefined && { pagingCookie: cookie }),
    ...(nextPage !== undefined && { pageNumber: nextPage }),
  });
  expect(second.value.map(({ bbl_name }) => bbl_name)).toEqual(['C', 'D']);
  const all = await client.fetchAll<Row>({ collection: 'bbl_milestones', fetchXml, includeAnnotations: '*' });
  expect(all.value.map(({ bbl_name }) => bbl_name)).toEqual(['A', 'B', 'C', 'D', 'E']);
  const sum = await client.fetch<Row>({
    collection: 'bbl_milestones',
    fetchXml: `<fetch aggregate="true"><entity name="bbl_milestone"><attribute name="bbl_amount" aggregate="sum" alias="total"/>${filter}</entity></fetch>`,
  });
  expect(sum.value).toMatchObject([{ total: 500 }]);
});

test('changes rows: a column, several, only as long as the version is the same', async () => {
  const key = await newMilestone(await newLine());
  const collection = 'bbl_milestones';
  await client.update({ collection, key, data: { bbl_name: 'Draft', bbl_amount: 50 } });
  await client.updateSingleProperty({ collection, key, fieldValuePair: { bbl_description: 'Two sketches' } });
  const row = await client.retrieve<Row>({ collection, key, select: ['bbl_name', 'bbl_amount', 'bbl_description'] });
  expect(row).toMatchObject({ bbl_name: 'Draft', bbl_amount: 50, bbl_description: 'Two sketches' });
  const ifmatch = String(row['@odata.etag']);
  await client.update({ collection, key, data: { bbl_name: 'Second' }, ifmatch });
  // What a precondition refuses is no error for this client: it answers false.
  expect(await client.update({ collection, key, data: { bbl_name: 'Third' }, ifmatch })).toBe(false);
  expect(await client.retrieve<Row>({ collection, key, select: ['bbl_name'] })).toMatchObject({ bbl_name: 'Second' });
});

test('upserts, relates and deletes rows', async () => {
  const key = '5a0b1c2d-1111-4222-8333-444455556666';
  await client.upsert({ collection: 'accounts', key, data: { name: 'Fabrikam' } });
  await client.upsert({ collection: 'accounts', key, data: { name: 'Fabrikam Inc.' } });
  expect(await client.retrieve<Row>({ collection: 'accounts', key })).toMatchObject({ name: 'Fabrikam Inc.' });
  const lineId = await newLine();
  const project = await host.produce.project();
  await client.associateSingleValued({
    collection: 'bbl_contractlines',
    primaryKey: lineId,
    navigationProperty: 'bbl_ProjectId',
    relatedCollection: 'bbl_projects',
    relatedKey: project,
  });
  expect(await client.retrieve<Row>({ collection: 'bbl_contractlines', key: lineId })).toMatchObject({
    _bbl_projectid_value: project,
  });
  await client.deleteRecord({ collection: 'accounts', key });
  await expect(client.retrieve({ collection: 'accounts', key })).rejects.toMatchObject({
    status: 404,
    code: '0x80040217',
  });
});

test('calls a custom API and functions', async () => {
  const id = await newMilestone(await newLine());
  const answer = await client.callAction<{ Changed: number; Results: string }>({
    actionName: 'bbl_SetBillingStatus',
    action: { Table: 'bbl_milestone', Ids: [id], Status: BillingStatus.ReadyToInvoice },
  });
  expect([answer.Changed, JSON.parse(answer.Results)]).toEqual([1, [{ id, outcome: 'changed' }]]);
  const { UserId } = await client.callFunction<{ UserId: string }>({ functionName: 'WhoAmI' });
  expect(UserId).toBe((await usersByRole(host.api)).get('System Administrator'));
});

test('sends a batch as one change set; a refusal undoes it', async () => {
  const lineId = await newLine();
  const names = async () =>
    (await host.api.list<Row>(`bbl_milestones?$filter=_bbl_contractlineid_value eq ${lineId}`)).map(
      (row) => row['bbl_name'],
    );
  client.startBatch();
  void newMilestone(lineId, { bbl_name: 'A' });
  void newMilestone(lineId, { bbl_name: 'B' });
  const made = await client.executeBatch();
  expect(made).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/), expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  client.startBatch();
  void newMilestone(lineId, { bbl_name: 'C' });
  void newMilestone(lineId, { bbl_name: 'D', bbl_amount: -1 });
  await expect(client.executeBatch()).rejects.toBeDefined();
  expect((await names()).sort()).toEqual(['A', 'B']);
});

test('reads a batch of rows', async () => {
  const key = await newMilestone(await newLine());
  client.startBatch();
  void client.retrieve({ collection: 'bbl_milestones', key, select: ['bbl_name'] });
  void client.retrieveMultiple({ collection: 'transactioncurrencies', select: ['isocurrencycode'] });
  const [milestone, currencies] = (await client.executeBatch()) as [Row, { value: Row[] }];
  expect(milestone['bbl_name']).toBe('Concept');
  expect(currencies.value.map(({ isocurrencycode }) => isocurrencycode).sort()).toEqual(['JPY', 'KWD', 'USD']);
});

test('acts as another user and gets the sentence of a refusal', async () => {
  const lineId = await newLine();
  const reader = (await usersByRole(host.api)).get('Billing Backlog Reader') ?? '';
  const asReader = connect({ impersonate: reader });
  await expect(asReader.create({ collection: 'bbl_milestones', data: milestoneOf(lineId) })).rejects.toMatchObject({
    status: 403,
  });
  await expect(newMilestone(lineId, { bbl_headerstatus: 482100001 })).rejects.toMatchObject({
    status: 400,
    code: '0x80040265',
    message: 'BBL-GRD-01: Header Status is set by the billing commands only.',
  });
});

test('reads the metadata of tables, columns, choices, relationships and the whole service', async () => {
  const table = await client.retrieveEntity<Row>({
    key: "LogicalName='bbl_milestone'",
    select: ['EntitySetName', 'PrimaryNameAttribute'],
    expand: [{ property: 'Attributes', select: ['LogicalName', 'AttributeType'] }],
  });
  expect(table).toMatchObject({ EntitySetName: 'bbl_milestones', PrimaryNameAttribute: 'bbl_name' });
  const column = await client.retrieveAttribute<Row>({
    entityKey: "LogicalName='bbl_milestone'",
    attributeKey: "LogicalName='bbl_amount'",
    castType: 'Microsoft.Dynamics.CRM.MoneyAttributeMetadata',
  });
  expect(column).toMatchObject({ LogicalName: 'bbl_amount', AttributeType: 'Money' });
  const choice = await client.retrieveGlobalOptionSet<{ Options: Row[] }>({ key: "Name='bbl_billingstatus'" });
  expect(choice.Options).toHaveLength(5);
  const { value: relationships } = await client.retrieveRelationships<Row>({
    castType: 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
    select: ['SchemaName', 'ReferencedEntity'],
    filter: "ReferencingEntity eq 'bbl_milestonesplit' and ReferencingAttribute eq 'bbl_milestoneid'",
  });
  expect(relationships).toEqual([expect.objectContaining({ ReferencedEntity: 'bbl_milestone' })]);
  const { value: columns } = await client.retrieveAttributes<Row>({
    entityKey: "LogicalName='bbl_milestonesplit'",
    castType: 'Microsoft.Dynamics.CRM.PicklistAttributeMetadata',
    select: ['LogicalName'],
  });
  expect(columns.map(({ LogicalName }) => LogicalName)).toEqual(['bbl_billingstatus']);
  expect(await client.retrieveCsdlMetadata()).toContain('<EntityType Name="bbl_milestone"');
});

test('finds the set of a table by its own metadata', async () => {
  const byNames = connect({ useEntityNames: true });
  const key = await newMilestone(await newLine());
  expect(await byNames.retrieve<Row>({ collection: 'bbl_milestone', key, select: ['bbl_name'] })).toMatchObject({
    bbl_name: 'Concept',
  });
});
