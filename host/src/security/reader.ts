import type { PrivilegeLevel } from '@bbl/dataverse';
import type { Row } from '@bbl/dataverse/ports';
import { isKind } from '@bbl/dataverse/ports';
import { allRows, idIn, isEqual, isOneOf } from '../reads';
import type { Store } from '../storage/store';
import type { ColumnRights, Grant, Privilege, UserRights } from './principal';
import { DEPTH_MASKS } from './rights';

/** `roletemplateid` of the role System Administrator, the same in every organisation. */
export const ADMINISTRATOR_TEMPLATE = '627090ff-40a3-4053-8790-584edc5be201';

/** Tables whose rows decide about rights. */
export const RIGHTS_TABLES: ReadonlySet<string> = new Set([
  'businessunit',
  'systemuser',
  'team',
  'teammembership',
  'role',
  'systemuserroles',
  'teamroles',
  'roleprivileges',
  'privilege',
  'fieldsecurityprofile',
  'fieldpermission',
  'systemuserprofiles',
  'teamprofiles',
]);

const ALLOWED = 4;
const DEEPEST_FIRST = (Object.entries(DEPTH_MASKS) as [PrivilegeLevel, number][]).reverse();

/** Reads users with their teams, roles, privileges and column security from the rows that describe them. */
export class RightsReader {
  constructor(
    private readonly store: Store,
    private readonly systemUserId: string,
  ) {}

  /** Undefined when there is no such user. */
  user(id: string): UserRights | undefined {
    const user = this.store.get('systemuser', id, ['businessunitid', 'isdisabled']);
    if (!user) return undefined;
    const businessUnitId = idIn(user['businessunitid']);
    const teams = this.teamsOf(id);
    const roles = [
      ...this.rolesOf('systemuserroles', 'systemuserid', id).map((roleId) => ({ roleId, businessUnitId })),
      ...teams.flatMap((team) =>
        this.rolesOf('teamroles', 'teamid', team.id).map((roleId) => ({ roleId, businessUnitId: team.businessUnitId })),
      ),
    ];
    const teamIds = teams.map((team) => team.id);
    return {
      id,
      businessUnitId,
      isDisabled: user['isdisabled'] === true,
      isUnrestricted: id === this.systemUserId || this.hasAdministrator(roles.map(({ roleId }) => roleId)),
      teamIds,
      principalIds: [id, ...teamIds],
      roleIds: [...new Set(roles.map(({ roleId }) => roleId))],
      grants: this.grantsOf(roles),
      columns: this.columnsOf(id, teamIds),
    };
  }

  businessUnitOf(principalId: string): string | undefined {
    const row =
      this.store.get('systemuser', principalId, ['businessunitid']) ??
      this.store.get('team', principalId, ['businessunitid']);
    return row && idIn(row['businessunitid']);
  }

  /** The unit and every unit below it. */
  businessUnitsBelow(id: string): readonly string[] {
    const children = new Map<string, string[]>();
    for (const row of allRows(this.store, { table: 'businessunit', columns: ['parentbusinessunitid'] })) {
      const parent = idIn(row['parentbusinessunitid']);
      children.set(parent, [...(children.get(parent) ?? []), idIn(row['businessunitid'])]);
    }
    const found: string[] = [];
    const open = [id];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.includes(next)) continue;
      found.push(next);
      open.push(...(children.get(next) ?? []));
    }
    return found;
  }

  /** Every privilege there is, by its name in lower case. */
  privileges(): Map<string, Privilege> {
    const rows = allRows(this.store, { table: 'privilege', columns: ['name'] });
    return new Map(
      rows.map((row) => {
        const name = String(row['name']);
        return [name.toLowerCase(), { id: idIn(row['privilegeid']), name }];
      }),
    );
  }

  private teamsOf(userId: string): { id: string; businessUnitId: string }[] {
    const memberships = this.rows('teammembership', ['teamid'], 'systemuserid', userId);
    return memberships.map((row) => {
      const id = idIn(row['teamid']);
      return { id, businessUnitId: this.businessUnitOf(id) ?? '' };
    });
  }

  private rolesOf(table: string, column: string, principalId: string): string[] {
    return this.rows(table, ['roleid'], column, principalId).map((row) => idIn(row['roleid']));
  }

  private hasAdministrator(roleIds: readonly string[]): boolean {
    return roleIds.some(
      (id) => idIn(this.store.get('role', id, ['roletemplateid'])?.['roletemplateid']) === ADMINISTRATOR_TEMPLATE,
    );
  }

  private grantsOf(roles: readonly { roleId: string; businessUnitId: string }[]): Map<string, Grant[]> {
    const grants = new Map<string, Grant[]>();
    for (const { roleId, businessUnitId } of roles) {
      for (const row of this.privilegesOf(roleId)) {
        const name = String(row['privilege.name']).toLowerCase();
        const level = levelOf(Number(row['privilegedepthmask']));
        if (!level) continue;
        const known = grants.get(name);
        if (known) known.push({ level, businessUnitId });
        else grants.set(name, [{ level, businessUnitId }]);
      }
    }
    return grants;
  }

  private privilegesOf(roleId: string): readonly Row[] {
    return allRows(this.store, {
      table: 'roleprivileges',
      columns: ['privilegedepthmask'],
      filter: isEqual('roleid', roleId),
      links: [
        {
          table: 'privilege',
          alias: 'privilege',
          from: 'privilegeid',
          to: 'privilegeid',
          type: 'inner',
          columns: [{ column: 'name', as: 'privilege.name' }],
          links: [],
        },
      ],
    });
  }

  private columnsOf(userId: string, teamIds: readonly string[]): Map<string, ColumnRights> {
    const profileIds = [
      ...this.rows('systemuserprofiles', ['fieldsecurityprofileid'], 'systemuserid', userId),
      ...teamIds.flatMap((id) => this.rows('teamprofiles', ['fieldsecurityprofileid'], 'teamid', id)),
    ].map((row) => idIn(row['fieldsecurityprofileid']));
    const columns = new Map<string, ColumnRights>();
    if (profileIds.length === 0) return columns;
    const permissions = allRows(this.store, {
      table: 'fieldpermission',
      columns: ['entityname', 'attributelogicalname', 'canread', 'cancreate', 'canupdate'],
      filter: isOneOf('fieldsecurityprofileid', profileIds),
    });
    for (const row of permissions) {
      const key = `${String(row['entityname'])}.${String(row['attributelogicalname'])}`;
      const known = columns.get(key);
      columns.set(key, {
        read: isAllowed(row['canread']) || known?.read === true,
        create: isAllowed(row['cancreate']) || known?.create === true,
        update: isAllowed(row['canupdate']) || known?.update === true,
      });
    }
    return columns;
  }

  private rows(table: string, columns: readonly string[], column: string, id: string): readonly Row[] {
    return allRows(this.store, { table, columns, filter: isEqual(column, id) });
  }
}

const isAllowed = (value: Row[string] | undefined): boolean => isKind(value, 'choice') && value.v === ALLOWED;

const levelOf = (mask: number): PrivilegeLevel | undefined => DEEPEST_FIRST.find(([, bit]) => (mask & bit) !== 0)?.[0];
