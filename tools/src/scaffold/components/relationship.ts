import { descriptions } from '../labels';
import { INTRODUCED_VERSION } from '../names';
import { element, leaf, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';

export type Cascade = 'NoCascade' | 'Cascade' | 'RemoveLink' | 'Restrict';

export interface RelationshipSpec {
  readonly name: string;
  /** Schema names: `bbl_Invoice`, `Account`, `TransactionCurrency` */
  readonly referencedTable: string;
  readonly referencingTable: string;
  /** Schema name of the lookup column; also the navigation property. */
  readonly lookup: string;
  readonly cascadeDelete?: Cascade;
  readonly cascadeAssign?: Cascade;
}

/** One to many, with both navigation properties. platform.md 1.10 */
export function relationshipElement(relationship: RelationshipSpec): XmlElement {
  const role = (type: number, navigation: string, pane: readonly XmlElement[]) =>
    element('EntityRelationshipRole', {}, [
      ...pane,
      ...leaves({ NavigationPropertyName: navigation, RelationshipRoleType: type }),
    ]);
  const cascadeDelete = relationship.cascadeDelete ?? 'RemoveLink';
  return element('EntityRelationship', { Name: relationship.name }, [
    ...leaves({
      EntityRelationshipType: 'OneToMany',
      IsCustomizable: 1,
      IntroducedVersion: INTRODUCED_VERSION,
      IsHierarchical: 0,
      ReferencingEntityName: relationship.referencingTable,
      ReferencedEntityName: relationship.referencedTable,
      CascadeAssign: relationship.cascadeAssign ?? 'NoCascade',
      CascadeDelete: cascadeDelete,
      CascadeArchive: cascadeDelete === 'Restrict' ? 'Restrict' : 'RemoveLink',
      CascadeReparent: 'NoCascade',
      CascadeShare: 'NoCascade',
      CascadeUnshare: 'NoCascade',
      CascadeRollupView: 'NoCascade',
      IsValidForAdvancedFind: 1,
      ReferencingAttributeName: relationship.lookup,
    }),
    element('RelationshipDescription', {}, [descriptions('')]),
    element('EntityRelationshipRoles', {}, [
      role(1, relationship.lookup, [
        leaf('NavPaneDisplayOption', 'UseCollectionName'),
        leaf('NavPaneArea', 'Details'),
        leaf('NavPaneOrder', 10000),
      ]),
      role(0, relationship.name, []),
    ]),
  ]);
}
