import { BillingStatus } from '@bbl/dataverse/generated/choices';
import { CUSTOM_API_METADATA } from '@bbl/dataverse/generated/customApis';
import { TABLES } from '@bbl/dataverse/generated/metadata';
import { type Commands, commands } from '../src/commands';
import { expectNothingChanged, type Row } from '../src/dump';
import { answerTo, runCommand } from '../src/refusals';
import { startTestHost, type TestHost, usersByRole } from '../src/testHost';
import { addBusinessUnit, addUser, assignContract, share } from '../src/users';
import { addressOf, validRowsOf } from '../src/validRows';

/** domain.md 9: what each role may do with tables, commands and rows. */
let host: TestHost;
let run: Commands;
let users: ReadonlyMap<string, string>;

jest.setTimeout(60_000);

beforeAll(async () => {
  host = await startTestHost({ now: '2026-03-31T08:00:00Z' });
  run = commands(host.api);
  users = await usersByRole(host.api);
});
afterAll(() => host.close());

const MISSING = '11111111-1111-4111-8111-111111111111';
const ROLES = {
  A: 'Administrator',
  PM: 'Project Manager',
  AM: 'Account Manager',
  AP: 'Approver',
  R: 'Reader',
} as const;
type RoleKey = keyof typeof ROLES;
const ROLE_KEYS = Object.keys(ROLES) as RoleKey[];
const roleName = (key: RoleKey): string => `Billing Backlog ${ROLES[key]}`;
const userOf = (key: RoleKey): string => users.get(roleName(key)) ?? '';

/** domain.md 9.2: C create, R read, W write, D delete. */
const PRIVILEGES: { readonly [table: string]: Readonly<Record<RoleKey, string>> } = {
  bbl_invoicefrequency: { A: 'CRWD', PM: 'R', AM: 'R', AP: 'R', R: 'R' },
  bbl_invoicefrequencydetail: { A: 'CRWD', PM: 'R', AM: 'R', AP: 'R', R: 'R' },
  bbl_project: { A: 'CRWD', PM: 'CRW', AM: 'CRW', AP: 'R', R: 'R' },
  bbl_contract: { A: 'CRWD', PM: 'R', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_contractcustomer: { A: 'CRWD', PM: 'R', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_contractlinecustomer: { A: 'CRWD', PM: 'R', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_contractline: { A: 'CRWD', PM: 'RW', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_milestone: { A: 'CRWD', PM: 'CRWD', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_invoiceschedule: { A: 'CRWD', PM: 'CRWD', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_milestonesplit: { A: 'RW', PM: 'RW', AM: 'R', AP: 'R', R: 'R' },
  bbl_projectentry: { A: 'CRWD', PM: 'CRWD', AM: 'R', AP: 'RW', R: 'R' },
  bbl_actual: { A: 'CRW', PM: 'RW', AM: 'R', AP: 'CRW', R: 'R' },
  bbl_retainer: { A: 'CRWD', PM: 'RW', AM: 'CRWD', AP: 'R', R: 'R' },
  bbl_retainerapplication: { A: 'RWD', PM: 'RWD', AM: 'R', AP: 'R', R: 'R' },
  bbl_invoice: { A: 'CRWD', PM: 'CRWD', AM: 'R', AP: 'R', R: 'R' },
  bbl_invoicelinedetail: { A: 'CRWD', PM: 'CRWD', AM: 'R', AP: 'R', R: 'R' },
  bbl_billingclaim: { A: 'RW', PM: 'R', AM: 'R', AP: 'R', R: 'R' },
  bbl_invoiceline: { A: 'R', PM: 'R', AM: 'R', AP: 'R', R: 'R' },
  bbl_billingevent: { A: 'R', PM: 'R', AM: 'R', AP: 'R', R: 'R' },
  bbl_contractlock: { A: '', PM: '', AM: '', AP: '', R: '' },
};
const ORGANIZATION_TABLES = ['bbl_invoicefrequency', 'bbl_invoicefrequencydetail'];

describe('9.2: privileges', () => {
  test('the table names every table of the solution', () => {
    expect(Object.keys(PRIVILEGES).sort()).toEqual(
      Object.keys(TABLES)
        .filter((table) => table.startsWith('bbl_'))
        .sort(),
    );
  });

  test.each(ROLE_KEYS)('role %s holds them as the table says, and what goes with them', async (role) => {
    const { RolePrivileges } = await host.api.get<{ RolePrivileges: { PrivilegeName: string; Depth: string }[] }>(
      `systemusers(${userOf(role)})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`,
    );
    const own = RolePrivileges.filter(({ PrivilegeName }) => /bbl_/i.test(PrivilegeName));
    const held = own.map(({ PrivilegeName, Depth }) => `${PrivilegeName.toLowerCase()} ${Depth}`).sort();
    const expected = Object.entries(PRIVILEGES).flatMap(([table, byRole]) => {
      const letters = byRole[role];
      const isOwned = !ORGANIZATION_TABLES.includes(table);
      const names = [
        ...(letters.includes('C') ? ['create'] : []),
        ...(letters.includes('R') ? ['read', 'appendto'] : []),
        ...(letters.includes('W') ? ['write'] : []),
        ...(/[CW]/.test(letters) ? ['append'] : []),
        ...(letters.includes('D') ? ['delete', ...(isOwned ? ['assign', 'share'] : [])] : []),
      ];
      return names.map((name) => `prv${name}${table} ${isOwned ? 'Local' : 'Global'}`);
    });
    expect(held).toEqual(expected.sort());
  });

  test.each(ROLE_KEYS)('role %s reads what the surroundings need', async (role) => {
    for (const set of ['accounts', 'transactioncurrencies', 'systemusers', 'businessunits', 'organizations']) {
      expect([set, (await host.api.send('GET', `${set}?$top=1`, undefined, { as: userOf(role) })).status]).toEqual([
        set,
        200,
      ]);
    }
    const variables = 'environmentvariabledefinitions?$top=1';
    expect((await host.api.send('GET', variables, undefined, { as: userOf(role) })).status).toBe(200);
  });

  const people = Object.keys(PRIVILEGES).filter(
    (table) => !/actual|claim|event|invoice$|invoiceline|lock|split|application/.test(table),
  );

  test.each(people)(
    '%s: each role does with rows what its letters say, and is refused the rest (403)',
    async (table) => {
      const { set = '' } = TABLES[table] ?? {};
      const fresh = async (): Promise<Row> => {
        const contract = await host.produce.contract();
        const lineId = await host.produce.fixedPriceLine(contract);
        return (await validRowsOf(host, { contractId: contract.id, lineId }))[table] ?? {};
      };
      for (const role of ROLE_KEYS) {
        const as = { as: userOf(role) };
        const id = await host.api.create(set, await fresh());
        const path = addressOf(table, id).slice(1);
        const answers = [
          await answerTo(host.api, 'POST', set, await fresh(), as),
          String((await host.api.send('GET', path, undefined, as)).status),
          await answerTo(host.api, 'PATCH', path, { bbl_name: 'Changed' }, as),
          await answerTo(host.api, 'DELETE', path, undefined, as),
        ];
        const letters = PRIVILEGES[table]?.[role] ?? '';
        const done = answers.map((answer, index) => (answer === '403' ? '' : ('CRWD'[index] ?? ''))).join('');
        expect([role, done, answers.filter((answer) => !/^(20[04]|403)$/.test(answer))]).toEqual([role, letters, []]);
      }
    },
  );

  test.each(Object.keys(PRIVILEGES))('%s: who may not read it gets 403', async (table) => {
    for (const role of ROLE_KEYS) {
      const { status } = await host.api.send('GET', `${TABLES[table]?.set}?$top=1`, undefined, { as: userOf(role) });
      const expected = PRIVILEGES[table]?.[role].includes('R') ? 200 : 403;
      expect([role, status]).toEqual([role, expected]);
    }
  });
});

/** domain.md 9.3: who may call a command at all, and a request that reaches its check. */
const COMMANDS: { readonly [name: string]: { readonly roles: readonly RoleKey[]; readonly request: object } } = {
  bbl_GenerateMilestones: { roles: ['A', 'PM', 'AM'], request: { ContractLineId: MISSING, Mode: 'preview' } },
  bbl_GenerateInvoiceSchedule: { roles: ['A', 'PM', 'AM'], request: { ContractLineId: MISSING, Mode: 'preview' } },
  bbl_GenerateRetainers: {
    roles: ['A', 'AM'],
    request: {
      ContractCustomerId: MISSING,
      StartDate: '2026-01-01',
      InvoiceFrequencyId: MISSING,
      TotalAmount: 1,
      Mode: 'preview',
    },
  },
  bbl_SubmitEntries: { roles: ['A', 'PM', 'AP'], request: { Ids: [] } },
  bbl_RecallEntries: { roles: ['A', 'PM', 'AP'], request: { Ids: [] } },
  bbl_ApproveEntries: { roles: ['A', 'AP'], request: { Ids: [] } },
  bbl_RejectEntries: { roles: ['A', 'AP'], request: { Ids: [] } },
  bbl_ResetNotToExceed: { roles: ['A', 'PM', 'AP'], request: { Ids: [] } },
  bbl_ReevaluateNotToExceed: { roles: ['A', 'PM', 'AP'], request: { Ids: [] } },
  bbl_CreateInvoices: { roles: ['A', 'PM'], request: { ContractIds: [] } },
  bbl_AddToInvoice: { roles: ['A', 'PM'], request: { Sources: '[]' } },
  bbl_RefreshInvoice: { roles: ['A', 'PM'], request: { InvoiceId: MISSING } },
  bbl_ConfirmInvoices: { roles: ['A'], request: { Ids: [] } },
  bbl_ReviseInvoice: { roles: ['A'], request: { InvoiceId: MISSING } },
  bbl_MarkInvoicesPaid: { roles: ['A'], request: { Ids: [], Paid: true } },
  bbl_RefundRetainers: { roles: ['A'], request: { Ids: [] } },
  bbl_RunInvoiceSchedule: { roles: ['A'], request: { Date: '2026-03-31', ContractIds: [] } },
  bbl_ExplainBilling: { roles: ROLE_KEYS, request: { Table: 'bbl_milestonesplit', Id: MISSING } },
  bbl_VerifyLedger: { roles: ROLE_KEYS, request: { ContractIds: [] } },
  // No execute privilege of its own: the rows it is given decide.
  bbl_SetBillingStatus: { roles: ROLE_KEYS, request: { Table: 'bbl_milestonesplit', Ids: [], Status: 482100001 } },
};

describe('9.3: commands', () => {
  test.each(Object.keys(CUSTOM_API_METADATA))('%s can be called by the roles of the table alone', async (name) => {
    const { roles = [], request = {} } = COMMANDS[name] ?? {};
    const allowed: RoleKey[] = [];
    for (const role of ROLE_KEYS) {
      const { status } = await host.api.send('POST', name, request, { as: userOf(role) });
      expect([role, [200, 400, 403].includes(status)]).toEqual([role, true]);
      if (status !== 403) allowed.push(role);
    }
    expect(allowed).toEqual(roles);
  });

  test.each([
    ['bbl_milestonesplit', ['A', 'PM']],
    ['bbl_milestone', ['A', 'PM', 'AM']],
    ['bbl_contractline', ['A', 'PM', 'AM']],
  ])('bbl_SetBillingStatus on %s needs write on it: GRD-05 for the others', async (table, roles) => {
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const [split] = await host.produce.splits(milestone);
    const ids: { readonly [name: string]: string } = {
      bbl_milestonesplit: split?.bbl_milestonesplitid ?? '',
      bbl_milestone: milestone,
      bbl_contractline: await host.produce.productLine(contract),
    };
    const allowed: string[] = [];
    for (const role of ROLE_KEYS) {
      const { outcomes } = await run.ready(table, [ids[table] ?? ''], { as: userOf(role) });
      if (outcomes[0] !== 'BBL-GRD-05') allowed.push(role);
      await run.notReady(table, [ids[table] ?? '']);
    }
    expect(allowed).toEqual(roles);
  });

  test('2.1-7, 9.1-2: what the server writes for a command needs no right of the caller', async () => {
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const manager = { as: userOf('PM') };
    await run.ready('bbl_milestone', [milestone], manager);
    const { outcomes, invoiceIds } = await run.createInvoices({ ContractIds: [contract.id] }, manager);
    expect(outcomes).toEqual(['changed']);
    // The rows belong to the owner of the contract, and SYSTEM made them.
    const { _ownerid_value: owner } = await host.api.get<Row>(`bbl_contracts(${contract.id})`);
    const [organization] = await host.api.list<Row>('organizations?$select=systemuserid');
    for (const set of ['bbl_invoicelines', 'bbl_billingclaims', 'bbl_invoicelinedetails']) {
      const [made] = await host.api.list<Row>(`${set}?$filter=_bbl_invoiceid_value eq ${invoiceIds[0]}`);
      expect(made).toMatchObject({ _ownerid_value: owner, _createdby_value: organization?.['systemuserid'] });
    }
  });
});

describe('9.1: rows', () => {
  interface Scene {
    readonly contractId: string;
    readonly lineId: string;
    readonly productId: string;
    readonly milestoneId: string;
    readonly splitId: string;
  }
  let east: string;
  /** Administrator of the solution in another business unit than all rows. */
  let stranger: string;
  beforeAll(async () => {
    east = await addBusinessUnit(host.api, 'East');
    stranger = await addUser(host.api, { name: 'Sascha', role: roleName('A'), businessUnitId: east });
  });

  async function scene(): Promise<Scene> {
    const contract = await host.produce.contract();
    const lineId = await host.produce.fixedPriceLine(contract);
    const milestoneId = await host.produce.milestone(lineId);
    const [split] = await host.produce.splits(milestoneId);
    const productId = await host.produce.productLine(contract);
    return { contractId: contract.id, lineId, productId, milestoneId, splitId: split?.bbl_milestonesplitid ?? '' };
  }

  test('9.1-3: rows of another business unit are not seen, and every command says so (GRD-04)', async () => {
    const { contractId, lineId, productId, milestoneId, splitId } = await scene();
    const as = { as: stranger };
    await run.ready('bbl_milestone', [milestoneId]);
    const draft = await run.draftOf(contractId);
    await run.ready('bbl_contractline', [productId]);
    for (const set of ['bbl_contracts', 'bbl_contractlines', 'bbl_milestones', 'bbl_milestonesplits', 'bbl_invoices']) {
      expect([set, await host.api.list(set, as)]).toEqual([set, []]);
    }
    // What is not there and what cannot be seen is told apart for single rows, as in Dataverse.
    expect((await host.api.send('GET', `bbl_milestones(${milestoneId})`, undefined, as)).status).toBe(403);
    await expectNothingChanged(host.api, async () => {
      expect((await run.notReady('bbl_milestonesplit', [splitId], as)).outcomes).toEqual(['BBL-GRD-04']);
      expect((await run.ready('bbl_milestone', [milestoneId], as)).outcomes).toEqual(['BBL-GRD-04']);
      expect((await run.notReady('bbl_contractline', [productId], as)).outcomes).toEqual(['BBL-GRD-04']);
      expect((await run.createInvoices({ ContractIds: [contractId] }, as)).outcomes).toEqual(['BBL-GRD-04']);
      const Sources = JSON.stringify([{ table: 'bbl_contractline', id: productId }]);
      expect((await run.createInvoices({ Sources }, as)).outcomes).toEqual(['BBL-GRD-04']);
      expect((await run.confirm([draft], {}, as)).outcomes).toEqual(['BBL-GRD-04']);
      const generate = { ContractLineId: lineId, Mode: 'preview' };
      expect(await answerTo(host.api, 'POST', 'bbl_GenerateMilestones', generate, as)).toBe('400 BBL-GRD-04');
      const explain = { Table: 'bbl_milestonesplit', Id: splitId };
      expect(await answerTo(host.api, 'POST', 'bbl_ExplainBilling', explain, as)).toBe('400 BBL-GRD-04');
    });
  });

  test('3.1-5: a FetchXML matches what the caller may see, nothing else', async () => {
    const { splitId } = await scene();
    const own = await scene();
    await assignContract(host.api, own.contractId, stranger);
    const FetchXml = '<fetch><entity name="bbl_milestonesplit"/></fetch>';
    const request = { Table: 'bbl_milestonesplit', FetchXml, Status: BillingStatus.ReadyToInvoice };
    const { results } = await runCommand(host.api, 'bbl_SetBillingStatus', request, { as: stranger });
    expect(results).toEqual([{ id: own.splitId, outcome: 'changed' }]);
    expect(await host.api.get(`bbl_milestonesplits(${splitId})`)).toMatchObject({
      bbl_billingstatus: BillingStatus.NotReadyToInvoice,
    });
  });

  test('9.1-2: a shared row is decided by its own rights: read GRD-05, write changed, and only together with the contract', async () => {
    const { contractId, splitId } = await scene();
    const other = await scene();
    const mark = async () =>
      (await run.ready('bbl_milestonesplit', [splitId, other.splitId], { as: stranger })).outcomes;
    const split = { table: 'bbl_milestonesplit', id: splitId };
    expect(await mark()).toEqual(['BBL-GRD-04', 'BBL-GRD-04']);
    await share(host.api, split, stranger, 'ReadAccess,WriteAccess');
    expect(await mark()).toEqual(['BBL-GRD-04', 'BBL-GRD-04']); // The contract is still out of sight.
    await share(host.api, { table: 'bbl_contract', id: contractId }, stranger, 'ReadAccess');
    expect(await mark()).toEqual(['changed', 'BBL-GRD-04']);
    await share(host.api, { table: 'bbl_milestonesplit', id: other.splitId }, stranger, 'ReadAccess');
    await share(host.api, { table: 'bbl_contract', id: other.contractId }, stranger, 'ReadAccess');
    expect(await mark()).toEqual(['unchanged', 'BBL-GRD-05']);
    expect(await host.api.list('bbl_milestonesplits?$filter=bbl_round eq 1', { as: stranger })).toHaveLength(
      2 + (await ownSplitsOf(stranger)),
    );
  });

  async function ownSplitsOf(userId: string): Promise<number> {
    return (await host.api.list(`bbl_milestonesplits?$filter=_ownerid_value eq ${userId}`)).length;
  }

  test('9.1-2: sharing does not replace a privilege: who may not write splits at all gets GRD-05', async () => {
    const { contractId, splitId } = await scene();
    const reader = await addUser(host.api, { name: 'Renee', role: roleName('R'), businessUnitId: east });
    await share(host.api, { table: 'bbl_contract', id: contractId }, reader, 'ReadAccess');
    await share(host.api, { table: 'bbl_milestonesplit', id: splitId }, reader, 'ReadAccess,WriteAccess');
    expect((await run.ready('bbl_milestonesplit', [splitId], { as: reader })).outcomes).toEqual(['BBL-GRD-05']);
  });

  test('9.1-2: a shared draft is confirmed by whom may write it', async () => {
    const { contractId, milestoneId } = await scene();
    await run.ready('bbl_milestone', [milestoneId]);
    const draft = await run.draftOf(contractId);
    const invoice = { table: 'bbl_invoice', id: draft };
    await share(host.api, { table: 'bbl_contract', id: contractId }, stranger, 'ReadAccess');
    await share(host.api, invoice, stranger, 'ReadAccess');
    expect((await run.confirm([draft], {}, { as: stranger })).outcomes).toEqual(['BBL-GRD-05']);
    await share(host.api, invoice, stranger, 'ReadAccess,WriteAccess');
    expect((await run.confirm([draft], {}, { as: stranger })).outcomes).toEqual(['changed']);
  });

  test('9.1-2: write access opens the command only; direct writes of server columns stay refused', async () => {
    const { contractId, splitId } = await scene();
    await assignContract(host.api, contractId, stranger);
    const body = { bbl_billingstatus: BillingStatus.ReadyToInvoice };
    const answer = await answerTo(host.api, 'PATCH', `bbl_milestonesplits(${splitId})`, body, { as: stranger });
    expect(answer).toBe('400 BBL-GRD-02');
  });

  test('2.1-9: a contract takes what lies below along to another owner and out of sight of the former unit', async () => {
    const { contractId, milestoneId, splitId } = await scene();
    await run.ready('bbl_milestone', [milestoneId]);
    const draft = await run.draftOf(contractId);
    await assignContract(host.api, contractId, stranger);
    for (const path of [
      `bbl_milestones(${milestoneId})`,
      `bbl_milestonesplits(${splitId})`,
      `bbl_invoices(${draft})`,
    ]) {
      expect(await host.api.get(path)).toMatchObject({ _ownerid_value: stranger, _owningbusinessunit_value: east });
    }
    expect((await run.confirm([draft], {}, { as: userOf('A') })).outcomes).toEqual(['BBL-GRD-04']);
    expect((await run.confirm([draft], {}, { as: stranger })).outcomes).toEqual(['changed']);
  });
});

describe('9.1-1: secured columns', () => {
  test('without the profile a status is not shown, and commands work all the same', async () => {
    const [root] = await host.api.list<{ businessunitid: string }>("businessunits?$filter=name eq 'local'");
    const user = await addUser(host.api, {
      name: 'Nemo',
      role: roleName('PM'),
      businessUnitId: root?.businessunitid ?? '',
    });
    const [profile] = await host.api.list<{ fieldsecurityprofileid: string }>('fieldsecurityprofiles');
    const contract = await host.produce.contract();
    const milestone = await host.produce.milestone(await host.produce.fixedPriceLine(contract));
    const read = async () =>
      (await host.api.get<Row>(`bbl_milestones(${milestone})?$select=bbl_headerstatus,bbl_name`, { as: user }))[
        'bbl_headerstatus'
      ];
    expect(await read()).toBe(482100000);
    const path = `systemusers(${user})/systemuserprofiles_association(${profile?.fieldsecurityprofileid})/$ref`;
    expect((await host.api.send('DELETE', path)).status).toBe(204);
    expect(await read()).toBeNull();
    expect((await run.ready('bbl_milestone', [milestone], { as: user })).outcomes).toEqual(['changed']);
    const answer = await answerTo(
      host.api,
      'PATCH',
      `bbl_milestones(${milestone})`,
      { bbl_headerstatus: 482100000 },
      { as: user },
    );
    expect(answer).toMatch(/^403$|^400 BBL-GRD-01$/);
  });

  test('a user without a role sees and does nothing; a disabled one is nobody', async () => {
    const [root] = await host.api.list<{ businessunitid: string }>("businessunits?$filter=name eq 'local'");
    const user = await host.api.create('systemusers', {
      firstname: 'No',
      lastname: 'Role',
      domainname: 'no.role@example.com',
      'businessunitid@odata.bind': `/businessunits(${root?.businessunitid})`,
    });
    expect((await host.api.send('GET', 'bbl_contracts', undefined, { as: user })).status).toBe(403);
    expect(await answerTo(host.api, 'POST', 'bbl_CreateInvoices', { ContractIds: [] }, { as: user })).toBe('403');
    await host.api.patch(`systemusers(${user})`, { isdisabled: true });
    expect((await host.api.send('GET', 'WhoAmI', undefined, { as: user })).status).toBe(403);
  });
});
