import { type Filter, ROOT } from '@bbl/dataverse/query';
import type { SqlScope } from './scope';

const SELECTIVE_TYPES: readonly string[] = ['uniqueidentifier', 'lookup', 'owner', 'string'];
const SELECTIVE_OPERATORS: readonly string[] = ['eq', 'in', 'eq-userid', 'eq-useroruserteams', 'eq-userteams'];

/** Whether a condition that must hold picks few rows through an index: an id, a lookup or a text that equals something. */
export function isSelective(filter: Filter | undefined, scope: SqlScope): boolean {
  if (filter?.kind === 'and') return filter.filters.some((each) => isSelective(each, scope));
  if (filter?.kind !== 'condition' || filter.source !== ROOT || !SELECTIVE_OPERATORS.includes(filter.operator))
    return false;
  return SELECTIVE_TYPES.includes(scope.column(filter).physical.metadata.type);
}
