import type { StepMetadata } from '@bbl/dataverse';
import { childText, children } from '@bbl/dataverse/solution';
import { serverManagedColumns } from '../../shared/serverManaged';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject, stepFile } from '../subject';

const unknownTable = rule('step-tables', 'Register the step on a table of the solution.');
const unknownColumn = rule('step-columns', 'Name columns of the table by their logical names.');
const unfiltered = rule(
  'step-filter',
  'Name the columns whose change runs the step (checker rule meta-avoid-reg-no-attribute).',
);
const filterGap = rule(
  'step-filter-gaps',
  'Add the column to FilteringAttributes: a change of it alone would pass unjudged.',
);
const otherProperty = rule('step-image-properties', 'Write Target for Update and Delete, id for Create.');
const misplacedFilter = rule('step-filter-message', 'Only Update has filtering attributes.');
const unknownType = rule('step-types', 'Name a type of the plug-in assembly, by id and by name.');
const doubled = rule('step-duplicates', 'Register a handler once (checker rule meta-remove-dup-reg).');
const impossibleImage = rule(
  'step-images',
  'Create has no row before, Delete none after, and stages 10 and 20 no row after.',
);
const otherFileName = rule('file-names', 'Name the file after the id that it holds.');

/** Pre-operation, where rules judge a change. */
const JUDGING_STAGE = 20;

/** Steps name tables, columns and types that exist, filter Updates and are there once. */
export const checkSteps: Check = (subject) => [
  ...subject.model.steps.flatMap((step) => [
    ...checkColumns(subject, step),
    ...checkFilter(step),
    ...checkFilterGaps(subject, step),
    ...checkImages(step),
    ...checkDuplicate(subject, step),
  ]),
  ...checkTypesAndNames(subject),
  ...checkImageProperties(subject),
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

/** Rules on a row's update judge every column that people may write; names alone are free. */
function checkFilterGaps({ model }: LintSubject, step: StepMetadata): Finding[] {
  const table = model.tables.find(({ name }) => name === step.table);
  if (!table || step.message !== 'Update' || step.stage !== JUDGING_STAGE) return [];
  const server = serverManagedColumns(model).get(table.name) ?? [];
  return table.columns
    .filter(({ isCustom, isPrimaryName, baseOf }) => isCustom && !isPrimaryName && baseOf === undefined)
    .filter(({ name }) => !server.includes(name) && !step.filteringColumns.includes(name))
    .map(({ name }) => filterGap(stepFile(step.id), `${step.name} does not see a change of ${name}`));
}

function checkImageProperties(subject: LintSubject): Finding[] {
  return documentsLike(subject, /^SdkMessageProcessingSteps\//).flatMap(({ path, root }) => {
    const message = subject.model.steps.find(({ id }) => stepFile(id) === path)?.message;
    const expected = message === 'Create' ? 'id' : 'Target';
    return children(root, 'SdkMessageProcessingStepImages', 'SdkMessageProcessingStepImage')
      .map((image) => childText(image, 'MessagePropertyName') ?? '')
      .filter((property) => property !== expected)
      .map((property) => otherProperty(path, `the image is of '${property}'`));
  });
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
