import type { StepSpec } from './components/step';
import { logicalName } from './names';
import { putStep, stepPath } from './server';
import type { SolutionTree } from './solutionTree';
import { descendant, textOf } from '@bbl/dataverse/xmlTree';

/** Every guard watches them too, against deactivation. */
const STATE_COLUMNS: readonly string[] = ['statecode', 'statuscode'];

const createStep = (table: string): StepSpec => ({ table: logicalName(table), message: 'Create', stage: 10 });
const updateStep = (table: string, filteringColumns: readonly string[]): StepSpec => ({
  table: logicalName(table),
  message: 'Update',
  stage: 10,
  filteringColumns,
});

/** The columns that the guard of a table (schema name) watches; undefined when the table has none. */
function guardedColumns(tree: SolutionTree, table: string): readonly string[] | undefined {
  const path = stepPath(updateStep(table, []));
  return tree.has(path) ? textOf(tree.read(path), 'FilteringAttributes').split(',') : undefined;
}

/** Writes the steps that refuse direct writes of server-managed columns. What a guard watches already is kept. */
export function putGuard(tree: SolutionTree, table: string): void {
  putStep(tree, createStep(table));
  putStep(tree, updateStep(table, guardedColumns(tree, table) ?? STATE_COLUMNS));
}

/**
 * Makes a column server-managed: the filter of the table's guard is the list (docs/adr/0004). `column` is a logical name.
 * @throws Error when the table has no guard
 */
export function guardColumn(tree: SolutionTree, table: string, column: string): void {
  const guarded = guardedColumns(tree, table);
  if (!guarded) throw new Error(`${table} has no guard. Write it first: table … --guard.`);
  if (guarded.includes(column)) return;
  const isState = (name: string) => STATE_COLUMNS.includes(name);
  const filter = [...guarded.filter((name) => !isState(name)), column, ...guarded.filter(isState)];
  tree.edit(stepPath(updateStep(table, [])), (root) => {
    descendant(root, 'FilteringAttributes').children.splice(0, Infinity, filter.join(','));
  });
}
