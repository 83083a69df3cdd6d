import { childQuery, type Filter, type Query } from '../ast';
import { QueryFault } from '../fault';
import { fixtureMetadata } from '../testing/fixtures';
import { parseODataQuery } from './parse';
import { writeSkipToken } from './skipToken';

const metadata = fixtureMetadata();
const query = (options: Record<string, string>, table = 'sale'): Query =>
  parseODataQuery(table, { get: (name) => options[name] ?? null, keys: () => Object.keys(options) }, metadata);
const filter = (text: string, more: Record<string, string> = {}, table = 'sale'): Filter | undefined =>
  query({ $select: 'name', $filter: text, ...more }, table).filter;
const faultOf = (work: () => unknown): { kind: string; code: string } => {
  try {
    work();
  } catch (error) {
    if (error instanceof QueryFault) return { kind: error.kind, code: error.code };
    throw error;
  }
  throw new Error('expected a fault');
};
const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';
const is = (column: string, operator: string, ...values: unknown[]) => ({
  kind: 'condition',
  source: '',
  column,
  operator,
  values,
});

describe('OData: options', () => {
  test('$select names properties, lookups by their value property', () => {
    expect(query({ $select: 'name,_contractid_value' }).columns).toEqual([
      { column: 'name', as: 'name' },
      { column: 'contractid', as: 'contractid' },
    ]);
  });

  test('without $select every readable column is returned', () => {
    expect(query({}).columns).toHaveLength(metadata.table('sale')?.columns.length ?? 0);
  });

  test('$orderby, $top and $count', () => {
    const read = query({ $orderby: 'day desc,_contractid_value,ContractId/name asc', $top: '5', $count: 'true' });
    expect(read).toMatchObject({ top: 5, page: 1, totalCount: true });
    expect(read.orders).toEqual([
      { kind: 'column', source: '', column: 'day', descending: true, raw: false },
      { kind: 'column', source: '', column: 'contractid', descending: false, raw: false },
      { kind: 'column', source: 'n1', column: 'name', descending: false, raw: false },
    ]);
    expect(read.links).toMatchObject([{ alias: 'n1', table: 'contract', type: 'outer' }]);
  });

  test('$skiptoken carries page and cookie of the page before', () => {
    const token = writeSkipToken(3, '<cookie page="2"><a last="1 & 2%"/></cookie>');
    expect(query({ $skiptoken: token })).toMatchObject({
      page: 3,
      pagingCookie: '<cookie page="2"><a last="1 & 2%"/></cookie>',
    });
  });

  test('fetchXml replaces the options and must be about the same table', () => {
    const fetchXml = '<fetch><entity name="sale"><attribute name="name"/></entity></fetch>';
    expect(query({ fetchXml, $count: 'true' })).toMatchObject({ table: 'sale', totalCount: true });
    expect(faultOf(() => query({ fetchXml }, 'contract'))).toEqual({ kind: 'invalid', code: '0x80040203' });
  });

  test('$apply groups and aggregates', () => {
    const read = query({
      $apply:
        'filter(round gt 1)/groupby((_contractid_value,status),aggregate(amount with sum as total,$count as n,round with countdistinct as rounds))',
      $orderby: 'status desc',
    });
    expect(read.filter).toEqual(is('round', 'gt', 1));
    expect(read.aggregate).toMatchObject({
      groups: [
        { column: 'contractid', as: 'contractid' },
        { column: 'status', as: 'status' },
      ],
      measures: [
        { column: 'amount', function: 'sum', as: 'total' },
        { column: 'saleid', function: 'count', as: 'n' },
        { column: 'round', function: 'countcolumn', distinct: true, as: 'rounds' },
      ],
    });
    expect(read.orders).toEqual([{ kind: 'output', as: 'status', descending: true }]);
  });
});

describe('OData: $filter', () => {
  test.each<[string, unknown]>([
    ["name eq 'it''s'", is('name', 'eq', "it's")],
    ['amount gt -12.50', is('amount', 'gt', '-12.5')],
    ['round ne null', is('round', 'not-null')],
    ['ContractId eq null', is('contractid', 'null')],
    [`_contractid_value eq ${ID.toUpperCase()}`, is('contractid', 'eq', ID)],
    [`_contractid_value eq '${ID}'`, is('contractid', 'eq', ID)],
    ['day ge 2026-03-31', is('day', 'ge', '2026-03-31')],
    ['soldat lt 2026-03-31T08:00:00Z', is('soldat', 'lt', '2026-03-31T08:00:00Z')],
    ['isfinal eq true', is('isfinal', 'eq', true)],
    ["contains(name,'a,b)')", is('name', 'like', '%a,b)%')],
    ["startswith(name,'a')", is('name', 'like', 'a%')],
    ["endswith(name,'a')", is('name', 'like', '%a')],
    ["not contains(name,'a')", { kind: 'not', filter: is('name', 'like', '%a%') }],
    ["Microsoft.Dynamics.CRM.In(PropertyName='status',PropertyValues=['1','2'])", is('status', 'in', 1, 2)],
    ['Microsoft.Dynamics.CRM.Between(PropertyName=\'round\',PropertyValues=["1","5"])', is('round', 'between', 1, 5)],
    [
      "Microsoft.Dynamics.CRM.OnOrBefore(PropertyName='day',PropertyValue='2026-01-31')",
      is('day', 'on-or-before', '2026-01-31'),
    ],
    ["Microsoft.Dynamics.CRM.EqualUserId(PropertyName='ownerid')", is('ownerid', 'eq-userid')],
    ["Microsoft.Dynamics.CRM.LastXDays(PropertyName='day',PropertyValue=7)", is('day', 'last-x-days', 7)],
    [
      'number eq name',
      {
        kind: 'comparison',
        left: { source: '', column: 'number' },
        operator: 'eq',
        right: { source: '', column: 'name' },
      },
    ],
  ])('%s', (text, expected) => {
    expect(filter(text)).toEqual(expected);
  });

  test('and binds tighter than or, parentheses before both', () => {
    expect(filter('round eq 1 or round eq 2 and round eq 3')).toEqual({
      kind: 'or',
      filters: [is('round', 'eq', 1), { kind: 'and', filters: [is('round', 'eq', 2), is('round', 'eq', 3)] }],
    });
    expect(filter('(round eq 1 or round eq 2) and round eq 3')).toMatchObject({ kind: 'and' });
  });

  test('a path through lookups becomes one outer link, however often it is walked', () => {
    const read = query({
      $select: 'name',
      $filter: "ContractId/AccountId/name eq 'A' and ContractId/number eq '1'",
      $expand: 'ContractId($select=name)',
    });
    expect(read.filter).toMatchObject({
      filters: [
        { source: 'n2', column: 'name' },
        { source: 'n1', column: 'number' },
      ],
    });
    expect(read.links).toMatchObject([
      {
        alias: 'n1',
        table: 'contract',
        type: 'outer',
        from: 'contractid',
        to: 'contractid',
        links: [{ alias: 'n2', table: 'account' }],
      },
    ]);
    expect(read.links).toHaveLength(1);
  });

  test('lambdas: any asks for a row, all for none that contradicts', () => {
    const collection = 'contract_sale_contractid';
    expect(filter(`${collection}/any(s:s/round gt 1 and s/ContractId/number eq '1')`, {}, 'contract')).toMatchObject({
      kind: 'related',
      quantifier: 'any',
      source: '',
      link: {
        table: 'sale',
        alias: 'n1',
        from: 'contractid',
        to: 'contractid',
        filter: {
          filters: [
            { source: 'n1', column: 'round' },
            { source: 'n2', column: 'number' },
          ],
        },
        links: [{ alias: 'n2', table: 'contract' }],
      },
    });
    expect(filter(`${collection}/all(s:s/round gt 1)`, {}, 'contract')).toMatchObject({
      quantifier: 'none',
      link: { filter: { kind: 'not' } },
    });
    expect(filter(`${collection}/any()`, {}, 'contract')).not.toHaveProperty('link.filter');
  });

  test('parameter aliases stand for their values, not inside quotes', () => {
    expect(
      filter("Microsoft.Dynamics.CRM.In(PropertyName=@p1,PropertyValues=@p2) and name eq '@p1'", {
        '@p1': "'number'",
        '@p2': `["O'Brian","b"]`,
      }),
    ).toEqual({ kind: 'and', filters: [is('number', 'in', "O'Brian", 'b'), is('name', 'eq', '@p1')] });
  });
});

describe('OData: $expand', () => {
  test('a lookup arrives through a link with its primary id', () => {
    const read = query({ $select: 'name', $expand: 'ContractId($select=name;$expand=AccountId($select=city))' });
    expect(read.links).toMatchObject([
      {
        alias: 'n1',
        columns: [
          { column: 'contractid', as: 'n1.contractid' },
          { column: 'name', as: 'n1.name' },
        ],
        links: [{ alias: 'n2', columns: [{ as: 'n2.accountid' }, { as: 'n2.city' }] }],
      },
    ]);
    expect(read.expands).toEqual([
      {
        kind: 'lookup',
        property: 'ContractId',
        table: 'contract',
        alias: 'n1',
        columns: ['name'],
        expands: [
          { kind: 'lookup', property: 'AccountId', table: 'account', alias: 'n2', columns: ['city'], expands: [] },
        ],
      },
    ]);
  });

  test('a collection is a query of its own for the children of a row', () => {
    const [expand] = query(
      { $select: 'name', $expand: 'contract_sale_contractid($select=amount;$filter=round eq 1;$orderby=day;$top=3)' },
      'contract',
    ).expands;
    if (expand?.kind !== 'collection') throw new Error('expected a collection');
    expect(childQuery(expand, ID)).toMatchObject({
      table: 'sale',
      columns: [{ column: 'amount' }],
      top: 3,
      orders: [{ column: 'day' }],
      filter: { kind: 'and', filters: [is('contractid', 'eq', ID), is('round', 'eq', 1)] },
    });
  });
});

describe('OData: faults', () => {
  const SYNTAX = { kind: 'invalid', code: '0x80060888' };
  const UNSUPPORTED = { kind: 'unsupported', code: '0x80041d1f' };
  test.each<[string, () => unknown, unknown]>([
    ['unknown property in $select', () => query({ $select: 'nope' }), SYNTAX],
    ['a lookup by its column name', () => query({ $select: 'contractid' }), SYNTAX],
    ['unknown property in $filter', () => filter('nope eq 1'), SYNTAX],
    ['unknown navigation property', () => query({ $expand: 'nope' }), SYNTAX],
    ['navigation properties are case-sensitive', () => query({ $expand: 'contractId' }), SYNTAX],
    ['unterminated text', () => filter("name eq 'a"), SYNTAX],
    ['trailing words', () => filter('round eq 1 2'), SYNTAX],
    ['missing operand', () => filter('round eq'), SYNTAX],
    ['a number in quotes', () => filter("round eq '1'"), SYNTAX],
    ['text without quotes', () => filter('name eq 1'), SYNTAX],
    ['unbalanced parentheses', () => query({ $expand: 'ContractId($select=name' }), SYNTAX],
    ['too deep', () => filter('('.repeat(5000) + 'round eq 1' + ')'.repeat(5000)), SYNTAX],
    ['order by a measure', () => query({ $apply: 'aggregate(amount with sum as t)', $orderby: 't' }), SYNTAX],
    ['an alias without value', () => filter('round eq @p9'), SYNTAX],
    ['$skip', () => query({ $skip: '5' }), UNSUPPORTED],
    ['$levels', () => query({ $expand: 'ContractId($levels=2)' }), UNSUPPORTED],
    ['unknown query function', () => filter("Microsoft.Dynamics.CRM.ThisFiscalYear(PropertyName='day')"), UNSUPPORTED],
    ['unknown transformation', () => query({ $apply: 'topcount(1,amount)' }), UNSUPPORTED],
    ['no such table', () => query({}, 'nope'), { kind: 'invalid', code: '0x80041102' }],
  ])('%s', (_name, work, fault) => {
    expect(faultOf(work)).toEqual(fault);
  });
});
