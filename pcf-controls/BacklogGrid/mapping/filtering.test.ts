import type { ColumnFilter } from '@bbl/pcf-shared/grid-core';
import * as fc from 'fast-check';
import { MILESTONE_COLUMNS } from '../testing/milestoneRows';
import { mapColumns } from './columns';
import type { FilterExpression } from './dataset';
import { readFilters, writeFilters } from './filtering';
import { mapSorting, writeSorting } from './sorting';

const columns = mapColumns(MILESTONE_COLUMNS);

describe('filters in the language of the data set', () => {
  test.each<[string, ColumnFilter, object[]]>([
    [
      'bbl_name',
      { kind: 'contains', text: 'a_b 50%' },
      [{ attributeName: 'bbl_name', conditionOperator: 6, value: '%a[_]b 50[%]%' }],
    ],
    [
      'bbl_contractid',
      { kind: 'contains', text: 'adatum' },
      [{ attributeName: 'bbl_contractid', conditionOperator: 6, value: '%adatum%' }],
    ],
    [
      'milestone.bbl_nextinvoicestatus',
      { kind: 'anyOf', values: ['482100001'] },
      [
        {
          attributeName: 'bbl_nextinvoicestatus',
          entityAliasName: 'milestone',
          conditionOperator: 8,
          value: ['482100001'],
        },
      ],
    ],
    [
      'bbl_date',
      { kind: 'dates', from: '2026-01-01' },
      [{ attributeName: 'bbl_date', conditionOperator: 27, value: '2026-01-01' }],
    ],
    [
      'bbl_amount',
      { kind: 'range', min: '0.5', max: '100' },
      [
        { attributeName: 'bbl_amount', conditionOperator: 4, value: '0.5' },
        { attributeName: 'bbl_amount', conditionOperator: 5, value: '100' },
      ],
    ],
  ])('%s %j', (key, filter, conditions) => {
    const expression = writeFilters(new Map([[key, filter]]), columns, undefined);
    expect(expression).toEqual({ filterOperator: 0, conditions: [], filters: [{ filterOperator: 0, conditions }] });
  });

  const text = fc.string({ minLength: 1, maxLength: 12 });
  const anyFilter: fc.Arbitrary<readonly [string, ColumnFilter]> = fc.oneof(
    fc.tuple(
      fc.constantFrom('bbl_name', 'bbl_contractid'),
      fc.record({ kind: fc.constant('contains' as const), text }),
    ),
    fc.tuple(
      fc.constant('milestone.bbl_nextinvoicestatus'),
      fc.record({
        kind: fc.constant('anyOf' as const),
        values: fc.array(fc.nat().map(String), { minLength: 1, maxLength: 4 }),
      }),
    ),
    fc.tuple(
      fc.constant('bbl_date'),
      fc.record({ kind: fc.constant('dates' as const), to: fc.constant('2026-12-31') }),
    ),
    fc.tuple(
      fc.constant('bbl_amount'),
      fc.record({ kind: fc.constant('range' as const), min: fc.integer().map(String) }),
    ),
  );

  test('whatever is written is read back, and writing again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(anyFilter, { maxLength: 5 }), (list) => {
        const filters = new Map(list);
        const expression = writeFilters(filters, columns, undefined);
        expect(new Map(readFilters(expression, columns))).toEqual(filters);
        expect(new Map(readFilters(writeFilters(filters, columns, expression), columns))).toEqual(filters);
      }),
    );
  });

  test('what the page asks for stays, with and without filters of ours', () => {
    const page: FilterExpression = {
      filterOperator: 1,
      conditions: [{ attributeName: 'ownerid', conditionOperator: 0, value: 'me' }],
    };
    const both = writeFilters(new Map([['bbl_name', { kind: 'contains', text: 'x' }]]), columns, page);
    expect(both?.filterOperator).toBe(0);
    expect(both?.filters?.[0]).toMatchObject(page);
    expect(readFilters(both, columns).size).toBe(1);
    const without = writeFilters(new Map(), columns, both);
    expect(without?.filters).toHaveLength(1);
    expect(without?.filters?.[0]).toMatchObject(page);
  });

  test('no filter at all is no expression', () => {
    expect(writeFilters(new Map(), columns, undefined)).toBeUndefined();
    expect(writeFilters(new Map(), columns, null)).toBeUndefined();
    expect(readFilters(null, columns).size).toBe(0);
  });
});

describe('sorting in the language of the data set', () => {
  test('the platform’s own list is changed, and columns without direction are left out', () => {
    const sorting = [
      { name: 'bbl_contractid', sortDirection: 0 as const },
      { name: 'bbl_date', sortDirection: -1 as const },
    ];
    expect(mapSorting(sorting)).toEqual([{ columnKey: 'bbl_contractid', isDescending: false }]);
    writeSorting(sorting, [{ columnKey: 'bbl_amount', isDescending: true }]);
    expect(sorting).toEqual([{ name: 'bbl_amount', sortDirection: 1 }]);
  });
});
