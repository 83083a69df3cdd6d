import type { TableName } from '@bbl/dataverse/generated/tables';
import { guid, type GuidValue, lookup } from '@bbl/dataverse/ports';
import type { Session } from './session';

/** A row as far as write access depends on it. */
export interface OwnedRow {
  readonly id: string;
  readonly ownerId: string | null;
  readonly businessUnitId: string | null;
}

/** How far a privilege reaches, as the platform numbers PrivilegeDepth. */
const Depth = { Basic: 0, Local: 1, Deep: 2, Global: 3 } as const;

/** Bit of AccessRights. */
const WRITE_ACCESS = 2;

/** One grant of a privilege, as the platform answers it. */
interface Grant {
  readonly Depth: number;
  readonly BusinessUnitId: GuidValue;
}

/** Schema names of the tables that commands ask write access for, as privileges spell them. */
const SCHEMA_NAMES: { readonly [table in TableName]?: string } = {
  bbl_contractline: 'bbl_ContractLine',
  bbl_invoice: 'bbl_Invoice',
  bbl_milestone: 'bbl_Milestone',
  bbl_milestonesplit: 'bbl_MilestoneSplit',
};

/**
 * The rows that the calling user may write. Decided for all of them from the privilege and its depth; what that does
 * not cover (shared rows, units below) is asked row by row. domain.md 9.1-2.
 */
export function writableIds(session: Session, table: TableName, rows: readonly OwnedRow[]): Set<string> {
  const grants = writeGrants(session, table);
  const covered = (row: OwnedRow): boolean => grants.some((grant) => covers(grant, row, session.context.userId));
  // Sharing widens a privilege and never replaces it.
  const isAsked = grants.length > 0;
  return new Set(
    rows.filter((row) => covered(row) || (isAsked && mayWrite(session, table, row.id))).map(({ id }) => id),
  );
}

function writeGrants({ system, context }: Session, table: TableName): readonly Grant[] {
  const schemaName = SCHEMA_NAMES[table];
  if (schemaName === undefined) throw new TypeError(`No command asks write access to ${table}`);
  const answer = system.execute('RetrieveUserPrivilegeByPrivilegeName', {
    UserId: guid(context.userId),
    PrivilegeName: `prvWrite${schemaName}`,
  });
  return answer['RolePrivileges'] as unknown as readonly Grant[];
}

function covers(grant: Grant, row: OwnedRow, userId: string): boolean {
  switch (grant.Depth) {
    case Depth.Global:
      return true;
    case Depth.Local:
    case Depth.Deep:
      return row.businessUnitId === grant.BusinessUnitId.v;
    default:
      return row.ownerId === userId;
  }
}

function mayWrite({ system, context }: Session, table: TableName, id: string): boolean {
  const answer = system.execute('RetrievePrincipalAccess', {
    Target: lookup(table, id),
    Principal: lookup('systemuser', context.userId),
  });
  return (Number(answer['AccessRights']) & WRITE_ACCESS) !== 0;
}
