import type { ColumnMetadata, SolutionModel } from '@bbl/dataverse';

/**
 * What a release consists of, as far as a later version must not lose or change it: a key that names the component,
 * and what is fixed about it for good. Texts, layouts and privileges are free to change.
 */
export interface Release {
  readonly version: string;
  readonly components: { readonly [key: string]: string };
}

/** The component list of a solution, sorted by key. */
export function releaseOf(model: SolutionModel): Release {
  const components = [...componentsOf(model)].sort(([a], [b]) => (a < b ? -1 : 1));
  return { version: model.version, components: Object.fromEntries(components) };
}

type Component = readonly [key: string, fixed: string];

function* componentsOf(model: SolutionModel): Generator<Component> {
  yield* tablesOf(model);
  yield* userInterfaceOf(model);
  yield* serverOf(model);
}

function* tablesOf({ tables, relationships, choices }: SolutionModel): Generator<Component> {
  for (const { name, ownership, columns, keys } of tables) {
    yield [`table ${name}`, ownership];
    for (const column of columns) yield [`column ${name}.${column.name}`, fixedOf(column)];
    for (const key of keys) yield [`key ${name}.${key.name}`, key.columns.join()];
  }
  for (const { name, referencedTable, referencingTable, referencingColumn } of relationships) {
    yield [`relationship ${name}`, `${referencedTable} to ${referencingTable}.${referencingColumn}`];
  }
  for (const { name, isGlobal, options } of choices.filter((choice) => choice.isGlobal)) {
    yield [`choice ${name}`, isGlobal ? 'global' : 'local'];
    for (const { value } of options) yield [`option ${name}.${value}`, ''];
  }
}

/** Type and what narrows it. Bounds may widen later, so they are compared as numbers. */
function fixedOf({ type, targets, choiceName, maxLength, precision, precisionSource }: ColumnMetadata): string {
  const parts = [
    type,
    targets && [...targets].sort().join('|'),
    type === 'choice' ? choiceName : undefined,
    maxLength === undefined ? undefined : `length ${maxLength}`,
    precision === undefined || precisionSource === 2 ? undefined : `decimals ${precision}`,
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

function* userInterfaceOf(model: SolutionModel): Generator<Component> {
  for (const { id, table, name } of model.views) yield [`view ${id}`, `${table}: ${name}`];
  for (const { id, table, name } of model.forms) yield [`form ${id}`, `${table}: ${name}`];
  for (const { uniqueName } of model.apps) yield [`app ${uniqueName}`, ''];
  for (const { name, type } of model.webResources) yield [`web resource ${name}`, String(type)];
  for (const { name } of model.controls) yield [`control ${name}`, ''];
}

function* serverOf(model: SolutionModel): Generator<Component> {
  for (const { id, name } of model.roles) yield [`role ${id}`, name];
  for (const { id, name } of model.columnSecurityProfiles) yield [`column security profile ${id}`, name];
  for (const { id, message, table, stage } of model.steps) yield [`step ${id}`, `${table}/${message}.${stage}`];
  for (const { id, fullName, types } of model.pluginAssemblies) {
    yield [`assembly ${id}`, fullName];
    for (const type of types) yield [`plug-in type ${type.id}`, type.name];
  }
  for (const { schemaName, type } of model.environmentVariables) yield [`environment variable ${schemaName}`, type];
  for (const api of model.customApis) {
    yield [`custom API ${api.uniqueName}`, `${api.isFunction ? 'function' : 'action'} ${api.boundTable ?? 'global'}`];
    for (const { name, type, isOptional } of api.parameters) {
      yield [`parameter ${api.uniqueName}.${name}`, `${type}${isOptional ? ', optional' : ''}`];
    }
    for (const { name, type } of api.responses) yield [`response ${api.uniqueName}.${name}`, type];
  }
}
