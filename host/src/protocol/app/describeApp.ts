import type { SolutionFiles } from '@bbl/dataverse';
import { children, parseXml, requiredAttribute, requiredChild, type XmlElement } from '@bbl/dataverse/solution';
import type { Host } from '../../openHost';
import { allRows, idIn, isEqual, isOneOf } from '../../reads';
import { isBaseRight } from '../../security/base';
import type { UserRights } from '../../security/principal';
import { DEPTHS, privilegeName, RIGHTS } from '../../security/rights';
import type { AppDescription, AppUser, ControlDescription, SwitchableUser } from '../../shell/model/appDescription';

/** What `GET /host/app` answers: the solution for the shell, and who is acting. The part that never changes is kept as text. */
export class AppDescriber {
  private readonly unchanging: string;

  constructor(private readonly host: Host) {
    const { system, solution } = host.parts;
    const unchanging: Omit<AppDescription, 'user' | 'users' | 'organization' | 'currencies'> = {
      solution: {
        uniqueName: solution.model.uniqueName,
        displayName: solution.model.displayName,
        version: solution.model.version,
      },
      tables: [...system.model.tables, ...solution.model.tables],
      relationships: [...system.model.relationships, ...solution.model.relationships],
      choices: [...system.model.choices, ...solution.model.choices],
      views: [...system.model.views, ...solution.model.views],
      forms: [...system.model.forms, ...solution.model.forms],
      ribbons: [...system.model.ribbons, ...solution.model.ribbons],
      apps: solution.model.apps,
      webResources: solution.model.webResources.map(({ name, type }) => ({ name, type, url: `/WebResources/${name}` })),
      controls: solution.model.controls.flatMap(({ name, folder }) => describeControl(name, folder, solution.files)),
    };
    this.unchanging = JSON.stringify(unchanging).slice(1);
  }

  /** JSON text of the description for this user. */
  describe(userId: string): string {
    const { organization } = this.host.pipeline.engine;
    const changing: Pick<AppDescription, 'user' | 'users' | 'organization' | 'currencies'> = {
      user: this.user(userId),
      users: this.users(),
      organization: { name: organization.name, baseCurrencyId: organization.baseCurrencyId },
      currencies: this.currencies(),
    };
    return `${JSON.stringify(changing).slice(0, -1)},${this.unchanging}`;
  }

  private user(id: string): AppUser {
    const rights = this.host.pipeline.engine.security.rightsOf(id);
    return {
      id,
      name: this.nameOf('systemuser', id, 'fullname'),
      roles: rights.roleIds.map((roleId) => ({ id: roleId, name: this.nameOf('role', roleId, 'name') })),
      privileges: this.privilegesOf(rights),
      secured: Object.fromEntries(rights.columns),
      isAdministrator: rights.isUnrestricted,
    };
  }

  private privilegesOf({ grants, isUnrestricted }: UserRights): { readonly [privilege: string]: string } {
    const { security } = this.host.pipeline.engine;
    const privileges: { [privilege: string]: string } = {};
    for (const table of this.host.metadata.tables.values()) {
      for (const right of RIGHTS)
        if (isBaseRight(table.name, right)) privileges[privilegeName(table, right)] = 'Global';
    }
    for (const name of security.privilegeNames()) {
      const levels = isUnrestricted ? ['Global' as const] : (grants.get(name) ?? []).map(({ level }) => level);
      const deepest = Math.max(-1, ...levels.map((level) => DEPTHS.indexOf(level)));
      const level = DEPTHS[deepest];
      if (level) privileges[security.privilege(name)?.name ?? name] = level;
    }
    return privileges;
  }

  private users(): SwitchableUser[] {
    const { store } = this.host;
    const users = allRows(store, { table: 'systemuser', columns: ['fullname'], filter: isEqual('isdisabled', false) });
    const { systemUserId } = this.host.pipeline.engine.organization;
    return users
      .map((row) => ({ id: idIn(row['systemuserid']), name: String(row['fullname'] ?? '') }))
      .filter(({ id }) => id !== systemUserId)
      .map((user) => ({ ...user, roles: this.roleNames(user.id) }));
  }

  private roleNames(userId: string): string[] {
    const { store } = this.host;
    const ids = allRows(store, {
      table: 'systemuserroles',
      columns: ['roleid'],
      filter: isEqual('systemuserid', userId),
    });
    if (ids.length === 0) return [];
    const filter = isOneOf(
      'roleid',
      ids.map((row) => idIn(row['roleid'])),
    );
    return allRows(store, { table: 'role', columns: ['name'], filter }).map((row) => String(row['name']));
  }

  private currencies(): AppDescription['currencies'] {
    const { store } = this.host;
    const { currencies } = this.host.pipeline.engine;
    return allRows(store, { table: 'transactioncurrency', columns: [] }).map((row) => {
      const { id, code, symbol, precision } = currencies.get(idIn(row['transactioncurrencyid']));
      return { id, code, symbol, precision };
    });
  }

  private nameOf(table: string, id: string, column: string): string {
    return String(this.host.store.get(table, id, [column])?.[column] ?? '');
  }
}

/** A control as its manifest describes it; nothing while it is not built. */
function describeControl(name: string, folder: string, files: SolutionFiles): ControlDescription[] {
  const content = files.get(`${folder}/ControlManifest.xml`);
  if (!content) return [];
  const control = requiredChild(parseXml(content), 'control');
  const folderUrl = `/host/controls/${name}/`;
  return [
    {
      name,
      folderUrl,
      manifest: {
        namespace: requiredAttribute(control, 'namespace'),
        constructor: requiredAttribute(control, 'constructor'),
        version: requiredAttribute(control, 'version'),
        ...datasetOf(control),
        properties: children(control, 'property').map(propertyOf),
        resx: resourcesOf(control, 'resx', folderUrl),
        css: resourcesOf(control, 'css', folderUrl),
      },
    },
  ];
}

function datasetOf(control: XmlElement): { readonly datasetName?: string } {
  const [dataset] = children(control, 'data-set');
  return dataset ? { datasetName: requiredAttribute(dataset, 'name') } : {};
}

function propertyOf(element: XmlElement): ControlDescription['manifest']['properties'][number] {
  const usage = requiredAttribute(element, 'usage');
  if (usage !== 'bound' && usage !== 'input' && usage !== 'output')
    throw new Error(`A property has the usage ${usage}`);
  const value = element.attributes['default-value'];
  return {
    name: requiredAttribute(element, 'name'),
    type: element.attributes['of-type'] ?? element.attributes['of-type-group'] ?? '',
    usage,
    ...(value !== undefined && { default: value }),
  };
}

const resourcesOf = (control: XmlElement, kind: string, folderUrl: string): string[] =>
  children(control, 'resources', kind).map((element) => folderUrl + requiredAttribute(element, 'path'));
