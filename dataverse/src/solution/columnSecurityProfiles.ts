import type { ColumnSecurityProfileMetadata, SolutionFiles } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { children, guidOf, requiredAttribute, requiredText, type XmlElement } from './xml';

const ALLOWED = '4';
const NOT_ALLOWED = '0';

/** Column security profiles; only `Other/FieldSecurityProfiles.xml` is packed (platform.md 1.21, 1.23). */
export function readColumnSecurityProfiles(files: SolutionFiles): ColumnSecurityProfileMetadata[] {
  return readXmlFiles(files, /^Other\/FieldSecurityProfiles\.xml$/, 'FieldSecurityProfiles', (root) =>
    children(root, 'FieldSecurityProfile').map((profile) => ({
      id: guidOf(requiredAttribute(profile, 'fieldsecurityprofileid'), 'fieldsecurityprofileid'),
      name: requiredAttribute(profile, 'name'),
      permissions: children(profile, 'FieldPermissions', 'FieldPermission').map(readPermission),
    })),
  ).flat();
}

function readPermission(permission: XmlElement): ColumnSecurityProfileMetadata['permissions'][number] {
  return {
    table: requiredText(permission, 'EntityName'),
    column: requiredText(permission, 'AttributeName'),
    canRead: isAllowed(permission, 'CanRead'),
    canCreate: isAllowed(permission, 'CanCreate'),
    canUpdate: isAllowed(permission, 'CanUpdate'),
  };
}

function isAllowed(permission: XmlElement, right: string): boolean {
  const value = requiredText(permission, right);
  if (value !== ALLOWED && value !== NOT_ALLOWED) throw new ShapeError(`<${right}> is '${value}', expected 4 or 0`);
  return value === ALLOWED;
}
