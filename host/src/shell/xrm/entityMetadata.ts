import type { ColumnMetadata, TableMetadata } from '@bbl/dataverse/metadata';
import { collection } from './collection';

const ATTRIBUTE_TYPES: { readonly [type in ColumnMetadata['type']]: string } = {
  uniqueidentifier: 'uniqueidentifier',
  string: 'string',
  memo: 'memo',
  integer: 'integer',
  bigint: 'bigint',
  decimal: 'decimal',
  money: 'money',
  boolean: 'boolean',
  choice: 'picklist',
  state: 'state',
  status: 'status',
  dateonly: 'datetime',
  datetime: 'datetime',
  lookup: 'lookup',
  owner: 'owner',
};

/** A table as `getEntityMetadata` describes it: names, keys and attributes with their options. */
export function toEntityMetadata(table: TableMetadata, columnNames?: readonly string[]) {
  const wanted = columnNames?.length ? new Set(columnNames) : undefined;
  const attributes = table.columns.filter((column) => !wanted || wanted.has(column.name)).map(toAttribute);
  return {
    LogicalName: table.name,
    SchemaName: table.schemaName,
    EntitySetName: table.setName,
    DisplayName: table.displayName,
    DisplayCollectionName: table.displayCollectionName,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    IsQuickCreateEnabled: table.isQuickCreateEnabled,
    Attributes: collection(
      () => attributes,
      (attribute) => attribute.LogicalName,
    ),
  };
}

function toAttribute(column: ColumnMetadata) {
  const options = (column.options ?? []).map(({ value, label, state }) => ({
    value,
    text: label,
    ...(state === undefined ? {} : { state }),
  }));
  return {
    LogicalName: column.name,
    DisplayName: column.displayName,
    AttributeTypeName: ATTRIBUTE_TYPES[column.type],
    RequiredLevel: column.required,
    IsSecured: column.isSecured,
    Targets: column.targets ?? [],
    Precision: column.precision ?? null,
    MaxLength: column.maxLength ?? null,
    OptionSet: Object.fromEntries(options.map((option) => [option.value, option])),
  };
}
