import type { Filter, Link, Source } from '@bbl/dataverse/query';
import { accessSql } from './access';
import { comparisonSql } from './comparisons';
import { conditionSql } from './conditions';
import { allOf, type Fragment, fragment, join, wrap } from './fragment';
import type { SqlScope } from './scope';

/** A filter as one SQL condition, in parentheses where it needs them. */
export function filterSql(filter: Filter, scope: SqlScope): Fragment {
  switch (filter.kind) {
    case 'and':
    case 'or': {
      const parts = filter.filters.map((each) => filterSql(each, scope));
      return wrap('(', join(parts, filter.kind === 'and' ? ' AND ' : ' OR '), ')');
    }
    case 'not':
      // Two-valued: what SQL leaves unknown did not hold, so its negation does.
      return wrap('((', filterSql(filter.filter, scope), ') IS NOT TRUE)');
    case 'condition':
      return conditionSql(filter, scope);
    case 'comparison':
      return comparisonSql(filter, scope);
    case 'related':
      return wrap(filter.quantifier === 'none' ? 'NOT ' : '', existsSql(filter.link, filter.source, scope), '');
  }
}

/** `EXISTS` over the rows of a link that belong to the row of its parent. */
export function existsSql(link: Link, parent: string, scope: SqlScope): Fragment {
  const to = scope.column({ source: parent, column: link.to });
  const alias = scope.place(link.alias, link.table);
  const from = scope.column({ source: link.alias, column: link.from });
  const { joins, conditions } = linksSql(link.links, link.alias, scope);
  const where = allOf([
    fragment(`${from.comparable} = ${to.comparable}`),
    accessSql(alias, scope.tableOf(link.alias), scope.accessTo(link.table), scope.model),
    link.filter && filterSql(link.filter, scope),
    ...conditions,
  ]);
  const head = wrap(`EXISTS (SELECT 1 FROM ${scope.tableOf(link.alias).name} AS ${alias}`, join(joins, ''), ' WHERE ');
  return join([head, ...(where ? [where] : []), fragment(')')], '');
}

/** Joins of links, each after the one it hangs on, and the conditions of those that only restrict. */
export interface LinkedSql {
  readonly joins: readonly Fragment[];
  readonly conditions: readonly Fragment[];
}

export function linksSql(links: readonly Link[], parent: Source, scope: SqlScope): LinkedSql {
  const joins: Fragment[] = [];
  const conditions: Fragment[] = [];
  for (const link of links) {
    if (link.type === 'exists') {
      conditions.push(existsSql(link, parent, scope));
      continue;
    }
    joins.push(joinSql(link, parent, scope));
    const inner = linksSql(link.links, link.alias, scope);
    joins.push(...inner.joins);
    conditions.push(...inner.conditions);
  }
  return { joins, conditions };
}

/** Access and filter of an outer link belong to its join: what they exclude leaves the parent's row, without columns. */
function joinSql(link: Link, parent: Source, scope: SqlScope): Fragment {
  const alias = scope.place(link.alias, link.table);
  const from = scope.column({ source: link.alias, column: link.from });
  const to = scope.column({ source: parent, column: link.to });
  const on = allOf([
    fragment(`${from.comparable} = ${to.comparable}`),
    accessSql(alias, scope.tableOf(link.alias), scope.accessTo(link.table), scope.model),
    link.filter && filterSql(link.filter, scope),
  ]);
  const word = link.type === 'outer' ? 'LEFT JOIN' : 'JOIN';
  return join([fragment(` ${word} ${scope.tableOf(link.alias).name} AS ${alias} ON `), ...(on ? [on] : [])], '');
}
