import { bareId, type LookupRef } from '../api/rows';
import type { AppModel } from '../model/appModel';
import type { FormDefaults } from '../model/pageUrl';

export interface ClientReference {
  readonly entityType: string;
  readonly id: string;
  readonly name?: string;
}

/**
 * Default values of a new row from the parameters of a form call. A lookup comes as a list with one reference, as a
 * reference, or as `column`, `columnname` and `columntype` texts; `parent` fills the lookups that lead to its table.
 * @throws Error for a parameter that is no column
 */
export function readDefaults(
  model: AppModel,
  table: string,
  parameters: Readonly<Record<string, unknown>>,
  parent?: ClientReference,
): FormDefaults {
  const defaults: Record<string, FormDefaults[string]> = {};
  if (parent) {
    for (const relationship of model.index.lookupsOf(table)) {
      if (relationship.referencedTable === parent.entityType)
        defaults[relationship.referencingColumn] = toReference(parent);
    }
  }
  for (const [name, value] of Object.entries(parameters)) {
    if (isLookupSuffix(model, table, name)) continue;
    const column = model.column(table, name);
    if (!column) throw new Error(`The form parameter ${name} is no column of ${table}`);
    defaults[name] = column.targets
      ? lookupParameter(name, value, parameters, column.targets)
      : (value as string | number | boolean | null);
  }
  return defaults;
}

/** `bbl_contractidname` and `bbl_contractidtype` belong to `bbl_contractid`. */
function isLookupSuffix(model: AppModel, table: string, name: string): boolean {
  const base = name.replace(/(name|type)$/, '');
  return base !== name && model.column(table, name) === undefined && model.column(table, base)?.targets !== undefined;
}

function lookupParameter(
  name: string,
  value: unknown,
  parameters: Readonly<Record<string, unknown>>,
  targets: readonly string[],
): LookupRef | null {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first === 'object' && first !== null) return toReference(first as ClientReference);
  if (typeof first !== 'string' || first === '') return null;
  const table = parameters[`${name}type`] ?? targets[0] ?? '';
  return { table: String(table), id: bareId(first), name: String(parameters[`${name}name`] ?? '') };
}

function toReference(reference: ClientReference): LookupRef {
  return { table: reference.entityType, id: bareId(reference.id), name: reference.name ?? '' };
}
