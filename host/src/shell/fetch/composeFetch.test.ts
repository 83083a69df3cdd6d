/** @jest-environment jsdom */
import { ORDER_VIEW, QUICK_FIND_VIEW } from '../testing/sampleApp';
import { composeFetch, linksOf, orderOf, parseXml, type GridQuery } from './composeFetch';
import { allOf } from './filter';
import { searchedColumns } from './quickFind';

const QUERY: GridQuery = { viewFetchXml: ORDER_VIEW.fetchXml, filters: [], addedColumns: [], addedLinks: [] };

const select = (xml: string, selector: string): Element[] => [...parseXml(xml).querySelectorAll(selector)];

describe('composing the FetchXML of a grid', () => {
  test('a view without additions keeps its order and filter', () => {
    const xml = composeFetch(QUERY);
    expect(select(xml, 'entity > order').map((order) => order.getAttribute('attribute'))).toEqual(['name']);
    expect(select(xml, 'condition[attribute="statecode"]')).toHaveLength(1);
    expect(parseXml(xml).documentElement.hasAttribute('page')).toBe(false);
  });

  test('sorting replaces the order of the view and names the alias of linked columns', () => {
    const xml = composeFetch({
      ...QUERY,
      sorting: [
        { name: 'customer.city', isDescending: true },
        { name: 'total', isDescending: false },
      ],
    });
    const orders = select(xml, 'order').map((order) => [
      order.getAttribute('entityname'),
      order.getAttribute('attribute'),
      order.getAttribute('descending'),
    ]);
    expect(orders).toEqual([
      ['customer', 'city', 'true'],
      [null, 'total', 'false'],
    ]);
  });

  test('filters stand beside the view’s own and escape what people type', () => {
    const filter = allOf(
      { column: 'name', operator: 'like', values: ['%a & "b" <c>%'] },
      { alias: 'customer', column: 'city', operator: 'in', values: ['Oslo', 'Rome'] },
    );
    const xml = composeFetch({ ...QUERY, filters: [filter, allOf()] });
    expect(select(xml, 'entity > filter')).toHaveLength(2);
    expect(select(xml, 'condition[attribute="name"]')[0]?.getAttribute('value')).toBe('%a & "b" <c>%');
    const city = select(xml, 'condition[attribute="city"]')[0];
    expect(city?.getAttribute('entityname')).toBe('customer');
    expect([...(city?.children ?? [])].map((value) => value.textContent)).toEqual(['Oslo', 'Rome']);
  });

  test('quick find fills the fields of the quick find view', () => {
    const xml = composeFetch({ ...QUERY, quickFind: { viewFetchXml: QUICK_FIND_VIEW.fetchXml, text: ' Ac*e_ ' } });
    const conditions = select(xml, 'filter[type="or"] > condition');
    expect(conditions.map((condition) => condition.getAttribute('attribute'))).toEqual(['name', 'customeridname']);
    expect(conditions[0]?.getAttribute('value')).toBe('Ac%e[_]%');
  });

  test('the searched columns are those of the quick find view’s filter', () => {
    expect(searchedColumns(QUICK_FIND_VIEW.fetchXml)).toEqual(['name', 'customeridname']);
    expect(searchedColumns(ORDER_VIEW.fetchXml)).toEqual([]);
  });

  test('an empty search is no search', () => {
    const xml = composeFetch({ ...QUERY, quickFind: { viewFetchXml: QUICK_FIND_VIEW.fetchXml, text: '  ' } });
    expect(select(xml, 'filter[type="or"]')).toHaveLength(0);
  });

  test('a page asks for its number, size, cookie and the count of all rows', () => {
    const fetch = parseXml(
      composeFetch(QUERY, { page: 3, rowsMax: 250, cookie: '<cookie page="2"/>' }),
    ).documentElement;
    expect(fetch.getAttribute('page')).toBe('3');
    expect(fetch.getAttribute('count')).toBe('250');
    expect(fetch.getAttribute('paging-cookie')).toBe('<cookie page="2"/>');
    expect(fetch.getAttribute('returntotalrecordcount')).toBe('true');
  });

  test('added columns and links stand once', () => {
    const link = { name: 'account', from: 'accountid', to: 'customerid', linkType: 'outer', alias: 'extra' };
    const xml = composeFetch({
      ...QUERY,
      addedColumns: ['name', 'shipdate', 'customer.city', 'extra.name'],
      addedLinks: [link],
    });
    expect(select(xml, 'entity > attribute[name="name"]')).toHaveLength(1);
    expect(select(xml, 'entity > attribute[name="shipdate"]')).toHaveLength(1);
    expect(select(xml, 'link-entity[alias="customer"] > attribute[name="city"]')).toHaveLength(1);
    expect(select(xml, 'link-entity[alias="extra"] > attribute[name="name"]')).toHaveLength(1);
  });

  test('a column of a link that the view does not have is refused', () => {
    expect(() => composeFetch({ ...QUERY, addedColumns: ['nobody.name'] })).toThrow('no linked table nobody');
  });

  test('filters of client scripts are taken as they are', () => {
    const filterXml = ['<filter type="and"><condition attribute="total" operator="gt" value="5"/></filter>'];
    expect(select(composeFetch({ ...QUERY, filterXml }), 'condition[attribute="total"]')).toHaveLength(1);
    expect(() => composeFetch({ ...QUERY, filterXml: ['<filter'] })).toThrow('Not well-formed XML');
  });

  test('the order and links of a view are read back', () => {
    expect(orderOf(ORDER_VIEW.fetchXml)).toEqual([{ name: 'name', isDescending: false }]);
    expect(linksOf(ORDER_VIEW.fetchXml).get('customer')).toEqual({
      table: 'account',
      from: 'accountid',
      to: 'customerid',
      linkType: 'outer',
    });
  });
});
