import { CONDITIONS_MAX, LINKS_MAX, type Query } from '../ast';
import { eq, fetch, fetchAggregate, hasNone, isIn } from '../build';
import { QueryFault } from '../fault';
import { fixtureMetadata } from '../testing/fixtures';
import { parseFetchXml } from './parse';

const metadata = fixtureMetadata();
const parse = (xml: string): Query => parseFetchXml(xml, metadata);
const sale = (inner: string, fetchAttributes = ''): Query =>
  parse(`<fetch ${fetchAttributes}><entity name="sale">${inner}</entity></fetch>`);
const condition = (attributes: string, values = ''): unknown =>
  sale(`<filter><condition ${attributes}>${values}</condition></filter>`).filter;

function faultOf(work: () => unknown): Pick<QueryFault, 'kind' | 'code'> {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryFault) return { kind: error.kind, code: error.code };
    throw error;
  }
  throw new Error('expected a fault');
}
const UNSUPPORTED = { kind: 'unsupported', code: '0x80041d1f' };
const invalid = (code: string) => ({ kind: 'invalid', code });

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('FetchXML: shape of the query', () => {
  test('columns, paging and flags', () => {
    expect(
      sale('<attribute name="name"/><attribute name="amount" alias="total"/>', 'page="2" count="50" distinct="true"'),
    ).toEqual({
      table: 'sale',
      columns: [
        { column: 'name', as: 'name' },
        { column: 'amount', as: 'total' },
      ],
      links: [],
      orders: [],
      distinct: true,
      page: 2,
      count: 50,
      totalCount: false,
      expands: [],
      lookupNames: false,
    });
  });

  test('all-attributes names every readable column', () => {
    expect(sale('<all-attributes/>').columns.map((each) => each.column)).toEqual(
      metadata.table('sale')?.columns.map((each) => each.name),
    );
  });

  test('links carry their alias, columns, filter and nested links; without alias they are numbered', () => {
    const query = sale(`
      <link-entity name="contract" from="contractid" to="contractid" link-type="outer" alias="c">
        <attribute name="name"/>
        <filter><condition attribute="number" operator="eq" value="7"/></filter>
        <link-entity name="account" from="accountid" to="accountid" link-type="outer"><attribute name="city"/></link-entity>
      </link-entity>`);
    expect(query.links).toEqual([
      {
        table: 'contract',
        alias: 'c',
        from: 'contractid',
        to: 'contractid',
        type: 'outer',
        columns: [{ column: 'name', as: 'c.name' }],
        filter: { kind: 'condition', source: 'c', column: 'number', operator: 'eq', values: ['7'] },
        links: [
          {
            table: 'account',
            alias: 'account1',
            from: 'accountid',
            to: 'accountid',
            type: 'outer',
            columns: [{ column: 'city', as: 'account1.city' }],
            links: [],
          },
        ],
      },
    ]);
  });

  test('orders of links apply after those of the root unless the root names them', () => {
    const query = sale(`
      <link-entity name="contract" from="contractid" to="contractid" alias="c"><order attribute="name"/></link-entity>
      <order attribute="day" descending="true"/><order entityname="c" attribute="number"/>`);
    expect(query.orders).toEqual([
      { kind: 'column', source: '', column: 'day', descending: true, raw: false },
      { kind: 'column', source: 'c', column: 'number', descending: false, raw: false },
      { kind: 'column', source: 'c', column: 'name', descending: false, raw: false },
    ]);
  });

  test('aggregates collect groups and measures of the root and of links', () => {
    const query = sale(
      `<attribute name="amount" aggregate="sum" alias="total"/>
       <attribute name="contractid" groupby="true" alias="contract"/>
       <link-entity name="contract" from="contractid" to="contractid" alias="c">
         <attribute name="accountid" aggregate="countcolumn" distinct="true" alias="accounts"/>
       </link-entity><order alias="total" descending="true"/>`,
      'aggregate="true"',
    );
    expect(query.aggregate).toEqual({
      groups: [{ source: '', column: 'contractid', as: 'contract' }],
      measures: [
        { source: '', column: 'amount', function: 'sum', distinct: false, as: 'total' },
        { source: 'c', column: 'accountid', function: 'countcolumn', distinct: true, as: 'accounts' },
      ],
      rowsMax: 50_000,
    });
    expect(query.orders).toEqual([{ kind: 'output', as: 'total', descending: true }]);
    expect(query.columns).toEqual([]);
  });

  test('what the builder writes is read back', () => {
    const xml = fetch('sale')
      .select('name')
      .where(isIn('status', [1, 2]), hasNone('contract', { from: 'contractid', to: 'contractid' }, eq('number', '<&"')))
      .page(3, 20, '<cookie page="2"/>')
      .toXml();
    const query = parse(xml);
    expect(query).toMatchObject({ page: 3, count: 20, pagingCookie: '<cookie page="2"/>' });
    expect(query.filter).toEqual({
      kind: 'and',
      filters: [
        { kind: 'condition', source: '', column: 'status', operator: 'in', values: [1, 2] },
        {
          kind: 'related',
          quantifier: 'none',
          source: '',
          link: {
            table: 'contract',
            alias: 'contract1',
            from: 'contractid',
            to: 'contractid',
            type: 'exists',
            columns: [],
            filter: { kind: 'condition', source: 'contract1', column: 'number', operator: 'eq', values: ['<&"'] },
            links: [],
          },
        },
      ],
    });
    expect(parse(fetchAggregate('sale').measure('sum', 'amount', 't').toXml()).aggregate?.measures).toHaveLength(1);
  });
});

describe('FetchXML: conditions', () => {
  test.each([
    ['attribute="name" operator="eq" value=" x "', [' x ']],
    ['attribute="amount" operator="gt" value="-0012.500"', ['-12.5']],
    ['attribute="round" operator="le" value="7"', [7]],
    ['attribute="isfinal" operator="eq" value="true"', [true]],
    ['attribute="isfinal" operator="eq" value="0"', [false]],
    [`attribute="contractid" operator="eq" value="{${ID.toUpperCase()}}"`, [ID]],
    ['attribute="day" operator="ge" value="2026-03-31"', ['2026-03-31']],
    ['attribute="soldat" operator="lt" value="2026-03-31T10:00:00+02:00"', ['2026-03-31T08:00:00Z']],
    ['attribute="soldat" operator="on" value="2026-03-31T10:00"', ['2026-03-31']],
    ['attribute="day" operator="last-x-days" value="3"', [3]],
    ['attribute="name" operator="null"', []],
  ])('%s has the column’s canonical value', (attributes, values) => {
    expect(condition(attributes)).toMatchObject({ values });
  });

  test.each([
    ['begins-with', 'like', 'ab%'],
    ['not-begin-with', 'not-like', 'ab%'],
    ['ends-with', 'like', '%ab'],
    ['not-end-with', 'not-like', '%ab'],
  ])('%s is %s', (written, operator, pattern) => {
    expect(condition(`attribute="name" operator="${written}" value="ab"`)).toMatchObject({
      operator,
      values: [pattern],
    });
  });

  test('entityname and valueof point to links by alias', () => {
    const link = '<link-entity name="contract" from="contractid" to="contractid" alias="c"/>';
    expect(
      sale(`<filter><condition entityname="c" attribute="number" operator="ne" valueof="number"/></filter>${link}`)
        .filter,
    ).toEqual({
      kind: 'comparison',
      left: { source: 'c', column: 'number' },
      operator: 'ne',
      right: { source: '', column: 'number' },
    });
    expect(
      sale(`<filter><condition attribute="number" operator="eq" valueof="c.number"/></filter>${link}`).filter,
    ).toMatchObject({ right: { source: 'c', column: 'number' } });
  });

  test('an empty filter restricts nothing', () => {
    expect(sale('<filter type="or"/>').filter).toBeUndefined();
  });

  test('all means: linked rows exist and none meets the conditions; not all means any', () => {
    const related = (type: string) =>
      sale(`<filter><link-entity name="contract" from="contractid" to="contractid" link-type="${type}">
        <filter><condition attribute="number" operator="eq" value="1"/></filter></link-entity></filter>`).filter;
    expect(related('not all')).toEqual(related('any'));
    expect(related('all')).toMatchObject({
      kind: 'and',
      filters: [
        { quantifier: 'any', link: { links: [] } },
        { quantifier: 'none', link: { filter: { column: 'number' } } },
      ],
    });
  });
});

describe('FetchXML: faults', () => {
  test.each<[string, () => unknown, unknown]>([
    ['unknown table', () => parse('<fetch><entity name="nope"/></fetch>'), invalid('0x80041102')],
    ['unknown column', () => sale('<attribute name="nope"/>'), invalid('0x80041103')],
    ['unknown column of a condition', () => condition('attribute="nope" operator="null"'), invalid('0x80041103')],
    ['unknown column of an order', () => sale('<order attribute="nope"/>'), invalid('0x80041103')],
    ['malformed XML', () => parse('<fetch><entity>'), invalid('0x80040203')],
    ['another root', () => parse('<entity name="sale"/>'), invalid('0x80040203')],
    ['bad number', () => condition('attribute="round" operator="eq" value="x"'), invalid('0x80040203')],
    ['bad day', () => condition('attribute="day" operator="eq" value="2026-02-30"'), invalid('0x80040203')],
    [
      'time on a date-only column',
      () => condition('attribute="day" operator="eq" value="2026-02-01T10:00Z"'),
      invalid('0x80040203'),
    ],
    ['missing value', () => condition('attribute="round" operator="eq"'), invalid('0x80040203')],
    ['one value for between', () => condition('attribute="round" operator="between" value="1"'), invalid('0x80040203')],
    ['like on a number', () => condition('attribute="round" operator="like" value="1%"'), invalid('0x80040203')],
    ['today on text', () => condition('attribute="name" operator="today"'), invalid('0x80040203')],
    [
      'alias twice',
      () => sale('<link-entity name="contract" from="contractid" to="contractid" alias="c"/>'.repeat(2)),
      invalid('0x80041119'),
    ],
    ['unknown alias', () => condition('entityname="x" attribute="name" operator="null"'), invalid('0x80041119')],
    ['top with page', () => sale('', 'top="5" page="2"'), invalid('0x80040203')],
    ['fiscal operator', () => condition('attribute="day" operator="this-fiscal-year"'), UNSUPPORTED],
    ['unknown operator', () => condition('attribute="day" operator="sounds-like" value="x"'), UNSUPPORTED],
    ['unknown element', () => sale('<having/>'), UNSUPPORTED],
    ['unknown attribute', () => sale('', 'min-active-row-version="true"'), UNSUPPORTED],
    [
      'dategrouping',
      () => sale('<attribute name="day" groupby="true" dategrouping="month" alias="m"/>', 'aggregate="true"'),
      UNSUPPORTED,
    ],
    [
      'cross apply',
      () =>
        sale(
          '<link-entity name="contract" from="contractid" to="contractid" link-type="matchfirstrowusingcrossapply"/>',
        ),
      UNSUPPORTED,
    ],
    [
      'inner inside outer',
      () =>
        sale(
          '<link-entity name="contract" from="contractid" to="contractid" link-type="outer"><link-entity name="account" from="accountid" to="accountid"/></link-entity>',
        ),
      UNSUPPORTED,
    ],
  ])('%s', (_name, work, fault) => {
    expect(faultOf(work)).toEqual(fault);
  });

  test('a link that only restricts neither returns nor orders, and is not seen from outside', () => {
    const exists = (inner: string) =>
      `<link-entity name="contract" from="contractid" to="contractid" alias="c" link-type="exists">${inner}</link-entity>`;
    expect(faultOf(() => sale(exists('<attribute name="name"/>')))).toEqual(invalid('0x80040203'));
    expect(faultOf(() => sale(exists('<order attribute="name"/>')))).toEqual(invalid('0x80040203'));
    const outside = '<filter><condition entityname="c" attribute="name" operator="null"/></filter>';
    expect(faultOf(() => sale(exists('') + outside))).toEqual(invalid('0x80041119'));
    expect(faultOf(() => sale(exists('') + '<order entityname="c" attribute="name"/>'))).toEqual(invalid('0x80041119'));
  });

  test('limits: depth of filters and length of patterns', () => {
    const nested = '<filter>'.repeat(5000) + '</filter>'.repeat(5000);
    expect(faultOf(() => sale(nested))).toEqual(invalid('0x80040203'));
    const pattern = `attribute="name" operator="like" value="${'x'.repeat(4001)}"`;
    expect(faultOf(() => condition(pattern))).toEqual(invalid('0x80040203'));
  });

  test('limits: conditions and links of a query', () => {
    const conditions = (count: number) =>
      sale(`<filter>${'<condition attribute="round" operator="null"/>'.repeat(count)}</filter>`);
    const links = (count: number) =>
      sale('<link-entity name="contract" from="contractid" to="contractid"/>'.repeat(count));
    expect(() => conditions(CONDITIONS_MAX)).not.toThrow();
    expect(() => links(LINKS_MAX)).not.toThrow();
    expect(faultOf(() => conditions(CONDITIONS_MAX + 1))).toEqual(invalid('0x8004430c'));
    expect(faultOf(() => links(LINKS_MAX + 1))).toEqual(invalid('0x8004430d'));
  });
});
