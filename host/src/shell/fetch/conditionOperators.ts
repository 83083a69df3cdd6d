import { isEmptyFilter, type FilterCondition, type FilterGroup } from './filter';

/**
 * Condition operators of the data set API by number (those of the SDK's ConditionOperator), with their FetchXML
 * spelling. FetchXML has no `contains`: it is a `like` with wildcards around the value.
 */
const OPERATORS: {
  readonly [number: number]: { readonly fetch: string; readonly pattern?: (value: string) => string };
} = {
  0: { fetch: 'eq' },
  1: { fetch: 'ne' },
  2: { fetch: 'gt' },
  3: { fetch: 'lt' },
  4: { fetch: 'ge' },
  5: { fetch: 'le' },
  6: { fetch: 'like' },
  7: { fetch: 'not-like' },
  8: { fetch: 'in' },
  9: { fetch: 'not-in' },
  12: { fetch: 'null' },
  13: { fetch: 'not-null' },
  14: { fetch: 'yesterday' },
  15: { fetch: 'today' },
  16: { fetch: 'tomorrow' },
  17: { fetch: 'last-seven-days' },
  18: { fetch: 'next-seven-days' },
  19: { fetch: 'last-week' },
  20: { fetch: 'this-week' },
  22: { fetch: 'last-month' },
  23: { fetch: 'this-month' },
  25: { fetch: 'on' },
  26: { fetch: 'on-or-before' },
  27: { fetch: 'on-or-after' },
  28: { fetch: 'last-year' },
  29: { fetch: 'this-year' },
  33: { fetch: 'last-x-days' },
  34: { fetch: 'next-x-days' },
  37: { fetch: 'last-x-months' },
  38: { fetch: 'next-x-months' },
  49: { fetch: 'like', pattern: (value) => `%${value}%` },
};

/** The shape of a filter in the component framework. */
export interface DataSetFilter {
  readonly filterOperator: number;
  readonly conditions: readonly {
    readonly attributeName: string;
    readonly conditionOperator: number;
    readonly value: unknown;
    readonly entityAliasName?: string | undefined;
  }[];
  readonly filters?: readonly DataSetFilter[] | undefined;
}

/**
 * A data set's filter as a group.
 * @throws Error for an operator that the shell does not know
 */
export function fromDataSetFilter(filter: DataSetFilter): FilterGroup {
  return {
    operator: filter.filterOperator === 1 ? 'or' : 'and',
    conditions: filter.conditions.map(toCondition),
    groups: (filter.filters ?? []).map(fromDataSetFilter).filter((group) => !isEmptyFilter(group)),
  };
}

function toCondition(condition: DataSetFilter['conditions'][number]): FilterCondition {
  const operator = OPERATORS[condition.conditionOperator];
  if (!operator) throw new Error(`Filter operator ${condition.conditionOperator} is not supported by the local host`);
  const values = (Array.isArray(condition.value) ? condition.value : [condition.value])
    .filter((value) => value !== undefined && value !== null && value !== '')
    .map((value) => (operator.pattern ? operator.pattern(String(value)) : String(value)));
  return {
    column: condition.attributeName,
    operator: operator.fetch,
    values,
    ...(condition.entityAliasName ? { alias: condition.entityAliasName } : {}),
  };
}
