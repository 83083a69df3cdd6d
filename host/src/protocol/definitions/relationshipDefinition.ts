import type { RelationshipMetadata, TableMetadata } from '@bbl/dataverse';
import type { MetadataIndex } from '@bbl/dataverse/metadataIndex';
import { stableId } from '../../setup/ids';
import type { Definition } from './select';

/** Every relationship, once, with its type: the list holds those of both kinds. */
export function relationshipDefinitions(metadata: MetadataIndex): readonly Definition[] {
  const all = [...metadata.tables.values()].flatMap((table) => [
    ...metadata.lookupsOf(table.name).map((relationship) => relationshipDefinition(relationship, metadata)),
    ...associationDefinitions(table, metadata),
  ]);
  const typed = all.map((definition): [unknown, Definition] => [
    definition['SchemaName'],
    { '@odata.type': `#Microsoft.Dynamics.CRM.${String(definition['RelationshipType'])}Metadata`, ...definition },
  ]);
  return [...new Map(typed).values()];
}

/** The many-to-many relationships of a table. */
export function associationDefinitions(table: TableMetadata, metadata: MetadataIndex): Definition[] {
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

/** A one-to-many relationship, seen from either side. */
export function relationshipDefinition(relationship: RelationshipMetadata, metadata: MetadataIndex): Definition {
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
