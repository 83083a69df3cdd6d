import type { StepMetadata } from '@bbl/dataverse';
import { childText } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject, stepFile } from '../subject';

const unknownTable = rule('step-tables', 'Register the step on a table of the solution.');
const unknownColumn = rule('step-columns', 'Name columns of the table by their logical names.');
const unfiltered = rule(
  'step-filter',
  'Name the columns whose change runs the step (checker rule meta-avoid-reg-no-attribute).',
);
const misplacedFilter = rule('step-filter-message', 'Only Update has filtering attributes.');
const unknownType = rule('step-types', 'Name a type of the plug-in assembly, by id and by name.');
const doubled = rule('step-duplicates', 'Register a handler once (checker rule meta-remove-dup-reg).');
const impossibleImage = rule(
  'step-images',
  'Create has no row before, Delete none after, and stages 10 and 20 no row after.',
);
const otherFileName = rule('file-names', 'Name the file after the id that it holds.');

/** Steps name tables, columns and types that exist, filter Updates and are there once. */
export const checkSteps: Check = (subject) => [
  ...subject.model.steps.flatMap((step) => [
    ...checkColumns(subject, step),
    ...checkFilter(step),
    ...checkImages(step),
    ...checkDuplicate(subject, step),
  ]),
  ...checkTypesAndNames(subject),
];

function checkColumns({ index }: LintSubject, step: StepMetadata): Finding[] {
  if (!index.table(step.table)) return [unknownTable(stepFile(step.id), `there is no table ${step.table}`)];
  const named = [...step.filteringColumns, ...step.images.flatMap(({ columns }) => columns)];
  return [...new Set(named)]
    .filter((column) => !index.column(step.table, column))
    .map((column) => unknownColumn(stepFile(step.id), `${step.table} has no column ${column}`));
}

function checkFilter(step: StepMetadata): Finding[] {
  const isUpdate = step.message === 'Update';
  const hasFilter = step.filteringColumns.length > 0;
  if (isUpdate && !hasFilter) return [unfiltered(stepFile(step.id), `${step.name} runs on every update`)];
  if (!isUpdate && hasFilter) return [misplacedFilter(stepFile(step.id), `${step.name} filters a ${step.message}`)];
  return [];
}

function checkImages(step: StepMetadata): Finding[] {
  return step.images
    .filter(({ type }) =>
      type === 'pre' ? step.message === 'Create' : step.stage !== 40 || step.message === 'Delete' || type === 'both',
    )
    .map(({ alias, type }) => impossibleImage(stepFile(step.id), `${step.name} has the ${type} image ${alias}`));
}

function checkDuplicate({ model }: LintSubject, step: StepMetadata): Finding[] {
  const first = model.steps.find(
    (other) =>
      other.table === step.table &&
      other.message === step.message &&
      other.stage === step.stage &&
      other.mode === step.mode,
  );
  return first === step
    ? []
    : [doubled(stepFile(step.id), `${step.name} does what ${first?.name ?? 'another step'} does`)];
}

function checkTypesAndNames(subject: LintSubject): Finding[] {
  const types = subject.model.pluginAssemblies.flatMap(({ types: own }) => own);
  return documentsLike(subject, /^SdkMessageProcessingSteps\/(.+)\.xml$/).flatMap(
    ({ path, root, groups: [fileName] }) => {
      const id = childText(root, 'PluginTypeId')?.replace(/[{}]/g, '').toLowerCase();
      const name = childText(root, 'PluginTypeName')?.split(',')[0];
      return [
        ...(types.some((type) => type.id === id && type.name === name)
          ? []
          : [unknownType(path, `no plug-in type has the id ${id ?? ''} and the name ${name ?? ''}`)]),
        ...(root.attributes['SdkMessageProcessingStepId'] === fileName
          ? []
          : [otherFileName(path, 'the step has another id')]),
      ];
    },
  );
}
