import type { CustomApiMetadata, CustomApiType, SolutionFiles } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { child, childText, flag, guidOf, requiredAttribute, requiredChild, requiredText, wholeNumber, type XmlElement } from './xml';

/** Types by their number (platform.md 1.20). */
const TYPES: readonly CustomApiType[] = [
  'Boolean',
  'DateTime',
  'Decimal',
  'Entity',
  'EntityCollection',
  'EntityReference',
  'Float',
  'Integer',
  'Money',
  'Picklist',
  'String',
  'StringArray',
  'Guid',
];

/** Custom APIs, `customapis/<name>/…`; parameters and properties in the order of their folders, which is by name. */
export function readCustomApis(files: SolutionFiles): CustomApiMetadata[] {
  return readXmlFiles(files, /^customapis\/[^/]+\/customapi\.xml$/, 'customapi', (root, path) => {
    const folder = path.slice(0, path.lastIndexOf('/'));
    const boundTable = childText(root, 'boundentitylogicalname');
    const executePrivilege = childText(root, 'executeprivilegename');
    return {
      uniqueName: requiredAttribute(root, 'uniquename'),
      displayName: child(root, 'displayname')?.attributes['default'] ?? '',
      description: child(root, 'description')?.attributes['default'] ?? '',
      isFunction: flag(requiredText(root, 'isfunction'), '<isfunction>'),
      ...(boundTable && { boundTable }),
      ...(executePrivilege && { executePrivilege }),
      pluginTypeId: guidOf(requiredText(requiredChild(root, 'plugintypeid'), 'plugintypeid'), '<plugintypeid>'),
      parameters: readMembers(files, folder, 'customapirequestparameter', 'customapirequestparameters').map((member) => ({
        name: requiredAttribute(member, 'uniquename'),
        type: readType(member),
        isOptional: flag(requiredText(member, 'isoptional'), '<isoptional>'),
      })),
      responses: readMembers(files, folder, 'customapiresponseproperty', 'customapiresponseproperties').map((member) => ({
        name: requiredAttribute(member, 'uniquename'),
        type: readType(member),
      })),
    };
  });
}

function readMembers(files: SolutionFiles, folder: string, element: string, list: string): XmlElement[] {
  const prefix = `${folder}/${list}/`;
  const pattern = new RegExp(`^${prefix.replace(/[.$]/g, '\\$&')}[^/]+/${element}\\.xml$`);
  return readXmlFiles(files, pattern, element, (root) => root);
}

function readType(member: XmlElement): CustomApiType {
  const type = TYPES[wholeNumber(requiredText(member, 'type'), '<type>')];
  if (!type) throw new ShapeError(`<type> is '${requiredText(member, 'type')}', expected 0 to ${TYPES.length - 1}`);
  return type;
}
