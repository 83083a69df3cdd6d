import type { SolutionFiles } from '../metadata';

/** Small pieces of solution XML in the shapes of platform.md section 1, for tests. All of it is ASCII. */

const MANIFEST = `<ImportExportXml><SolutionManifest>
  <UniqueName>BillingBacklog</UniqueName>
  <LocalizedNames><LocalizedName description="Billing Backlog" languagecode="1033" /></LocalizedNames>
  <Version>1.2.3.4</Version><Managed>1</Managed>
  <Publisher><UniqueName>billingbacklog</UniqueName>
    <CustomizationPrefix>bbl</CustomizationPrefix><CustomizationOptionValuePrefix>48210</CustomizationOptionValuePrefix>
  </Publisher>
</SolutionManifest></ImportExportXml>`;

/** Files of a solution from texts by path; a manifest is there unless given. */
export function solutionFiles(texts: { readonly [path: string]: string }): SolutionFiles {
  const all = { 'Other/Solution.xml': MANIFEST, ...texts };
  return new Map(Object.entries(all).map(([path, text]) => [path, asciiBytes(text)]));
}

function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

export interface ColumnXml {
  readonly schemaName: string;
  readonly type: string;
  /** Elements of the type, and of the common block where they differ from the usual. */
  readonly extra?: string;
}

export function columnXml({ schemaName, type, extra = '' }: ColumnXml): string {
  return `<attribute PhysicalName="${schemaName}">
    <Type>${type}</Type><Name>${schemaName.toLowerCase()}</Name><LogicalName>${schemaName.toLowerCase()}</LogicalName>
    <IsCustomField>1</IsCustomField>${extra}
    <displaynames><displayname description="${schemaName}" languagecode="1033" /></displaynames>
  </attribute>`;
}

/** `Entity.xml` of a user-owned table `bbl_Thing`-like with its key, its name and the given columns. */
export function entityXml(schemaName: string, columns: readonly ColumnXml[] = [], extra = ''): string {
  const key: ColumnXml = {
    schemaName: `${schemaName}Id`,
    type: 'primarykey',
    extra: '<RequiredLevel>systemrequired</RequiredLevel><ValidForUpdateApi>0</ValidForUpdateApi>',
  };
  const name: ColumnXml = {
    schemaName: 'bbl_Name',
    type: 'nvarchar',
    extra: '<DisplayMask>PrimaryName|ValidForForm</DisplayMask><Format>text</Format><MaxLength>100</MaxLength>',
  };
  return `<Entity><Name LocalizedName="${schemaName}" OriginalName="${schemaName}">${schemaName}</Name>
    <EntityInfo><entity Name="${schemaName}">
      <LocalizedNames><LocalizedName description="Ding" languagecode="1031" /><LocalizedName description="Thing" languagecode="1033" /></LocalizedNames>
      <LocalizedCollectionNames><LocalizedCollectionName description="Things" languagecode="1033" /></LocalizedCollectionNames>
      <attributes>${[key, name, ...columns].map(columnXml).join('')}</attributes>
      <EntityKeys><EntityKey><LogicalName>bbl_namekey</LogicalName>
        <EntityKeyAttributes><AttributeName>bbl_name</AttributeName></EntityKeyAttributes></EntityKey></EntityKeys>
      <EntitySetName>${schemaName.toLowerCase()}s</EntitySetName>
      <OwnershipTypeMask>UserOwned</OwnershipTypeMask><IsAuditEnabled>1</IsAuditEnabled><IsQuickCreateEnabled>0</IsQuickCreateEnabled>
    </entity></EntityInfo>
    <FormXml /><SavedQueries /><RibbonDiffXml />${extra}</Entity>`;
}

/** A file with one relationship from `referencing.column` to `referenced`. */
export function relationshipXml(name: string, referenced: string, referencing: string, column: string): string {
  return `<EntityRelationships><EntityRelationship Name="${name}">
    <EntityRelationshipType>OneToMany</EntityRelationshipType>
    <ReferencingEntityName>${referencing}</ReferencingEntityName><ReferencedEntityName>${referenced}</ReferencedEntityName>
    <CascadeAssign>Cascade</CascadeAssign><CascadeDelete>Restrict</CascadeDelete><CascadeReparent>NoCascade</CascadeReparent>
    <CascadeShare>NoCascade</CascadeShare><ReferencingAttributeName>${column}</ReferencingAttributeName>
    <EntityRelationshipRoles>
      <EntityRelationshipRole><NavigationPropertyName>${column}</NavigationPropertyName><RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole>
      <EntityRelationshipRole><NavigationPropertyName>${name}</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType></EntityRelationshipRole>
    </EntityRelationshipRoles>
  </EntityRelationship></EntityRelationships>`;
}

export const CHOICE_XML = `<optionset Name="bbl_billingstatus" localizedName="Billing status">
  <OptionSetType>picklist</OptionSetType><IsGlobal>1</IsGlobal>
  <displaynames><displayname description="Billing status" languagecode="1033" /></displaynames>
  <options>
    <option value="482100000" ExternalValue="" IsHidden="0"><labels><label description="Not ready to invoice" languagecode="1033" /></labels></option>
    <option value="482100001" ExternalValue="" IsHidden="0"><labels><label description="Ready to invoice" languagecode="1033" /></labels></option>
  </options></optionset>`;
