import type { ColumnMetadata, SolutionModel, TableMetadata } from '@bbl/dataverse';

/** What code is generated for: the solution, and the parts of system tables that its code uses. */
export interface Subject {
  readonly solution: SolutionModel;
  /** Own tables, then system tables, each with the columns that code may use. */
  readonly tables: readonly TableMetadata[];
  readonly relationships: SolutionModel['relationships'];
}

/** Columns of system tables that the product's code reads or writes (surface.md 1). */
const SYSTEM_COLUMNS: { readonly [table: string]: readonly string[] } = {
  account: ['accountid', 'name', 'transactioncurrencyid', 'statecode', 'ownerid', 'owningbusinessunit'],
  businessunit: ['businessunitid', 'name'],
  contact: ['contactid', 'fullname'],
  environmentvariabledefinition: ['environmentvariabledefinitionid', 'schemaname', 'defaultvalue'],
  environmentvariablevalue: ['environmentvariablevalueid', 'value', 'environmentvariabledefinitionid'],
  organization: ['organizationid', 'name', 'systemuserid', 'basecurrencyid'],
  role: ['roleid', 'name', 'businessunitid'],
  systemuser: ['systemuserid', 'fullname', 'businessunitid', 'isdisabled'],
  team: ['teamid', 'name', 'businessunitid'],
  transactioncurrency: [
    'transactioncurrencyid',
    'currencyname',
    'isocurrencycode',
    'currencysymbol',
    'currencyprecision',
    'exchangerate',
  ],
};

/** Columns that every table has and no code of the product uses. */
const UNUSED_COLUMNS: ReadonlySet<string> = new Set([
  'createdonbehalfby',
  'importsequencenumber',
  'modifiedonbehalfby',
  'organizationid',
  'overriddencreatedon',
  'owningteam',
  'owninguser',
  'timezoneruleversionnumber',
  'utcconversiontimezonecode',
]);

/** @throws Error when a system table or column named here is not in the host's definitions. */
export function subjectOf(solution: SolutionModel, system: SolutionModel): Subject {
  const own = [...solution.tables].sort(byName).map((table) => ({
    ...table,
    columns: table.columns.filter(({ name }) => !UNUSED_COLUMNS.has(name)).sort(byName),
  }));
  return {
    solution,
    tables: [...own, ...Object.entries(SYSTEM_COLUMNS).map(([name, columns]) => systemTable(system, name, columns))],
    relationships: [...solution.relationships, ...system.relationships],
  };
}

function systemTable(system: SolutionModel, name: string, columns: readonly string[]): TableMetadata {
  const table = system.tables.find((candidate) => candidate.name === name);
  if (!table) throw new Error(`The system table ${name} is not defined in host/system`);
  return { ...table, columns: columns.map((column) => systemColumn(table, column)) };
}

function systemColumn(table: TableMetadata, name: string): ColumnMetadata {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) throw new Error(`The system table ${table.name} has no column ${name} in host/system`);
  return column;
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
