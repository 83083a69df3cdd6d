import { ContractStatus, FrequencyPeriod } from '@bbl/dataverse/generated/choices';
import { lookup } from '@bbl/dataverse/ports';
import type { Row } from '../src/dump';
import { interleavedRules } from '../src/interleave';
import { planner } from '../src/plans';
import type { ProducedContract } from '../src/producers';
import { answerTo } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';

/** domain.md 2.2-3, 2.3-6, 8.10: a customer or a frequency is deleted while another user makes something of it. */
let host: TestHost;
const { rules, beforeNextDeletion } = interleavedRules();
beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z', rules });
});
afterAll(() => host.close());

/** The other user's request; it has to succeed. */
const other = (method: string, path: string, body?: object) => () => {
  const answer = host.sendWithin(method, path, body);
  if (answer.status >= 300) throw new Error(`The other user: ${answer.body}`);
};

const remove = (path: string): Promise<string> => answerTo(host.api, 'DELETE', path);

/** A contract of two customers with a line, and the paths of the second customer's rows. */
async function twoCustomers() {
  const contract = await host.produce.contract({ percents: [60, 40] });
  const line = await host.produce.fixedPriceLine(contract);
  const [, accountId = ''] = contract.accountIds;
  const idOf = async (set: string, lookup: string, parentId: string): Promise<string> => {
    const filter = `_${lookup}_value eq ${parentId} and _bbl_accountid_value eq ${accountId}`;
    const [row] = await host.api.list<Row>(`${set}?$filter=${filter}`);
    return String(row?.[`${set.slice(0, -1)}id`]);
  };
  const lineCustomerId = await idOf('bbl_contractlinecustomers', 'bbl_contractlineid', line);
  const customerId = await idOf('bbl_contractcustomers', 'bbl_contractid', contract.id);
  return {
    contract,
    line,
    accountId,
    customerId,
    customer: `bbl_contractcustomers(${customerId})`,
    lineCustomerId,
    lineCustomer: `bbl_contractlinecustomers(${lineCustomerId})`,
  };
}

const milestoneOf = (line: string): object => ({
  'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${line})`,
  bbl_name: 'Late',
  bbl_date: '2026-03-31',
  bbl_amount: 100,
});

test('GRD-06: deleting a line customer after the other one added a milestone changes nothing', async () => {
  const { line, lineCustomer, lineCustomerId } = await twoCustomers();
  const before = await host.api.get(lineCustomer);
  const add = other('POST', 'bbl_milestones', milestoneOf(line));
  beforeNextDeletion(add);
  expect(await remove(lineCustomer)).toBe('400 BBL-GRD-06');
  expect(await host.api.get(lineCustomer)).toEqual(before);
  // Tried again, the split is there before anything is decided.
  add();
  const splits = `bbl_milestonesplits?$filter=_bbl_contractlinecustomerid_value eq ${lineCustomerId}`;
  expect(await host.api.list<Row>(splits)).toMatchObject([{ bbl_amount: 40 }]);
  expect(await remove(lineCustomer)).toBe('400 BBL-SPL-06');
});

test('CON-04: deleting a line customer after the contract was lost', async () => {
  const { contract, lineCustomer } = await twoCustomers();
  const lost = { bbl_contractstatus: ContractStatus.Lost };
  beforeNextDeletion(other('PATCH', `bbl_contracts(${contract.id})`, lost));
  expect(await remove(lineCustomer)).toBe('400 BBL-CON-04');
});

test('a line customer is deleted although other rows of its line and account name none', async () => {
  const { line, accountId, lineCustomer } = await twoCustomers();
  const named = {
    bbl_contractlineid: lookup('bbl_contractline', line),
    bbl_accountid: lookup('account', accountId),
  };
  const actual = host.plant('bbl_actual', { bbl_name: 'Product', ...named });
  expect(await remove(lineCustomer)).toBe('204');
  expect(host.stored('bbl_actual', actual)).toBeDefined();
});

type Added = 'line customer' | 'retainer' | 'milestone' | 'loss' | 'primary flag';
test.each<[Added, refusedWith: string]>([
  ['line customer', '400 BBL-GRD-06'],
  ['retainer', '400 BBL-GRD-06'],
  ['milestone', '400 BBL-SPL-06'],
  ['loss', '400 BBL-CON-04'],
  ['primary flag', '400 BBL-SPL-05'],
])('deleting a contract customer after the other one’s %s: %s, nothing changed', async (added, refused) => {
  const { contract, line, accountId, customerId, customer, lineCustomer } = await twoCustomers();
  const further = await host.produce.fixedPriceLine(contract);
  await dropCustomer(further, accountId);
  const ofCustomer = { 'bbl_ContractCustomerId@odata.bind': `/bbl_contractcustomers(${customerId})` };
  const requests: Record<Added, readonly [method: string, path: string, body: object]> = {
    'line customer': [
      'POST',
      'bbl_contractlinecustomers',
      { ...ofCustomer, 'bbl_ContractLineId@odata.bind': `/bbl_contractlines(${further})` },
    ],
    retainer: ['POST', 'bbl_retainers', { ...ofCustomer, ...retainerOf(contract) }],
    milestone: ['POST', 'bbl_milestones', milestoneOf(line)],
    loss: ['PATCH', `bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.Lost }],
    'primary flag': [
      'PATCH',
      `bbl_contracts(${contract.id})`,
      { 'bbl_CustomerId@odata.bind': `/accounts(${accountId})` },
    ],
  };
  beforeNextDeletion(other(...requests[added]));
  expect(await remove(customer)).toBe(refused);
  const percent = { bbl_billingsplit: 40 };
  expect(await host.api.get(customer)).toMatchObject(percent);
  expect(await host.api.get(lineCustomer)).toMatchObject({ ...percent, _bbl_contractcustomerid_value: customerId });
});

test('a contract customer is deleted with its line customers, also while a retainer names none', async () => {
  const { customer, lineCustomer } = await twoCustomers();
  const retainer = host.plant('bbl_retainer', { bbl_name: 'Orphan' });
  expect(await remove(customer)).toBe('204');
  expect(await answerTo(host.api, 'DELETE', lineCustomer)).toBe('404');
  expect(host.stored('bbl_retainer', retainer)).toBeDefined();
});

test.each([
  ['a line that uses it', '400'],
  ['a run detail', '400 BBL-GRD-06'],
])('2.2-3: deleting a frequency after the other one added %s: %s', async (added, refused) => {
  const frequencyId = await planner(host).frequency(FrequencyPeriod.Monthly, [{ day: 15 }], 2);
  const line = await host.produce.fixedPriceLine(await host.produce.contract());
  const named = { 'bbl_InvoiceFrequencyId@odata.bind': `/bbl_invoicefrequencies(${frequencyId})` };
  const use = other('PATCH', `bbl_contractlines(${line})`, named);
  const extend = other('POST', 'bbl_invoicefrequencydetails', { ...named, bbl_dayofmonth: 31 });
  beforeNextDeletion(added === 'a run detail' ? extend : use);
  const path = `bbl_invoicefrequencies(${frequencyId})`;
  expect(await remove(path)).toBe(refused);
  const details = `bbl_invoicefrequencydetails?$filter=_bbl_invoicefrequencyid_value eq ${frequencyId}`;
  expect(await host.api.list<Row>(details)).toHaveLength(1);
  // Nobody disturbs it.
  expect(await remove(path)).toBe('204');
  expect(await host.api.list<Row>(details)).toEqual([]);
});

async function dropCustomer(line: string, accountId: string): Promise<void> {
  const filter = `_bbl_contractlineid_value eq ${line} and _bbl_accountid_value eq ${accountId}`;
  const [row] = await host.api.list<Row>(`bbl_contractlinecustomers?$filter=${filter}`);
  expect(await remove(`bbl_contractlinecustomers(${String(row?.['bbl_contractlinecustomerid'])})`)).toBe('204');
}

const retainerOf = ({ id }: ProducedContract): object => ({
  'bbl_ContractId@odata.bind': `/bbl_contracts(${id})`,
  bbl_name: 'Late',
  bbl_amount: 100,
  bbl_invoicedate: '2026-03-31',
});
