import { children, toXml, type XmlElement } from '@bbl/dataverse/solution';
import { bindableNames } from './controls';
import { type Finding, rule } from '../finding';
import { type Check, descendants, documentsLike, FORM_FILE, type LintSubject, TABLE_FILE } from '../subject';

const unknownControl = rule('control-names', 'Name a control of the folder Controls.');
const unequalFactors = rule('control-form-factors', 'Write the same binding for the form factors 0, 1 and 2.');

const unknownParameter = rule(
  'control-parameters',
  'Name a property or data set of the control\u2019s manifest: any other is dropped silently.',
);

const FORM_FACTORS = '0,1,2';

/** Code components on forms and grids exist and are bound alike on every form factor (platform.md 1.13). */
export const checkControlBindings: Check = (subject) =>
  [...documentsLike(subject, FORM_FILE), ...documentsLike(subject, TABLE_FILE)].flatMap(({ path, root }) =>
    [...descendants(root)]
      .filter(({ name }) => name === 'controlDescription')
      .flatMap((description) => checkDescription(subject, path, description)),
  );

function checkDescription(subject: LintSubject, path: string, description: XmlElement): Finding[] {
  const { model } = subject;
  const named = children(description, 'customControl').filter(({ attributes }) => attributes['name'] !== undefined);
  const names = new Set(named.map(({ attributes }) => attributes['name'] ?? ''));
  const factors = named.map(({ attributes }) => attributes['formFactor'] ?? '').sort();
  const bindings = new Set(named.map((control) => control.children.map(toXml).join('')));
  const isEqual = factors.join() === FORM_FACTORS && names.size === 1 && bindings.size === 1;
  return [
    ...[...names]
      .filter((name) => !model.controls.some((control) => control.name === name))
      .map((name) => unknownControl(path, `the solution has no control ${name}`)),
    ...(named.length === 0 || isEqual
      ? []
      : [unequalFactors(path, `form factors ${factors.join()} of ${[...names].join()}`)]),
    ...[...names].flatMap((name) => checkParameters(subject, path, name, named)),
  ];
}

/** Parts of a data set's binding that are no columns: they say which rows it shows. */
const DATA_SET_PARTS = [
  'ViewId',
  'TargetEntityType',
  'IsUserView',
  'EnableViewPicker',
  'RelationshipName',
  'FilteredViewIds',
];

function checkParameters(subject: LintSubject, path: string, name: string, controls: readonly XmlElement[]): Finding[] {
  const known = bindableNames(subject, name);
  if (!known) return [];
  const parameters = controls.flatMap((control) => children(control, 'parameters')).flatMap((list) => list.children);
  const bound = parameters.flatMap((parameter) =>
    parameter.name === 'data-set'
      ? [parameter.attributes['name'] ?? '', ...parameter.children.map((part) => part.name)]
      : [parameter.name],
  );
  return [...new Set(bound)]
    .filter((parameter) => !known.includes(parameter) && !DATA_SET_PARTS.includes(parameter))
    .map((parameter) => unknownParameter(path, `${name} has no parameter ${parameter}`));
}
