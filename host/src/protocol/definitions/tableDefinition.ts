import type { RelationshipMetadata, TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { stableId } from '../../setup/ids';
import { attributeDefinition } from './columnDefinition';
import { label, managed } from './labels';
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
    ManyToManyRelationships: associationsOf(table, metadata),
  };
}

function associationsOf(table: TableMetadata, metadata: MetadataIndex): Definition[] {
  return [...metadata.associations(table.name).values()].map(({ relationship, own, other }) => ({
    MetadataId: stableId(`relationship:${relationship.name}`),
    SchemaName: relationship.name,
    RelationshipType: 'ManyToManyRelationship',
    IntersectEntityName: relationship.intersectTable,
    Entity1LogicalName: own.table,
    Entity1NavigationPropertyName: own.navigation,
    Entity2LogicalName: other.table,
    Entity2NavigationPropertyName: other.navigation,
  }));
}

function relationshipDefinition(relationship: RelationshipMetadata, metadata: MetadataIndex): Definition {
  return {
    MetadataId: stableId(`relationship:${relationship.name}`),
    SchemaName: relationship.name,
    RelationshipType: 'OneToManyRelationship',
    ReferencedEntity: relationship.referencedTable,
    ReferencedAttribute: metadata.table(relationship.referencedTable)?.primaryId ?? null,
    ReferencedEntityNavigationPropertyName: relationship.collectionNavigation,
    ReferencingEntity: relationship.referencingTable,
    ReferencingAttribute: relationship.referencingColumn,
    ReferencingEntityNavigationPropertyName: relationship.lookupNavigation,
    CascadeConfiguration: {
      Assign: relationship.cascadeAssign,
      Delete: relationship.cascadeDelete,
      Share: relationship.cascadeShare,
      Reparent: relationship.cascadeReparent,
    },
  };
}
