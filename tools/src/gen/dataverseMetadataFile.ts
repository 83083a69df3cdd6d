import type { ColumnMetadata, RelationshipMetadata, TableMetadata } from '@bbl/dataverse';
import type { Subject } from './subject';

/** Attribute types in the words of dataverse-ify; it treats the other types as they come. */
const ATTRIBUTE_TYPES: { readonly [type in ColumnMetadata['type']]?: string } = {
  integer: 'Integer',
  money: 'Money',
  choice: 'Optionset',
  state: 'Optionset',
  status: 'Optionset',
  dateonly: 'DateOnly:DateOnly',
  datetime: 'DateAndTime:UserLocal',
};

/** `dataverseMetadata.ts`: the argument of dataverse-ify's `setMetadataCache`. */
export function dataverseMetadataFile({ tables, relationships }: Subject): string {
  const entities = Object.fromEntries(tables.map((table) => [table.name, entityMetadata(table, relationships)]));
  return [
    "import { CUSTOM_API_METADATA } from './customApis';",
    '/** For `setMetadataCache` of dataverse-ify. */',
    `export const metadataCache = { entities: ${JSON.stringify(entities)}, actions: CUSTOM_API_METADATA };`,
  ].join('\n');
}

function entityMetadata(table: TableMetadata, relationships: readonly RelationshipMetadata[]): object {
  const attributeTypes = table.columns.flatMap(({ name, type }) => {
    const attributeType = ATTRIBUTE_TYPES[type];
    return attributeType ? [[name, attributeType]] : [];
  });
  return {
    typeName: `mscrm.${table.name}`,
    logicalName: table.name,
    collectionName: table.setName,
    primaryIdAttribute: table.primaryId,
    attributeTypes: Object.fromEntries(attributeTypes) as object,
    navigation: Object.fromEntries(navigations(table, relationships)),
  };
}

function navigations(table: TableMetadata, relationships: readonly RelationshipMetadata[]): [string, string[]][] {
  // Only lookups that a client can write: reading needs no navigation property.
  const columns = new Set(table.columns.filter(({ validForCreate }) => validForCreate).map(({ name }) => name));
  return relationships
    .filter((item) => item.referencingTable === table.name && columns.has(item.referencingColumn))
    .map((item) => [item.lookupNavigation, [targetType(item)]]);
}

/** With several targets the library would append the target's name to the property; the owner's property has one name. */
function targetType({ referencingColumn, referencedTable }: RelationshipMetadata): string {
  return referencingColumn === 'ownerid' ? 'mscrm.principal' : `mscrm.${referencedTable}`;
}
