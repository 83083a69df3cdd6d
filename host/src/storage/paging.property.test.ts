import fc from 'fast-check';
import type { Row } from '@bbl/dataverse/ports';
import { type Order, type Query, ROOT } from '@bbl/dataverse/query';
import { contractRows, saleRows } from './testing/arbitraries';
import { everything, id, memoryStore, seedPrincipals } from './testing/fixtures';

const columns = ['name', 'note', 'contractid', 'amount', 'status', 'isfinal', 'day', 'ownerid', 'round'];
const orders: fc.Arbitrary<readonly Order[]> = fc.uniqueArray(
  fc.record({
    kind: fc.constant('column' as const),
    source: fc.constant(ROOT),
    column: fc.constantFrom(...columns),
    descending: fc.boolean(),
    raw: fc.boolean(),
  }),
  { maxLength: 3, selector: (order) => order.column },
);

test('pages of any size in any order visit every row exactly once, in the order of one large page', () => {
  const store = memoryStore();
  const visit = (query: Query): Row[] => {
    const rows: Row[] = [];
    for (let page = 1, cookie: string | undefined; ; page++) {
      const answer = store.query({ ...query, page, ...(cookie && { pagingCookie: cookie }) }, everything);
      rows.push(...answer.rows);
      if (!answer.moreRecords) return rows;
      cookie = answer.pagingCookie;
    }
  };
  fc.assert(
    fc.property(contractRows, saleRows, orders, fc.integer({ min: 1, max: 5 }), (contracts, sales, by, count) => {
      store.clear();
      seedPrincipals(store);
      contracts.forEach((row, at) => store.insert('contract', id(at + 1), row));
      sales.forEach((row, at) => store.insert('sale', id(100 + at), row));
      const query: Query = {
        table: 'sale',
        columns: [],
        links: [],
        orders: by,
        distinct: false,
        page: 1,
        totalCount: false,
        expands: [],
        lookupNames: false,
      };
      const whole = store.query(query, everything).rows;
      expect(whole).toHaveLength(sales.length);
      expect(visit({ ...query, count })).toEqual(whole);
    }),
    { seed: 20260331, numRuns: 300 },
  );
  store.close();
});
