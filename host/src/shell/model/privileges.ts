import type { TableMetadata } from '@bbl/dataverse/metadata';
import type { AppUser } from './appDescription';

export type PrivilegeType = 'Create' | 'Read' | 'Write' | 'Delete' | 'Append' | 'AppendTo' | 'Assign' | 'Share';

const DEPTHS = ['Basic', 'Local', 'Deep', 'Global'];

/** Whether the user may do this to rows of the table, at least at `depth` (default: any rows at all). */
export function hasPrivilege(user: AppUser, table: TableMetadata, type: PrivilegeType, depth = 'Basic'): boolean {
  if (user.isAdministrator) return true;
  const wanted = `prv${type}${table.schemaName}`.toLowerCase();
  const held = Object.entries(user.privileges).find(([name]) => name.toLowerCase() === wanted)?.[1];
  return held !== undefined && DEPTHS.indexOf(held) >= DEPTHS.indexOf(depth);
}
