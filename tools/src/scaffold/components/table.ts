import { descriptions, localizedCollectionNames, localizedNames } from '../labels';
import { INTRODUCED_VERSION, logicalName, XSI } from '../names';
import { element, leaves, type XmlElement } from '@bbl/dataverse/xmlTree';
import { attributeElement, type ColumnBlock, type RequiredLevel } from './column';
import { primaryKeyColumn, systemColumns, type Ownership } from './systemColumns';

export interface TableSpec {
  readonly schemaName: string;
  readonly displayName: string;
  readonly displayCollectionName: string;
  /** Entity set of the Web API; the logical name with an s when left out. */
  readonly setName?: string;
  readonly description?: string;
  readonly ownership: Ownership;
  readonly isQuickCreateEnabled?: boolean;
  /** SVG web resource, for example `bbl_/icons/contract.svg` */
  readonly icon?: string;
  /** Rows that no app shows. */
  readonly isInternal?: boolean;
  readonly primaryName: {
    readonly displayName: string;
    readonly maxLength: number;
    readonly required: RequiredLevel;
    readonly description?: string;
  };
}

function primaryNameColumn(primaryName: TableSpec['primaryName']): ColumnBlock {
  return {
    physicalName: 'bbl_Name',
    type: 'nvarchar',
    requiredLevel: primaryName.required,
    displayMask: 'PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid|RequiredForForm',
    isSearchable: true,
    isRetrievable: true,
    specific: leaves({ Format: 'text', MaxLength: primaryName.maxLength, Length: primaryName.maxLength * 2 }),
    displayName: primaryName.displayName,
    description: primaryName.description ?? '',
  };
}

const flags = (value: 0 | 1, ...names: readonly string[]): Record<string, number> =>
  Object.fromEntries(names.map((name) => [name, value]));

/** The settings after the columns, every element in the order of platform.md 1.7. */
function settings(table: TableSpec): XmlElement[] {
  return leaves({
    EntitySetName: table.setName ?? `${logicalName(table.schemaName)}s`,
    ...flags(0, 'IsDuplicateCheckSupported', 'IsBusinessProcessEnabled', 'IsRequiredOffline'),
    ...flags(0, 'IsInteractionCentricEnabled', 'IsCollaboration', 'AutoRouteToOwnerQueue', 'IsConnectionsEnabled'),
    EntityColor: '',
    ...flags(0, 'IsDocumentManagementEnabled', 'AutoCreateAccessTeams', 'IsOneNoteIntegrationEnabled'),
    ...flags(0, 'IsKnowledgeManagementEnabled', 'IsSLAEnabled', 'IsDocumentRecommendationsEnabled', 'IsBPFEntity'),
    OwnershipTypeMask: table.ownership === 'user' ? 'UserOwned' : 'OrgOwned',
    IsAuditEnabled: 1,
    ...flags(0, 'IsRetrieveAuditEnabled', 'IsRetrieveMultipleAuditEnabled', 'IsActivity'),
    ActivityTypeMask: '',
    ...flags(0, 'IsActivityParty', 'IsReplicated', 'IsReplicationUserFiltered', 'IsMailMergeEnabled'),
    ...flags(0, 'IsVisibleInMobile', 'IsVisibleInMobileClient', 'IsReadOnlyInMobileClient', 'IsOfflineInMobileClient'),
    DaysSinceRecordLastModified: 0,
    MobileOfflineFilters: '',
    ...flags(1, 'IsMapiGridEnabled', 'IsReadingPaneEnabled'),
    IsQuickCreateEnabled: table.isQuickCreateEnabled ? 1 : 0,
    SyncToExternalSearchIndex: 0,
    IntroducedVersion: INTRODUCED_VERSION,
    ...flags(1, 'IsCustomizable', 'IsRenameable', 'IsMappable', 'CanModifyAuditSettings', 'CanModifyMobileVisibility'),
    ...flags(1, 'CanModifyMobileClientVisibility', 'CanModifyMobileClientReadOnly', 'CanModifyMobileClientOffline'),
    ...flags(1, 'CanModifyConnectionSettings', 'CanModifyDuplicateDetectionSettings', 'CanModifyMailMergeSettings'),
    ...flags(1, 'CanModifyQueueSettings', 'CanCreateAttributes', 'CanCreateForms', 'CanCreateCharts', 'CanCreateViews'),
    ...flags(1, 'CanModifyAdditionalSettings', 'CanEnableSyncToExternalSearchIndex'),
    IconVectorName: table.icon ?? '',
    EnforceStateTransitions: 0,
    CanChangeHierarchicalRelationship: 1,
    EntityHelpUrlEnabled: 0,
    EntityHelpUrl: '',
    ...flags(1, 'ChangeTrackingEnabled', 'CanChangeTrackingBeEnabled'),
    ...flags(0, 'IsEnabledForExternalChannels', 'IsMSTeamsIntegrationEnabled', 'IsSolutionAware'),
  });
}

/** `Entity.xml` of a new table: system columns, primary key and name, and the markers without which nothing is packed. */
export function tableElement(table: TableSpec): XmlElement {
  const { schemaName, displayName } = table;
  const columns = [
    primaryKeyColumn(schemaName, displayName),
    attributeElement(primaryNameColumn(table.primaryName)),
    ...systemColumns(schemaName, displayName, table.ownership),
  ];
  return element('Entity', XSI, [
    element('Name', { LocalizedName: displayName, OriginalName: displayName }, [schemaName]),
    element('EntityInfo', {}, [
      element('entity', { Name: schemaName }, [
        localizedNames(displayName),
        localizedCollectionNames(table.displayCollectionName),
        descriptions(table.description ?? ''),
        element('attributes', {}, sortedColumns(columns)),
        ...settings(table),
      ]),
    ]),
    element('FormXml'),
    element('SavedQueries'),
    element('RibbonDiffXml'),
  ]);
}

const sortKey = (attribute: XmlElement) => (attribute.attributes['PhysicalName'] ?? '').toLowerCase();

/** Columns by logical name, the order of an export. */
export function sortedColumns(columns: readonly XmlElement[]): XmlElement[] {
  return [...columns].sort((left, right) => (sortKey(left) < sortKey(right) ? -1 : 1));
}
