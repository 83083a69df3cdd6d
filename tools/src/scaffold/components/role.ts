import { element, type XmlElement } from '@bbl/dataverse/xmlTree';

export const LEVELS = ['Basic', 'Local', 'Deep', 'Global'] as const;
export type PrivilegeLevel = (typeof LEVELS)[number];
export const PRIVILEGES = ['Create', 'Read', 'Write', 'Delete', 'Append', 'AppendTo', 'Assign', 'Share'] as const;
export type Privilege = (typeof PRIVILEGES)[number];

/** `prvReadbbl_MilestoneSplit`: names carry the schema name of the table. platform.md 1.21 */
export const privilegeName = (privilege: Privilege, table: string): string => `prv${privilege}${table}`;

export const rolePrivilegeElement = (name: string, level: PrivilegeLevel): XmlElement =>
  element('RolePrivilege', { name, level });
