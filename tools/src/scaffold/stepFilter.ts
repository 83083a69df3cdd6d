import type { StepSpec } from './components/step';
import { logicalName } from './names';
import { stepPath } from './server';
import type { SolutionTree } from './solutionTree';
import { descendant, textOf } from '@bbl/dataverse/xmlTree';

/** The Update step of a table at a stage. */
export const updateStep = (table: string, stage: StepSpec['stage'], filteringColumns: readonly string[]): StepSpec => ({
  table: logicalName(table),
  message: 'Update',
  stage,
  filteringColumns,
});

/** The columns whose change runs the Update step of a table at a stage; undefined when there is no such step. */
export function filterOf(tree: SolutionTree, table: string, stage: StepSpec['stage']): readonly string[] | undefined {
  const path = stepPath(updateStep(table, stage, []));
  return tree.has(path) ? textOf(tree.read(path), 'FilteringAttributes').split(',') : undefined;
}

/** Writes the filter of an Update step that is there; its images and everything else stay. */
export function putFilter(
  tree: SolutionTree,
  table: string,
  stage: StepSpec['stage'],
  columns: readonly string[],
): void {
  tree.edit(stepPath(updateStep(table, stage, [])), (root) => {
    descendant(root, 'FilteringAttributes').children.splice(0, Infinity, columns.join(','));
  });
}

/** Lets the rules judge a column that people may write, where the table has a step that judges its updates. */
export function judgeColumn(tree: SolutionTree, table: string, column: string): void {
  const judged = filterOf(tree, table, 20);
  if (judged && !judged.includes(column)) putFilter(tree, table, 20, [...judged, column]);
}
