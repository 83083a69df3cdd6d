import { type Finding, rule } from '../finding';
import { privilegeOf } from '../privileges';
import type { Check, LintSubject } from '../subject';

const unknownPrivilege = rule('role-privileges', 'Name a privilege that the table has: prv<Access><SchemaName>.');
const narrowLevel = rule('role-levels', 'Organisation-owned tables have the level Global only.');
const doubled = rule('role-duplicates', 'Grant a privilege once.');

type Role = LintSubject['model']['roles'][number];

/** Roles grant privileges that exist, at levels that the table has, once. */
export const checkRoles: Check = (subject) => subject.model.roles.flatMap((role) => checkRole(subject, role));

function checkRole(subject: LintSubject, role: Role): Finding[] {
  const file = `Roles/${role.name}.xml`;
  const names = role.privileges.map(({ name }) => name);
  return role.privileges.flatMap(({ name, level }, position) => {
    const privilege = privilegeOf(subject, name);
    if (!privilege) return [unknownPrivilege(file, `${name} is no privilege`)];
    return [
      ...(privilege.table.ownership === 'organization' && level !== 'Global'
        ? [narrowLevel(file, `${name} has the level ${level}`)]
        : []),
      ...(names.indexOf(name) === position ? [] : [doubled(file, `${name} is granted twice`)]),
    ];
  });
}
