import { privilegeName, rolePrivilegeElement, type Privilege, type PrivilegeLevel } from './components/role';
import type { SolutionTree } from './solutionTree';
import { childrenNamed, descendant, element, leaves, putChild, textOf } from '@bbl/dataverse/xmlTree';

/** Gives a role privileges on a table (schema name), all to the same depth. */
export function putRolePrivileges(
  tree: SolutionTree,
  role: string,
  table: string,
  privileges: readonly Privilege[],
  level: PrivilegeLevel,
): void {
  const path = `Roles/${role}.xml`;
  if (!tree.has(path)) throw new Error(`The solution has no role "${role}".`);
  tree.edit(path, (root) => {
    for (const privilege of privileges) {
      const name = privilegeName(privilege, table);
      putChild(
        descendant(root, 'RolePrivileges'),
        rolePrivilegeElement(name, level),
        (sibling) => sibling.attributes['name'] === name,
        (sibling) => (sibling.attributes['name'] ?? '') > name,
      );
    }
  });
}

const PROFILES = 'Other/FieldSecurityProfiles.xml';
const ALLOWED = 4;
const NOT_ALLOWED = 0;

/** Makes a secured column readable, and nothing more, for the members of every profile. Names are logical. */
export function permitReading(tree: SolutionTree, table: string, column: string): void {
  if (!tree.has(PROFILES)) return;
  const permission = element('FieldPermission', {}, [
    ...leaves({ EntityName: table, AttributeName: column }),
    ...leaves({ CanRead: ALLOWED, CanCreate: NOT_ALLOWED, CanUpdate: NOT_ALLOWED }),
  ]);
  const keyOf = (each: typeof permission) => `${textOf(each, 'EntityName')} ${textOf(each, 'AttributeName')}`;
  const key = keyOf(permission);
  tree.edit(PROFILES, (root) => {
    for (const profile of childrenNamed(root, 'FieldSecurityProfile')) {
      putChild(
        descendant(profile, 'FieldPermissions'),
        permission,
        (sibling) => keyOf(sibling) === key,
        (sibling) => keyOf(sibling) > key,
      );
    }
  });
}
