import { children, type XmlElement } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { type Check, descendants, documentsLike, type LintSubject, RIBBON_FILE } from '../subject';

const unknownCommand = rule(
  'ribbon-commands',
  'Define the command in CommandDefinitions, or use one of the platform (Mscrm.\u2026).',
);
const unusedPart = rule('ribbon-unused', 'Use it or take it out.');
const unknownWebResource = rule('ribbon-web-resources', 'Name a web resource of the solution.');
const unknownTable = rule('ribbon-tables', 'Name a table of the solution.');
const unknownPlace = rule(
  'ribbon-locations',
  'Name a group of platform.md 1.15 of this table: a button anywhere else is nowhere.',
);
const doubledId = rule('ribbon-ids', 'Give every element of a command bar an id of its own.');

interface RibbonFile {
  readonly subject: LintSubject;
  readonly path: string;
  readonly root: XmlElement;
  readonly table: string;
}

/** Buttons, commands, rules, texts and scripts of every command bar belong together. */
export const checkRibbons: Check = (subject) =>
  documentsLike(subject, RIBBON_FILE).flatMap(({ path, root, groups: [folder = ''] }) => {
    const file = { subject, path, root, table: folder.toLowerCase() };
    return [
      ...checkCommands(file),
      ...checkUnused(file),
      ...checkWebResources(file),
      ...checkTables(file),
      ...checkLocations(file),
      ...checkIds(file),
    ];
  });

const ids = (root: XmlElement, ...path: string[]): string[] =>
  children(root, ...path).map(({ attributes }) => attributes['Id'] ?? '');

const isOfPlatform = (command: string): boolean => command.startsWith('Mscrm.');

function buttonCommands(root: XmlElement): string[] {
  return [...descendants(root)]
    .filter(({ name }) => name === 'Button')
    .map(({ attributes }) => attributes['Command'] ?? '');
}

function checkCommands({ path, root }: RibbonFile): Finding[] {
  const defined = ids(root, 'CommandDefinitions', 'CommandDefinition');
  return buttonCommands(root)
    .filter((command) => !isOfPlatform(command) && !defined.includes(command))
    .map((command) => unknownCommand(path, `the command ${command} is not defined`));
}

function checkUnused({ path, root }: RibbonFile): Finding[] {
  const commands = children(root, 'CommandDefinitions', 'CommandDefinition');
  const usedRules = commands.flatMap((command) => [
    ...ids(command, 'EnableRules', 'EnableRule'),
    ...ids(command, 'DisplayRules', 'DisplayRule'),
  ]);
  const usedLabels = [...descendants(root)].flatMap(({ attributes }) => Object.values(attributes));
  const rules = [
    ...ids(root, 'RuleDefinitions', 'EnableRules', 'EnableRule'),
    ...ids(root, 'RuleDefinitions', 'DisplayRules', 'DisplayRule'),
  ];
  const unused = [
    ...ids(root, 'CommandDefinitions', 'CommandDefinition').filter(
      // A command of the platform is overridden by defining it; no button of ours refers to it.
      (id) => !isOfPlatform(id) && !buttonCommands(root).includes(id),
    ),
    ...rules.filter((id) => !usedRules.includes(id)),
    ...ids(root, 'LocLabels', 'LocLabel').filter((id) => !usedLabels.includes(`$LocLabels:${id}`)),
  ];
  return unused.map((id) => unusedPart(path, `nothing refers to ${id}`));
}

const WEB_RESOURCE = '$webresource:';

function checkWebResources({ subject, path, root }: RibbonFile): Finding[] {
  const named = [...descendants(root)]
    .flatMap(({ attributes }) => Object.values(attributes))
    .filter((value) => value.startsWith(WEB_RESOURCE))
    .map((value) => value.slice(WEB_RESOURCE.length));
  return [...new Set(named)]
    .filter((name) => !subject.model.webResources.some((webResource) => webResource.name === name))
    .map((name) => unknownWebResource(path, `the solution has no web resource ${name}`));
}

function checkTables({ subject, path, root, table }: RibbonFile): Finding[] {
  const named = [...descendants(root)].flatMap(({ name, attributes }) => {
    if (name === 'EntityPrivilegeRule') return [attributes['EntityName'] ?? ''];
    if (name === 'HideCustomAction') return [(attributes['Location'] ?? '').split('.')[2] ?? ''];
    return [];
  });
  const unknown = [...named, table].filter((name) => !subject.index.table(name));
  return [...new Set(unknown)].map((name) => unknownTable(path, `the solution has no table ${name}`));
}

/** Where buttons may stand, and which buttons of the platform may be hidden. */
const GROUPS =
  /^Mscrm\.(HomepageGrid\.(\w+)\.MainTab\.(Management|Actions|Records|Collaborate)|SubGrid\.(\w+)\.MainTab\.(Management|Actions)|Form\.(\w+)\.MainTab\.(Save|Actions|Management|Data))\.Controls\._children$/;
const PLATFORM_BUTTON = /^Mscrm\.(HomepageGrid|SubGrid|Form)\.(\w+)\.\w+$/;

function checkLocations({ path, root, table }: RibbonFile): Finding[] {
  return [...descendants(root)].flatMap(({ name, attributes }) => {
    const { Location: location = '' } = attributes;
    const pattern = { CustomAction: GROUPS, HideCustomAction: PLATFORM_BUTTON }[name];
    if (!pattern) return [];
    const isHere = pattern.test(location) && location.split('.')[2] === table;
    return isHere ? [] : [unknownPlace(path, `there is no place ${location}`)];
  });
}

function checkIds({ path, root }: RibbonFile): Finding[] {
  const defined = [
    ...ids(root, 'CustomActions', 'CustomAction'),
    ...[...descendants(root)].filter(({ name }) => name === 'Button').map(({ attributes }) => attributes['Id'] ?? ''),
    ...ids(root, 'CommandDefinitions', 'CommandDefinition'),
    ...ids(root, 'RuleDefinitions', 'EnableRules', 'EnableRule'),
    ...ids(root, 'RuleDefinitions', 'DisplayRules', 'DisplayRule'),
    ...ids(root, 'LocLabels', 'LocLabel'),
  ];
  const doubled = new Set(defined.filter((id, index) => defined.indexOf(id) !== index));
  return [...doubled].map((id) => doubledId(path, `several elements have the id ${id}`));
}
