import type { ChoiceMetadata } from '@bbl/dataverse';
import { type Finding, rule } from '../finding';
import { type Check, documentsLike, type LintSubject } from '../subject';

const unusedChoice = rule('choice-unused', 'Use it in a column or take it out.');
const foreignValue = rule('choice-values', 'Write own option values as prefix \u00d7 10,000 + n.');
const doubledValue = rule('choice-duplicates', 'Give every option of a choice a value and a label of its own.');
const otherFile = rule('file-names', 'Name the file after the choice.');

/** Platform values of state and status reason; own status reasons use the prefix. */
const SYSTEM_STATUS_VALUES = [1, 2];
const VALUES_PER_PREFIX = 10_000;

/** Global choices are used, have values of the publisher and no value or label twice. */
export const checkChoices: Check = (subject) => [
  ...subject.model.choices.flatMap((choice) => [
    ...(choice.isGlobal ? checkGlobal(subject, choice) : []),
    ...checkValues(subject, choice),
    ...checkDuplicates(choice),
  ]),
  ...documentsLike(subject, /^OptionSets\/([^/]+)\.xml$/)
    .filter(({ root, groups: [fileName] }) => root.attributes['Name'] !== fileName)
    .map(({ path, root }) => otherFile(path, `it holds the choice ${root.attributes['Name'] ?? ''}`)),
];

const fileOf = (choice: ChoiceMetadata): string => (choice.isGlobal ? `OptionSets/${choice.name}.xml` : 'Entities');

function checkGlobal({ model }: LintSubject, choice: ChoiceMetadata): Finding[] {
  const isUsed = model.tables.some(({ columns }) => columns.some(({ choiceName }) => choiceName === choice.name));
  return isUsed ? [] : [unusedChoice(fileOf(choice), `no column uses ${choice.name}`)];
}

function checkValues({ model }: LintSubject, choice: ChoiceMetadata): Finding[] {
  const first = model.publisher.optionValuePrefix * VALUES_PER_PREFIX;
  const isOwn = (value: number): boolean => value >= first && value < first + VALUES_PER_PREFIX;
  const kind = kindOf(model, choice);
  if (kind === 'boolean' || kind === 'state') return [];
  return choice.options
    .filter(({ value }) => !isOwn(value) && !(kind === 'status' && SYSTEM_STATUS_VALUES.includes(value)))
    .map(({ value }) => foreignValue(fileOf(choice), `${choice.name} has the value ${value}`));
}

function kindOf(model: LintSubject['model'], choice: ChoiceMetadata): string | undefined {
  return model.tables.flatMap(({ columns }) => columns).find(({ choiceName }) => choiceName === choice.name)?.type;
}

function checkDuplicates(choice: ChoiceMetadata): Finding[] {
  const values = choice.options.map(({ value }) => String(value));
  const labels = choice.options.map(({ label }) => label);
  return [values, labels].flatMap((list) =>
    list
      .filter((item, position) => list.indexOf(item) !== position)
      .map((item) => doubledValue(fileOf(choice), `${choice.name} has '${item}' twice`)),
  );
}
