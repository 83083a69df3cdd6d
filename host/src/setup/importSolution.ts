import type { FormMetadata, SolutionModel, TableMetadata } from '@bbl/dataverse';
import type { Row } from '@bbl/dataverse/ports';
import { choice, guid, lookup } from '@bbl/dataverse/ports';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { ACCESS_BITS, DEPTH_MASKS, privilegeName, RIGHTS } from '../security/rights';
import type { Store } from '../storage/store';
import { ROOT_BUSINESS_UNIT_ID, stableId, SYSTEM_USER_ID } from './ids';
import { stampOf } from './organization';
import { type RowSet, syncRows } from './syncRows';

export interface ImportSources {
  readonly system: SolutionModel;
  readonly solution: SolutionModel;
  readonly metadata: MetadataIndex;
  /** The form as its file has it. */
  formXmlOf(form: FormMetadata): string;
}

/**
 * The rows that an import writes: privileges, roles, column security profiles, environment variables, views and forms.
 * Run at every start, so that a store follows the solution: rows that are missing come, rows that changed are changed,
 * rows of a component that is gone go.
 */
export function importSolution(sources: ImportSources, store: Store, now: string): void {
  const target = { store, metadata: sources.metadata, stamp: stampOf(now) };
  for (const set of rowSets(sources)) syncRows(set, target);
}

function rowSets(sources: ImportSources): RowSet[] {
  const { solution, system, metadata } = sources;
  const privileges = privilegeIds(sources);
  return [
    { table: 'privilege', rows: privilegeRows(sources) },
    { table: 'role', rows: new Map(solution.roles.map(({ id, name }) => [id, roleRow(name)])), keepOthers: true },
    { table: 'roleprivileges', rows: rolePrivilegeRows(solution, privileges) },
    {
      table: 'fieldsecurityprofile',
      rows: new Map(solution.columnSecurityProfiles.map(({ id, name }) => [id, { name }])),
      keepOthers: true,
    },
    { table: 'fieldpermission', rows: permissionRows(solution), keepOthers: true },
    {
      table: 'environmentvariabledefinition',
      rows: new Map(
        solution.environmentVariables.map((variable) => [variableId(variable.schemaName), variableRow(variable)]),
      ),
      keepOthers: true,
    },
    { table: 'savedquery', rows: viewRows([...system.views, ...solution.views]) },
    { table: 'systemform', rows: formRows([...system.forms, ...solution.forms], sources) },
  ].filter(({ table }) => metadata.table(table) !== undefined);
}

/** Id of a variable's definition; it depends on the schema name alone. */
export const variableId = (schemaName: string): string => stableId(`environmentvariabledefinition:${schemaName}`);

/** Privileges that no table has. */
const OTHER_PRIVILEGES = ['prvAssignRole', 'prvActOnBehalfOfAnotherUser', 'prvBypassCustomBusinessLogic'];

const hasPrivileges = ({ ownership, name }: TableMetadata): boolean => ownership !== 'none' || name === 'organization';

function privilegeIds({ system, solution }: ImportSources): ReadonlyMap<string, string> {
  const names = [...system.tables, ...solution.tables]
    .filter(hasPrivileges)
    .flatMap((table) => RIGHTS.map((right) => privilegeName(table, right)));
  const granted = solution.roles.flatMap((role) => role.privileges.map(({ name }) => name));
  const all = [...names, ...OTHER_PRIVILEGES, ...granted];
  return new Map(all.map((name) => [name.toLowerCase(), stableId(`privilege:${name.toLowerCase()}`)]));
}

function privilegeRows(sources: ImportSources): Map<string, Row> {
  const rows = new Map<string, Row>();
  const add = (name: string, accessright: number, isOwned: boolean): void => {
    const row = { name, accessright, canbebasic: isOwned, canbelocal: isOwned, canbedeep: isOwned, canbeglobal: true };
    rows.set(stableId(`privilege:${name.toLowerCase()}`), row);
  };
  for (const { name } of sources.solution.roles.flatMap((role) => role.privileges)) add(name, 0, false);
  for (const name of OTHER_PRIVILEGES) add(name, 0, false);
  for (const table of [...sources.system.tables, ...sources.solution.tables].filter(hasPrivileges)) {
    for (const right of RIGHTS) add(privilegeName(table, right), ACCESS_BITS[right], table.ownership === 'user');
  }
  return rows;
}

const roleRow = (name: string): Row => ({ name, businessunitid: lookup('businessunit', ROOT_BUSINESS_UNIT_ID) });

function rolePrivilegeRows({ roles }: SolutionModel, privileges: ReadonlyMap<string, string>): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const role of roles) {
    for (const { name, level } of role.privileges) {
      const privilegeId = privileges.get(name.toLowerCase());
      if (privilegeId === undefined) continue;
      rows.set(stableId(`roleprivileges:${role.id}:${privilegeId}`), {
        roleid: guid(role.id),
        privilegeid: guid(privilegeId),
        privilegedepthmask: DEPTH_MASKS[level],
      });
    }
  }
  return rows;
}

function permissionRows({ columnSecurityProfiles }: SolutionModel): Map<string, Row> {
  const allowed = (is: boolean) => choice(is ? 4 : 0);
  const rows = new Map<string, Row>();
  for (const { id, permissions } of columnSecurityProfiles) {
    for (const { table, column, canRead, canCreate, canUpdate } of permissions) {
      rows.set(stableId(`fieldpermission:${id}:${table}.${column}`), {
        fieldsecurityprofileid: lookup('fieldsecurityprofile', id),
        entityname: table,
        attributelogicalname: column,
        canread: allowed(canRead),
        cancreate: allowed(canCreate),
        canupdate: allowed(canUpdate),
      });
    }
  }
  return rows;
}

const VARIABLE_TYPES = { string: 100000000, number: 100000001, boolean: 100000002, json: 100000003 } as const;

function variableRow({
  schemaName,
  displayName,
  description,
  type,
  defaultValue,
}: SolutionModel['environmentVariables'][number]): Row {
  const owner = lookup('systemuser', SYSTEM_USER_ID);
  return {
    schemaname: schemaName,
    displayname: displayName,
    description,
    type: choice(VARIABLE_TYPES[type]),
    defaultvalue: defaultValue,
    ownerid: owner,
    owninguser: owner,
    owningbusinessunit: lookup('businessunit', ROOT_BUSINESS_UNIT_ID),
    statecode: choice(0),
    statuscode: choice(1),
  };
}

function viewRows(views: SolutionModel['views']): Map<string, Row> {
  return new Map(
    views.map((view) => [
      view.id,
      {
        name: view.name,
        returnedtypecode: view.table,
        querytype: view.queryType,
        fetchxml: view.fetchXml,
        layoutxml: view.layoutXml,
        isdefault: view.isDefault,
        isquickfindquery: view.isQuickFind,
        isprivate: false,
        statecode: choice(0),
        statuscode: choice(1),
      },
    ]),
  );
}

const FORM_TYPES = { main: 2, quick: 6, quickCreate: 7, card: 11 } as const;

function formRows(forms: SolutionModel['forms'], { formXmlOf }: ImportSources): Map<string, Row> {
  return new Map(
    forms.map((form) => [
      form.id,
      {
        name: form.name,
        objecttypecode: form.table,
        type: choice(FORM_TYPES[form.type]),
        formxml: formXmlOf(form),
        isdefault: false,
        formactivationstate: choice(1),
      },
    ]),
  );
}
