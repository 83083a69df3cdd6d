import type { ColumnMetadata, CustomApiMetadata, TableMetadata } from '@bbl/dataverse';
import { serverManagedColumns } from '../../shared/serverManaged';
import { type Finding, rule } from '../finding';
import { type Check, customApiFile, type LintSubject, tableFile } from '../subject';
import type { SurfaceApi, SurfaceTable } from '../surfaceTypes';

const missing = rule('surface-missing', 'Add it: users, makers and integrations rely on the name.');
const different = rule('surface-types', 'Give it the type that the surface promises.');
const notServer = rule(
  'surface-server-columns',
  'Let the Update step at stage 10 filter on exactly the columns that only the server writes.',
);

/** What the public surface promises is there, of the right type and written by whom it says. */
export const checkSurface: Check = (subject) => [
  ...checkChoices(subject),
  ...checkTables(subject),
  ...checkApis(subject),
  ...checkNamed(subject),
  ...checkEnvironmentVariables(subject),
  ...checkSiteMap(subject),
];

const FIRST_OPTION = 482_100_000;

function checkChoices({ surface, model }: LintSubject): Finding[] {
  return Object.entries(surface.choices).flatMap(([name, labels]) => {
    const file = `OptionSets/${name}.xml`;
    const choice = model.choices.find((candidate) => candidate.isGlobal && candidate.name === name);
    if (!choice) return absent(surface.postponed, file, `choice ${name}`);
    return labels
      .map((label, position) => ({ label, value: FIRST_OPTION + position }))
      .filter(({ label, value }) => !choice.options.some((option) => option.value === value && option.label === label))
      .map(({ label, value }) => different(file, `${value} is not '${label}'`));
  });
}

/** A finding, unless the part is on the list of those that come later. */
function absent(postponed: readonly string[], file: string, part: string): Finding[] {
  return postponed.includes(part) ? [] : [missing(file, `${part} is missing`)];
}

function checkTables(subject: LintSubject): Finding[] {
  const managed = serverManagedColumns(subject.model);
  return Object.entries(subject.surface.tables).flatMap(([name, promised]) => {
    const table = subject.model.tables.find((candidate) => candidate.name === name);
    if (!table) return absent(subject.surface.postponed, 'Entities', `table ${name}`);
    return [
      ...checkTable(table, promised),
      ...Object.entries(promised.columns).flatMap(([column, type]) => checkColumn(subject, table, column, type)),
      ...checkServerColumns(table, promised, managed.get(name) ?? []),
    ];
  });
}

function checkTable(table: TableMetadata, promised: SurfaceTable): Finding[] {
  const keys = table.keys.map(({ columns }) => [...columns].sort().join());
  return [
    ...(table.setName === promised.set ? [] : [different(tableFile(table), `the set is not ${promised.set}`)]),
    ...(table.ownership === promised.ownership
      ? []
      : [different(tableFile(table), `it is not ${promised.ownership}-owned`)]),
    ...(promised.keys ?? [])
      .filter((columns) => !keys.includes([...columns].sort().join()))
      .map((columns) => missing(tableFile(table), `the key on ${columns.join(' and ')} is missing`)),
  ];
}

function checkColumn({ surface }: LintSubject, table: TableMetadata, name: string, promised: string): Finding[] {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (!column) return absent(surface.postponed, tableFile(table), `column ${table.name}.${name}`);
  const type = promised.replace(/^S /, '');
  return typesOf(column).includes(type) ? [] : [different(tableFile(table), `${name} is not of the type ${type}`)];
}

/** The words of the surface that a column answers to. */
function typesOf(column: ColumnMetadata): readonly string[] {
  switch (column.type) {
    case 'string':
      return column.autoNumberFormat ? ['autonumber', 'text'] : ['text'];
    case 'memo':
      return ['text'];
    case 'decimal':
      return column.precision === 4 ? ['decimal'] : [];
    case 'integer':
      return ['whole'];
    case 'boolean':
      return ['yesno'];
    case 'dateonly':
      return ['date'];
    case 'choice':
      return [`choice ${column.choiceName ?? ''}`];
    case 'lookup':
      return column.targets?.length === 1 ? [`lookup ${column.targets[0] ?? ''}`] : [];
    default:
      return [column.type];
  }
}

/** Columns that a table which the server alone writes guards besides those of the surface. */
const GUARDED_AS_WELL = ['bbl_name', 'transactioncurrencyid'];

function checkServerColumns(table: TableMetadata, promised: SurfaceTable, guarded: readonly string[]): Finding[] {
  const promisedNames = Object.entries(promised.columns)
    .filter(([, type]) => type.startsWith('S '))
    .map(([name]) => name);
  return [
    ...promisedNames
      .filter((name) => !guarded.includes(name))
      .map((name) => notServer(tableFile(table), `${name} is not guarded`)),
    ...guarded
      .filter((name) => !promisedNames.includes(name) && !GUARDED_AS_WELL.includes(name))
      .map((name) => notServer(tableFile(table), `${name} is guarded though users may write it`)),
  ];
}

function checkApis({ surface, model }: LintSubject): Finding[] {
  return Object.entries(surface.customApis).flatMap(([name, promised]) => {
    const api = model.customApis.find(({ uniqueName }) => uniqueName === name);
    return api ? checkApi(api, promised) : absent(surface.postponed, customApiFile(name), `custom API ${name}`);
  });
}

function checkApi(api: CustomApiMetadata, promised: SurfaceApi): Finding[] {
  const file = customApiFile(api.uniqueName);
  const request = api.parameters.map(({ name, type, isOptional }): [string, string] => [
    name,
    isOptional ? `${type} optional` : type,
  ]);
  const response = api.responses.map(({ name, type }): [string, string] => [name, type]);
  return [
    ...(api.isFunction || api.boundTable ? [different(file, 'it is no global action')] : []),
    ...checkMembers(file, 'request', request, promised.request),
    ...checkMembers(file, 'response', response, promised.response),
  ];
}

function checkMembers(
  file: string,
  kind: string,
  present: readonly (readonly [string, string])[],
  promised: { readonly [name: string]: string },
): Finding[] {
  const types = new Map(present);
  return Object.entries(promised)
    .filter(([name, type]) => types.get(name) !== type)
    .map(([name, type]) =>
      types.has(name) ? different(file, `${kind} ${name} is not ${type}`) : missing(file, `${kind} ${name} is missing`),
    );
}

function checkNamed({ surface, model }: LintSubject): Finding[] {
  const present = new Set([
    ...model.views.filter(({ queryType }) => queryType === 0).map(({ name, table }) => `view ${name} of ${table}`),
    ...model.roles.map(({ name }) => `role ${name}`),
    ...model.columnSecurityProfiles.map(({ name }) => `column security profile ${name}`),
    ...model.controls.map(({ name }) => `control ${name}`),
    ...model.apps.map(({ uniqueName }) => `app ${uniqueName}`),
  ]);
  const promised = [
    ...Object.entries(surface.views).map(([name, table]) => `view ${name} of ${table}`),
    ...surface.roles.map((name) => `role ${name}`),
    ...surface.columnSecurityProfiles.map((name) => `column security profile ${name}`),
    ...surface.controls.map((name) => `control ${name}`),
    `app ${surface.app.uniqueName}`,
  ];
  return promised
    .filter((part) => !present.has(part))
    .flatMap((part) => absent(surface.postponed, 'Other/Solution.xml', part));
}

function checkEnvironmentVariables({ surface, model }: LintSubject): Finding[] {
  return Object.entries(surface.environmentVariables).flatMap(([schemaName, promised]) => {
    const file = `environmentvariabledefinitions/${schemaName.toLowerCase()}/environmentvariabledefinition.xml`;
    const variable = model.environmentVariables.find((candidate) => candidate.schemaName === schemaName);
    if (!variable) return absent(surface.postponed, file, `environment variable ${schemaName}`);
    const found = `${variable.type} ${variable.defaultValue ?? ''}`;
    return found === promised ? [] : [different(file, `${schemaName} is '${found}', promised is '${promised}'`)];
  });
}

function checkSiteMap({ surface, model }: LintSubject): Finding[] {
  const app = model.apps.find(({ uniqueName }) => uniqueName === surface.app.uniqueName);
  const present = (app?.areas ?? []).flatMap((area) =>
    area.groups.flatMap((group) =>
      group.subAreas.map((subArea) => `${area.title} / ${group.title} / ${subArea.title}`),
    ),
  );
  return surface.app.siteMap
    .filter((entry) => !present.includes(entry))
    .flatMap((entry) =>
      absent(
        surface.postponed,
        `AppModuleSiteMaps/${surface.app.uniqueName}/AppModuleSiteMap.xml`,
        `site map entry ${entry}`,
      ),
    );
}
