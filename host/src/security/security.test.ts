import { step } from '../testing/fixtureModel';
import { CLERK_ROLE_ID, PROFILE_ID, SECRET_READERS } from '../testing/fixtureModel';
import { type FixtureHost, openFixture } from '../testing/fixtureHost';

/** A user by name. */
function userId(fixture: FixtureHost, name: string): string {
  const [row] = fixture.get(`systemusers?$filter=fullname eq '${name}'`).value;
  return row.systemuserid as string;
}

/** Another user of the clerks' role, in a business unit of their own below `parent`. */
function clerkIn(fixture: FixtureHost, unitName: string, parent?: string): { id: string; unit: string } {
  const { rootBusinessUnitId } = fixture.host.pipeline.engine.organization;
  const unit = fixture.create('businessunits', {
    name: unitName,
    'parentbusinessunitid@odata.bind': `/businessunits(${parent ?? rootBusinessUnitId})`,
  });
  const id = fixture.create('systemusers', {
    firstname: 'Clerk',
    lastname: unitName,
    domainname: `${unitName}@local.example`,
    'businessunitid@odata.bind': `/businessunits(${unit})`,
  });
  giveRole(fixture, id, CLERK_ROLE_ID);
  return { id, unit };
}

function giveRole(fixture: FixtureHost, user: string, role: string): void {
  const body = { '@odata.id': `/roles(${role})` };
  expect(fixture.ask('POST', `systemusers(${user})/systemuserroles_association/$ref`, { body }).status).toBe(204);
}

const ownedBy = (user: string) => ({ 'ownerid@odata.bind': `/systemusers(${user})` });
const namesOf = (list: { value: { acme_name: string }[] }): string[] => list.value.map((row) => row.acme_name).sort();

describe('privileges', () => {
  test('a user without the privilege is refused with 403 and 0x80040220', () => {
    const fixture = openFixture();
    const viewer = userId(fixture, 'Viewer');
    expect(fixture.ask('POST', 'acme_orders', { body: {}, as: viewer })).toMatchObject({
      status: 403,
      json: { error: { code: '0x80040220', message: expect.stringContaining('prvCreateacme_Order') } },
    });
    expect(fixture.ask('GET', 'acme_notes', { as: viewer }).status).toBe(403);
  });

  test('SYSTEM inside a step needs no privilege, the user does', () => {
    const handlers = (as: string) => ({
      'acme_order/create.20': `call({ op: 'create', as: '${as}', table: 'acme_lock', row: {} }); return {};`,
    });
    const model = { steps: [step('acme_order', 'Create', 20)] };
    const system = openFixture({ model, handlers: handlers('system') });
    expect(system.ask('POST', 'acme_orders', { body: {}, as: userId(system, 'Clerk') }).status).toBe(204);
    const user = openFixture({ model, handlers: handlers('user') });
    expect(user.ask('POST', 'acme_orders', { body: {}, as: userId(user, 'Clerk') })).toMatchObject({
      status: 403,
      json: { error: { code: '0x80040220' } },
    });
  });

  test('steps of stage 10 run before the privilege is checked, those of stage 20 after', () => {
    const fixture = openFixture({
      model: { steps: [step('acme_order', 'Create', 10), step('acme_order', 'Create', 20)] },
      handlers: { 'acme_order/create.10': 'return {};', 'acme_order/create.20': 'return {};' },
    });
    fixture.ask('POST', 'acme_orders', { body: {}, as: userId(fixture, 'Viewer') });
    expect(fixture.host.pipeline.engine.trace.steps().map(({ stage }) => stage)).toEqual([10]);
  });

  test('a role counts as soon as it is given, and no longer when it is taken', () => {
    const fixture = openFixture();
    const viewer = userId(fixture, 'Viewer');
    giveRole(fixture, viewer, CLERK_ROLE_ID);
    expect(fixture.ask('POST', 'acme_orders', { body: {}, as: viewer }).status).toBe(204);
    fixture.ask('DELETE', `systemusers(${viewer})/systemuserroles_association(${CLERK_ROLE_ID})/$ref`);
    expect(fixture.ask('POST', 'acme_orders', { body: {}, as: viewer }).status).toBe(403);
  });

  test('users without the right cannot give roles', () => {
    const fixture = openFixture();
    const viewer = userId(fixture, 'Viewer');
    const body = { '@odata.id': `/roles(${CLERK_ROLE_ID})` };
    const answer = fixture.ask('POST', `systemusers(${viewer})/systemuserroles_association/$ref`, { body, as: viewer });
    expect(answer.status).toBe(403);
  });
});

describe('depths', () => {
  test('Local reaches the rows of the own business unit, not those of others', () => {
    const fixture = openFixture();
    const own = clerkIn(fixture, 'North');
    const other = clerkIn(fixture, 'South');
    const mine = fixture.create('acme_orders', { acme_name: 'north' }, own.id);
    const theirs = fixture.create('acme_orders', { acme_name: 'south' }, other.id);
    expect(namesOf(fixture.get('acme_orders', own.id))).toEqual(['north']);
    expect(fixture.ask('PATCH', `acme_orders(${mine})`, { body: { acme_name: 'x' }, as: own.id }).status).toBe(204);
    for (const method of ['GET', 'DELETE']) {
      expect(fixture.ask(method, `acme_orders(${theirs})`, { as: own.id })).toMatchObject({
        status: 403,
        json: { error: { code: '0x80040220' } },
      });
    }
    expect(fixture.ask('PATCH', `acme_orders(${theirs})`, { body: { acme_name: 'x' }, as: own.id }).status).toBe(403);
  });

  test('Basic reaches the own rows alone', () => {
    const fixture = openFixture();
    const viewer = userId(fixture, 'Viewer');
    fixture.create('acme_orders', { acme_name: 'mine', ...ownedBy(viewer) });
    fixture.create('acme_orders', { acme_name: 'of a colleague' });
    expect(namesOf(fixture.get('acme_orders', viewer))).toEqual(['mine']);
  });

  test('Deep reaches the business units below', () => {
    const deep = {
      id: 'c1e5c000-0000-4000-8000-00000000000d',
      name: 'Orders Auditor',
      privileges: [{ name: 'prvReadacme_Order', level: 'Deep' as const }],
    };
    const fixture = openFixture({
      model: {
        roles: [
          deep,
          { id: CLERK_ROLE_ID, name: 'Orders Clerk', privileges: [{ name: 'prvCreateacme_Order', level: 'Basic' }] },
        ],
      },
    });
    const north = clerkIn(fixture, 'North');
    const arctic = clerkIn(fixture, 'Arctic', north.unit);
    const south = clerkIn(fixture, 'South');
    giveRole(fixture, north.id, deep.id);
    for (const { id } of [north, arctic, south]) fixture.create('acme_orders', { acme_name: id }, id);
    expect(namesOf(fixture.get('acme_orders', north.id))).toEqual([north.id, arctic.id].sort());
  });

  test('a missing row is 404, also for those who would not see it', () => {
    const fixture = openFixture();
    const clerk = userId(fixture, 'Clerk');
    const url = 'acme_orders(11111111-2222-4333-8444-555555555555)';
    expect(fixture.ask('GET', url, { as: clerk }).status).toBe(404);
    expect(fixture.ask('DELETE', url, { as: clerk }).status).toBe(404);
  });

  test('a row can be given away only within the depth of Assign', () => {
    const fixture = openFixture();
    const own = clerkIn(fixture, 'North');
    const other = clerkIn(fixture, 'South');
    expect(fixture.ask('POST', 'acme_orders', { body: ownedBy(other.id), as: own.id }).status).toBe(403);
    const id = fixture.create('acme_orders', {}, own.id);
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body: ownedBy(other.id), as: own.id }).status).toBe(204);
    expect(fixture.ask('GET', `acme_orders(${id})`, { as: own.id }).status).toBe(403);
  });
});

describe('lookups', () => {
  test('setting one needs AppendTo on the row it points to', () => {
    const fixture = openFixture();
    const own = clerkIn(fixture, 'North');
    const other = clerkIn(fixture, 'South');
    const mine = fixture.create('acme_orders', {}, own.id);
    const theirs = fixture.create('acme_orders', {}, other.id);
    const bind = (id: string) => ({ 'acme_OrderId@odata.bind': `/acme_orders(${id})` });
    expect(fixture.ask('POST', 'acme_lines', { body: bind(mine), as: own.id }).status).toBe(204);
    expect(fixture.ask('POST', 'acme_lines', { body: bind(theirs), as: own.id })).toMatchObject({
      status: 403,
      json: { error: { message: expect.stringContaining('AppendToAccess') } },
    });
  });
});

describe('sharing', () => {
  const share = (fixture: FixtureHost, order: string, user: string, mask: string) =>
    fixture.ask('POST', 'GrantAccess', {
      body: {
        Target: { '@odata.type': 'Microsoft.Dynamics.CRM.acme_order', acme_orderid: order },
        PrincipalAccess: {
          Principal: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: user },
          AccessMask: mask,
        },
      },
    });

  test('a shared row can be read and written as far as it is shared', () => {
    const fixture = openFixture();
    const own = clerkIn(fixture, 'North');
    const other = clerkIn(fixture, 'South');
    const id = fixture.create('acme_orders', { acme_name: 'shared' }, other.id);
    expect(share(fixture, id, own.id, 'ReadAccess').status).toBe(204);
    expect(namesOf(fixture.get('acme_orders', own.id))).toEqual(['shared']);
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body: { acme_name: 'x' }, as: own.id }).status).toBe(403);
    share(fixture, id, own.id, 'WriteAccess');
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body: { acme_name: 'x' }, as: own.id }).status).toBe(204);

    const target = encodeURIComponent(JSON.stringify({ '@odata.id': `acme_orders(${id})` }));
    const access = fixture.get(
      `systemusers(${own.id})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@t)?@t=${target}`,
    );
    expect(access.AccessRights).toBe('ReadAccess, WriteAccess');
  });

  test('what was shared can be taken back', () => {
    const fixture = openFixture();
    const own = clerkIn(fixture, 'North');
    const id = fixture.create('acme_orders', {}, clerkIn(fixture, 'South').id);
    share(fixture, id, own.id, 'ReadAccess');
    fixture.ask('POST', 'RevokeAccess', {
      body: {
        Target: { '@odata.type': 'Microsoft.Dynamics.CRM.acme_order', acme_orderid: id },
        Revokee: { '@odata.type': 'Microsoft.Dynamics.CRM.systemuser', systemuserid: own.id },
      },
    });
    expect(fixture.ask('GET', `acme_orders(${id})`, { as: own.id }).status).toBe(403);
  });
});

describe('teams', () => {
  test('members have the roles of their teams and reach the rows that teams own', () => {
    const fixture = openFixture();
    const { rootBusinessUnitId, administratorId } = fixture.host.pipeline.engine.organization;
    const viewer = userId(fixture, 'Viewer');
    const team = fixture.create('teams', {
      name: 'Night shift',
      'businessunitid@odata.bind': `/businessunits(${rootBusinessUnitId})`,
      'administratorid@odata.bind': `/systemusers(${administratorId})`,
    });
    const ofTeam = fixture.create('acme_orders', { acme_name: 'of the team', 'ownerid@odata.bind': `/teams(${team})` });
    expect(fixture.get(`acme_orders(${ofTeam})`)).toMatchObject({ _owningteam_value: team, _owninguser_value: null });
    expect(namesOf(fixture.get('acme_orders', viewer))).toEqual([]);

    const member = { '@odata.id': `/systemusers(${viewer})` };
    expect(fixture.ask('POST', `teams(${team})/teammembership_association/$ref`, { body: member }).status).toBe(204);
    expect(namesOf(fixture.get('acme_orders', viewer))).toEqual(['of the team']);
    expect(fixture.ask('POST', 'acme_orders', { body: {}, as: viewer }).status).toBe(403);

    const role = { '@odata.id': `/roles(${CLERK_ROLE_ID})` };
    expect(fixture.ask('POST', `teams(${team})/teamroles_association/$ref`, { body: role }).status).toBe(204);
    expect(fixture.ask('POST', 'acme_orders', { body: {}, as: viewer }).status).toBe(204);
  });
});

describe('column security', () => {
  const open = () => openFixture({ model: { columnSecurityProfiles: SECRET_READERS } });
  const withoutProfile = (fixture: FixtureHost, user: string): void => {
    const url = `systemusers(${user})/systemuserprofiles_association(${PROFILE_ID})/$ref`;
    expect(fixture.ask('DELETE', url).status).toBe(204);
  };

  test('without a profile a secured column is empty, with it readable', () => {
    const fixture = open();
    const clerk = userId(fixture, 'Clerk');
    const id = fixture.create('acme_orders', { acme_name: 'a', acme_secret: 'hush' });
    expect(fixture.get(`acme_orders(${id})`, clerk).acme_secret).toBe('hush');
    withoutProfile(fixture, clerk);
    expect(fixture.get(`acme_orders(${id})`, clerk)).toMatchObject({ acme_name: 'a', acme_secret: null });
    expect(fixture.get('acme_orders', clerk).value[0].acme_secret).toBeNull();
    expect(fixture.get(`acme_orders(${id})`).acme_secret).toBe('hush');
  });

  test('who may not read a column cannot search, sort or add up by it', () => {
    const fixture = open();
    const clerk = userId(fixture, 'Clerk');
    withoutProfile(fixture, clerk);
    for (const options of ["$filter=acme_secret eq 'a'", '$orderby=acme_secret', '$apply=groupby((acme_secret))']) {
      expect(fixture.ask('GET', `acme_orders?${options}`, { as: clerk })).toMatchObject({
        status: 403,
        json: { error: { code: '0x8004f507' } },
      });
    }
  });

  test('writing it is refused with 403 and 0x8004f507, for administrators it is not', () => {
    const fixture = open();
    const clerk = userId(fixture, 'Clerk');
    const id = fixture.create('acme_orders', {});
    const body = { acme_secret: 'x' };
    const refused = { status: 403, json: { error: { code: '0x8004f507' } } };
    expect(fixture.ask('POST', 'acme_orders', { body, as: clerk })).toMatchObject(refused);
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body, as: clerk })).toMatchObject(refused);
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body }).status).toBe(204);
  });

  test('steps may set it in the target and through SYSTEM, not with a user service call', () => {
    const withStep = (body: string) =>
      openFixture({
        model: {
          columnSecurityProfiles: SECRET_READERS,
          steps: [step('acme_order', 'Create', 20), step('acme_order', 'Create', 40)],
        },
        handlers: {
          'acme_order/create.20': "return { target: { acme_secret: 'set at 20' } };",
          'acme_order/create.40': body,
        },
      });
    const update = (as: string) =>
      `call({ op: 'update', as: '${as}', table: 'acme_order', id: context.rowId, row: { acme_secret: 'set at 40' } }); return {};`;

    const target = withStep('return {};');
    const id = target.create('acme_orders', {}, userId(target, 'Clerk'));
    expect(target.get(`acme_orders(${id})`).acme_secret).toBe('set at 20');
    const system = withStep(update('system'));
    const other = system.create('acme_orders', {}, userId(system, 'Clerk'));
    expect(system.get(`acme_orders(${other})`).acme_secret).toBe('set at 40');
    const user = withStep(update('user'));
    expect(user.ask('POST', 'acme_orders', { body: {}, as: userId(user, 'Clerk') })).toMatchObject({
      status: 403,
      json: { error: { code: '0x8004f507' } },
    });
  });

  test('a guard at stage 10 sees the value first', () => {
    const fixture = openFixture({
      model: { columnSecurityProfiles: SECRET_READERS, steps: [step('acme_order', 'Create', 10)] },
      handlers: { 'acme_order/create.10': "if ('acme_secret' in context.target) refuse('guarded'); return {};" },
    });
    const body = { acme_secret: 'x' };
    for (const as of [userId(fixture, 'Clerk'), fixture.host.pipeline.engine.organization.administratorId]) {
      expect(fixture.ask('POST', 'acme_orders', { body, as })).toMatchObject({
        status: 400,
        json: { error: { message: 'guarded' } },
      });
    }
  });
});

describe('messages about rights', () => {
  test('RetrieveUserPrivilegeByPrivilegeName answers the depth, or nothing', () => {
    const fixture = openFixture();
    const clerk = userId(fixture, 'Clerk');
    const url = (name: string) =>
      `systemusers(${clerk})/Microsoft.Dynamics.CRM.RetrieveUserPrivilegeByPrivilegeName(PrivilegeName='${name}')`;
    const { RolePrivileges } = fixture.get(url('prvWriteacme_Order'));
    const { rootBusinessUnitId } = fixture.host.pipeline.engine.organization;
    expect(RolePrivileges).toMatchObject([
      { Depth: 'Local', PrivilegeName: 'prvWriteacme_Order', BusinessUnitId: rootBusinessUnitId },
    ]);
    expect(fixture.get(url('prvWriteacme_Lock')).RolePrivileges).toEqual([]);
  });

  test('a step asks for rights in the numbers of the platform', () => {
    const fixture = openFixture({
      model: { steps: [step('acme_order', 'Create', 40)] },
      handlers: {
        'acme_order/create.40': `
          const parameters = { UserId: { t: 'guid', v: context.userId }, PrivilegeName: 'prvReadacme_Order' };
          const privileges = call({ op: 'execute', message: 'RetrieveUserPrivilegeByPrivilegeName', parameters });
          const access = call({ op: 'execute', message: 'RetrievePrincipalAccess', parameters: {
            Target: { t: 'lookup', table: 'acme_order', id: context.rowId },
            Principal: { t: 'lookup', table: 'systemuser', id: context.userId } } });
          return { trace: [String(privileges.RolePrivileges[0].Depth), String(access.AccessRights)] };`,
      },
    });
    fixture.create('acme_orders', {}, userId(fixture, 'Clerk'));
    const allButCreate = 1 + 2 + 4 + 16 + 65536 + 262144 + 524288;
    expect(fixture.host.pipeline.engine.trace.steps()[0]!.lines).toEqual(['1', String(allButCreate)]);
  });

  test('a disabled user cannot act', () => {
    const fixture = openFixture();
    const clerk = userId(fixture, 'Clerk');
    fixture.ask('PATCH', `systemusers(${clerk})`, { body: { isdisabled: true } });
    expect(() => fixture.host.pipeline.engine.security.requireUser(clerk)).toThrow('disabled');
  });
});
