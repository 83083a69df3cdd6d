import { BillingStatus, LineType } from '@bbl/dataverse/generated/choices';
import { answerTo, runCommand } from '../src/refusals';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';

/** domain.md 3.1, 3.2, 3.7, 9.1, 9.3: `bbl_SetBillingStatus` and who may use it. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

const { NotReadyToInvoice: NOT_READY, ReadyToInvoice: READY } = BillingStatus;
const NOWHERE = '11111111-1111-4111-8111-111111111111';

const mark = (Ids: readonly string[], Status: number, more: object = {}, as?: string) =>
  runCommand(
    host.api,
    'bbl_SetBillingStatus',
    { Table: 'bbl_milestonesplit', Ids, Status, ...more },
    as === undefined ? undefined : { as },
  );

async function splitIds(
  count = 1,
): Promise<{ ids: string[]; contractId: string; milestoneId: string; lineId: string }> {
  const contract = await host.produce.contract();
  const lineId = await host.produce.fixedPriceLine(contract);
  const ids: string[] = [];
  let milestoneId = '';
  for (let index = 0; index < count; index++) {
    milestoneId = await host.produce.milestone(lineId);
    ids.push((await host.produce.splits(milestoneId))[0]?.bbl_milestonesplitid ?? '');
  }
  return { ids, contractId: contract.id, milestoneId, lineId };
}

describe('rows by id', () => {
  test('3.1-1: each row by itself, in the order asked; named twice and already there are unchanged', async () => {
    const { ids } = await splitIds(2);
    const [first = '', second = ''] = ids;
    await mark([second], READY);
    const { results, outcomes } = await mark(
      [second, NOWHERE, first.toUpperCase(), first, 'no id', `{${second}}`],
      READY,
    );
    expect(outcomes).toEqual(['unchanged', 'BBL-GRD-04', 'changed', 'unchanged', 'BBL-GRD-04', 'unchanged']);
    expect(results.map(({ id }) => id)).toEqual([second, NOWHERE, first.toUpperCase(), first, 'no id', `{${second}}`]);
    expect(results[1]?.message).toBe('BBL-GRD-04: This row is missing or not visible to you.');
  });

  test('3.1: the counts add up', async () => {
    const { ids } = await splitIds(2);
    const answer = await host.api.call('bbl_SetBillingStatus', {
      Table: 'bbl_milestonesplit',
      Ids: [...ids, ids[0], NOWHERE],
      Status: READY,
    });
    expect(answer).toMatchObject({ Changed: 2, Unchanged: 1, Refused: 1, Next: '' });
  });

  test.each([
    ['GRD-13', { Table: 'bbl_milestonesplit', Ids: [NOWHERE], Status: BillingStatus.CustomerInvoiceCreated }],
    ['GRD-13', { Table: 'bbl_milestonesplit', Ids: [NOWHERE], Status: 7 }],
    ['GRD-07', { Table: 'bbl_milestonesplit', Status: READY }],
    ['GRD-07', { Table: 'bbl_milestonesplit', Ids: [], FetchXml: '<fetch/>', Status: READY }],
    ['GRD-07', { Table: 'account', Ids: [NOWHERE], Status: READY }],
    ['GRD-08', { Table: 'bbl_milestonesplit', Ids: Array.from({ length: 501 }, () => NOWHERE), Status: READY }],
  ])('BBL-%s refuses the whole request', async (code, body) => {
    expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', body)).toBe(`400 BBL-${code}`);
  });

  test('2.1-7: one event a change, with command, reason and the calling user', async () => {
    const { ids } = await splitIds();
    const users = await usersByRole(host.api);
    const manager = users.get('Billing Backlog Project Manager') ?? '';
    await mark(ids, READY, { Reason: 'Approved by mail' }, manager);
    const events = await host.api.list<Record<string, unknown>>(
      `bbl_billingevents?$filter=bbl_sourceid eq '${ids[0]}'`,
    );
    const [organization] = await host.api.list<Record<string, string>>('organizations?$select=systemuserid');
    expect(events).toEqual([
      expect.objectContaining({
        bbl_sourcetable: 'bbl_milestonesplit',
        bbl_sourcecolumn: 'bbl_billingstatus',
        bbl_fromstatus: NOT_READY,
        bbl_tostatus: READY,
        bbl_command: 'bbl_SetBillingStatus',
        bbl_reason: 'Approved by mail',
        _bbl_userid_value: manager,
        _createdby_value: organization?.['systemuserid'],
      }),
    ]);
  });

  test('3.2-9: MST-02 while on a draft, MST-03 once invoiced; the sentence names row and invoice', async () => {
    const { ids, contractId } = await splitIds();
    await mark(ids, READY);
    const { invoiceIds } = await runCommand(host.api, 'bbl_CreateInvoices', { ContractIds: [contractId] });
    const invoice = await host.api.get<Record<string, string>>(`bbl_invoices(${invoiceIds[0]})`);
    const onDraft = await mark(ids, NOT_READY);
    expect(onDraft.outcomes).toEqual(['BBL-MST-02']);
    expect(onDraft.results[0]?.message).toContain(`is on draft ${invoice['bbl_number']}. Remove it there first.`);
    await host.api.call('bbl_ConfirmInvoices', { Ids: invoiceIds });
    expect((await mark(ids, READY)).outcomes).toEqual(['BBL-MST-03']);
  });

  test('3.1-4: CON-04 below completed contracts, On hold does not stop marking', async () => {
    const { ids, contractId } = await splitIds();
    await host.api.patch(`bbl_contracts(${contractId})`, { bbl_contractstatus: 482100002 });
    expect((await mark(ids, READY)).outcomes).toEqual(['changed']);
    expect((await mark(ids, NOT_READY)).outcomes).toEqual(['changed']);
    await host.api.patch(`bbl_contracts(${contractId})`, { bbl_contractstatus: 482100001 });
    await host.api.patch(`bbl_contracts(${contractId})`, { bbl_contractstatus: 482100003 });
    expect((await mark(ids, READY)).outcomes).toEqual(['BBL-CON-04']);
  });

  test('3.1-6: a header speaks for its splits', async () => {
    const contract = await host.produce.contract({ percents: [50, 30, 20] });
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const header = (Status: number) => mark([milestone], Status, { Table: 'bbl_milestone' });
    const [one] = await host.produce.splits(milestone);
    await mark([one?.bbl_milestonesplitid ?? ''], READY);
    expect((await header(READY)).outcomes).toEqual(['changed']);
    expect((await header(READY)).outcomes).toEqual(['unchanged']);
    await host.api.call('bbl_CreateInvoices', { ContractIds: [contract.id] });
    expect((await header(NOT_READY)).outcomes).toEqual(['BBL-MST-02']);
  });

  test('3.7: product lines are marked, project lines are not (PRD-01)', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const project = await host.produce.fixedPriceLine(contract);
    const product = await host.api.create('bbl_contractlines', {
      bbl_name: 'Licences',
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
      bbl_linetype: LineType.Product,
      bbl_productname: 'Licence',
      bbl_quantity: 1,
      bbl_priceperunit: 10,
    });
    const { outcomes } = await mark([product, project], READY, { Table: 'bbl_contractline' });
    expect(outcomes).toEqual(['changed', 'BBL-PRD-01']);
  });
});

describe('rows by FetchXML', () => {
  const byFetch = (FetchXml: string, Status: number, more: object = {}, as?: string) =>
    runCommand(
      host.api,
      'bbl_SetBillingStatus',
      { Table: 'bbl_milestonesplit', FetchXml, Status, ...more },
      as === undefined ? undefined : { as },
    );
  const ofLine = (lineId: string, more = '') =>
    `<fetch distinct="false"><entity name="bbl_milestonesplit"><attribute name="bbl_name"/><order attribute="bbl_name" descending="true"/>` +
    `<filter><condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/></filter>${more}</entity></fetch>`;

  test('3.1-5, 3.1-7: the matching rows in id order, links only filter', async () => {
    const { ids, lineId } = await splitIds(3);
    const link =
      '<link-entity name="bbl_milestone" from="bbl_milestoneid" to="bbl_milestoneid" alias="m"><attribute name="bbl_name"/>' +
      '<filter><condition attribute="bbl_name" operator="like" value="Mile%"/></filter></link-entity>';
    const { results, outcomes, next } = await byFetch(ofLine(lineId, link), READY);
    expect(results.map(({ id }) => id)).toEqual([...ids].sort());
    expect([outcomes, next]).toEqual([['changed', 'changed', 'changed'], '']);
  });

  test.each([
    ['<fetch><entity name="account"/></fetch>', 'another table'],
    ['<fetch aggregate="true"><entity name="bbl_milestonesplit"/></fetch>', 'an aggregate'],
    ['<fetch page="2" count="10"><entity name="bbl_milestonesplit"/></fetch>', 'paging'],
    ['<fetch top="5"><entity name="bbl_milestonesplit"/></fetch>', 'a top'],
    ['<fetch><entity name="bbl_milestonesplit"><filter></entity></fetch>', 'a tag that does not close'],
    ['select * from bbl_milestonesplit', 'no XML'],
    ['', 'nothing'],
  ])('BBL-GRD-07: %s is refused (%s)', async (FetchXml) => {
    const body = { Table: 'bbl_milestonesplit', FetchXml, Status: READY };
    expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', body)).toBe('400 BBL-GRD-07');
  });

  test('10-6: 500 rows a call; a series leaves nothing out and takes no row twice', async () => {
    const contract = await host.produce.contract({ percents: Array.from({ length: 20 }, () => 5) });
    const lineId = await host.produce.fixedPriceLine(contract);
    for (let index = 0; index < 52; index++) await host.produce.milestone(lineId);
    const handled: string[] = [];
    const sizes: number[] = [];
    let After = '';
    do {
      // The filter is one that marking changes: a row that was taken no longer matches.
      const open = `<filter><condition attribute="bbl_billingstatus" operator="eq" value="${NOT_READY}"/></filter>`;
      const { results, next } = await byFetch(ofLine(lineId, open), READY, { After });
      handled.push(...results.map(({ id }) => id));
      sizes.push(results.length);
      After = next;
    } while (After !== '');
    expect(sizes).toEqual([500, 500, 40]);
    expect(new Set(handled).size).toBe(1040);
    const left = await host.api.list(
      `bbl_milestonesplits?$filter=_bbl_contractlineid_value eq ${lineId} and bbl_billingstatus ne ${READY}`,
    );
    expect(left).toEqual([]);
  });

  test('BBL-GRD-07: After belongs to one request', async () => {
    const contract = await host.produce.contract({ percents: Array.from({ length: 20 }, () => 5) });
    const lineId = await host.produce.fixedPriceLine(contract);
    for (let index = 0; index < 26; index++) await host.produce.milestone(lineId);
    const { next } = await byFetch(ofLine(lineId), READY);
    expect(next).not.toBe('');
    const body = { Table: 'bbl_milestonesplit', FetchXml: ofLine(lineId), Status: NOT_READY, After: next };
    expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', body)).toBe('400 BBL-GRD-07');
    expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', { ...body, After: 'x' })).toBe('400 BBL-GRD-07');
  });

  test('BBL-GRD-08: a header counts as its splits', async () => {
    const contract = await host.produce.contract({ percents: Array.from({ length: 20 }, () => 5) });
    const lineId = await host.produce.fixedPriceLine(contract);
    const Ids: string[] = [];
    for (let index = 0; index < 26; index++) Ids.push(await host.produce.milestone(lineId));
    const request = { Table: 'bbl_milestone', Status: READY };
    expect(await answerTo(host.api, 'POST', 'bbl_SetBillingStatus', { ...request, Ids })).toBe('400 BBL-GRD-08');
    const FetchXml = `<fetch><entity name="bbl_milestone"><filter><condition attribute="bbl_contractlineid" operator="eq" value="${lineId}"/></filter></entity></fetch>`;
    const first = await runCommand(host.api, 'bbl_SetBillingStatus', { ...request, FetchXml });
    expect(first.outcomes).toHaveLength(25);
    const rest = await runCommand(host.api, 'bbl_SetBillingStatus', { ...request, FetchXml, After: first.next });
    expect([rest.outcomes, rest.next]).toEqual([['changed'], '']);
  });
});

describe('rights', () => {
  test.each([
    ['Billing Backlog Administrator', ['changed', 'changed', 'changed']],
    ['Billing Backlog Project Manager', ['changed', 'changed', 'changed']],
    ['Billing Backlog Account Manager', ['BBL-GRD-05', 'changed', 'changed']],
    ['Billing Backlog Approver', ['BBL-GRD-05', 'BBL-GRD-05', 'BBL-GRD-05']],
    ['Billing Backlog Reader', ['BBL-GRD-05', 'BBL-GRD-05', 'BBL-GRD-05']],
  ])('9.3: %s marks split, milestone and product line: %o', async (role, expected) => {
    const as = (await usersByRole(host.api)).get(role) ?? '';
    const { ids, contractId, milestoneId } = await splitIds(2);
    const product = await host.api.create('bbl_contractlines', {
      bbl_name: 'Licences',
      'bbl_ContractId@odata.bind': `/bbl_contracts(${contractId})`,
      bbl_linetype: LineType.Product,
      bbl_productname: 'Licence',
      bbl_quantity: 1,
      bbl_priceperunit: 10,
    });
    const outcomes = [
      ...(await mark([ids[0] ?? ''], READY, {}, as)).outcomes,
      ...(await mark([milestoneId], READY, { Table: 'bbl_milestone' }, as)).outcomes,
      ...(await mark([product], READY, { Table: 'bbl_contractline' }, as)).outcomes,
    ];
    expect(outcomes).toEqual(expected);
  });

  test('9.1-2: rows of another business unit are invisible (GRD-04); sharing decides row by row', async () => {
    const own = await startTestHost();
    try {
      const { api, produce } = own;
      const manager = (await usersByRole(api)).get('Billing Backlog Project Manager') ?? '';
      const [root] = await api.list<Record<string, string>>('businessunits?$select=businessunitid');
      const unit = await api.create('businessunits', {
        name: 'Elsewhere',
        'parentbusinessunitid@odata.bind': `/businessunits(${root?.['businessunitid']})`,
      });
      await api.patch(`systemusers(${manager})`, { 'businessunitid@odata.bind': `/businessunits(${unit})` });
      const contract = await produce.contract();
      const milestone = await produce.milestone(await produce.fixedPriceLine(contract));
      const [split] = await produce.splits(milestone);
      const share = (Target: object, AccessMask: string) =>
        api.send('POST', 'GrantAccess', {
          Target,
          PrincipalAccess: {
            Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: manager },
            AccessMask,
          },
        });
      const shareSplit = (mask: string) => {
        const bbl_milestonesplitid = split?.bbl_milestonesplitid;
        return share({ '@odata.type': 'Microsoft.Dynamics.CRM.bbl_milestonesplit', bbl_milestonesplitid }, mask);
      };
      const attempt = async () => {
        const request = { Table: 'bbl_milestonesplit', Ids: [split?.bbl_milestonesplitid], Status: READY };
        return (await runCommand(api, 'bbl_SetBillingStatus', request, { as: manager })).outcomes[0];
      };

      expect(await attempt()).toBe('BBL-GRD-04');
      await shareSplit('ReadAccess');
      expect(await attempt()).toBe('BBL-GRD-04'); // The contract is still invisible.
      await share({ '@odata.type': 'Microsoft.Dynamics.CRM.bbl_contract', bbl_contractid: contract.id }, 'ReadAccess');
      expect(await attempt()).toBe('BBL-GRD-05');
      await shareSplit('ReadAccess,WriteAccess');
      expect(await attempt()).toBe('changed');
    } finally {
      await own.close();
    }
  });
});
