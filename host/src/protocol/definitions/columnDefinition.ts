import type { ColumnMetadata, ColumnType, TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { stableId } from '../../setup/ids';
import { label, managed } from './labels';
import { booleanDefinition, optionDefinition, optionSetDefinition } from './optionSet';
import type { Definition } from './select';

const KINDS: { readonly [type in ColumnType]: readonly [metadata: string, attributeType: string, typeName: string] } = {
  uniqueidentifier: ['UniqueIdentifierAttributeMetadata', 'Uniqueidentifier', 'UniqueidentifierType'],
  string: ['StringAttributeMetadata', 'String', 'StringType'],
  memo: ['MemoAttributeMetadata', 'Memo', 'MemoType'],
  integer: ['IntegerAttributeMetadata', 'Integer', 'IntegerType'],
  bigint: ['BigIntAttributeMetadata', 'BigInt', 'BigIntType'],
  decimal: ['DecimalAttributeMetadata', 'Decimal', 'DecimalType'],
  money: ['MoneyAttributeMetadata', 'Money', 'MoneyType'],
  boolean: ['BooleanAttributeMetadata', 'Boolean', 'BooleanType'],
  choice: ['PicklistAttributeMetadata', 'Picklist', 'PicklistType'],
  state: ['StateAttributeMetadata', 'State', 'StateType'],
  status: ['StatusAttributeMetadata', 'Status', 'StatusType'],
  dateonly: ['DateTimeAttributeMetadata', 'DateTime', 'DateTimeType'],
  datetime: ['DateTimeAttributeMetadata', 'DateTime', 'DateTimeType'],
  lookup: ['LookupAttributeMetadata', 'Lookup', 'LookupType'],
  owner: ['LookupAttributeMetadata', 'Owner', 'OwnerType'],
};
const REQUIRED: { readonly [level in ColumnMetadata['required']]: string } = {
  none: 'None',
  recommended: 'Recommended',
  required: 'ApplicationRequired',
  systemrequired: 'SystemRequired',
};

export function attributeDefinition(column: ColumnMetadata, table: TableMetadata, metadata: MetadataIndex): Definition {
  const [kind, attributeType, typeName] = KINDS[column.type];
  return {
    '@odata.type': `#Microsoft.Dynamics.CRM.${kind}`,
    MetadataId: stableId(`attribute:${table.name}.${column.name}`),
    LogicalName: column.name,
    SchemaName: column.schemaName,
    EntityLogicalName: table.name,
    AttributeType: attributeType,
    AttributeTypeName: { Value: typeName },
    DisplayName: label(column.displayName),
    Description: label(column.description),
    RequiredLevel: managed(REQUIRED[column.required]),
    IsPrimaryId: column.name === table.primaryId,
    IsPrimaryName: column.isPrimaryName,
    IsCustomAttribute: column.isCustom,
    IsSecured: column.isSecured,
    IsValidForCreate: column.validForCreate,
    IsValidForUpdate: column.validForUpdate,
    IsValidForRead: column.validForRead,
    AutoNumberFormat: column.autoNumberFormat ?? '',
    ...typeProperties(column, table, metadata),
  };
}

function typeProperties(column: ColumnMetadata, table: TableMetadata, metadata: MetadataIndex): Definition {
  switch (column.type) {
    case 'string':
    case 'memo':
      return { MaxLength: column.maxLength ?? null };
    case 'integer':
    case 'bigint':
    case 'decimal':
    case 'money':
      return numberProperties(column);
    case 'dateonly':
      return { Format: 'DateOnly', DateTimeBehavior: { Value: 'DateOnly' } };
    case 'datetime':
      return { Format: 'DateAndTime', DateTimeBehavior: { Value: 'UserLocal' } };
    case 'lookup':
    case 'owner':
      return { Targets: column.targets ?? [] };
    case 'boolean':
      return {
        DefaultValue: column.defaultValue === 1,
        OptionSet: booleanDefinition(`${table.name}_${column.name}`, column.options ?? []),
      };
    case 'choice':
    case 'state':
    case 'status':
      return choiceProperties(column, metadata);
    case 'uniqueidentifier':
      return {};
  }
}

const numberProperties = ({
  minValue,
  maxValue,
  precision,
  precisionSource,
  baseOf,
  type,
}: ColumnMetadata): Definition => ({
  MinValue: numberOrNull(minValue),
  MaxValue: numberOrNull(maxValue),
  ...(precision !== undefined && { Precision: precision }),
  ...(precisionSource !== undefined && { PrecisionSource: precisionSource }),
  ...(type === 'money' && { CalculationOf: baseOf ?? null, IsBaseCurrency: baseOf !== undefined }),
});

const numberOrNull = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

function choiceProperties(column: ColumnMetadata, metadata: MetadataIndex): Definition {
  const choice = column.choiceName === undefined ? undefined : metadata.choices.get(column.choiceName);
  const options = column.options ?? [];
  const set = choice ? optionSetDefinition(choice) : { Name: column.choiceName ?? null, IsGlobal: false };
  return {
    DefaultFormValue: column.defaultValue ?? -1,
    OptionSet: { ...set, Options: options.map(optionDefinition) },
    GlobalOptionSet: choice?.isGlobal ? set : null,
  };
}
