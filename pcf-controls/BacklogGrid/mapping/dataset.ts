/** Short names for the platform's types. */
export type DataSet = ComponentFramework.PropertyTypes.DataSet;
export type Column = ComponentFramework.PropertyHelper.DataSetApi.Column;
export type EntityRecord = ComponentFramework.PropertyHelper.DataSetApi.EntityRecord;
export type FilterExpression = ComponentFramework.PropertyHelper.DataSetApi.FilterExpression;
export type ConditionExpression = ComponentFramework.PropertyHelper.DataSetApi.ConditionExpression;
export type SortStatus = ComponentFramework.PropertyHelper.DataSetApi.SortStatus;

/** `alias.column` of a linked table, or a column of the view's own. */
export function splitColumnName(name: string): { readonly column: string; readonly alias: string | undefined } {
  const dot = name.indexOf('.');
  return dot < 0 ? { column: name, alias: undefined } : { column: name.slice(dot + 1), alias: name.slice(0, dot) };
}

/** A lookup as a record holds it. The id is text in some hosts and an object with `guid` in others. */
export interface Reference {
  readonly table: string;
  readonly id: string;
  readonly name: string;
}

/** The row that a lookup column points to, or undefined when it is empty. */
export function referenceOf(record: EntityRecord, column: string): Reference | undefined {
  const value: unknown = record.getValue(column);
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'object' || first === null) return undefined;
  const reference = first as {
    readonly id?: string | { readonly guid: string };
    readonly etn?: string;
    readonly entityType?: string;
    readonly name?: string;
  };
  const id = typeof reference.id === 'object' ? reference.id.guid : reference.id;
  if (!id) return undefined;
  return {
    id,
    table: reference.etn ?? reference.entityType ?? '',
    name: reference.name || record.getFormattedValue(column) || '',
  };
}
