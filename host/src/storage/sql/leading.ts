import { type Filter, type Query, ROOT } from '@bbl/dataverse/query';
import { accessSql } from './access';
import type { Shortcut } from './compiled';
import { type Fragment, fragment, wrap } from './fragment';
import type { Leader } from './orders';
import type { SqlScope } from './scope';

/**
 * The table whose names sort the rows comes first and is read along the index of its names; the rows then follow from
 * the index of their lookup, and a page ends the work, where sorting would have to see every row. It is an inner join,
 * so the way is closed while a lookup is empty.
 */
export const leadingSql = ({ alias, table, lookup }: Leader, root: string, rootTable: string): Fragment =>
  fragment(
    ` FROM ${table.name} AS ${alias} CROSS JOIN ${rootTable} AS ${root} ON ${lookup.comparable} = ${alias}.${table.id.name}`,
  );

export function openingOf({ lookup }: Leader, query: Query, scope: SqlScope): Omit<Shortcut, 'route'> {
  const table = scope.tableOf(ROOT);
  const access = accessSql(scope.aliasOf(ROOT), table, scope.accessTo(query.table), scope.model);
  const head = `SELECT COUNT(*) FROM (SELECT 1 FROM ${table.name} AS ${scope.aliasOf(ROOT)} WHERE `;
  return {
    closedBy: `SELECT 1 FROM ${table.name} WHERE ${lookup.physical.name} IS NULL LIMIT 1`,
    ...(access && { worth: wrap(head, access, ' LIMIT ?)') }),
  };
}

/** Only where nothing narrows the rows down by itself: those few are better found and sorted. */
export const canBeLed = (query: Query, scope: SqlScope): boolean =>
  !query.distinct && query.links.every((link) => link.type === 'outer') && !isSelective(query.filter, scope);

const SELECTIVE_TYPES: readonly string[] = ['uniqueidentifier', 'lookup', 'owner', 'string'];
const SELECTIVE_OPERATORS: readonly string[] = ['eq', 'in', 'eq-userid', 'eq-useroruserteams', 'eq-userteams'];

/** Whether a condition that must hold picks few rows through an index: an id, a lookup or a text equals something. */
function isSelective(filter: Filter | undefined, scope: SqlScope): boolean {
  if (filter?.kind === 'and') return filter.filters.some((each) => isSelective(each, scope));
  if (filter?.kind !== 'condition' || filter.source !== ROOT) return false;
  if (!SELECTIVE_OPERATORS.includes(filter.operator)) return false;
  return SELECTIVE_TYPES.includes(scope.column(filter).physical.metadata.type);
}
