import { ContractStatus, InvoiceScheduleType } from '@bbl/dataverse/generated/choices';
import { type Commands, commands } from '../src/commands';
import type { RowResult } from '../src/refusals';
import { startTestHost, type TestHost } from '../src/testHost';
import { addBusinessUnit, addUser, share } from '../src/users';

/** `rule` of a refused row: the rule of domain.md that its code comes from. surface.md 5. */
let host: TestHost;
let run: Commands;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
});
afterAll(() => host.close());

const MISSING = '11111111-1111-4111-8111-111111111111';
const { ProgressBased } = InvoiceScheduleType;

const told = (results: readonly RowResult[]) =>
  results.map(({ outcome, code, rule }) => (outcome === 'refused' ? `${code} ${rule}` : `${outcome} ${rule ?? '-'}`));
const sourcesOf = (table: string, ids: readonly string[]) => ({
  Sources: JSON.stringify(ids.map((id) => ({ table, id }))),
});

/** A milestone of a contract of its own, its splits and how its rows are marked. */
async function milestone({ percents = [100], isProgressBased = false } = {}) {
  const contract = await host.produce.contract({ percents });
  const line = await host.produce.fixedPriceLine(contract, isProgressBased ? { scheduleType: ProgressBased } : {});
  const id = await host.produce.milestone(line, { amount: 1000 });
  const splitIds = async () => (await host.produce.splits(id)).map(({ bbl_milestonesplitid: splitId }) => splitId);
  const ready = async () => told((await run.ready('bbl_milestone', [id])).results);
  const notReady = async () => told((await run.notReady('bbl_milestone', [id])).results);
  const readySplits = async () => told((await run.ready('bbl_milestonesplit', await splitIds())).results);
  const ask = (percent: number) => host.api.patch(`bbl_milestones(${id})`, { bbl_nextinvoicepercent: percent });
  const lose = () => host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.Lost });
  return { id, contract, splitIds, ready, notReady, readySplits, ask, lose };
}

describe('bbl_SetBillingStatus', () => {
  test('changed and unchanged rows have none', async () => {
    const { ready } = await milestone();
    expect([await ready(), await ready()]).toEqual([['changed -'], ['unchanged -']]);
  });

  test('3.2-9, 3.1-4: splits of completed milestones, and their header', async () => {
    const { contract, splitIds, ready, readySplits } = await milestone();
    await ready();
    const draft = await run.draftOf(contract.id);
    expect(await readySplits()).toEqual(['BBL-MST-02 3.2-9']);
    expect(await ready()).toEqual(['BBL-MST-02 3.2-9']);
    await run.confirm([draft]);
    expect(told((await run.notReady('bbl_milestonesplit', await splitIds())).results)).toEqual(['BBL-MST-03 3.2-9']);
    const lost = await milestone();
    await lost.lose();
    expect(await lost.readySplits()).toEqual(['BBL-CON-04 3.1-4']);
    expect(await lost.ready()).toEqual(['BBL-CON-04 3.1-4']);
  });

  test('3.4-14 to 3.4-22: headers and slices of progress-based milestones', async () => {
    const { contract, ready, notReady, readySplits, ask, lose } = await milestone({
      percents: [60, 40],
      isProgressBased: true,
    });
    expect(await ready()).toEqual(['BBL-PRG-01 3.4-14']);
    await ask(40);
    await ready();
    // The open remainders wait, the slices of the round are Ready.
    expect(await readySplits()).toEqual(['BBL-PRG-04 3.4-19', 'BBL-PRG-04 3.4-19', 'unchanged -', 'unchanged -']);
    const { invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] });
    expect(await ready()).toEqual(['BBL-PRG-05 3.4-17']);
    expect(await readySplits()).toEqual([
      'BBL-PRG-04 3.4-19',
      'BBL-PRG-04 3.4-19',
      'BBL-MST-02 3.4-22',
      'BBL-MST-02 3.4-22',
    ]);
    await run.confirm(invoiceIds.slice(0, 1));
    await host.api.remove(`bbl_invoices(${invoiceIds[1]})`);
    expect(await notReady()).toEqual(['BBL-PRG-05 3.4-16']);
    await lose();
    expect(await ready()).toEqual(['BBL-CON-04 3.1-4']);
  });

  test('3.4-14: nothing is left', async () => {
    const { contract, ready, ask } = await milestone({ isProgressBased: true });
    await ask(100);
    await ready();
    await run.confirm([await run.draftOf(contract.id)]);
    expect(await ready()).toEqual(['BBL-PRG-06 3.4-14']);
  });

  test('3.7-2, 3.7-6: contract lines', async () => {
    const contract = await host.produce.contract();
    const [line, product] = [await host.produce.fixedPriceLine(contract), await host.produce.productLine(contract)];
    const mark = async () => told((await run.ready('bbl_contractline', [line, product])).results);
    expect(await mark()).toEqual(['BBL-PRD-01 3.7-2', 'changed -']);
    const draft = await run.draftOf(contract.id);
    expect(await mark()).toEqual(['BBL-PRD-01 3.7-2', 'BBL-PRD-02 3.7-6']);
    await run.confirm([draft]);
    expect(await mark()).toEqual(['BBL-PRD-01 3.7-2', 'BBL-PRD-03 3.7-6']);
  });

  test('3.1-2: rows that are missing, or not the caller’s to write', async () => {
    const east = await addBusinessUnit(host.api, 'East');
    const manager = await addUser(host.api, {
      name: 'Erin',
      role: 'Billing Backlog Project Manager',
      businessUnitId: east,
    });
    const { contract, splitIds } = await milestone();
    const [id = ''] = await splitIds();
    for (const row of [
      { table: 'bbl_contract', id: contract.id },
      { table: 'bbl_milestonesplit', id },
    ]) {
      await share(host.api, row, manager, 'ReadAccess');
    }
    const { results } = await run.ready('bbl_milestonesplit', [id, MISSING], { as: manager });
    expect(told(results)).toEqual(['BBL-GRD-05 3.1-2', 'BBL-GRD-04 3.1-2']);
  });
});

describe('bbl_CreateInvoices, bbl_ConfirmInvoices', () => {
  test('8.2-2, 8.3-1, 9.1-2: by source', async () => {
    const { contract, splitIds, ready } = await milestone();
    const ids = [...(await splitIds()), MISSING];
    const create = async () => told((await run.createInvoices(sourcesOf('bbl_milestonesplit', ids))).results);
    expect(await create()).toEqual(['BBL-INV-05 8.2-2', 'BBL-GRD-04 9.1-2']);
    await ready();
    await run.draftOf(contract.id);
    expect(await create()).toEqual(['BBL-INV-02 8.3-1', 'BBL-GRD-04 9.1-2']);
  });

  test('8.2-4, 8.2-5: by contract, and by a source of one that is on hold', async () => {
    const { contract, splitIds, ready } = await milestone();
    const create = async () => told((await run.createInvoices({ ContractIds: [contract.id, MISSING] })).results);
    expect(await create()).toEqual(['BBL-INV-01 8.2-5', 'BBL-GRD-04 9.1-2']);
    await ready();
    await host.api.patch(`bbl_contracts(${contract.id})`, { bbl_contractstatus: ContractStatus.OnHold });
    expect(await create()).toEqual(['BBL-CON-05 8.2-4', 'BBL-GRD-04 9.1-2']);
    const { results } = await run.createInvoices(sourcesOf('bbl_milestonesplit', await splitIds()));
    expect(told(results)).toEqual(['BBL-CON-05 8.2-4']);
  });

  test('8.7-2: confirmations', async () => {
    const { contract, ready } = await milestone();
    await ready();
    const draft = await run.draftOf(contract.id);
    const confirm = async () => told((await run.confirm([draft, MISSING])).results);
    expect(await confirm()).toEqual(['changed -', 'BBL-GRD-04 9.1-2']);
    expect(await confirm()).toEqual(['BBL-INV-03 8.7-2', 'BBL-GRD-04 9.1-2']);
  });
});
