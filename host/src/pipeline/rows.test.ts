import { NOW, openFixture } from '../testing/fixtureHost';

describe('what the platform adds to rows', () => {
  test('a created row has its audit columns, owner, state, defaults and auto number', () => {
    const { host, create, get } = openFixture();
    const id = create('acme_orders', { acme_name: 'First' });
    const order = get(`acme_orders(${id})`);
    const { administratorId, rootBusinessUnitId } = host.pipeline.engine.organization;

    expect(order).toMatchObject({
      acme_orderid: id,
      acme_name: 'First',
      acme_number: 'ORD-0001',
      acme_stage: 100000000,
      acme_isurgent: false,
      acme_amount: null,
      _transactioncurrencyid_value: null,
      createdon: NOW,
      modifiedon: NOW,
      _createdby_value: administratorId,
      _ownerid_value: administratorId,
      _owninguser_value: administratorId,
      _owningteam_value: null,
      _owningbusinessunit_value: rootBusinessUnitId,
      statecode: 0,
      statuscode: 1,
    });
  });

  test('a client may choose the id', () => {
    const { create } = openFixture();
    const id = '11111111-2222-4333-8444-555555555555';
    expect(create('acme_orders', { acme_orderid: id, acme_name: 'Chosen' })).toBe(id);
  });

  test('a given number is kept and does not take one from the sequence', () => {
    const { create, get } = openFixture();
    const given = create('acme_orders', { acme_number: 'MINE' });
    const next = create('acme_orders', {});
    expect(get(`acme_orders(${given})`).acme_number).toBe('MINE');
    expect(get(`acme_orders(${next})`).acme_number).toBe('ORD-0001');
  });

  test('a state without status gets its default, a status of another state is refused', () => {
    const { create, get, ask } = openFixture();
    const id = create('acme_orders', {});
    expect(ask('PATCH', `acme_orders(${id})`, { body: { statecode: 1 } }).status).toBe(204);
    expect(get(`acme_orders(${id})`)).toMatchObject({ statecode: 1, statuscode: 2 });
    const refused = ask('PATCH', `acme_orders(${id})`, { body: { statuscode: 100000003 } });
    expect(refused).toMatchObject({ status: 400, json: { error: { code: '0x80048408' } } });
  });

  test('owner, state and status of a row cannot be emptied', () => {
    const { create, ask } = openFixture();
    const id = create('acme_orders', {});
    for (const body of [{ 'ownerid@odata.bind': null }, { statecode: null }, { statuscode: null }]) {
      const refused = ask('PATCH', `acme_orders(${id})`, { body });
      expect(refused).toMatchObject({ status: 400, json: { error: { code: '0x80040203' } } });
    }
  });

  test('columns of the platform are left alone when a client sends them', () => {
    const { create, get } = openFixture();
    const id = create('acme_orders', { createdon: '2001-01-01T00:00:00Z', exchangerate: 7, acme_amount_base: 3 });
    expect(get(`acme_orders(${id})`)).toMatchObject({ createdon: NOW, exchangerate: null, acme_amount_base: null });
  });
});

describe('people', () => {
  test('have their full name from its parts', () => {
    const { create, get, ask, host } = openFixture();
    const { rootBusinessUnitId } = host.pipeline.engine.organization;
    const id = create('systemusers', {
      firstname: 'Ada',
      lastname: 'Byron',
      domainname: 'ada@local.example',
      'businessunitid@odata.bind': `/businessunits(${rootBusinessUnitId})`,
    });
    expect(get(`systemusers(${id})`).fullname).toBe('Ada Byron');
    ask('PATCH', `systemusers(${id})`, { body: { lastname: 'Lovelace' } });
    expect(get(`systemusers(${id})`).fullname).toBe('Ada Lovelace');
  });

  test('take their rows along to another business unit', () => {
    const { create, get, ask, host } = openFixture();
    const { rootBusinessUnitId } = host.pipeline.engine.organization;
    const [clerk] = get("systemusers?$filter=fullname eq 'Clerk'").value;
    const order = create('acme_orders', {}, clerk.systemuserid);
    const unit = create('businessunits', {
      name: 'North',
      'parentbusinessunitid@odata.bind': `/businessunits(${rootBusinessUnitId})`,
    });
    ask('PATCH', `systemusers(${clerk.systemuserid})`, {
      body: { 'businessunitid@odata.bind': `/businessunits(${unit})` },
    });
    expect(get(`acme_orders(${order})`)._owningbusinessunit_value).toBe(unit);
  });

  test('and roles are related by association, not by rows of the intersect table', () => {
    const { ask } = openFixture();
    expect(ask('POST', 'systemuserrolescollection', { body: {} })).toMatchObject({
      status: 400,
      json: { error: { code: '0x80040800' } },
    });
  });
});

describe('money', () => {
  const currency = (host: ReturnType<typeof openFixture>, code: string): string =>
    host.get(`transactioncurrencies?$filter=isocurrencycode eq '${code}'`).value[0].transactioncurrencyid;

  test('an amount without currency gets the base currency, its rate and its twin', () => {
    const fixture = openFixture();
    const id = fixture.create('acme_orders', { acme_amount: 12.5 });
    expect(fixture.get(`acme_orders(${id})`)).toMatchObject({
      acme_amount: 12.5,
      acme_amount_base: 12.5,
      exchangerate: 1,
      _transactioncurrencyid_value: fixture.host.pipeline.engine.organization.baseCurrencyId,
    });
  });

  test('a twin is the amount by the exchange rate, half up to the digits of the base currency', () => {
    const fixture = openFixture();
    const yen = currency(fixture, 'JPY');
    const bind = { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${yen})` };
    const id = fixture.create('acme_orders', { ...bind, acme_amount: 1000000, acme_freight: -3 });
    expect(fixture.get(`acme_orders(${id})`)).toMatchObject({
      exchangerate: 150,
      acme_amount_base: 6666.67,
      acme_freight_base: -0.02,
    });
  });

  test('a new rate is taken with the next amount, and every twin of the row follows', () => {
    const fixture = openFixture();
    const yen = currency(fixture, 'JPY');
    const bind = { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${yen})` };
    const id = fixture.create('acme_orders', { ...bind, acme_amount: 300, acme_freight: 600 });
    fixture.ask('PATCH', `transactioncurrencies(${yen})`, { body: { exchangerate: 100 } });
    expect(fixture.get(`acme_orders(${id})`)).toMatchObject({ exchangerate: 150, acme_freight_base: 4 });
    fixture.ask('PATCH', `acme_orders(${id})`, { body: { acme_amount: 500 } });
    expect(fixture.get(`acme_orders(${id})`)).toMatchObject({
      exchangerate: 100,
      acme_amount_base: 5,
      acme_freight_base: 6,
    });
  });

  test('amounts are rounded to the digits of their currency', () => {
    const fixture = openFixture();
    const dinar = currency(fixture, 'KWD');
    const bind = { 'transactioncurrencyid@odata.bind': `/transactioncurrencies(${dinar})` };
    const id = fixture.create('acme_orders', { ...bind, acme_amount: 1.2345 });
    expect(fixture.get(`acme_orders(${id})`).acme_amount).toBe(1.235);
  });

  test('digits that no double holds survive both ways', () => {
    const fixture = openFixture();
    const id = fixture.create('acme_orders', { acme_name: 'x' });
    const body = '{"acme_amount": 900719925474.99, "acme_weight": 123456.7891}';
    expect(fixture.ask('PATCH', `acme_orders(${id})`, { body }).status).toBe(204);
    expect(fixture.ask('GET', `acme_orders(${id})?$select=acme_amount,acme_weight`).text).toContain(
      '"acme_amount":900719925474.99,"acme_weight":123456.7891',
    );
  });
});

describe('what a row may hold', () => {
  test.each([
    [{ acme_nosuch: 1 }, '0x80048d19'],
    [{ acme_name: 5 }, '0x80048d19'],
    [{ acme_pieces: 1.5 }, '0x80048d19'],
    [{ acme_pieces: 1001 }, '0x8004431b'],
    [{ acme_date: '2026-02-30' }, '0x80048d19'],
    [{ acme_stage: 7 }, '0x8004431a'],
    [{ acme_name: 'x'.repeat(101) }, '0x80044331'],
    [{ acme_accountid: 'abc' }, '0x80048d19'],
    [{ _acme_accountid_value: 'abc' }, '0x80048d19'],
    [{ 'acme_accountid@odata.bind': '/accounts(11111111-2222-4333-8444-555555555555)' }, '0x80048d19'],
    [{ 'acme_AccountId@odata.bind': '/acme_orders(11111111-2222-4333-8444-555555555555)' }, '0x80048d19'],
    [{ 'acme_AccountId@odata.bind': '/accounts(name)' }, '0x80060888'],
  ])('%j is refused with %s', (body, code) => {
    const answer = openFixture().ask('POST', 'acme_orders', { body });
    expect(answer).toMatchObject({ status: 400, json: { error: { code } } });
  });

  test('a lookup to a row that does not exist is refused', () => {
    const body = { 'acme_AccountId@odata.bind': '/accounts(11111111-2222-4333-8444-555555555555)' };
    expect(openFixture().ask('POST', 'acme_orders', { body }).json.error.code).toBe('0x80040217');
  });

  test('the second row with the same key is refused', () => {
    const { create, ask } = openFixture();
    create('acme_orders', { acme_number: 'A' });
    expect(ask('POST', 'acme_orders', { body: { acme_number: 'A' } })).toMatchObject({
      status: 412,
      json: { error: { code: '0x80060892' } },
    });
  });

  test('rows within rows are not supported, and say so', () => {
    expect(openFixture().ask('POST', 'acme_orders', { body: { acme_order_acme_line: [{}] } }).status).toBe(501);
  });
});
