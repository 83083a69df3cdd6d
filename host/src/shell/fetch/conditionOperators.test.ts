import { fromDataSetFilter } from './conditionOperators';

test('the filter of a data set becomes a group, wildcards of "contains" included', () => {
  const group = fromDataSetFilter({
    filterOperator: 0,
    conditions: [{ attributeName: 'name', conditionOperator: 49, value: 'x', entityAliasName: 'customer' }],
    filters: [
      { filterOperator: 1, conditions: [{ attributeName: 'total', conditionOperator: 4, value: '5' }] },
      { filterOperator: 0, conditions: [] },
    ],
  });
  expect(group).toEqual({
    operator: 'and',
    conditions: [{ alias: 'customer', column: 'name', operator: 'like', values: ['%x%'] }],
    groups: [{ operator: 'or', conditions: [{ column: 'total', operator: 'ge', values: ['5'] }], groups: [] }],
  });
});

test('an operator that is not supported is refused with its number', () => {
  const filter = { filterOperator: 0, conditions: [{ attributeName: 'name', conditionOperator: 79, value: 'x' }] };
  expect(() => fromDataSetFilter(filter)).toThrow('Filter operator 79');
});
