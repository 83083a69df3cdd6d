import { openFixture, ROOT } from '../../testing/fixtureHost';

const ANNOTATED = { prefer: 'odata.include-annotations="*"' };

describe('creating', () => {
  test('answers 204 with the address of the row', () => {
    const answer = openFixture().ask('POST', 'acme_orders', { body: { acme_name: 'a' } });
    expect(answer.status).toBe(204);
    expect(answer.headers['OData-EntityId']).toMatch(new RegExp(`^${ROOT}acme_orders\\([0-9a-f-]{36}\\)$`));
    expect(answer.headers['OData-Version']).toBe('4.0');
  });

  test('answers the row itself with return=representation', () => {
    const answer = openFixture().ask('POST', 'acme_orders?$select=acme_name', {
      body: { acme_name: 'a' },
      headers: { prefer: 'return=representation' },
    });
    expect(answer).toMatchObject({ status: 201, json: { acme_name: 'a' } });
    expect(answer.json).not.toHaveProperty('acme_number');
    expect(answer.headers['Preference-Applied']).toBe('return=representation');
  });

  test('a row below a parent points to it', () => {
    const { create, ask, get } = openFixture();
    const order = create('acme_orders', {});
    ask('POST', `acme_orders(${order})/acme_order_acme_line`, { body: { acme_name: 'line' } });
    expect(get('acme_lines').value[0]).toMatchObject({ acme_name: 'line', _acme_orderid_value: order });
  });
});

describe('upsert and row versions', () => {
  const id = '11111111-2222-4333-8444-555555555555';

  test('PATCH creates what is missing and updates what is there', () => {
    const { ask, get } = openFixture();
    expect(ask('PATCH', `acme_orders(${id})`, { body: { acme_name: 'new' } }).status).toBe(204);
    ask('PATCH', `acme_orders(${id})`, { body: { acme_pieces: 2 } });
    expect(get(`acme_orders(${id})`)).toMatchObject({ acme_name: 'new', acme_pieces: 2 });
  });

  test('If-Match: * only updates, If-None-Match: * only creates', () => {
    const { ask } = openFixture();
    const only = (headers: { [name: string]: string }) => ask('PATCH', `acme_orders(${id})`, { body: {}, headers });
    expect(only({ 'if-match': '*' })).toMatchObject({ status: 404, json: { error: { code: '0x80040217' } } });
    expect(only({ 'if-none-match': '*' }).status).toBe(204);
    expect(only({ 'if-none-match': '*' })).toMatchObject({ status: 412, json: { error: { code: '0x80040237' } } });
  });

  test('an outdated version is refused with 412 and 0x80060882, on update and delete', () => {
    const { create, get, ask } = openFixture();
    const order = create('acme_orders', {});
    const etag = get(`acme_orders(${order})`)['@odata.etag'];
    expect(etag).toMatch(/^W\/"\d+"$/);
    const write = (method: string) => ask(method, `acme_orders(${order})`, { body: {}, headers: { 'if-match': etag } });
    expect(write('PATCH').status).toBe(204);
    for (const method of ['PATCH', 'DELETE']) {
      expect(write(method)).toMatchObject({ status: 412, json: { error: { code: '0x80060882' } } });
    }
  });

  test('a client that has the row in this version need not get it again', () => {
    const { create, get, ask } = openFixture();
    const order = create('acme_orders', {});
    const etag = get(`acme_orders(${order})`)['@odata.etag'];
    expect(ask('GET', `acme_orders(${order})`, { headers: { 'if-none-match': etag } }).status).toBe(304);
  });

  test('rows are found by alternate key, also by lookups in it', () => {
    const { create, ask, get } = openFixture();
    const order = create('acme_orders', { acme_number: "O'1" });
    expect(get("acme_orders(acme_number='O''1')").acme_orderid).toBe(order);
    const url = `acme_lines(_acme_orderid_value=${order},acme_name='first')`;
    expect(ask('GET', url).status).toBe(404);
    expect(ask('PATCH', url, { body: { acme_pieces: 5 } }).status).toBe(204);
    expect(get(url)).toMatchObject({ acme_name: 'first', acme_pieces: 5, _acme_orderid_value: order });
    expect(ask('GET', "acme_orders(acme_name='x')")).toMatchObject({
      status: 400,
      json: { error: { code: '0x80060890' } },
    });
  });
});

describe('single columns and references', () => {
  test('a column can be read, set and emptied by itself', () => {
    const { create, ask, get } = openFixture();
    const order = create('acme_orders', { acme_name: 'a', acme_date: '2026-02-03' });
    expect(get(`acme_orders(${order})/acme_date`).value).toBe('2026-02-03');
    expect(ask('GET', `acme_orders(${order})/acme_name/$value`).text).toBe('a');
    ask('PUT', `acme_orders(${order})/acme_name`, { body: { value: 'b' } });
    ask('DELETE', `acme_orders(${order})/acme_date`);
    expect(get(`acme_orders(${order})?$select=acme_name,acme_date`)).toMatchObject({ acme_name: 'b', acme_date: null });
    expect(ask('GET', `acme_orders(${order})/acme_date`).status).toBe(204);
  });

  test('lookups are set and cleared through $ref from either side', () => {
    const { create, ask, get } = openFixture();
    const account = create('accounts', { name: 'Contoso' });
    const order = create('acme_orders', {});
    const line = create('acme_lines', {});
    ask('PUT', `acme_orders(${order})/acme_AccountId/$ref`, { body: { '@odata.id': `${ROOT}accounts(${account})` } });
    ask('POST', `acme_orders(${order})/acme_order_acme_line/$ref`, { body: { '@odata.id': `acme_lines(${line})` } });
    expect(get(`acme_orders(${order})/acme_AccountId?$select=name`).name).toBe('Contoso');
    expect(get(`acme_orders(${order})/acme_order_acme_line`).value).toHaveLength(1);
    ask('DELETE', `acme_orders(${order})/acme_AccountId/$ref`);
    ask('DELETE', `acme_orders(${order})/acme_order_acme_line(${line})/$ref`);
    expect(ask('GET', `acme_orders(${order})/acme_AccountId`).status).toBe(204);
    expect(ask('GET', `acme_orders(${order})/acme_order_acme_line/$count`).text).toBe('0');
  });
});

describe('annotations', () => {
  test('carry labels, money, dates, numbers and names as people read them', () => {
    const { create, ask } = openFixture();
    const account = create('accounts', { name: 'Contoso "Ltd"' });
    const order = create('acme_orders', {
      acme_amount: -1234567.5,
      acme_date: '2026-02-03',
      acme_when: '2026-02-03T15:04:05Z',
      acme_weight: 1234.5,
      acme_pieces: 1000,
      acme_stage: 100000001,
      'acme_AccountId@odata.bind': `/accounts(${account})`,
    });
    const { json } = ask('GET', `acme_orders(${order})`, { headers: ANNOTATED });
    const formatted = (name: string) => json[`${name}@OData.Community.Display.V1.FormattedValue`];
    expect(formatted('acme_amount')).toBe('($1,234,567.50)');
    expect(formatted('acme_amount_base')).toBe('($1,234,567.50)');
    expect(formatted('acme_date')).toBe('2/3/2026');
    expect(formatted('acme_when')).toBe('2/3/2026 3:04 PM');
    expect(formatted('acme_weight')).toBe('1,234.5000');
    expect(formatted('acme_pieces')).toBe('1,000');
    expect(formatted('acme_stage')).toBe('Packed');
    expect(formatted('acme_isurgent')).toBe('No');
    expect(formatted('_acme_accountid_value')).toBe('Contoso "Ltd"');
    expect(formatted('_ownerid_value')).toBe('System Administrator');
    expect(json['_acme_accountid_value@Microsoft.Dynamics.CRM.lookuplogicalname']).toBe('account');
    expect(json['_acme_accountid_value@Microsoft.Dynamics.CRM.associatednavigationproperty']).toBe('acme_AccountId');
    expect(formatted('acme_name')).toBeUndefined();
  });

  test('only those asked for are written', () => {
    const { create, ask } = openFixture();
    const order = create('acme_orders', {});
    const plain = ask('GET', `acme_orders(${order})`).json;
    expect(Object.keys(plain).filter((name) => name.includes('@'))).toEqual(['@odata.context', '@odata.etag']);
    const headers = { prefer: 'odata.include-annotations="Microsoft.Dynamics.CRM.lookuplogicalname"' };
    const { json } = ask('GET', `acme_orders(${order})?$select=_ownerid_value`, { headers });
    expect(json['_ownerid_value@Microsoft.Dynamics.CRM.lookuplogicalname']).toBe('systemuser');
    expect(json).not.toHaveProperty(['_ownerid_value@OData.Community.Display.V1.FormattedValue']);
  });
});

describe('what is not there', () => {
  test.each([
    ['GET', 'nothings', 404],
    ['GET', 'acme_orders(11111111-2222-4333-8444-555555555555)', 404],
    ['GET', 'acme_orders/nonsense', 404],
    ['PUT', 'acme_orders(11111111-2222-4333-8444-555555555555)', 405],
    ['DELETE', 'acme_orders', 405],
    ['GET', 'acme_orders(11111111', 400],
    ['GET', 'acme_orders?$filter=acme_nonsense eq 1', 400],
    ['GET', 'acme_orders?$search=x', 501],
    ['GET', 'acme_orders?userQuery=11111111-2222-4333-8444-555555555555', 501],
    ['GET', 'acme_orders(%zz)', 400],
  ])('%s %s answers %d with an envelope', (method, url, status) => {
    const answer = openFixture().ask(method, url);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toEqual({ code: expect.stringMatching(/^0x[0-9a-f]{8}$/i), message: expect.any(String) });
  });

  test('a body that is no JSON is refused', () => {
    expect(openFixture().ask('POST', 'acme_orders', { body: '{"acme_name":' }).status).toBe(400);
    expect(openFixture().ask('POST', 'acme_orders', { body: '[]' }).status).toBe(400);
  });
});

test('rows of a many-to-many relationship are listed from either side', () => {
  const { host, get, ask } = openFixture();
  const { administratorId } = host.pipeline.engine.organization;
  expect(get(`systemusers(${administratorId})/systemuserroles_association?$select=name`).value[0].name).toBe(
    'System Administrator',
  );
  const [role] = get("roles?$filter=name eq 'System Administrator'").value;
  expect(get(`roles(${role.roleid})/systemuserroles_association?$select=fullname`).value[0].fullname).toBe(
    'System Administrator',
  );
  expect(ask('GET', `roles(${role.roleid})/systemuserroles_association/$count`).text).toBe('1');
});
