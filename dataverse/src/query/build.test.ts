import {
  allOf,
  anyOf,
  between,
  eq,
  escapeXml,
  fetch,
  fetchAggregate,
  hasAny,
  hasNone,
  isIn,
  isNull,
  ne,
  notNull,
} from './build';

describe('FetchXML builder', () => {
  test('writes columns, filters, links, orders and paging as one document', () => {
    const xml = fetch('bbl_milestonesplit')
      .select('bbl_name', 'bbl_amount')
      .where(eq('bbl_contractid', 'c1'), anyOf(isNull('bbl_invoiceid'), ne('bbl_round', 0)))
      .link('bbl_milestone', { from: 'bbl_milestoneid', to: 'bbl_milestoneid', alias: 'm', type: 'outer' }, (m) =>
        m.select('bbl_date').where(notNull('bbl_date')),
      )
      .orderBy('m.bbl_date', 'desc')
      .orderBy('bbl_name')
      .page(2, 500, '<cookie page="1"/>')
      .toXml();

    expect(xml).toBe(
      '<fetch page="2" count="500" paging-cookie="&lt;cookie page=&quot;1&quot;/&gt;"><entity name="bbl_milestonesplit">' +
        '<attribute name="bbl_name"/><attribute name="bbl_amount"/>' +
        '<filter type="and"><condition attribute="bbl_contractid" operator="eq" value="c1"/>' +
        '<filter type="or"><condition attribute="bbl_invoiceid" operator="null"/>' +
        '<condition attribute="bbl_round" operator="ne" value="0"/></filter></filter>' +
        '<link-entity name="bbl_milestone" from="bbl_milestoneid" to="bbl_milestoneid" alias="m" link-type="outer">' +
        '<attribute name="bbl_date"/><filter type="and"><condition attribute="bbl_date" operator="not-null"/></filter>' +
        '</link-entity><order entityname="m" attribute="bbl_date" descending="true"/><order attribute="bbl_name"/>' +
        '</entity></fetch>',
    );
  });

  test('writes lists, ranges and related rows', () => {
    expect(isIn('a', [1, 2])).toBe(
      '<condition attribute="a" operator="in"><value>1</value><value>2</value></condition>',
    );
    expect(between('a', 1, 2)).toBe(
      '<condition attribute="a" operator="between"><value>1</value><value>2</value></condition>',
    );
    expect(eq('m.a', true)).toBe('<condition entityname="m" attribute="a" operator="eq" value="true"/>');
    expect(hasAny('t', { from: 'x', to: 'y' }, eq('a', 1))).toBe(
      '<link-entity name="t" from="x" to="y" link-type="any"><filter type="and">' +
        '<condition attribute="a" operator="eq" value="1"/></filter></link-entity>',
    );
    expect(hasNone('t', { from: 'x', to: 'y' })).toBe(
      '<link-entity name="t" from="x" to="y" link-type="not any"></link-entity>',
    );
    expect(allOf(isNull('a'))).toBe('<filter type="and"><condition attribute="a" operator="null"/></filter>');
  });

  test('writes aggregates with groups and orders by alias', () => {
    const xml = fetchAggregate('t').groupBy('c', 'currency').measure('sum', 'a', 'total').orderByAlias('total').toXml();
    expect(xml).toBe(
      '<fetch aggregate="true"><entity name="t"><attribute name="c" alias="currency" groupby="true"/>' +
        '<attribute name="a" alias="total" aggregate="sum"/><order alias="total"/></entity></fetch>',
    );
  });

  test('escapes everything that has a meaning in XML', () => {
    expect(escapeXml(`<a b="c" d='e'>&\n`)).toBe('&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;&#10;');
    expect(() => escapeXml('\u0000')).toThrow('XML');
  });

  test('refuses an empty list, which the platform does not understand', () => {
    expect(() => isIn('a', [])).toThrow('at least one value');
  });
});
