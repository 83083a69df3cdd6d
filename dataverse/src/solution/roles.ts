import type { PrivilegeLevel, RoleMetadata, SolutionFiles } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { children, guidOf, requiredAttribute, type XmlElement } from './xml';

const LEVELS: readonly string[] = ['Basic', 'Local', 'Deep', 'Global'];

/** Security roles, `Roles/<name>.xml` (platform.md 1.21). */
export function readRoles(files: SolutionFiles): RoleMetadata[] {
  return readXmlFiles(files, /^Roles\/[^/]+\.xml$/, 'Role', (root) => ({
    id: guidOf(requiredAttribute(root, 'id'), 'id of a role'),
    name: requiredAttribute(root, 'name'),
    privileges: children(root, 'RolePrivileges', 'RolePrivilege').map(readPrivilege),
  }));
}

function readPrivilege(privilege: XmlElement): RoleMetadata['privileges'][number] {
  const level = requiredAttribute(privilege, 'level');
  if (!LEVELS.includes(level)) throw new ShapeError(`the privilege level is '${level}', expected ${LEVELS.join(', ')}`);
  return { name: requiredAttribute(privilege, 'name'), level: level as PrivilegeLevel };
}
