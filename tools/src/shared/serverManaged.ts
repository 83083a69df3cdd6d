import type { SolutionModel } from '@bbl/dataverse';

/** Stage of the guard, where it sees what the caller sent. */
const GUARD_STAGE = 10;

/** State and status are guarded as well, but against deactivation, not as values of the server. */
const STATE_COLUMNS: ReadonlySet<string> = new Set(['statecode', 'statuscode']);

/**
 * The columns that only the server may write, by table, both sorted: the filtering attributes of the table's Update
 * step at pre-validation. The registration is the one list; everything else is derived from it.
 */
export function serverManagedColumns({ steps }: Pick<SolutionModel, 'steps'>): ReadonlyMap<string, readonly string[]> {
  const guards = steps.filter((step) => step.stage === GUARD_STAGE && step.message === 'Update');
  const columns = guards.map((step): [string, readonly string[]] => [
    step.table,
    step.filteringColumns.filter((column) => !STATE_COLUMNS.has(column)).sort(),
  ]);
  return new Map(columns.filter(([, names]) => names.length > 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}
