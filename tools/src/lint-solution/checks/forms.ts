import type { ColumnType } from '@bbl/dataverse';
import { childText, children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, descendants, documentsLike, FORM_FILE, type LintSubject } from '../subject';

const unknownField = rule(
  'form-fields',
  'Write the exact logical name in lower case: any other control is dropped silently.',
);
const wrongControl = rule('form-controls', 'Take the class id of the column\u2019s type from platform.md 1.12.');
const brokenGrid = rule('form-subgrids', 'Name a table, one of its views and the relationship that leads to it.');
const brokenScript = rule(
  'form-scripts',
  'List a web resource of the solution among formLibraries, and use only listed ones.',
);
const doubledControl = rule('form-control-ids', 'Give every control of a form an id of its own.');
const looseBinding = rule('form-bindings', 'Let forControl name the uniqueid of a control on the form.');
const otherFileName = rule('file-names', 'Name the file after the id that it holds.');

const TEXT = [
  '4273edbd-ac1d-40d3-9fb2-095c621b552d',
  'ada2203e-b4cd-49be-9ddf-234642b43b52',
  '71716b6c-711e-476c-8ab8-5d11542bfb47',
  '8c10015a-b339-4982-9474-a95fe05631a5',
];
const DECIMAL = 'c3efe0c3-0ec6-42be-8349-cbd9079dfd8e';
const DATE = ['5b773807-9fb2-42db-97c3-7a91eff8adff'];
const LOOKUP = ['270bd3db-d9af-4782-9025-509e298dec0a'];
const CHOICE = '3ef39988-22bb-4f0b-bbbe-64b5a3748aee';
const SUB_GRID = 'e7a81278-8635-4d9e-8d4d-59480b391c5b';

/** Class ids that show a column of this type (platform.md 1.12). */
const CONTROLS: { readonly [type in ColumnType]: readonly string[] } = {
  string: TEXT,
  memo: ['e0dece4b-6fc8-4a8f-a065-082708572369'],
  integer: ['c6d124ca-7eda-4a60-aea9-7fb8d318b68f', DECIMAL],
  decimal: [DECIMAL],
  money: ['533b9e00-756b-4312-95a0-dc888637ac78'],
  dateonly: DATE,
  datetime: DATE,
  lookup: LOOKUP,
  owner: LOOKUP,
  choice: [CHOICE],
  state: [CHOICE],
  status: ['5d68b988-0661-4db2-bc3e-17598ad3be6c'],
  boolean: ['67fac785-cd58-4f9f-abb3-4b7ddc6ed5ed', 'b0c6723a-8503-4fd7-bb28-c8a06ac933c2'],
  bigint: [],
  uniqueidentifier: [],
};

interface FormFile {
  readonly subject: LintSubject;
  readonly path: string;
  readonly table: string;
  readonly form: XmlElement;
}

/** Fields, controls, sub-grids and scripts of every form lead somewhere. */
export const checkForms: Check = (subject) =>
  documentsLike(subject, FORM_FILE).flatMap(({ path, root, groups: [folder = '', , fileName = ''] }) =>
    children(root, 'systemform').flatMap((systemForm) => [
      ...children(systemForm, 'form').flatMap((form) =>
        checkForm({ subject, path, table: folder.toLowerCase(), form }),
      ),
      ...(childText(systemForm, 'formid') === fileName ? [] : [otherFileName(path, 'the form has another formid')]),
    ]),
  );

function checkForm(file: FormFile): Finding[] {
  const controls = [...descendants(file.form)].filter(({ name }) => name === 'control');
  return [
    ...controls.flatMap((control) => checkField(file, control)),
    ...controls.filter((control) => classIdOf(control) === SUB_GRID).flatMap((grid) => checkSubGrid(file, grid)),
    ...repeated(controls.map(({ attributes }) => attributes['id'] ?? '')).map((id) =>
      doubledControl(file.path, `several controls have the id ${id}`),
    ),
    ...checkBindings(file, controls),
    ...checkScripts(file),
  ];
}

const classIdOf = (control: XmlElement): string =>
  (control.attributes['classid'] ?? '').replace(/[{}]/g, '').toLowerCase();

function checkField({ subject, path, table }: FormFile, control: XmlElement): Finding[] {
  const name = control.attributes['datafieldname'];
  if (name === undefined) return [];
  const column = subject.index.column(table, name);
  if (!column) return [unknownField(path, `${table} has no column '${name}'`)];
  return CONTROLS[column.type].includes(classIdOf(control))
    ? []
    : [wrongControl(path, `the control of ${name} does not show a column of type ${column.type}`)];
}

function checkSubGrid({ subject, path, table }: FormFile, grid: XmlElement): Finding[] {
  const parameter = (name: string): string => children(grid, 'parameters', name)[0]?.text ?? '';
  const id = grid.attributes['id'] ?? '';
  const target = parameter('TargetEntityType');
  if (!subject.index.table(target)) return [brokenGrid(path, `${id} shows the unknown table '${target}'`)];
  const views = [parameter('ViewId'), ...parameter('ViewIds').split(',')].filter((view) => view !== '');
  const relationship = subject.model.relationships.find(({ name }) => name === parameter('RelationshipName'));
  const isRelated = relationship?.referencedTable === table && relationship.referencingTable === target;
  return [
    ...views
      .filter((view) => !isViewOf(subject, view, target))
      .map((view) => brokenGrid(path, `${id} shows ${view}, which is no view of ${target}`)),
    ...(views.length > 0 ? [] : [brokenGrid(path, `${id} names no view`)]),
    ...(isRelated
      ? []
      : [brokenGrid(path, `${id}: '${parameter('RelationshipName')}' does not lead from ${table} to ${target}`)]),
  ];
}

function isViewOf({ model }: LintSubject, id: string, table: string): boolean {
  const bare = id.replace(/[{}]/g, '').toLowerCase();
  return model.views.some((view) => view.id === bare && view.table === table);
}

function checkBindings({ path, form }: FormFile, controls: readonly XmlElement[]): Finding[] {
  const known = new Set(controls.map(({ attributes }) => attributes['uniqueid']?.toLowerCase()));
  return children(form, 'controlDescriptions', 'controlDescription')
    .map((description) => description.attributes['forControl'] ?? '')
    .filter((id) => !known.has(id.toLowerCase()))
    .map((id) => looseBinding(path, `no control has the uniqueid ${id}`));
}

function checkScripts({ subject, path, form }: FormFile): Finding[] {
  const libraries = children(form, 'formLibraries', 'Library').map(({ attributes }) => attributes['name'] ?? '');
  const handlers = children(form, 'events', 'event').flatMap((event) => children(event, 'Handlers', 'Handler'));
  const scripts = subject.model.webResources.map(({ name }) => name);
  return [
    ...libraries
      .filter((name) => !scripts.includes(name))
      .map((name) => brokenScript(path, `the library ${name} is no web resource of the solution`)),
    ...handlers
      .filter(({ attributes }) => !libraries.includes(attributes['libraryName'] ?? ''))
      .map(({ attributes }) =>
        brokenScript(path, `${attributes['functionName'] ?? ''} comes from a library that is not listed`),
      ),
  ];
}

function repeated(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
