import type { ColumnKind, RequiredLevel } from '../components/column';
import { viewSet } from '../components/viewSet';
import { guardColumn, putGuard } from '../guard';
import { judgeColumn } from '../stepFilter';
import { logicalName } from '../names';
import { given, type Options } from '../options';
import type { SolutionTree } from '../solutionTree';
import { putChoice, putColumn, putKey, putLookup, putTable } from '../tables';
import { fieldOf, putForm, putView } from '../userInterface';
import { tableOf, type Command } from './command';

const REQUIRED: readonly RequiredLevel[] = ['none', 'recommended', 'required'];
const CASCADES = ['RemoveLink', 'Restrict', 'Cascade'] as const;
const ASSIGN_CASCADES = ['NoCascade', 'Cascade'] as const;
const NAME_WIDTH_PX = 220;
const NAME_LENGTH = 200;

/** The views and the form without which a table cannot be used. */
function putDefaults(tree: SolutionTree, table: string, displayName: string, displayCollectionName: string): void {
  const columns = [
    { name: 'bbl_name', widthPx: NAME_WIDTH_PX },
    { name: 'createdon', widthPx: 120 },
  ];
  const set = { table, displayName, displayCollectionName, columns, findColumns: ['bbl_name'] };
  for (const view of viewSet({ ...set, order: { column: 'bbl_name' } })) putView(tree, view);
  const section = { name: 'general', label: displayName, controls: [fieldOf(tree, table, 'bbl_name')] };
  const tab = { name: 'general', label: 'General', columns: [{ widthPercent: 100, sections: [section] }] };
  putForm(tree, { table, name: displayName, type: 'main', tabs: [tab] });
}

const table: Command = {
  usage:
    'table --schema bbl_Name --display "Name" --plural "Names" [--description …] [--ownership user|organization] [--set bbl_names] [--icon bbl_/icons/x.svg] [--name-label "Name"] [--quick-create] [--internal] [--guard]',
  run(tree, options) {
    const schemaName = options.text('schema');
    const displayName = options.text('display');
    const displayCollectionName = options.text('plural');
    putTable(tree, {
      schemaName,
      displayName,
      displayCollectionName,
      ...given('description', options.optional('description')),
      ownership: options.oneOf('ownership', ['user', 'organization']),
      ...given('setName', options.optional('set')),
      ...given('icon', options.optional('icon')),
      isQuickCreateEnabled: options.flag('quick-create'),
      isInternal: options.flag('internal'),
      primaryName: {
        displayName: options.optional('name-label') ?? 'Name',
        maxLength: NAME_LENGTH,
        required: 'required',
      },
    });
    putDefaults(tree, schemaName, displayName, displayCollectionName);
    if (options.flag('guard')) putGuard(tree, schemaName);
  },
};

const KINDS: Readonly<Record<string, (options: Options) => ColumnKind>> = {
  text: (options) => ({
    kind: 'text',
    maxLength: options.number('length', NAME_LENGTH),
    ...given('autoNumberFormat', options.optional('auto-number')),
  }),
  memo: (options) => ({ kind: 'memo', maxLength: options.number('length', 2000) }),
  wholeNumber: (options) => ({ kind: 'wholeNumber', min: options.number('min'), max: options.number('max') }),
  decimal: (options) => ({
    kind: 'decimal',
    min: options.number('min'),
    max: options.number('max'),
    digits: options.number('digits', 4),
  }),
  money: () => ({ kind: 'money' }),
  dateOnly: () => ({ kind: 'dateOnly' }),
  dateTime: () => ({ kind: 'dateTime' }),
  yesNo: (options) => {
    const value = options.optional('default');
    return value === undefined ? { kind: 'yesNo' } : { kind: 'yesNo', defaultValue: value === 'yes' };
  },
  choice: (options) => {
    const value = options.optional('default');
    return {
      kind: 'choice',
      choice: options.text('choice'),
      ...given('defaultValue', value === undefined ? undefined : Number(value)),
    };
  },
};

/** Server-managed columns of these kinds are secured as well, so that the platform says no by itself. surface.md 3 */
const SECURED_KINDS: readonly ColumnKind['kind'][] = ['choice', 'money'];

/** A column is either the server's alone, which the guard sees to, or open to people, whose changes the rules judge. */
function putIntoFilter(tree: SolutionTree, table: string, schemaName: string, isServerManaged: boolean): void {
  const column = logicalName(schemaName);
  if (isServerManaged) guardColumn(tree, table, column);
  else judgeColumn(tree, table, column);
}

const commonColumn = (options: Options) => ({
  schemaName: options.text('schema'),
  displayName: options.text('display'),
  ...given('description', options.optional('description')),
  required: options.oneOf('required', REQUIRED),
});

const column: Command = {
  usage: `column --table bbl_Name --schema bbl_Column --display "Column" --kind ${Object.keys(KINDS).join('|')} [--length n] [--min n --max n] [--digits n] [--choice bbl_name] [--default value] [--auto-number X-{SEQNUM:5}] [--required none|recommended|required] [--secured] [--server-managed] [--description …]`,
  run(tree, options) {
    const kind = KINDS[options.text('kind')];
    if (!kind) throw new Error(`--kind is one of ${Object.keys(KINDS).join(', ')}.`);
    const type = kind(options);
    const table = tableOf(tree, options);
    const isServerManaged = options.flag('server-managed');
    const isSecured = options.flag('secured') || (isServerManaged && SECURED_KINDS.includes(type.kind));
    const written = { ...commonColumn(options), type, isSecured };
    putColumn(tree, table, written);
    putIntoFilter(tree, table, written.schemaName, isServerManaged);
  },
};

const choice: Command = {
  usage: 'choice --name bbl_name --display "Name" --option "First" --option "Second" [--description …]',
  run(tree, options) {
    putChoice(tree, {
      name: options.text('name'),
      displayName: options.text('display'),
      ...given('description', options.optional('description')),
      options: options.all('option'),
    });
  },
};

const lookup: Command = {
  usage:
    'lookup --table bbl_Name --schema bbl_OtherId --display "Other" --target bbl_Other [--relationship bbl_other_name] [--on-delete RemoveLink|Restrict|Cascade] [--on-assign NoCascade|Cascade] [--required …] [--server-managed] [--description …]',
  run(tree, options) {
    const table = tableOf(tree, options);
    const column = commonColumn(options);
    putLookup(tree, table, {
      column,
      target: options.text('target'),
      ...given('relationshipName', options.optional('relationship')),
      cascadeDelete: options.oneOf('on-delete', CASCADES),
      cascadeAssign: options.oneOf('on-assign', ASSIGN_CASCADES),
    });
    putIntoFilter(tree, table, column.schemaName, options.flag('server-managed'));
  },
};

const key: Command = {
  usage: 'key --table bbl_Name --schema bbl_NameKey --display "Name" --columns bbl_a,bbl_b',
  run(tree, options) {
    putKey(tree, tableOf(tree, options), {
      schemaName: options.text('schema'),
      displayName: options.text('display'),
      columns: options.list('columns'),
    });
  },
};

export const dataCommands = { table, column, choice, lookup, key };
