import {
  BillingMethod,
  BillingStatus,
  ContractStatus,
  InvoiceScheduleType,
  LineType,
} from '@bbl/dataverse/generated/choices';
import type { ProducedContract } from '../src/producers';
import { answerTo } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 2.1, 2.3, 2.4, 3.11: contracts, their customers, lines and line customers. */
let host: TestHost;
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
});
afterAll(() => host.close());

interface Customer {
  readonly bbl_contractcustomerid: string;
  readonly bbl_name: string;
  readonly bbl_billtoname: string;
  readonly bbl_billingsplit: number;
  readonly bbl_isprimary: boolean;
  readonly bbl_isrounding: boolean;
  readonly _bbl_accountid_value: string;
}

const customersOf = ({ id }: { id: string }): Promise<Customer[]> =>
  host.api.list<Customer>(
    `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${id}&$orderby=bbl_isprimary desc,bbl_billingsplit desc`,
  );

interface LineCustomer {
  readonly bbl_contractlinecustomerid: string;
  readonly bbl_billingsplit: number;
  readonly bbl_isrounding: boolean;
  readonly _bbl_accountid_value: string;
  readonly _ownerid_value: string;
}

const lineCustomersOf = (lineId: string): Promise<LineCustomer[]> =>
  host.api.list<LineCustomer>(
    `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${lineId}&$orderby=bbl_billingsplit desc`,
  );

const addCustomer = (contract: ProducedContract, accountId: string, more: object = {}) => ({
  'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
  'bbl_AccountId@odata.bind': `/accounts(${accountId})`,
  ...more,
});

const productLine = (contract: ProducedContract, more: object = {}) => ({
  bbl_name: 'Licences',
  'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})`,
  bbl_linetype: LineType.Product,
  bbl_productname: 'Licence',
  bbl_quantity: 2.5,
  bbl_priceperunit: 10.01,
  ...more,
});

describe('contracts', () => {
  test('2.3-1: a contract starts as Draft with its primary customer, 100 % and rounding, and its lock', async () => {
    const account = await host.produce.account('Adventure Works');
    const id = await host.api.create('bbl_contracts', {
      bbl_name: 'Website',
      'bbl_CustomerId@odata.bind': `/accounts(${account})`,
    });
    const contract = await host.api.get<Record<string, unknown>>(`bbl_contracts(${id})`);
    expect(contract['bbl_contractstatus']).toBe(ContractStatus.Draft);
    expect(contract['bbl_number']).toEqual(expect.any(String));
    expect(await customersOf({ id })).toEqual([
      expect.objectContaining({
        bbl_name: 'Adventure Works',
        bbl_billtoname: 'Adventure Works',
        bbl_billingsplit: 100,
        bbl_isprimary: true,
        bbl_isrounding: true,
        _bbl_accountid_value: account,
      }),
    ]);
    const locks = await host.api.list(`bbl_contractlocks?$filter=_bbl_contractid_value eq ${id}`);
    expect(locks).toHaveLength(1);
  });

  test('2.1-3: the base currency is the default of a contract', async () => {
    const [organization] = await host.api.list<Record<string, string>>('organizations?$select=_basecurrencyid_value');
    const account = await host.produce.account();
    const id = await host.api.create('bbl_contracts', {
      bbl_name: 'A',
      'bbl_CustomerId@odata.bind': `/accounts(${account})`,
    });
    const contract = await host.api.get<Record<string, string>>(`bbl_contracts(${id})`);
    expect(contract['_transactioncurrencyid_value']).toBe(organization?.['_basecurrencyid_value']);
  });

  test('BBL-CON-01: a contract without customer is refused', async () => {
    expect(await answerTo(host.api, 'POST', 'bbl_contracts', { bbl_name: 'A' })).toBe('400 BBL-CON-01');
  });

  test.each([
    [ContractStatus.Confirmed, '204'],
    [ContractStatus.OnHold, '204'],
    [ContractStatus.Completed, '400 BBL-CON-03'],
    [ContractStatus.Lost, '400 BBL-CON-03'],
  ])('2.3-1: status %i on create is answered %s', async (bbl_contractstatus, expected) => {
    const account = await host.produce.account();
    const row = { bbl_name: 'A', bbl_contractstatus, 'bbl_CustomerId@odata.bind': `/accounts(${account})` };
    expect(await answerTo(host.api, 'POST', 'bbl_contracts', row)).toBe(expected);
  });

  test('BBL-NTE-07: a negative limit is refused, BBL-GRD-09: so is one with too many decimals', async () => {
    const contract = await host.produce.contract();
    const path = `bbl_contracts(${contract.id})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_nottoexceedlimit: -1 })).toBe('400 BBL-NTE-07');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_nottoexceedlimit: 1.001 })).toBe('400 BBL-GRD-09');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_nottoexceedlimit: 1.01 })).toBe('204');
  });

  test('2.3-2: another customer takes the primary flag, the old one keeps its percentage', async () => {
    const contract = await host.produce.contract();
    const account = await host.produce.account('Fabrikam');
    await host.api.patch(`bbl_contracts(${contract.id})`, { 'bbl_CustomerId@odata.bind': `/accounts(${account})` });
    const flags = (await customersOf(contract)).map((row) => [row.bbl_name, row.bbl_isprimary, row.bbl_billingsplit]);
    expect(flags).toEqual([
      ['Fabrikam', true, 0],
      [expect.any(String), false, 100],
    ]);
  });

  test('BBL-CON-02: the currency is free until the contract holds an amount; rows below follow it', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const line = await host.produce.fixedPriceLine(contract, { amount: 0 });
    await host.api.patch(`bbl_contractlines(${line})`, { bbl_contractedamount: null, bbl_estimatedtax: null });
    const [yen] = await host.api.list<Record<string, string>>("transactioncurrencies?$filter=isocurrencycode eq 'JPY'");
    const currency = {
      'transactioncurrencyid@odata.bind': `/transactioncurrencies(${yen?.['transactioncurrencyid']})`,
    };
    expect(await answerTo(host.api, 'PATCH', `bbl_contracts(${contract.id})`, currency)).toBe('204');
    const [customer] = await lineCustomersOf(line);
    expect(customer).toMatchObject({ _transactioncurrencyid_value: yen?.['transactioncurrencyid'] });

    const other = await host.produce.contract();
    await host.produce.fixedPriceLine(other, { amount: 10 });
    expect(await answerTo(host.api, 'PATCH', `bbl_contracts(${other.id})`, currency)).toBe('400 BBL-CON-02');
  });

  const { Draft, Confirmed, OnHold, Completed, Lost } = ContractStatus;
  const WAYS: readonly (readonly [ContractStatus, readonly ContractStatus[]])[] = [
    [Draft, [Confirmed, OnHold, Lost]],
    [Confirmed, [OnHold, Completed, Lost]],
    [OnHold, [Confirmed, Lost]],
    [Completed, [Confirmed]],
    [Lost, []],
  ];
  const ALL = [Draft, Confirmed, OnHold, Completed, Lost];
  const ROUTES: { readonly [status: number]: readonly ContractStatus[] } = {
    [Draft]: [],
    [Confirmed]: [Confirmed],
    [OnHold]: [OnHold],
    [Completed]: [Confirmed, Completed],
    [Lost]: [Lost],
  };

  test.each(
    WAYS.flatMap(([from, ways]) => ALL.filter((to) => to !== from).map((to) => [from, to, ways.includes(to)] as const)),
  )('3.11-1: a contract goes from %i to %i: %s', async (from, to, isWay) => {
    const contract = await host.produce.contract();
    const path = `bbl_contracts(${contract.id})`;
    for (const status of ROUTES[from] ?? []) await host.api.patch(path, { bbl_contractstatus: status });
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: to })).toBe(isWay ? '204' : '400 BBL-CON-03');
  });

  test('BBL-GRD-11: the status is not emptied', async () => {
    const { id } = await host.produce.contract();
    const path = `bbl_contracts(${id})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: null })).toBe('400 BBL-GRD-11');
  });

  test('2.1-7: a change of the contract status writes one event', async () => {
    const contract = await host.produce.contract({ status: ContractStatus.Confirmed });
    const events = await host.api.list(`bbl_billingevents?$filter=bbl_sourceid eq '${contract.id}'`);
    expect(events).toEqual([
      expect.objectContaining({
        bbl_sourcetable: 'bbl_contract',
        bbl_sourcecolumn: 'bbl_contractstatus',
        bbl_fromstatus: ContractStatus.Draft,
        bbl_tostatus: ContractStatus.Confirmed,
      }),
    ]);
  });

  test('BBL-SPL-01: a contract whose percentages do not balance is not confirmed', async () => {
    const contract = await host.produce.contract({ percents: [60, 30] });
    const path = `bbl_contracts(${contract.id})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Confirmed })).toBe('400 BBL-SPL-01');
  });

  test('BBL-CON-08: a contract with Ready rows is not completed', async () => {
    const contract = await host.produce.contract({ status: Confirmed });
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [milestone], Status: 482100001 });
    const path = `bbl_contracts(${contract.id})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_contractstatus: Completed })).toBe('400 BBL-CON-08');
  });

  test('3.11-2: a lost contract resets what was Ready, headers and history included', async () => {
    const contract = await host.produce.contract({ percents: [70, 30] });
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const product = await host.api.create('bbl_contractlines', productLine(contract));
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [milestone], Status: 482100001 });
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_contractline', Ids: [product], Status: 482100001 });
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: Lost });
    const splits = await host.produce.splits(milestone);
    expect(splits.map((split) => split.bbl_billingstatus)).toEqual([482100000, 482100000]);
    expect(await host.api.get(`bbl_milestones(${milestone})`)).toMatchObject({ bbl_headerstatus: 482100000 });
    expect(await host.api.get(`bbl_contractlines(${product})`)).toMatchObject({ bbl_billingstatus: 482100000 });
    const events = await host.api.list(`bbl_billingevents?$filter=bbl_sourceid eq '${product}'`);
    expect(events).toHaveLength(2);
  });

  test('BBL-CON-04: what lies below a completed contract is read-only, and so is the contract', async () => {
    const contract = await host.produce.contract({ status: Confirmed });
    const line = await host.produce.fixedPriceLine(contract);
    const milestone = await host.produce.milestone(line);
    const [customer] = await customersOf(contract);
    const [lineCustomer] = await lineCustomersOf(line);
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: Completed });
    const refused = '400 BBL-CON-04';
    const answers = [
      await answerTo(host.api, 'PATCH', `bbl_contracts(${contract.id})`, { bbl_name: 'B' }),
      await answerTo(host.api, 'PATCH', `bbl_contractlines(${line})`, { bbl_name: 'B' }),
      await answerTo(host.api, 'PATCH', `bbl_milestones(${milestone})`, { bbl_name: 'B' }),
      await answerTo(host.api, 'PATCH', `bbl_contractcustomers(${customer?.bbl_contractcustomerid})`, {
        bbl_billtoname: 'B',
      }),
      await answerTo(host.api, 'PATCH', `bbl_contractlinecustomers(${lineCustomer?.bbl_contractlinecustomerid})`, {
        bbl_billingsplit: 90,
      }),
      await answerTo(host.api, 'POST', 'bbl_contractlines', productLine(contract)),
      await answerTo(host.api, 'DELETE', `bbl_contractlines(${line})`),
      await answerTo(host.api, 'DELETE', `bbl_contracts(${contract.id})`),
    ];
    expect(answers).toEqual(answers.map(() => refused));
  });

  test('2.3-7: a contract takes everything below it along', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const line = await host.produce.fixedPriceLine(contract);
    await host.produce.milestone(line);
    await host.api.remove(`bbl_contracts(${contract.id})`);
    const below = [
      `bbl_contractcustomers?$filter=_bbl_contractid_value eq ${contract.id}`,
      `bbl_contractlines?$filter=bbl_contractlineid eq ${line}`,
      `bbl_contractlinecustomers?$filter=_bbl_contractlineid_value eq ${line}`,
      `bbl_milestones?$filter=_bbl_contractlineid_value eq ${line}`,
      `bbl_milestonesplits?$filter=_bbl_contractlineid_value eq ${line}`,
      `bbl_contractlocks?$filter=_bbl_contractid_value eq ${contract.id}`,
    ];
    for (const path of below) expect([path, await host.api.list(path)]).toEqual([path, []]);
  });

  test('BBL-CON-07: a contract with invoices or billing activity stays, its line too (BBL-CON-06)', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const milestone = await host.produce.milestone(line);
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_milestone', Ids: [milestone], Status: 482100001 });
    await host.api.call('bbl_CreateInvoices', { ContractIds: [contract.id] });
    expect(await answerTo(host.api, 'DELETE', `bbl_contracts(${contract.id})`)).toBe('400 BBL-CON-07');
    expect(await answerTo(host.api, 'DELETE', `bbl_contractlines(${line})`)).toBe('400 BBL-CON-06');
    expect(await host.produce.splits(milestone)).toHaveLength(1);
  });
});

describe('contract customers', () => {
  test('2.3-3: a further customer has 0 %, no rounding and the names of its account', async () => {
    const contract = await host.produce.contract();
    const account = await host.produce.account('Northwind');
    await host.api.create('bbl_contractcustomers', addCustomer(contract, account));
    expect((await customersOf(contract))[1]).toMatchObject({
      bbl_name: 'Northwind',
      bbl_billtoname: 'Northwind',
      bbl_billingsplit: 0,
      bbl_isprimary: false,
      bbl_isrounding: false,
    });
  });

  test('BBL-SPL-03: an account is a customer once', async () => {
    const contract = await host.produce.contract();
    const row = addCustomer(contract, contract.accountIds[0] ?? '');
    expect(await answerTo(host.api, 'POST', 'bbl_contractcustomers', row)).toBe('400 BBL-SPL-03');
  });

  test.each([-1, 100.0001, 33.33333])('BBL-SPL-07: %d is no percentage', async (bbl_billingsplit) => {
    const contract = await host.produce.contract();
    const [customer] = await customersOf(contract);
    const path = `bbl_contractcustomers(${customer?.bbl_contractcustomerid})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_billingsplit })).toMatch(/^400/);
  });

  test('2.3-5: the rounding flag moves and is never cleared (BBL-SPL-02)', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const [first, second] = await customersOf(contract);
    await host.api.patch(`bbl_contractcustomers(${second?.bbl_contractcustomerid})`, { bbl_isrounding: true });
    expect((await customersOf(contract)).map((row) => row.bbl_isrounding)).toEqual([false, true]);
    const clear = { bbl_isrounding: false };
    expect(await answerTo(host.api, 'PATCH', `bbl_contractcustomers(${second?.bbl_contractcustomerid})`, clear)).toBe(
      '400 BBL-SPL-02',
    );
    expect(await answerTo(host.api, 'PATCH', `bbl_contractcustomers(${first?.bbl_contractcustomerid})`, clear)).toBe(
      '204',
    );
  });

  test('BBL-SPL-04: the account stays, BBL-GRD-03: so does the contract', async () => {
    const contract = await host.produce.contract();
    const other = await host.produce.contract();
    const [customer] = await customersOf(contract);
    const path = `bbl_contractcustomers(${customer?.bbl_contractcustomerid})`;
    const account = { 'bbl_AccountId@odata.bind': `/accounts(${other.accountIds[0]})` };
    expect(await answerTo(host.api, 'PATCH', path, account)).toBe('400 BBL-SPL-04');
    const parent = { 'bbl_ContractId@odata.bind': `/bbl_contracts(${other.id})` };
    expect(await answerTo(host.api, 'PATCH', path, parent)).toBe('400 BBL-GRD-03');
  });

  test('BBL-SPL-05, BBL-SPL-06: the primary stays, and so do customers with splits', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const free = await host.api.create('bbl_contractcustomers', addCustomer(contract, await host.produce.account()));
    await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const [primary, second] = await customersOf(contract);
    const remove = (id: string | undefined) => answerTo(host.api, 'DELETE', `bbl_contractcustomers(${id})`);
    expect(await remove(primary?.bbl_contractcustomerid)).toContain('BBL-SPL-05');
    expect(await remove(second?.bbl_contractcustomerid)).toBe('400 BBL-SPL-06');
    expect(await remove(free)).toBe('204');
  });
});

describe('contract lines and line customers', () => {
  test('2.4-3: a project line copies the customers above 0 % with the owner of the contract', async () => {
    const contract = await host.produce.contract({ percents: [60, 40] });
    await host.api.create('bbl_contractcustomers', addCustomer(contract, await host.produce.account()));
    const line = await host.produce.fixedPriceLine(contract);
    const owner = (await host.api.get<Record<string, string>>(`bbl_contracts(${contract.id})`))['_ownerid_value'];
    const customers = await lineCustomersOf(line);
    expect(customers.map((row) => [row.bbl_billingsplit, row.bbl_isrounding, row._ownerid_value])).toEqual([
      [60, true, owner],
      [40, false, owner],
    ]);
  });

  test('2.4-1: line type, schedule type and include columns have defaults; BBL-CON-10 without billing method', async () => {
    const contract = await host.produce.contract();
    const base = { bbl_name: 'Line', 'bbl_ContractId@odata.bind': `/bbl_contracts(${contract.id})` };
    expect(await answerTo(host.api, 'POST', 'bbl_contractlines', base)).toBe('400 BBL-CON-10');
    const fixed = await host.api.create('bbl_contractlines', { ...base, bbl_billingmethod: BillingMethod.FixedPrice });
    expect(await host.api.get(`bbl_contractlines(${fixed})`)).toMatchObject({
      bbl_linetype: LineType.Project,
      bbl_invoicescheduletype: InvoiceScheduleType.CompletedMilestones,
      bbl_includetime: true,
      bbl_includefee: true,
      bbl_billingstatus: null,
    });
    const timed = await host.api.create('bbl_contractlines', {
      ...base,
      bbl_billingmethod: BillingMethod.TimeAndMaterial,
      bbl_invoicescheduletype: InvoiceScheduleType.ProgressBased,
      bbl_includefee: false,
    });
    expect(await host.api.get(`bbl_contractlines(${timed})`)).toMatchObject({
      bbl_invoicescheduletype: null,
      bbl_includefee: false,
    });
  });

  test('2.1-5: contracted amount after tax follows', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract, { amount: 1000.5, tax: 99.5 });
    expect(await host.api.get(`bbl_contractlines(${line})`)).toMatchObject({ bbl_contractedamountaftertax: 1100 });
    await host.api.patch(`bbl_contractlines(${line})`, { bbl_estimatedtax: 0.01 });
    expect(await host.api.get(`bbl_contractlines(${line})`)).toMatchObject({ bbl_contractedamountaftertax: 1000.51 });
  });

  test('2.4-5: a product line has amount = quantity × price half up, Not ready, no customers', async () => {
    const contract = await host.produce.contract();
    const line = await host.api.create('bbl_contractlines', productLine(contract));
    expect(await host.api.get(`bbl_contractlines(${line})`)).toMatchObject({
      bbl_amount: 25.03,
      bbl_tax: 0,
      bbl_billingstatus: BillingStatus.NotReadyToInvoice,
    });
    expect(await lineCustomersOf(line)).toEqual([]);
    expect(await answerTo(host.api, 'POST', 'bbl_contractlines', productLine(contract, { bbl_quantity: 0 }))).toBe(
      '400 BBL-PRD-05',
    );
  });

  test('BBL-PRD-04: a product line changes only while Not ready', async () => {
    const contract = await host.produce.contract();
    const line = await host.api.create('bbl_contractlines', productLine(contract));
    await host.api.call('bbl_SetBillingStatus', { Table: 'bbl_contractline', Ids: [line], Status: 482100001 });
    const path = `bbl_contractlines(${line})`;
    expect(await answerTo(host.api, 'PATCH', path, { bbl_quantity: 3 })).toBe('400 BBL-PRD-04');
    expect(await answerTo(host.api, 'PATCH', path, { bbl_name: 'Other' })).toBe('204');
    expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-CON-06');
  });

  test('BBL-CON-09: billing method and schedule type stay once the line has a milestone', async () => {
    const contract = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const path = `bbl_contractlines(${line})`;
    expect(
      await answerTo(host.api, 'PATCH', path, { bbl_invoicescheduletype: InvoiceScheduleType.ProgressBased }),
    ).toBe('204');
    await host.produce.milestone(line);
    expect(
      await answerTo(host.api, 'PATCH', path, { bbl_invoicescheduletype: InvoiceScheduleType.CompletedMilestones }),
    ).toBe('400 BBL-CON-09');
  });

  test('BBL-GRD-03: contract, line type and currency of a line stay', async () => {
    const contract = await host.produce.contract();
    const other = await host.produce.contract({ currency: 'JPY' });
    const path = `bbl_contractlines(${await host.produce.fixedPriceLine(contract)})`;
    const yen = (await host.api.get<Record<string, string>>(`bbl_contracts(${other.id})`))[
      '_transactioncurrencyid_value'
    ];
    const bodies = [
      { 'bbl_ContractId@odata.bind': `/bbl_contracts(${other.id})` },
      { bbl_linetype: LineType.Product },
      { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${yen})` },
    ];
    for (const body of bodies) expect(await answerTo(host.api, 'PATCH', path, body)).toBe('400 BBL-GRD-03');
  });

  test('BBL-SPL-08, BBL-SPL-09, BBL-SPL-03: whom a line takes as customer', async () => {
    const contract = await host.produce.contract();
    const other = await host.produce.contract();
    const line = await host.produce.fixedPriceLine(contract);
    const product = await host.api.create('bbl_contractlines', productLine(contract));
    const [own] = await customersOf(contract);
    const [stranger] = await customersOf(other);
    const row = (lineId: string, customer: Customer | undefined) => ({
      'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${lineId})`,
      'bbl_ContractCustomerId@odata.bind': `/bbl_contractcustomers(${customer?.bbl_contractcustomerid})`,
    });
    const set = 'bbl_contractlinecustomers';
    expect(await answerTo(host.api, 'POST', set, row(line, stranger))).toBe('400 BBL-SPL-08');
    expect(await answerTo(host.api, 'POST', set, row(product, own))).toBe('400 BBL-SPL-09');
    expect(await answerTo(host.api, 'POST', set, row(line, own))).toBe('400 BBL-SPL-03');
  });

  test('BBL-SPL-06: a line customer with splits stays', async () => {
    const contract = await host.produce.contract({ percents: [50, 50] });
    const line = await host.produce.fixedPriceLine(contract);
    const [customer] = await lineCustomersOf(line);
    const path = `bbl_contractlinecustomers(${customer?.bbl_contractlinecustomerid})`;
    await host.produce.milestone(line);
    expect(await answerTo(host.api, 'DELETE', path)).toBe('400 BBL-SPL-06');
  });
});
