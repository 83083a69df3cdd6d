import { isCustomApiType, type CustomApiMember } from '../components/customApi';
import { LEVELS, PRIVILEGES, type Privilege } from '../components/role';
import type { StepImageSpec } from '../components/step';
import { logicalName } from '../names';
import { given, type Options } from '../options';
import { putRolePrivileges } from '../security';
import { putCustomApi, putEnvironmentVariable, putStep, removeStep } from '../server';
import { targetNamed } from '../tables';
import { tableOf, type Command } from './command';

const STAGES = { '10': 10, '20': 20, '40': 40 } as const;

function images(options: Options): StepImageSpec[] {
  const image = (alias: string, type: StepImageSpec['type'], columns: readonly string[]) =>
    columns.length > 0 ? [{ alias, type, columns }] : [];
  return [...image('PreImage', 'pre', options.list('pre')), ...image('PostImage', 'post', options.list('post'))];
}

/** What a step reacts to, which is also the key of its handler. */
const registration = (options: Options) => ({
  table: logicalName(options.text('table')),
  message: options.oneOf('message', ['Create', 'Update', 'Delete'] as const),
  stage: STAGES[options.oneOf('stage', ['10', '20', '40'] as const)],
});

const step: Command = {
  usage:
    'step --table bbl_name --message Create|Update|Delete --stage 10|20|40 [--filter bbl_a,bbl_b] [--pre bbl_a,…] [--post bbl_a,…]',
  run(tree, options) {
    putStep(tree, {
      ...registration(options),
      table: logicalName(tableOf(tree, options)),
      filteringColumns: options.list('filter'),
      images: images(options),
    });
  },
};

const withoutStep: Command = {
  usage: 'remove-step --table bbl_name --message Create|Update|Delete --stage 10|20|40',
  run(tree, options) {
    removeStep(tree, registration(options));
  },
};

/** `Ids:StringArray`; a question mark after the type makes a parameter optional. */
function member(text: string): CustomApiMember {
  const [name = '', typeName = ''] = text.split(':');
  const isOptional = typeName.endsWith('?');
  const type = typeName.replace('?', '');
  if (!isCustomApiType(type)) throw new Error(`"${text}" names no type of a custom API.`);
  return isOptional ? { name, type, isOptional } : { name, type };
}

const customApi: Command = {
  usage:
    'custom-api --name bbl_DoThis --display "Do this" --description … [--privilege prvCreatebbl_Name] [--param Ids:StringArray?]… [--response Results:String]…',
  run(tree, options) {
    putCustomApi(tree, {
      uniqueName: options.text('name'),
      displayName: options.text('display'),
      description: options.text('description'),
      ...given('executePrivilege', options.optional('privilege')),
      parameters: options.all('param').map(member),
      responses: options.all('response').map(member),
    });
  },
};

const rolePrivilege: Command = {
  usage: `role-privilege --role "Role" --table bbl_Name --privileges ${PRIVILEGES.join(',')} --level ${LEVELS.join('|')}`,
  run(tree, options) {
    const privileges = options.list('privileges').map((each): Privilege => {
      const privilege = PRIVILEGES.find((known) => known === each);
      if (!privilege) throw new Error(`--privileges are among ${PRIVILEGES.join(', ')}.`);
      return privilege;
    });
    const level = options.oneOf('level', LEVELS);
    putRolePrivileges(tree, options.text('role'), targetNamed(tree, options.text('table')), privileges, level);
  },
};

const environmentVariable: Command = {
  usage:
    'environment-variable --schema bbl_Name --display … --description … --type string|number|yesNo --default value',
  run(tree, options) {
    putEnvironmentVariable(tree, {
      schemaName: options.text('schema'),
      displayName: options.text('display'),
      description: options.text('description'),
      type: options.oneOf('type', ['string', 'number', 'yesNo']),
      defaultValue: options.text('default'),
    });
  },
};

export const serverCommands = {
  step,
  'remove-step': withoutStep,
  'custom-api': customApi,
  'role-privilege': rolePrivilege,
  'environment-variable': environmentVariable,
};
