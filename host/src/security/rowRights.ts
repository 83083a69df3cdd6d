import type { TableMetadata } from '@bbl/dataverse';
import { FaultCode, HostFault } from '../faults';
import type { RowAccess } from '../storage/store';
import { isBaseRight } from './base';
import type { Grant, UserRights } from './principal';
import type { RightsReader } from './reader';
import { ACCESS_BITS, privilegeName, type Right } from './rights';

/** Which rows of a table the depths of a user's privileges reach. */
export class RowRights {
  private readonly known = new Map<string, RowAccess | undefined>();
  private readonly unitsBelow = new Map<string, readonly string[]>();

  constructor(private readonly reader: RightsReader) {}

  forget(): void {
    this.known.clear();
    this.unitsBelow.clear();
  }

  privilegeOf(table: TableMetadata, right: Right): string {
    return privilegeName(table, right);
  }

  /** Undefined when the user does not have the privilege at any depth. */
  accessOf(user: UserRights, table: TableMetadata, right: Right): RowAccess | undefined {
    const key = `${user.id}/${table.name}/${right}`;
    if (this.known.has(key)) return this.known.get(key);
    const access = this.workOut(user, table, right);
    this.known.set(key, access);
    return access;
  }

  private workOut(user: UserRights, table: TableMetadata, right: Right): RowAccess | undefined {
    if (isBaseRight(table.name, right)) return { kind: 'all' };
    const grants = user.grants.get(privilegeName(table, right).toLowerCase());
    if (!grants) return undefined;
    if (grants.some(({ level }) => level === 'Global')) return { kind: 'all' };
    if (table.ownership !== 'user') return undefined;
    return {
      kind: 'owned',
      ownerIds: user.principalIds,
      businessUnitIds: [...new Set(grants.flatMap((grant) => this.unitsOf(grant)))],
      sharedRight: ACCESS_BITS[right],
    };
  }

  private unitsOf({ level, businessUnitId }: Grant): readonly string[] {
    if (level === 'Local') return [businessUnitId];
    if (level !== 'Deep') return [];
    const known = this.unitsBelow.get(businessUnitId) ?? this.reader.businessUnitsBelow(businessUnitId);
    this.unitsBelow.set(businessUnitId, known);
    return known;
  }
}

export function privilegeOfMissing({ id, roleIds }: UserRights, privilege: string, table?: string): HostFault {
  const where = table === undefined ? '' : ` for entity '${table}'`;
  return new HostFault(
    403,
    FaultCode.PrivilegeDenied,
    `Principal user (Id=${id}, type=8, roleCount=${roleIds.length}) is missing ${privilege} privilege${where}.`,
  );
}
