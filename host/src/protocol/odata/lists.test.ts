import { QueryType } from '@bbl/dataverse';
import { type FixtureHost, openFixture, ROOT } from '../../testing/fixtureHost';

/** Orders named 01, 02, … */
function withOrders(count: number, fixture: FixtureHost = openFixture()): FixtureHost {
  for (let index = 1; index <= count; index++) {
    fixture.create('acme_orders', {
      acme_name: String(index).padStart(2, '0'),
      acme_pieces: index,
      acme_amount: index * 10,
    });
  }
  return fixture;
}
const names = (list: { value: { acme_name: string }[] }): string[] => list.value.map((row) => row.acme_name);

describe('query options', () => {
  test('$select, $filter, $orderby, $top and $count', () => {
    const { get } = withOrders(5);
    const list = get(
      'acme_orders?$select=acme_name&$filter=acme_pieces gt 2&$orderby=acme_name desc&$top=2&$count=true',
    );
    expect(names(list)).toEqual(['05', '04']);
    expect(list['@odata.count']).toBe(3);
    expect(list['@odata.context']).toBe(`${ROOT}$metadata#acme_orders`);
    expect(Object.keys(list.value[0])).toEqual(['@odata.etag', 'acme_name', 'acme_orderid']);
  });

  test('<set>/$count answers the number alone', () => {
    expect(withOrders(3).ask('GET', 'acme_orders/$count?$filter=acme_pieces lt 3').text).toBe('2');
  });

  test('$expand of lookups and collections', () => {
    const fixture = openFixture();
    const account = fixture.create('accounts', { name: 'Contoso' });
    const order = fixture.create('acme_orders', {
      acme_name: 'o',
      'acme_AccountId@odata.bind': `/accounts(${account})`,
    });
    fixture.create('acme_lines', { acme_name: 'l', 'acme_OrderId@odata.bind': `/acme_orders(${order})` });
    const [row] = fixture.get(
      'acme_orders?$select=acme_name&$expand=acme_AccountId($select=name),acme_order_acme_line($select=acme_name)',
    ).value;
    expect(row.acme_AccountId).toEqual({ accountid: account, name: 'Contoso' });
    expect(row.acme_order_acme_line).toEqual([expect.objectContaining({ acme_name: 'l' })]);
    const [line] = fixture.get(
      'acme_lines?$select=acme_name&$expand=acme_OrderId($select=acme_name;$expand=acme_AccountId($select=name))',
    ).value;
    expect(line.acme_OrderId.acme_AccountId.name).toBe('Contoso');
    const lonely = fixture.create('acme_orders', {});
    expect(
      fixture.get(`acme_orders(${lonely})?$select=acme_name&$expand=acme_AccountId($select=name)`).acme_AccountId,
    ).toBeNull();
  });

  test('$expand of a many-to-many relationship', () => {
    const { get } = openFixture();
    const [user] = get(
      "systemusers?$select=fullname&$filter=fullname eq 'Clerk'&$expand=systemuserroles_association($select=name)",
    ).value;
    expect(user.systemuserroles_association).toEqual([expect.objectContaining({ name: 'Orders Clerk' })]);
  });

  test('$apply adds up', () => {
    const { get } = withOrders(3);
    const list = get(
      'acme_orders?$apply=groupby((acme_stage),aggregate(acme_amount with sum as total,$count as orders))',
    );
    expect(list.value).toEqual([{ acme_stage: 100000000, total: 60, orders: 3 }]);
  });
});

describe('paging', () => {
  test('next links lead through all rows, each once, in pages of the preferred size', () => {
    const { ask } = withOrders(7);
    const seen: string[] = [];
    const sizes: number[] = [];
    let url: string | undefined = 'acme_orders?$select=acme_name&$orderby=acme_name';
    while (url !== undefined) {
      const { json } = ask('GET', url, { headers: { prefer: 'odata.maxpagesize=3' } });
      seen.push(...names(json));
      sizes.push(json.value.length);
      url = json['@odata.nextLink']?.slice(ROOT.length);
    }
    expect(seen).toEqual(['01', '02', '03', '04', '05', '06', '07']);
    expect(sizes).toEqual([3, 3, 1]);
  });

  test('FetchXML pages with its cookie', () => {
    const { ask } = withOrders(3);
    const page = (number: number, cookie: string) => {
      const fetch = `<fetch page="${number}" count="2" returntotalrecordcount="true"${cookie}><entity name="acme_order"><attribute name="acme_name"/><order attribute="acme_name"/></entity></fetch>`;
      return ask('GET', `acme_orders?fetchXml=${encodeURIComponent(fetch)}`).json;
    };
    const first = page(1, '');
    expect(names(first)).toEqual(['01', '02']);
    expect(first['@Microsoft.Dynamics.CRM.totalrecordcount']).toBe(3);
    expect(first['@Microsoft.Dynamics.CRM.morerecords']).toBe(true);
    const wrapped = /pagingcookie="([^"]*)"/.exec(first['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'])![1]!;
    const cookie = decodeURIComponent(decodeURIComponent(wrapped))
      .replaceAll('&', '&amp;')
      .replaceAll('"', '&quot;')
      .replaceAll('<', '&lt;');
    expect(names(page(2, ` paging-cookie="${cookie}"`))).toEqual(['03']);
  });
});

describe('saved views', () => {
  const view = {
    id: 'aaaaaaaa-0000-4000-8000-000000000001',
    table: 'acme_order',
    name: 'Big orders',
    queryType: QueryType.Public,
    isDefault: true,
    isQuickFind: false,
    fetchXml:
      '<fetch><entity name="acme_order"><attribute name="acme_name"/><order attribute="acme_name"/>' +
      '<filter><condition attribute="acme_pieces" operator="ge" value="3"/></filter>' +
      '<link-entity name="account" from="accountid" to="acme_accountid" alias="a" link-type="outer"><attribute name="name"/></link-entity></entity></fetch>',
    layoutXml: '<grid/>',
    columns: [],
  };

  test('run by savedQuery, page by page', () => {
    const fixture = withOrders(6, openFixture({ model: { views: [view] } }));
    const headers = { prefer: 'odata.maxpagesize=3' };
    const first = fixture.ask('GET', `acme_orders?savedQuery=${view.id}`, { headers }).json;
    expect(names(first)).toEqual(['03', '04', '05']);
    const next = fixture.ask('GET', first['@odata.nextLink'].slice(ROOT.length), { headers }).json;
    expect(names(next)).toEqual(['06']);
    expect(next['@odata.nextLink']).toBeUndefined();
  });

  test('columns of linked tables stand under alias and name', () => {
    const fixture = openFixture({ model: { views: [view] } });
    const account = fixture.create('accounts', { name: 'Contoso' });
    fixture.create('acme_orders', { acme_pieces: 5, 'acme_AccountId@odata.bind': `/accounts(${account})` });
    expect(fixture.get(`acme_orders?savedQuery=${view.id}`).value[0]['a.name']).toBe('Contoso');
  });

  test('are rows that can be read', () => {
    const { get } = openFixture({ model: { views: [view] } });
    expect(get(`savedqueries(${view.id})`)).toMatchObject({
      name: 'Big orders',
      returnedtypecode: 'acme_order',
      fetchxml: view.fetchXml,
    });
  });
});
