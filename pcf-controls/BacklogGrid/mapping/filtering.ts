import type { ColumnFilter, ColumnFilters } from '@bbl/pcf-shared/grid-core';
import type { BacklogColumn } from './columns';
import type { ConditionExpression, FilterExpression } from './dataset';
import { splitColumnName } from './dataset';

/** Operators of the dataset's filter language, by the numbers of the platform's ConditionOperator. */
const Operator = { GreaterEqual: 4, LessEqual: 5, Like: 6, In: 8, OnOrBefore: 26, OnOrAfter: 27 } as const;
const AND = 0;

/**
 * The filters as the dataset's expression: one group a column, so that they can be read back (`readFilters`). What
 * others asked for (`present` may hold conditions of the page) is kept. Undefined when nothing is asked for.
 */
export function writeFilters(
  filters: ColumnFilters,
  columns: readonly BacklogColumn[],
  present: FilterExpression | null | undefined,
): FilterExpression | undefined {
  const foreign = (present?.filters ?? []).filter((group) => !readGroup(group, columns));
  const own = columns.flatMap((column) => {
    const filter = filters.get(column.key);
    return filter ? [{ filterOperator: AND, conditions: conditionsOf(filter, column) } as FilterExpression] : [];
  });
  const conditions = present?.conditions ?? [];
  if (conditions.length === 0 && foreign.length === 0 && own.length === 0) return undefined;
  // An or of the page's conditions becomes one group beside ours, for ours always narrow.
  if (present && present.filterOperator !== AND && conditions.length + foreign.length > 0) {
    return { filterOperator: AND, conditions: [], filters: [{ ...present, filters: foreign }, ...own] };
  }
  return { filterOperator: AND, conditions, filters: [...foreign, ...own] };
}

/** The column filters within the dataset's expression; conditions of other shapes are not ours. */
export function readFilters(
  expression: FilterExpression | null | undefined,
  columns: readonly BacklogColumn[],
): ColumnFilters {
  const filters = new Map<string, ColumnFilter>();
  for (const group of expression?.filters ?? []) {
    const read = readGroup(group, columns);
    if (read) filters.set(read.columnKey, read.filter);
  }
  return filters;
}

function conditionsOf(filter: ColumnFilter, { key }: BacklogColumn): ConditionExpression[] {
  // On a lookup the platform's `like` looks at the name of the row it points to.
  const { column: attributeName, alias } = splitColumnName(key);
  const condition = (conditionOperator: ConditionExpression['conditionOperator'], value: string | string[]) => ({
    attributeName,
    conditionOperator,
    value,
    ...(alias === undefined ? {} : { entityAliasName: alias }),
  });
  switch (filter.kind) {
    case 'contains':
      return [condition(Operator.Like, `%${escapeLike(filter.text)}%`)];
    case 'anyOf':
      return [condition(Operator.In, [...filter.values])];
    case 'dates':
      return ends(filter.from, filter.to, Operator.OnOrAfter, Operator.OnOrBefore, condition);
    case 'range':
      return ends(filter.min, filter.max, Operator.GreaterEqual, Operator.LessEqual, condition);
  }
}

function ends<O extends number>(
  low: string | undefined,
  high: string | undefined,
  lowOperator: O,
  highOperator: O,
  condition: (operator: O, value: string) => ConditionExpression,
): ConditionExpression[] {
  return [
    ...(low === undefined ? [] : [condition(lowOperator, low)]),
    ...(high === undefined ? [] : [condition(highOperator, high)]),
  ];
}

function readGroup(
  group: FilterExpression,
  columns: readonly BacklogColumn[],
): { readonly columnKey: string; readonly filter: ColumnFilter } | undefined {
  const [first] = group.conditions;
  if (!first || group.filterOperator !== AND || group.filters?.length) return undefined;
  const column = columns.find((candidate) => isConditionOf(first, candidate));
  if (!column || !group.conditions.every((condition) => isConditionOf(condition, column))) return undefined;
  const filter = filterOf(group.conditions);
  return filter && { columnKey: column.key, filter };
}

function isConditionOf({ attributeName, entityAliasName }: ConditionExpression, { key }: BacklogColumn): boolean {
  const { column, alias } = splitColumnName(key);
  return attributeName === column && (entityAliasName || undefined) === alias;
}

function filterOf(conditions: readonly ConditionExpression[]): ColumnFilter | undefined {
  const valueOf = (operator: number): string | undefined => {
    const value = conditions.find(({ conditionOperator }) => conditionOperator === operator)?.value;
    return typeof value === 'string' ? value : undefined;
  };
  const like = valueOf(Operator.Like);
  if (like !== undefined) return { kind: 'contains', text: unescapeLike(like.replace(/^%|%$/g, '')) };
  const list = conditions.find(({ conditionOperator }) => conditionOperator === Operator.In)?.value;
  if (list !== undefined) return { kind: 'anyOf', values: typeof list === 'string' ? [list] : list };
  const from = valueOf(Operator.OnOrAfter);
  const to = valueOf(Operator.OnOrBefore);
  if (from !== undefined || to !== undefined) {
    return { kind: 'dates', ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  }
  const min = valueOf(Operator.GreaterEqual);
  const max = valueOf(Operator.LessEqual);
  if (min === undefined && max === undefined) return undefined;
  return { kind: 'range', ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

/** Wildcards that a person types mean themselves: FetchXML takes them literally in brackets. */
const escapeLike = (text: string): string => text.replace(/[[%_]/g, '[$&]');
const unescapeLike = (pattern: string): string => pattern.replace(/\[([[%_])\]/g, '$1');
