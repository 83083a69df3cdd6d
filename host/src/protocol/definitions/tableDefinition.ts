import type { TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { stableId } from '../../setup/ids';
import { attributeDefinition } from './columnDefinition';
import { label, managed } from './labels';
import { associationDefinitions, relationshipDefinition } from './relationshipDefinition';
import type { Definition } from './select';

const OWNERSHIP = {
  user: 'UserOwned',
  organization: 'OrganizationOwned',
  business: 'BusinessOwned',
  none: 'None',
} as const;

export function tableDefinition(table: TableMetadata, metadata: MetadataIndex): Definition {
  const isCustom = table.columns.some(({ isCustom: isCustomColumn }) => isCustomColumn);
  return {
    MetadataId: stableId(`entity:${table.name}`),
    LogicalName: table.name,
    SchemaName: table.schemaName,
    EntitySetName: table.setName,
    LogicalCollectionName: table.setName,
    DisplayName: label(table.displayName),
    DisplayCollectionName: label(table.displayCollectionName),
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName,
    OwnershipType: OWNERSHIP[table.ownership],
    IsCustomEntity: isCustom,
    IsManaged: true,
    IsActivity: false,
    IsIntersect: metadata.isIntersect(table.name),
    IsQuickCreateEnabled: table.isQuickCreateEnabled,
    IsAuditEnabled: managed(table.isAuditEnabled),
    Attributes: table.columns.map((column) => attributeDefinition(column, table, metadata)),
    Keys: table.keys.map(({ name, columns }) => ({
      MetadataId: stableId(`key:${table.name}.${name}`),
      LogicalName: name,
      SchemaName: name,
      EntityLogicalName: table.name,
      KeyAttributes: columns,
      EntityKeyIndexStatus: 'Active',
    })),
    ManyToOneRelationships: metadata
      .lookupsOf(table.name)
      .map((relationship) => relationshipDefinition(relationship, metadata)),
    OneToManyRelationships: metadata
      .collectionsOf(table.name)
      .map((relationship) => relationshipDefinition(relationship, metadata)),
    ManyToManyRelationships: associationDefinitions(table, metadata),
  };
}
