import { startChildHost } from '../src/childHost';
import { type Commands, commands } from '../src/commands';
import type { Row } from '../src/dump';
import { producers } from '../src/producers';
import { answerTo } from '../src/refusals';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** domain.md 10-3, 12-13, 0.2: a date is the same calendar day for everybody, wherever people and machines are. */
jest.setTimeout(60_000);

const EAST = 'Pacific/Tongatapu'; // UTC+13
const WEST = 'Etc/GMT+8'; // UTC−8
/** In the east it is April already, in the west the night before. */
const NOW = '2026-03-31T23:30:00Z';

describe('users in UTC+13 and UTC−8', () => {
  let host: TestHost;
  let run: Commands;
  let east: string;
  let west: string;
  beforeAll(async () => {
    host = await startTestHost({ now: NOW });
    run = commands(host.api);
    const users = await usersByRole(host.api);
    east = users.get('Billing Backlog Project Manager') ?? '';
    west = users.get('Billing Backlog Administrator') ?? '';
  });
  afterAll(() => host.close());

  test('12-13: the milestone that one makes has the same date for the other', async () => {
    const line = await host.produce.fixedPriceLine(await host.produce.contract());
    for (const [maker, reader] of [
      [east, west],
      [west, east],
    ] as const) {
      for (const bbl_date of ['2026-03-31', '2026-04-01', '2024-02-29', '2026-12-31']) {
        const body = { 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`, bbl_date, bbl_amount: 1 };
        const id = await host.api.create('bbl_milestones', body, { as: maker });
        const row = await host.api.get<Row>(`bbl_milestones(${id})?$select=bbl_date,bbl_name`, { as: reader });
        const [year, month, day] = bbl_date.split('-');
        expect(row).toMatchObject({ bbl_date, bbl_name: `${month}/${day}/${year}` });
        const found = await host.api.list<Row>(
          `bbl_milestones?$select=bbl_date&$filter=bbl_date eq ${bbl_date} and bbl_milestoneid eq ${id}`,
          { as: reader },
        );
        expect(found.map((milestone) => milestone['bbl_date'])).toEqual([bbl_date]);
      }
    }
  });

  test('0.2: today is the date that the caller sends, otherwise the server’s date in UTC', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const due = async (date: string) => {
      const id = await host.produce.milestone(line, { date });
      await run.ready('bbl_milestone', [id]);
    };
    await due('2026-04-01');
    // In the west and in UTC it is not due yet; in the east it is.
    const dated = (InvoiceDate: string) => ({ ContractIds: [contract.id], InvoiceDate });
    expect((await run.createInvoices(dated('2026-03-31'), { as: west })).outcomes).toEqual(['BBL-INV-01']);
    expect((await run.createInvoices({ ContractIds: [contract.id] }, { as: east })).outcomes).toEqual(['BBL-INV-01']);
    const { invoiceIds } = await run.createInvoices(dated('2026-04-01'), { as: east });
    expect(await host.api.get(`bbl_invoices(${invoiceIds[0]})`, { as: west })).toMatchObject({
      bbl_invoicedate: '2026-04-01',
      bbl_cutoffdate: '2026-04-01',
    });
    await due('2026-03-31');
    const { invoiceIds: plain } = await run.createInvoices({ ContractIds: [contract.id] }, { as: west });
    expect(await host.api.get(`bbl_invoices(${plain[0]})`)).toMatchObject({ bbl_invoicedate: '2026-03-31' });
    await run.confirm(plain, {}, { as: west });
    expect(await host.api.get(`bbl_invoices(${plain[0]})`)).toMatchObject({ bbl_accountingdate: '2026-03-31' });
  });

  test.each(['2026-03-31T00:00:00Z', '2026-03-31T23:00:00-08:00', '2026-04-01T12:00:00+13:00', '03/31/2026'])(
    'a date is a day alone: %s is refused',
    async (bbl_date) => {
      const line = await host.produce.fixedPriceLine(await host.produce.contract());
      const body = { 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`, bbl_date, bbl_amount: 1 };
      expect(await answerTo(host.api, 'POST', 'bbl_milestones', body)).toBe('400');
    },
  );
});

test.each([EAST, WEST])('10-3: a host whose machine is in %s keeps every date as it was sent', async (timeZone) => {
  const child = await startChildHost(':memory:', timeZone);
  try {
    await child.api.host('PUT', 'clock', { now: NOW });
    const produce = producers(child.api);
    const contract = await produce.contract();
    const line = await produce.fixedPriceLine(contract);
    const id = await produce.milestone(line, { date: '2026-03-31' });
    await commands(child.api).ready('bbl_milestone', [id]);
    const draft = await commands(child.api).draftOf(contract.id);
    const unnamed = await child.api.create('bbl_milestones', {
      'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`,
      bbl_date: '2026-03-31',
      bbl_amount: 1,
    });
    const labels = { headers: { Prefer: 'odata.include-annotations="*"' } };
    expect(await child.api.get(`bbl_milestones(${unnamed})`, labels)).toMatchObject({
      bbl_date: '2026-03-31',
      bbl_name: '03/31/2026',
      'bbl_date@OData.Community.Display.V1.FormattedValue': '3/31/2026',
    });
    expect(await child.api.get(`bbl_invoices(${draft})`)).toMatchObject({ bbl_invoicedate: '2026-03-31' });
    const filter =
      '<fetch><entity name="bbl_milestone"><attribute name="bbl_date"/><filter>' +
      '<condition attribute="bbl_date" operator="on" value="2026-03-31"/></filter></entity></fetch>';
    expect(await child.api.list(`bbl_milestones?fetchXml=${encodeURIComponent(filter)}`)).toHaveLength(2);
  } finally {
    await child.kill();
  }
});
