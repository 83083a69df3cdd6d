import { logicalName } from './names';
import { putStep } from './server';
import type { SolutionTree } from './solutionTree';
import { filterOf, putFilter, updateStep } from './stepFilter';

/** Every guard watches them too, against deactivation. */
const STATE_COLUMNS: readonly string[] = ['statecode', 'statuscode'];

/** Writes the steps that refuse direct writes of server-managed columns. What a guard watches already is kept. */
export function putGuard(tree: SolutionTree, table: string): void {
  putStep(tree, { table: logicalName(table), message: 'Create', stage: 10 });
  putStep(tree, updateStep(table, 10, filterOf(tree, table, 10) ?? STATE_COLUMNS));
}

/**
 * Makes a column server-managed: the filter of the table's guard is the list (docs/adr/0004). `column` is a logical name.
 * @throws Error when the table has no guard
 */
export function guardColumn(tree: SolutionTree, table: string, column: string): void {
  const guarded = filterOf(tree, table, 10);
  if (!guarded) throw new Error(`${table} has no guard. Write it first: table … --guard.`);
  if (guarded.includes(column)) return;
  const isState = (name: string) => STATE_COLUMNS.includes(name);
  putFilter(tree, table, 10, [...guarded.filter((name) => !isState(name)), column, ...guarded.filter(isState)]);
}
