/** Random sales, contracts and filters over them. Values come from small sets, so that comparisons meet. */
import fc from 'fast-check';
import { choice, dateTime, decimal, lookup, money, type Row } from '@bbl/dataverse/ports';
import { type Filter, ROOT, type Scalar } from '@bbl/dataverse/query';
import { id, OTHER_USER, TEAM, USER } from './fixtures';

const CONTRACT_IDS = [1, 2, 3, 4].map(id);
const TEXTS = ['Alpha', 'alpha', 'ALPHÄ', 'beta', 'Beta 2', 'a_b', '50%', 'x[y]z', 'é', '*?'];
const PATTERNS = [
  '%',
  'alpha',
  'al%',
  '%A',
  '%eta%',
  'a_b',
  'a[_]b',
  '50[%]',
  '[a-b]%',
  '[^a]%',
  'x[[]y%',
  '_',
  '%*%',
  '[*]?',
  '[]a',
  'b%2',
  '[^]',
];
const AMOUNTS = ['0', '-0.0001', '12.5', '-1200.5', '922337203685477', '-922337203685477', '922337203685476.9999'];
const AMOUNT_LIMITS = [...AMOUNTS, '0.00005', '-0.00005', '12.49999', '99999999999999999999', '-99999999999999999999'];
const RATES = ['0', '1.2345', '-1.2345', '999.9999'];
const DAYS = ['2026-02-28', '2026-03-30', '2026-03-31', '2026-04-01'];
const MOMENTS = ['2026-03-31T00:00:00Z', '2026-03-31T08:00:00Z', '2026-03-30T23:59:59Z', '2026-04-01T12:00:00Z'];

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 4 });
const oneOf = <T>(items: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...items);

export const saleRows: fc.Arbitrary<readonly Row[]> = fc
  .array(
    fc.record<Row>({
      name: maybe(oneOf(TEXTS)),
      number: maybe(oneOf(TEXTS)),
      note: maybe(oneOf(TEXTS)),
      contractid: maybe(oneOf(CONTRACT_IDS).map((contract) => lookup('contract', contract))),
      amount: maybe(oneOf(AMOUNTS).map(money)),
      rate: maybe(oneOf(RATES).map(decimal)),
      status: maybe(oneOf([1, 2, 3]).map(choice)),
      isfinal: maybe(fc.boolean()),
      day: maybe(oneOf(DAYS).map((day) => dateTime(`${day}T00:00:00Z`))),
      soldat: maybe(oneOf(MOMENTS).map(dateTime)),
      ownerid: maybe(oneOf([lookup('systemuser', USER), lookup('systemuser', OTHER_USER), lookup('team', TEAM)])),
    }),
    { minLength: 1, maxLength: 12 },
  )
  // The round makes the key of contract and round unique.
  .map((rows) => rows.map((row, round) => ({ ...row, round })));

export const contractRows: fc.Arbitrary<readonly Row[]> = fc
  .array(maybe(oneOf(TEXTS)), { minLength: CONTRACT_IDS.length, maxLength: CONTRACT_IDS.length })
  .map((names) => names.map((name, at) => ({ name, number: `C-${at}` })));

const condition = (source: string, column: string, operator: string, values: readonly Scalar[]): Filter =>
  ({ kind: 'condition', source, column, operator, values }) as Filter;

const VALUES: { readonly [column: string]: readonly Scalar[] } = {
  name: TEXTS,
  number: TEXTS,
  note: TEXTS,
  contractid: [...CONTRACT_IDS, id(99)],
  amount: AMOUNT_LIMITS,
  rate: [...RATES, '1.23455'],
  round: [0, 1, 2, 5, 100],
  status: [1, 2, 3],
  isfinal: [true, false],
  soldat: [...MOMENTS, '2026-03-31T08:00:00.5Z'],
  ownerid: [USER, OTHER_USER, TEAM],
};
const EQUALS = ['eq', 'ne'];
const ORDERS = [...EQUALS, 'gt', 'ge', 'lt', 'le'];
const ORDERED = ['name', 'number', 'amount', 'rate', 'round', 'status', 'soldat'];

const columnCondition = (source: string, columns: readonly string[]): fc.Arbitrary<Filter> =>
  oneOf(columns).chain((column) => {
    const value = oneOf(VALUES[column] ?? []);
    const isOrdered = ORDERED.includes(column);
    return fc.oneof(
      fc
        .tuple(oneOf(isOrdered ? ORDERS : EQUALS), value)
        .map(([operator, one]) => condition(source, column, operator, [one])),
      fc
        .tuple(oneOf(['in', 'not-in']), fc.array(value, { minLength: 1, maxLength: 7 }))
        .map(([operator, some]) => condition(source, column, operator, some)),
      oneOf(['null', 'not-null']).map((operator) => condition(source, column, operator, [])),
      ...(isOrdered
        ? [
            fc
              .tuple(oneOf(['between', 'not-between']), value, value)
              .map(([operator, low, high]) => condition(source, column, operator, [low, high])),
          ]
        : []),
    );
  });

const likeCondition = (source: string, columns: readonly string[]): fc.Arbitrary<Filter> =>
  fc
    .tuple(oneOf(columns), oneOf(['like', 'not-like']), oneOf(PATTERNS))
    .map(([column, operator, pattern]) => condition(source, column, operator, [pattern]));

const dateCondition: fc.Arbitrary<Filter> = fc.oneof(
  fc
    .tuple(oneOf(['on', 'not-on', 'on-or-before', 'on-or-after']), oneOf(DAYS))
    .map(([operator, day]) => condition(ROOT, 'soldat', operator, [day])),
  oneOf(['today', 'yesterday', 'this-month', 'last-seven-days', 'next-seven-days']).map((operator) =>
    condition(ROOT, 'soldat', operator, []),
  ),
  oneOf(['last-x-days', 'next-x-hours', 'olderthan-x-days']).map((operator) =>
    condition(ROOT, 'soldat', operator, [1]),
  ),
);

const comparison: fc.Arbitrary<Filter> = oneOf(['eq', 'ne', 'gt', 'le'] as const).map((operator) => ({
  kind: 'comparison',
  left: { source: ROOT, column: 'name' },
  operator,
  right: { source: ROOT, column: 'number' },
}));

const related: fc.Arbitrary<Filter> = fc
  .tuple(
    oneOf(['any', 'none'] as const),
    fc.option(fc.oneof(columnCondition('c', ['name']), likeCondition('c', ['name']))),
  )
  .map(([quantifier, filter]) => ({
    kind: 'related',
    quantifier,
    source: ROOT,
    link: {
      table: 'contract',
      alias: 'c',
      from: 'contractid',
      to: 'contractid',
      type: 'exists',
      columns: [],
      ...(filter && { filter }),
      links: [],
    },
  }));

export const filters: fc.Arbitrary<Filter> = fc.letrec<{ tree: Filter; leaf: Filter }>((tie) => ({
  leaf: fc.oneof(
    { weight: 5, arbitrary: columnCondition(ROOT, Object.keys(VALUES)) },
    { weight: 2, arbitrary: likeCondition(ROOT, ['name', 'number', 'note']) },
    dateCondition,
    comparison,
    related,
  ),
  tree: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(oneOf(['and', 'or'] as const), fc.array(tie('tree'), { minLength: 2, maxLength: 3 }))
      .map(([kind, parts]): Filter => ({ kind, filters: parts })),
    tie('tree').map((filter): Filter => ({ kind: 'not', filter })),
  ),
})).tree;
