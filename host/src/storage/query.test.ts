import { choice, dateTime, guid, lookup, money, type Row, type RowPage } from '@bbl/dataverse/ports';
import { PAGE_ROWS_MAX, parseFetchXml, parseODataQuery, type Query } from '@bbl/dataverse/query';
import type { Store } from './store';
import { everything, faultOf, id, memoryStore, metadata, OTHER_USER, seedPrincipals, USER } from './testing/fixtures';

let store: Store;
const ACCOUNT = id(50);
const [BRIDGE, ALPHA, NAMELESS] = [id(51), id(52), id(53)];

beforeAll(() => {
  store = memoryStore();
  seedPrincipals(store);
  store.insert('account', ACCOUNT, { name: 'Contoso', city: 'Aachen' });
  store.insert('contract', BRIDGE, { name: 'bridge', number: '1', accountid: lookup('account', ACCOUNT) });
  store.insert('contract', ALPHA, { name: 'Alpha', number: '2' });
  store.insert('contract', NAMELESS, { number: '3' });
  const sale = (number: number, row: Row): void => store.insert('sale', id(number), row);
  sale(1, {
    name: 'Design',
    contractid: lookup('contract', BRIDGE),
    amount: money('10'),
    round: 1,
    status: choice(1),
    day: dateTime('2026-01-02T00:00:00Z'),
  });
  sale(2, {
    name: 'design',
    contractid: lookup('contract', ALPHA),
    amount: money('20.5'),
    round: 2,
    status: choice(2),
    day: dateTime('2026-01-01T00:00:00Z'),
  });
  sale(3, {
    name: 'Éclair',
    contractid: lookup('contract', BRIDGE),
    amount: money('-5.0001'),
    round: 3,
    status: choice(3),
  });
  sale(4, { name: null, round: 4, ownerid: lookup('systemuser', USER) });
  sale(5, {
    name: 'eclipse',
    contractid: lookup('contract', NAMELESS),
    round: 5,
    status: choice(1),
    ownerid: lookup('systemuser', OTHER_USER),
  });
});
afterAll(() => store.close());

const fetched = (xml: string): Query => parseFetchXml(xml, metadata);
const run = (query: Query) => store.query(query, everything, { userId: USER, businessUnitId: id(911), teamIds: [] });
const fetch = (inner: string, attributes = ''): readonly Row[] =>
  run(fetched(`<fetch ${attributes}><entity name="sale">${inner}</entity></fetch>`)).rows;
const rounds = (rows: readonly Row[]): unknown[] => rows.map((row) => row.round);
const ordered = (...orders: string[]): unknown[] => rounds(fetch(`<attribute name="round"/>${orders.join('')}`));

describe('rows of a query', () => {
  test('hold the asked columns, the id and the version, and links under their alias', () => {
    const [row] = fetch(
      `<attribute name="amount"/><filter><condition attribute="round" operator="eq" value="1"/></filter>
       <link-entity name="contract" from="contractid" to="contractid" alias="c"><attribute name="name"/>
         <link-entity name="account" from="accountid" to="accountid" alias="a" link-type="outer"><attribute name="city" alias="place"/></link-entity>
       </link-entity>`,
    );
    expect(row).toEqual({
      saleid: guid(id(1)),
      versionnumber: expect.any(Number) as number,
      amount: money('10'),
      'c.name': 'bridge',
      place: 'Aachen',
    });
  });

  test('lookups carry names when asked for, and new ones after a change', () => {
    const query: Query = {
      ...fetched(
        '<fetch><entity name="sale"><attribute name="contractid"/><filter><condition attribute="round" operator="eq" value="1"/></filter></entity></fetch>',
      ),
      lookupNames: true,
    };
    expect(run(query).rows[0]?.contractid).toEqual({ ...lookup('contract', BRIDGE), name: 'bridge' });
    store.update('contract', BRIDGE, { name: 'Bridge' });
    expect(run(query).rows[0]?.contractid).toMatchObject({ name: 'Bridge' });
    store.update('contract', BRIDGE, { name: 'bridge' });
  });
});

describe('links', () => {
  const link = (type: string, inner = '') =>
    rounds(
      fetch(
        `<attribute name="round"/><link-entity name="contract" from="contractid" to="contractid" alias="c" link-type="${type}">${inner}</link-entity><order attribute="round"/>`,
      ),
    );
  const named = '<filter><condition attribute="name" operator="eq" value="ALPHA"/></filter>';

  test('inner leaves rows out, outer keeps them, exists only restricts', () => {
    expect(link('inner')).toEqual([1, 2, 3, 5]);
    expect(link('outer')).toEqual([1, 2, 3, 4, 5]);
    expect(link('inner', named)).toEqual([2]);
    expect(link('outer', named)).toEqual([1, 2, 3, 4, 5]);
    expect(link('exists', named)).toEqual([2]);
  });

  test('a root condition on an outer link applies after the join', () => {
    expect(
      rounds(
        fetch(
          `<attribute name="round"/><filter><condition entityname="c" attribute="contractid" operator="null"/></filter>
           <link-entity name="contract" from="contractid" to="contractid" alias="c" link-type="outer"/>`,
        ),
      ),
    ).toEqual([4]);
  });

  test('one to many repeats the row, exists does not', () => {
    const contracts = (type: string) =>
      run(
        fetched(
          `<fetch><entity name="contract"><attribute name="number"/><link-entity name="sale" from="contractid" to="contractid" link-type="${type}"/></entity></fetch>`,
        ),
      ).rows.map((row) => row.number);
    expect(contracts('inner')).toEqual(['1', '1', '2', '3']);
    expect(contracts('exists')).toEqual(['1', '2', '3']);
  });

  test('aliases that differ in case alone are two links', () => {
    const rows = fetch(
      `<filter><condition attribute="round" operator="eq" value="1"/></filter>
       <link-entity name="contract" from="contractid" to="contractid" alias="a"><attribute name="number"/></link-entity>
       <link-entity name="contract" from="contractid" to="contractid" alias="A"><attribute name="name"/></link-entity>`,
    );
    expect(rows[0]).toMatchObject({ 'a.number': '1', 'A.name': 'bridge' });
  });

  test('like on a lookup looks at the name of its row', () => {
    expect(
      rounds(
        fetch(
          '<attribute name="round"/><filter><condition attribute="contractid" operator="like" value="%LPH%"/></filter>',
        ),
      ),
    ).toEqual([2]);
    expect(
      rounds(
        fetch('<attribute name="round"/><filter><condition attribute="ownerid" operator="like" value="ada"/></filter>'),
      ),
    ).toEqual([4]);
  });
});

describe('orders', () => {
  test('texts sort without case and accents, empty ones first, ties by id', () => {
    expect(ordered('<order attribute="name"/>')).toEqual([4, 1, 2, 3, 5]);
    expect(ordered('<order attribute="name" descending="true"/>')).toEqual([5, 3, 1, 2, 4]);
  });

  test('lookups sort by the name of their row, choices by their label', () => {
    expect(ordered('<order attribute="contractid"/>', '<order attribute="round" descending="true"/>')).toEqual([
      5, 4, 2, 3, 1,
    ]);
    // Billed, Closed, Open
    expect(ordered('<order attribute="status"/>')).toEqual([4, 2, 3, 1, 5]);
    expect(rounds(fetch('<attribute name="round"/><order attribute="status"/>', 'useraworderby="true"'))).toEqual([
      4, 1, 5, 2, 3,
    ]);
  });

  test('an order by lookup is the same with and without empty lookups', () => {
    const rest = '<attribute name="round"/><order attribute="contractid"/><order attribute="day"/>';
    expect(rounds(fetch(rest))).toEqual([4, 5, 2, 3, 1]);
    store.transaction(() => {
      store.update('sale', id(4), { contractid: lookup('contract', ALPHA) });
      expect(rounds(fetch(rest))).toEqual([5, 4, 2, 3, 1]);
      expect(rounds(fetch(rest.replace('"contractid"', '"contractid" descending="true"')))).toEqual([3, 1, 4, 2, 5]);
      store.update('sale', id(4), { contractid: null });
    });
  });

  test('a linked column sorts too', () => {
    const linked = '<link-entity name="contract" from="contractid" to="contractid" alias="c" link-type="outer"/>';
    expect(ordered(linked, '<order entityname="c" attribute="number" descending="true"/>')).toEqual([5, 2, 1, 3, 4]);
  });
});

describe('pages', () => {
  const page = (number: number, count = 2, cookie = '') =>
    run(
      fetched(
        `<fetch page="${number}" count="${count}" returntotalrecordcount="true" ${cookie}><entity name="sale"><attribute name="round"/><order attribute="round"/></entity></fetch>`,
      ),
    );

  test('end where the rows end; the cookie names the page and its first and last id', () => {
    const first = page(1);
    expect(rounds(first.rows)).toEqual([1, 2]);
    expect(first).toMatchObject({ moreRecords: true, totalRecordCount: 5, totalRecordCountLimitExceeded: false });
    expect(first.pagingCookie).toContain(`<cookie page="1"><saleid last="{${id(2)}}" first="{${id(1)}}" />`);
    const last = page(3, 2, 'paging-cookie="&lt;cookie page=&quot;2&quot;&gt;&lt;/cookie&gt;"');
    expect(rounds(last.rows)).toEqual([5]);
    expect(last.moreRecords).toBe(false);
    expect(last).not.toHaveProperty('pagingCookie');
  });

  const next = (answer: RowPage, number: number): RowPage =>
    run({
      ...fetched(
        '<fetch count="2"><entity name="sale"><attribute name="round"/><order attribute="round"/></entity></fetch>',
      ),
      page: number,
      ...(answer.pagingCookie !== undefined && { pagingCookie: answer.pagingCookie }),
    });

  test('with its cookie a page begins behind the last row, whatever was removed before it', () => {
    expect(() =>
      store.transaction(() => {
        const first = page(1);
        store.remove('sale', id(1));
        expect(rounds(next(first, 2).rows)).toEqual([3, 4]);
        // Any other page is counted from the start.
        expect(rounds(next(first, 3).rows)).toEqual([]);
        expect(rounds(page(2).rows)).toEqual([4, 5]);
        throw new Error('undo');
      }),
    ).toThrow('undo');
  });

  test('a foreign cookie is refused', () => {
    const refused = { status: 400, code: '0x80040203' };
    expect(faultOf(() => page(2, 2, 'paging-cookie="x"'))).toMatchObject(refused);
    const bad = (place: string): RowPage => ({
      rows: [],
      moreRecords: true,
      pagingCookie: `<cookie page="1"><place last="${place}" /></cookie>`,
    });
    expect(faultOf(() => next(bad('x'), 2))).toMatchObject(refused);
    expect(faultOf(() => next(bad('%5B1%5D'), 2))).toMatchObject(refused);
    expect(faultOf(() => next(bad('%5B%22x%22%5D'), 2))).toMatchObject(refused);
  });

  test('top takes the first rows and has no next page', () => {
    const query = fetched('<fetch top="2"><entity name="sale"><attribute name="round"/></entity></fetch>');
    expect(run(query)).toMatchObject({ rows: [{ round: 1 }, { round: 2 }], moreRecords: false });
  });

  test('the total stops counting at 5,000', () => {
    store.transaction(() => {
      for (let at = 0; at <= PAGE_ROWS_MAX; at++) store.insert('account', id(10_000 + at), { city: 'many' });
    });
    const many = fetched('<fetch returntotalrecordcount="true"><entity name="account"/></fetch>');
    const answer = run(many);
    expect(answer.rows).toHaveLength(PAGE_ROWS_MAX);
    expect(answer).toMatchObject({
      moreRecords: true,
      totalRecordCount: PAGE_ROWS_MAX,
      totalRecordCountLimitExceeded: true,
    });
  });
});

describe('distinct', () => {
  test('makes alike rows one and returns neither id nor version', () => {
    expect(fetch('<attribute name="name"/><order attribute="name"/>', 'distinct="true"')).toEqual([
      { name: null },
      { name: 'Design' },
      { name: 'Éclair' },
      { name: 'eclipse' },
    ]);
  });
});

describe('aggregates', () => {
  const aggregate = (inner: string, attributes = '') => fetch(inner, `aggregate="true" ${attributes}`);

  test('sum, avg, min, max and counts are exact', () => {
    expect(
      aggregate(`<attribute name="amount" aggregate="sum" alias="sum"/><attribute name="amount" aggregate="avg" alias="avg"/>
        <attribute name="amount" aggregate="min" alias="min"/><attribute name="amount" aggregate="max" alias="max"/>
        <attribute name="amount" aggregate="count" alias="rows"/><attribute name="amount" aggregate="countcolumn" alias="filled"/>
        <attribute name="name" aggregate="countcolumn" distinct="true" alias="names"/>
        <attribute name="round" aggregate="avg" alias="round"/><attribute name="day" aggregate="max" alias="day"/>`),
    ).toEqual([
      {
        sum: money('25.4999'),
        avg: money('8.5'),
        min: money('-5.0001'),
        max: money('20.5'),
        rows: 5,
        filled: 3,
        names: 3,
        round: 3,
        day: dateTime('2026-01-02T00:00:00Z'),
      },
    ]);
  });

  test('groups have their values; texts group without case; a sum of nothing is nought', () => {
    expect(
      aggregate(`<attribute name="name" groupby="true" alias="n"/><attribute name="contractid" groupby="true" alias="c"/>
        <attribute name="amount" aggregate="sum" alias="total"/><order alias="total" descending="true"/>`),
    ).toEqual([
      { n: 'design', c: lookup('contract', ALPHA), total: money('20.5') },
      { n: 'Design', c: lookup('contract', BRIDGE), total: money('10') },
      { n: null, c: null, total: money('0') },
      { n: 'eclipse', c: lookup('contract', NAMELESS), total: money('0') },
      { n: 'Éclair', c: lookup('contract', BRIDGE), total: money('-5.0001') },
    ]);
    expect(
      aggregate(
        '<attribute name="name" groupby="true" alias="n"/><attribute name="round" aggregate="count" alias="k"/><order alias="k" descending="true"/>',
      )[0],
    ).toEqual({ n: 'Design', k: 2 });
  });

  test('links bring groups and measures', () => {
    expect(
      aggregate(`<attribute name="amount" aggregate="sum" alias="total"/>
        <link-entity name="contract" from="contractid" to="contractid"><attribute name="number" groupby="true" alias="number"/></link-entity>
        <order alias="number"/>`),
    ).toEqual([
      { number: '1', total: money('4.9999') },
      { number: '2', total: money('20.5') },
      { number: '3', total: money('0') },
    ]);
  });

  test('more rows than allowed answer 0x8004e023', () => {
    const count = '<attribute name="round" aggregate="count" alias="k"/>';
    expect(aggregate(count, 'aggregatelimit="5"')).toEqual([{ k: 5 }]);
    expect(faultOf(() => aggregate(count, 'aggregatelimit="4"'))).toMatchObject({ status: 400, code: '0x8004e023' });
  });
});

describe('the caller and the clock', () => {
  const condition = (attributes: string) =>
    rounds(fetch(`<attribute name="round"/><filter><condition ${attributes}/></filter>`));

  test('user operators', () => {
    expect(condition('attribute="ownerid" operator="eq-userid"')).toEqual([4]);
    expect(condition('attribute="ownerid" operator="ne-userid"')).toEqual([1, 2, 3, 5]);
    expect(condition('attribute="ownerid" operator="eq-useroruserteams"')).toEqual([4]);
  });

  test('date operators on date-only columns', () => {
    expect(condition('attribute="day" operator="olderthan-x-days" value="88"')).toEqual([2]);
    expect(condition('attribute="day" operator="this-year"')).toEqual([1, 2]);
    expect(condition('attribute="day" operator="on" value="2026-01-02"')).toEqual([1]);
  });
});

describe('OData', () => {
  const odata = (options: Record<string, string>, table = 'sale') =>
    run(parseODataQuery(table, new URLSearchParams(options), metadata));

  test('a path through a lookup filters and sorts', () => {
    expect(
      rounds(
        odata({ $select: 'round', $filter: "ContractId/name ne 'alpha'", $orderby: 'ContractId/number desc,round' })
          .rows,
      ),
    ).toEqual([5, 1, 3, 4]);
  });

  test('lambdas ask the related rows', () => {
    const named = (filter: string) =>
      odata({ $select: 'number', $filter: filter, $orderby: 'number' }, 'contract').rows.map((row) => row.number);
    expect(named('contract_sale_contractid/any(s:s/amount lt 0)')).toEqual(['1']);
    expect(named('contract_sale_contractid/all(s:s/amount gt 0)')).toEqual(['2']);
    expect(named('not contract_sale_contractid/any(s:s/amount lt 0)')).toEqual(['2', '3']);
  });

  test('an expanded lookup arrives with its primary id, or empty', () => {
    const { rows } = odata({ $select: 'round', $expand: 'ContractId($select=name)', $filter: 'round ge 4' });
    expect(rows).toMatchObject([
      { round: 4, 'n1.contractid': null, 'n1.name': null },
      { round: 5, 'n1.contractid': guid(NAMELESS), 'n1.name': null },
    ]);
  });
});
