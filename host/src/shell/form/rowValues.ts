import type { ColumnMetadata } from '@bbl/dataverse/metadata';
import { lookupValue, rawValue, type Row } from '../api/rows';
import { isLookup, type FieldValue } from '../format/valueText';
import type { AppModel } from '../model/appModel';
import { columnRights } from '../model/columnRights';
import type { FormAttribute } from './attribute';

/** A column's value in a row of the Web API. */
export function fieldValueOf(row: Row, column: ColumnMetadata): FieldValue {
  if (column.targets) return lookupValue(row, column.name, column.targets[0]);
  const value = rawValue(row, column.name);
  return column.type === 'dateonly' && typeof value === 'string' ? value.slice(0, 10) : value;
}

/** The body of a create or update: attributes that are to be submitted, in the Web API's spelling. */
export function toBody(
  model: AppModel,
  table: string,
  attributes: readonly FormAttribute[],
  isCreate: boolean,
): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const attribute of attributes) {
    if (!isSubmitted(attribute, isCreate)) continue;
    const { column, value } = attribute;
    // Defaults of secured columns are the server's to set: sent by someone without the right, they refuse the row.
    if (isCreate && !columnRights(model, table, column).create) continue;
    if (!column.targets) body[column.name] = value === '' ? null : value;
    else if (isLookup(value))
      body[`${model.lookupNavigation(table, column.name, value.table)}@odata.bind`] = rowPath(model, value);
    else if (!isCreate) body[emptyLookup(model, table, attribute)] = null;
  }
  return body;
}

/** Columns that a new form shows filled in, while the server decides unless a person chose something else. */
const SERVER_DEFAULTED = new Set(['ownerid', 'transactioncurrencyid']);

/** Changed columns; on create every one with a value, defaults included, as the platform's forms send them. */
function isSubmitted(attribute: FormAttribute, isCreate: boolean): boolean {
  if (attribute.submitMode === 'never') return false;
  if (attribute.submitMode === 'always') return true;
  if (!isCreate || SERVER_DEFAULTED.has(attribute.name)) return attribute.isDirty;
  return attribute.column.validForCreate && attribute.value !== null && attribute.value !== '';
}

function emptyLookup(model: AppModel, table: string, { column, initial }: FormAttribute): string {
  const target = isLookup(initial) ? initial.table : (column.targets?.[0] ?? '');
  return `${model.lookupNavigation(table, column.name, target)}@odata.bind`;
}

function rowPath(model: AppModel, row: { readonly table: string; readonly id: string }): string {
  return `/${model.table(row.table).setName}(${row.id})`;
}
