import { childText } from '@bbl/dataverse/solution';
import { type Finding, rule } from '../finding';
import { isPrivilege } from '../privileges';
import { type Check, customApiFile, documentsLike, type LintSubject } from '../subject';

const unknownType = rule('api-types', 'Name the id of a type of the plug-in assembly.');
const unknownPrivilege = rule('api-privileges', 'Name a privilege of a table: prv<Access><SchemaName>.');
const openApi = rule(
  'api-settings',
  'Write allowedcustomprocessingsteptype 0, iscustomizable 0 and workflowsdkstepenabled 0.',
);
const otherName = rule('file-names', 'Name folder and element after the unique name.');

/** Custom APIs name a plug-in type and a privilege that exist, and let nobody hook into them (platform.md 4.5). */
export const checkCustomApis: Check = (subject) => [
  ...subject.model.customApis.flatMap((api) => [
    ...(hasType(subject, api.pluginTypeId)
      ? []
      : [unknownType(customApiFile(api.uniqueName), `no plug-in type has the id ${api.pluginTypeId}`)]),
    ...(api.executePrivilege === undefined || isPrivilege(subject, api.executePrivilege)
      ? []
      : [unknownPrivilege(customApiFile(api.uniqueName), `${api.executePrivilege} is no privilege`)]),
  ]),
  ...checkSettings(subject),
  ...checkNames(subject),
];

function hasType({ model }: LintSubject, id: string): boolean {
  return model.pluginAssemblies.some(({ types }) => types.some((type) => type.id === id));
}

const CLOSED = ['allowedcustomprocessingsteptype', 'iscustomizable', 'workflowsdkstepenabled'];

function checkSettings(subject: LintSubject): Finding[] {
  return documentsLike(subject, /^customapis\/[^/]+\/customapi\.xml$/).flatMap(({ path, root }) =>
    CLOSED.filter((name) => childText(root, name) !== '0').map((name) => openApi(path, `${name} is not 0`)),
  );
}

function checkNames(subject: LintSubject): Finding[] {
  return documentsLike(subject, /^customapis\/(?:.+\/)?([^/]+)\/[^/]+\.xml$/)
    .filter(({ root, groups: [folder] }) => root.attributes['uniquename'] !== folder)
    .map(({ path, root }) => otherName(path, `the unique name is ${root.attributes['uniquename'] ?? 'missing'}`));
}
