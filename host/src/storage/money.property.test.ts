import fc from 'fast-check';
import Big from 'big.js';
import { money, type Row } from '@bbl/dataverse/ports';
import { parseFetchXml } from '@bbl/dataverse/query';
import { everything, id, memoryStore, metadata } from './testing/fixtures';

const SEED = { seed: 20260331 };
const LIMIT = 922_337_203_685_477n * 10_000n;
const amounts = fc.oneof(
  fc.bigInt({ min: -LIMIT, max: LIMIT }),
  fc.bigInt({ min: -20_000n, max: 20_000n }),
  fc.constantFrom(LIMIT, -LIMIT, LIMIT - 1n, 0n, 1n, -1n),
);
/** Ten-thousandths as the shortest decimal text. */
const textOf = (units: bigint): string => new Big(units.toString()).div(10_000).toFixed();

test('money of the whole range comes back exactly', () => {
  const store = memoryStore();
  store.insert('sale', id(1), {});
  fc.assert(
    fc.property(amounts, (units) => {
      store.update('sale', id(1), { amount: money(textOf(units)) });
      expect(store.get('sale', id(1), ['amount'])?.amount).toEqual(money(textOf(units)));
    }),
    { ...SEED, numRuns: 2000 },
  );
  store.close();
});

test('sums and averages of money agree with big.js', () => {
  const store = memoryStore();
  const query = parseFetchXml(
    '<fetch aggregate="true"><entity name="sale"><attribute name="amount" aggregate="sum" alias="sum"/><attribute name="amount" aggregate="avg" alias="avg"/></entity></fetch>',
    metadata,
  );
  const values = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(values, (all) => {
      store.clear();
      all.forEach((units, at) => store.insert('sale', id(at), { round: at, amount: money(textOf(units)) }));
      const sum = all.reduce((total, units) => total.plus(textOf(units)), new Big(0));
      const [row] = store.query(query, everything).rows as [Row];
      expect(row.sum).toEqual(money(sum.toFixed()));
      expect(row.avg).toEqual(money(new Big(sum.div(all.length).toFixed(4, Big.roundHalfUp)).toFixed()));
    }),
    { ...SEED, numRuns: 200 },
  );
  store.close();
});
