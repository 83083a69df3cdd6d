import type { PrivilegeLevel } from '@bbl/dataverse';

/** One privilege as a role gives it: how deep, and from which business unit it is counted. */
export interface Grant {
  readonly level: PrivilegeLevel;
  readonly businessUnitId: string;
}

export interface Privilege {
  readonly id: string;
  readonly name: string;
}

export interface ColumnRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

/** A user with everything that decides what they may do. */
export interface UserRights {
  readonly id: string;
  readonly businessUnitId: string;
  readonly isDisabled: boolean;
  /** SYSTEM and System Administrators: every privilege, and column security does not bind them. */
  readonly isUnrestricted: boolean;
  readonly teamIds: readonly string[];
  /** The user and their teams. */
  readonly principalIds: readonly string[];
  readonly roleIds: readonly string[];
  /** By the name of the privilege in lower case. */
  readonly grants: ReadonlyMap<string, readonly Grant[]>;
  /** By `table.column`. */
  readonly columns: ReadonlyMap<string, ColumnRights>;
}
