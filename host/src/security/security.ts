import type { TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import type { LookupValue, Row, RowPage } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import type { Query, QueryContext } from '@bbl/dataverse/query';
import { FaultCode, HostFault, rowNotFound } from '../faults';
import type { AccessOf, RowAccess, Store } from '../storage/store';
import { ColumnSecurity } from './columns';
import type { Privilege, UserRights } from './principal';
import { privilegeOfMissing, RowRights } from './rowRights';
import type { RightsReader } from './reader';
import { ACCESS_BITS, type Right, RIGHTS } from './rights';

/** Lookups that the platform fills itself, and the owner, whose change is an assignment. */
const NOT_APPENDED: ReadonlySet<string> = new Set([
  'ownerid',
  'createdby',
  'modifiedby',
  'createdonbehalfby',
  'modifiedonbehalfby',
  'owninguser',
  'owningteam',
  'owningbusinessunit',
]);

/** Who may do what: the checks of the pipeline, remembered until a row changes on which they rest. */
export class Security {
  private readonly users = new Map<string, UserRights>();
  private readonly units = new Map<string, string>();
  private readonly readers = new Map<string, AccessOf>();
  private privileges: ReadonlyMap<string, Privilege> | undefined;
  private readonly rowRights: RowRights;
  private readonly columnSecurity: ColumnSecurity;

  constructor(
    private readonly metadata: MetadataIndex,
    private readonly store: Store,
    private readonly reader: RightsReader,
  ) {
    this.rowRights = new RowRights(reader);
    this.columnSecurity = new ColumnSecurity(metadata);
  }

  forget(): void {
    this.users.clear();
    this.units.clear();
    this.readers.clear();
    this.privileges = undefined;
    this.rowRights.forget();
  }

  /** Throws 403 for a user who does not exist or is disabled. */
  requireUser(id: string): UserRights {
    const user = this.find(id);
    if (!user) throw new HostFault(403, FaultCode.PrivilegeDenied, `The user with Id = ${id} does not exist.`);
    if (user.isDisabled)
      throw new HostFault(
        403,
        '0x80040225',
        'The specified user is either disabled or is not a member of any business unit.',
      );
    return user;
  }

  rightsOf(userId: string): UserRights {
    return this.find(userId) ?? this.requireUser(userId);
  }

  /** Business unit of a user or team. Throws 0x80040217 when there is no such principal. */
  businessUnitOf(principalId: string): string {
    const known = this.units.get(principalId);
    if (known !== undefined) return known;
    const unit = this.reader.businessUnitOf(principalId);
    if (unit === undefined) throw rowNotFound('systemuser', principalId);
    this.units.set(principalId, unit);
    return unit;
  }

  /** What `eq-userid` and its kind compare with. */
  queryContextOf(userId: string): Omit<QueryContext, 'now'> {
    const { businessUnitId, teamIds } = this.rightsOf(userId);
    return { userId, businessUnitId, teamIds };
  }

  requirePrivilege(userId: string, table: TableMetadata, right: Right): void {
    this.accessTo(this.rightsOf(userId), table, right);
  }

  /** Throws 0x80040220 unless a role of the user holds the privilege at some depth. */
  requireNamedPrivilege(userId: string, name: string): void {
    const user = this.rightsOf(userId);
    if (!user.isUnrestricted && !user.grants.has(name.toLowerCase())) throw privilegeOfMissing(user, name);
  }

  /** Rows the user may read, by table. The function throws 0x80040220 where the privilege is missing altogether. */
  readAccess(userId: string): AccessOf {
    const known = this.readers.get(userId);
    if (known) return known;
    const user = this.rightsOf(userId);
    const accessOf: AccessOf = (name) => this.accessTo(user, this.table(name), 'Read');
    this.readers.set(userId, accessOf);
    return accessOf;
  }

  /** @param sent the columns as the client sent them. */
  authorizeCreate(userId: string, table: TableMetadata, sent: Row): void {
    const user = this.rightsOf(userId);
    if (user.isUnrestricted) return;
    const owner = isKind(sent['ownerid'], 'lookup') ? sent['ownerid'] : undefined;
    this.requireOwned(user, table, 'Create', owner);
    if (owner && owner.id !== userId) this.requireOwned(user, table, 'Assign', owner);
    this.requireAppends(user, sent, () => this.requireOwned(user, table, 'Append', owner));
    this.columnSecurity.requireWritable(user, table.name, sent, 'create');
  }

  authorizeUpdate(userId: string, table: TableMetadata, id: string, sent: Row): void {
    const user = this.rightsOf(userId);
    if (user.isUnrestricted) return;
    const { ownerid: owner, ...columns } = sent;
    if (owner === undefined || Object.keys(columns).length > 0) this.requireRow(user, table, id, 'Write');
    if (owner !== undefined) this.requireRow(user, table, id, 'Assign');
    this.requireAppends(user, sent, () => this.requireRow(user, table, id, 'Append'));
    this.columnSecurity.requireWritable(user, table.name, sent, 'update');
  }

  authorizeDelete(userId: string, table: TableMetadata, id: string): void {
    this.authorizeRow(userId, table, id, 'Delete');
  }

  authorizeRead(userId: string, table: TableMetadata, id: string): void {
    this.authorizeRow(userId, table, id, 'Read');
  }

  /** Throws 0x80040220 unless the user has this right on the row, 0x80040217 when there is no such row. */
  authorizeRow(userId: string, table: TableMetadata, id: string, right: Right): void {
    const user = this.rightsOf(userId);
    if (!user.isUnrestricted) this.requireRow(user, table, id, right);
  }

  /** Refuses queries that would reveal secured columns: conditions, orders, groups and measures on them. */
  authorizeQuery(userId: string, query: Query): void {
    const user = this.rightsOf(userId);
    if (!user.isUnrestricted) this.columnSecurity.requireReadableQuery(user, query);
  }

  /** The row with the secured columns empty that the user may not read. */
  hideSecured(userId: string, table: string, row: Row): Row {
    const user = this.rightsOf(userId);
    return user.isUnrestricted ? row : this.columnSecurity.hide(user, table, row);
  }

  hideSecuredOf(userId: string, query: Query, page: RowPage): RowPage {
    const user = this.rightsOf(userId);
    return user.isUnrestricted ? page : this.columnSecurity.hidePage(user, query, page);
  }

  /** AccessRights of a user on a row as the platform's bits. */
  accessBits(userId: string, table: TableMetadata, id: string): number {
    const user = this.rightsOf(userId);
    const row = this.store.get(table.name, id, []);
    if (!row) throw rowNotFound(table.name, id);
    return RIGHTS.filter((right) => right !== 'Create' && this.hasRow(user, table, id, right)).reduce(
      (bits, right) => bits | ACCESS_BITS[right],
      0,
    );
  }

  /** A privilege of the organisation by its name, in any case. */
  privilege(name: string): Privilege | undefined {
    return this.allPrivileges().get(name.toLowerCase());
  }

  privilegeNames(): readonly string[] {
    return [...this.allPrivileges().keys()];
  }

  private allPrivileges(): ReadonlyMap<string, Privilege> {
    this.privileges ??= this.reader.privileges();
    return this.privileges;
  }

  private hasRow(user: UserRights, table: TableMetadata, id: string, right: Right): boolean {
    if (user.isUnrestricted) return true;
    const access = this.rowRights.accessOf(user, table, right);
    return access !== undefined && this.store.admits(table.name, id, access);
  }

  private requireRow(user: UserRights, table: TableMetadata, id: string, right: Right): void {
    const access = this.accessTo(user, table, right);
    if (access.kind === 'all') return;
    if (!this.store.get(table.name, id, [])) throw rowNotFound(table.name, id);
    if (this.store.admits(table.name, id, access)) return;
    throw new HostFault(
      403,
      FaultCode.PrivilegeDenied,
      `Principal user (Id=${user.id}, type=8) does not have ${right}Access right(s) for record with id ${id} of entity ${table.name}.`,
    );
  }

  /** For a row that does not exist yet: whether the depth reaches its owner. */
  private requireOwned(user: UserRights, table: TableMetadata, right: Right, owner: LookupValue | undefined): void {
    const access = this.accessTo(user, table, right);
    if (access.kind === 'all') return;
    const ownerId = owner?.id ?? user.id;
    if (access.kind === 'owned') {
      if (access.ownerIds.includes(ownerId)) return;
      if (access.businessUnitIds.includes(this.businessUnitOf(ownerId))) return;
    }
    throw new HostFault(
      403,
      FaultCode.PrivilegeDenied,
      `Principal user (Id=${user.id}, type=8) does not have ${right}Access right(s) for a record of entity ${table.name} owned by ${ownerId}.`,
    );
  }

  /** Setting a lookup asks for Append on the row and AppendTo on the row it points to. */
  private requireAppends(user: UserRights, sent: Row, requireAppend: () => void): void {
    const lookups = Object.entries(sent).flatMap(([name, value]) =>
      isKind(value, 'lookup') && !NOT_APPENDED.has(name) ? [value] : [],
    );
    if (lookups.length === 0) return;
    requireAppend();
    for (const target of lookups) this.requireRow(user, this.table(target.table), target.id, 'AppendTo');
  }

  private accessTo(user: UserRights, table: TableMetadata, right: Right): RowAccess {
    if (user.isUnrestricted) return ALL;
    const access = this.rowRights.accessOf(user, table, right);
    if (!access) throw privilegeOfMissing(user, this.rowRights.privilegeOf(table, right), table.name);
    return access;
  }

  private find(id: string): UserRights | undefined {
    const known = this.users.get(id);
    if (known) return known;
    const user = this.reader.user(id);
    if (user) this.users.set(id, user);
    return user;
  }

  private table(name: string): TableMetadata {
    const table = this.metadata.table(name);
    if (!table) throw new HostFault(400, FaultCode.UnknownTable, `The table '${name}' does not exist.`);
    return table;
  }
}

const ALL: RowAccess = { kind: 'all' };
