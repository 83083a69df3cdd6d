import type { Cascade, ManyToManyEnd, ManyToManyMetadata, RelationshipMetadata, SolutionFiles, TableMetadata } from '../metadata';
import { ShapeError } from './errors';
import { readXmlFiles } from './files';
import { children, requiredAttribute, requiredText, type XmlElement } from './xml';

export interface ReadRelationships {
  readonly oneToMany: readonly RelationshipMetadata[];
  readonly manyToMany: readonly ManyToManyMetadata[];
}

const CASCADES: readonly string[] = ['NoCascade', 'Cascade', 'RemoveLink', 'Restrict', 'Active', 'UserOwned'];

/** RelationshipRoleType of the many side, which holds the lookup. */
const MANY_SIDE = '1';
const ONE_SIDE = '0';

/**
 * `Other/Relationships/<ReferencedEntity>.xml` (platform.md 1.10).
 * @param tables give the primary key columns that name the columns of an intersect table.
 */
export function readRelationships(files: SolutionFiles, tables: readonly TableMetadata[]): ReadRelationships {
  const oneToMany: RelationshipMetadata[] = [];
  const manyToMany: ManyToManyMetadata[] = [];
  readXmlFiles(files, /^Other\/Relationships\/[^/]+\.xml$/, 'EntityRelationships', (root) => {
    for (const relationship of children(root, 'EntityRelationship')) {
      const type = requiredText(relationship, 'EntityRelationshipType');
      if (type === 'OneToMany') oneToMany.push(readOneToMany(relationship));
      else if (type === 'ManyToMany') manyToMany.push(readManyToMany(relationship, tables));
      else throw new ShapeError(`${requiredAttribute(relationship, 'Name')} has the relationship type '${type}'`);
    }
  });
  return { oneToMany, manyToMany };
}

function readOneToMany(relationship: XmlElement): RelationshipMetadata {
  return {
    name: requiredAttribute(relationship, 'Name'),
    referencedTable: requiredText(relationship, 'ReferencedEntityName').toLowerCase(),
    referencingTable: requiredText(relationship, 'ReferencingEntityName').toLowerCase(),
    referencingColumn: requiredText(relationship, 'ReferencingAttributeName').toLowerCase(),
    lookupNavigation: navigationOf(relationship, 'RelationshipRoleType', MANY_SIDE),
    collectionNavigation: navigationOf(relationship, 'RelationshipRoleType', ONE_SIDE),
    cascadeDelete: readCascade(relationship, 'CascadeDelete'),
    cascadeAssign: readCascade(relationship, 'CascadeAssign'),
    cascadeShare: readCascade(relationship, 'CascadeShare'),
    cascadeReparent: readCascade(relationship, 'CascadeReparent'),
  };
}

function readManyToMany(relationship: XmlElement, tables: readonly TableMetadata[]): ManyToManyMetadata {
  const end = (nameElement: string, ordinal: string): ManyToManyEnd => {
    const table = requiredText(relationship, nameElement).toLowerCase();
    const column = tables.find(({ name }) => name === table)?.primaryId;
    if (!column) throw new ShapeError(`${requiredAttribute(relationship, 'Name')} names the unknown table ${table}`);
    return { table, column, navigation: navigationOf(relationship, 'AssociationRoleOrdinal', ordinal) };
  };
  return {
    name: requiredAttribute(relationship, 'Name'),
    intersectTable: requiredText(relationship, 'IntersectEntityName').toLowerCase(),
    ends: [end('FirstEntityName', '1'), end('SecondEntityName', '2')],
  };
}

function navigationOf(relationship: XmlElement, marker: string, value: string): string {
  const role = children(relationship, 'EntityRelationshipRoles', 'EntityRelationshipRole').find(
    (item) => requiredText(item, marker) === value,
  );
  if (!role) {
    throw new ShapeError(`${requiredAttribute(relationship, 'Name')} has no EntityRelationshipRole with ${marker} ${value}`);
  }
  return requiredText(role, 'NavigationPropertyName');
}

function readCascade(relationship: XmlElement, name: string): Cascade {
  const cascade = requiredText(relationship, name);
  if (!CASCADES.includes(cascade)) throw new ShapeError(`<${name}> is '${cascade}', expected ${CASCADES.join(', ')}`);
  return cascade as Cascade;
}
