import type { PrivilegeLevel, TableMetadata } from '@bbl/dataverse';

/** What one may do with a row; the word in the names of privileges. */
export type Right = 'Create' | 'Read' | 'Write' | 'Delete' | 'Append' | 'AppendTo' | 'Assign' | 'Share';

/** AccessRights of the platform: bits of `principalobjectaccess.accessrightsmask`. */
export const ACCESS_BITS: { readonly [right in Right]: number } = {
  Read: 1,
  Write: 2,
  Append: 4,
  AppendTo: 16,
  Create: 32,
  Delete: 65536,
  Share: 262144,
  Assign: 524288,
};

export const RIGHTS = Object.keys(ACCESS_BITS) as readonly Right[];

/** `privilegedepthmask` of a role's privilege. */
export const DEPTH_MASKS: { readonly [level in PrivilegeLevel]: number } = { Basic: 1, Local: 2, Deep: 4, Global: 8 };

/** PrivilegeDepth, as messages answer it. */
export const DEPTHS: readonly PrivilegeLevel[] = ['Basic', 'Local', 'Deep', 'Global'];

/** The platform calls the privileges of some tables differently from the tables. */
const PRIVILEGE_NOUNS: { readonly [table: string]: string } = {
  systemuser: 'User',
  savedquery: 'Query',
};

/** `prvReadacme_Order`; compare without regard to case. */
export const privilegeName = (table: TableMetadata, right: Right): string =>
  `prv${right}${PRIVILEGE_NOUNS[table.name] ?? table.schemaName}`;
