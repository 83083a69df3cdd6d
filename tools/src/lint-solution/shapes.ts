import type { XmlElement } from '@bbl/dataverse/solution';

/** Children of an element in canonical order; a name that ends with `?` may be absent, any may repeat. */
export type Shape = readonly string[];

/** What is wrong with the children of an element: missing, unknown, or in another order than the shape's. */
export function shapeProblems(element: XmlElement, shape: Shape): string[] {
  const order = shape.map((entry) => entry.replace('?', ''));
  const present = element.children.map((item) => item.name);
  const missing = shape.filter((entry) => !entry.endsWith('?') && !present.includes(entry));
  const unknown = [...new Set(present.filter((name) => !order.includes(name)))];
  const problems = [
    ...missing.map((name) => `<${element.name}> has no <${name}>`),
    ...unknown.map((name) => `<${element.name}> has a <${name}>, which is not in the canonical shape`),
  ];
  return problems.length > 0 ? problems : orderProblems(element.name, present, order);
}

function orderProblems(parent: string, present: readonly string[], order: readonly string[]): string[] {
  for (const [position, name] of present.entries()) {
    const before = present[position - 1];
    if (before !== undefined && order.indexOf(before) > order.indexOf(name)) {
      return [`in <${parent}>, <${name}> stands after <${before}>; the canonical order is the other way round`];
    }
  }
  return [];
}

/** Splits a list of names in text, so that the shapes below read like platform.md. */
const names = (text: string): string[] => text.trim().split(/\s+/);

export const ENTITY_FILE = names('Name EntityInfo FormXml SavedQueries RibbonDiffXml CustomControlDefaultConfigs?');

/** platform.md 1.7 */
export const ENTITY = names(`
  LocalizedNames LocalizedCollectionNames Descriptions attributes EntityKeys? EntitySetName
  IsDuplicateCheckSupported IsBusinessProcessEnabled IsRequiredOffline IsInteractionCentricEnabled IsCollaboration
  AutoRouteToOwnerQueue IsConnectionsEnabled EntityColor IsDocumentManagementEnabled AutoCreateAccessTeams
  IsOneNoteIntegrationEnabled IsKnowledgeManagementEnabled IsSLAEnabled IsDocumentRecommendationsEnabled IsBPFEntity
  OwnershipTypeMask IsAuditEnabled IsRetrieveAuditEnabled IsRetrieveMultipleAuditEnabled IsActivity ActivityTypeMask
  IsActivityParty IsReplicated IsReplicationUserFiltered IsMailMergeEnabled IsVisibleInMobile IsVisibleInMobileClient
  IsReadOnlyInMobileClient IsOfflineInMobileClient DaysSinceRecordLastModified MobileOfflineFilters IsMapiGridEnabled
  IsReadingPaneEnabled IsQuickCreateEnabled SyncToExternalSearchIndex IntroducedVersion IsCustomizable IsRenameable
  IsMappable CanModifyAuditSettings CanModifyMobileVisibility CanModifyMobileClientVisibility
  CanModifyMobileClientReadOnly CanModifyMobileClientOffline CanModifyConnectionSettings
  CanModifyDuplicateDetectionSettings CanModifyMailMergeSettings CanModifyQueueSettings CanCreateAttributes
  CanCreateForms CanCreateCharts CanCreateViews CanModifyAdditionalSettings CanEnableSyncToExternalSearchIndex
  IconVectorName EnforceStateTransitions CanChangeHierarchicalRelationship EntityHelpUrlEnabled EntityHelpUrl
  ChangeTrackingEnabled CanChangeTrackingBeEnabled IsEnabledForExternalChannels IsMSTeamsIntegrationEnabled
  IsSolutionAware`);

/** platform.md 1.8. Columns that no form or grid may show have no DisplayMask, columns without storage have IsLogical. */
const ATTRIBUTE_START = names(`
  Type Name LogicalName RequiredLevel DisplayMask? ImeMode ValidForUpdateApi ValidForReadApi ValidForCreateApi
  IsCustomField IsAuditEnabled IsLogical? IsSecured IntroducedVersion IsCustomizable IsRenameable
  CanModifySearchSettings CanModifyRequirementLevelSettings CanModifyAdditionalSettings SourceType
  IsGlobalFilterEnabled IsSortableEnabled CanModifyGlobalFilterSettings CanModifyIsSortableSettings
  IsDataSourceSecret AutoNumberFormat IsSearchable IsFilterable IsRetrievable IsLocalizable`);
const ATTRIBUTE_END = names('displaynames Descriptions');

const ATTRIBUTE_TYPES: { readonly [type: string]: Shape } = {
  nvarchar: names('Format MaxLength Length'),
  ntext: names('Format MaxLength'),
  int: names('Format MinValue MaxValue'),
  decimal: names('MinValue MaxValue Accuracy'),
  money: names('MinValue MaxValue Accuracy AccuracySource CalculationOf?'),
  datetime: names('Format CanChangeDateTimeBehavior Behavior'),
  bit: names('AppDefaultValue? optionset'),
  picklist: names('AppDefaultValue OptionSetName? optionset?'),
  lookup: names('LookupStyle LookupTypes'),
  owner: names('LookupStyle LookupTypes'),
  primarykey: [],
  uniqueidentifier: [],
  state: names('optionset'),
  status: names('optionset'),
};

/** Shape of a column of this `<Type>`; undefined for a type that the product does not use. */
export function attributeShape(type: string): Shape | undefined {
  const own = ATTRIBUTE_TYPES[type];
  return own && [...ATTRIBUTE_START, ...own, ...ATTRIBUTE_END];
}

/** platform.md 1.8, inside a column */
export const LOCAL_OPTION_SET = names(`
  OptionSetType IntroducedVersion IsCustomizable ExternalTypeName? displaynames Descriptions options? states? statuses?`);

/** platform.md 1.10 */
export const ENTITY_KEY = names('Name LogicalName IntroducedVersion IsCustomizable EntityKeyAttributes displaynames');
export const RELATIONSHIP = names(`
  EntityRelationshipType IsCustomizable IntroducedVersion IsHierarchical ReferencingEntityName ReferencedEntityName
  CascadeAssign CascadeDelete CascadeArchive CascadeReparent CascadeShare CascadeUnshare CascadeRollupView
  IsValidForAdvancedFind ReferencingAttributeName RelationshipDescription EntityRelationshipRoles`);
export const OPTION_SET = names(
  'OptionSetType IsGlobal IntroducedVersion IsCustomizable displaynames Descriptions options',
);

/** platform.md 1.11 */
export const SAVED_QUERY = names(`
  IsCustomizable CanBeDeleted isquickfindquery isprivate isdefault savedqueryid layoutxml querytype fetchxml
  IntroducedVersion LocalizedNames Descriptions?`);

/** platform.md 1.12 */
export const SYSTEM_FORM = names(`
  formid IntroducedVersion FormPresentation FormActivationState form IsCustomizable CanBeDeleted LocalizedNames
  Descriptions?`);
export const FORM = names('tabs header? footer? formLibraries? events? controlDescriptions? DisplayConditions?');

/** platform.md 1.13 */
export const GRID_CONTROL = names('CustomControlDefaultConfigId ControlDescriptionXML IntroducedVersion');

/** platform.md 1.14 */
export const APP_MODULE = names(`
  UniqueName IntroducedVersion WebResourceId OptimizedFor statecode statuscode FormFactor ClientType NavigationType
  AppModuleComponents AppModuleRoleMaps LocalizedNames Descriptions? appsettings`);
export const APP_SITE_MAP = names(
  'SiteMapUniqueName EnableCollapsibleGroups ShowHome ShowPinned ShowRecents SiteMap LocalizedNames',
);

/** platform.md 1.15 */
export const RIBBON = names('CustomActions Templates CommandDefinitions RuleDefinitions LocLabels');

/** platform.md 1.17 */
export const WEB_RESOURCE = names(`
  WebResourceId Name DisplayName LanguageCode? WebResourceType IntroducedVersion IsEnabledForMobileClient
  IsAvailableForMobileOffline DependencyXml? IsCustomizable CanBeDeleted IsHidden FileName`);

/** platform.md 1.18 */
export const CONTROL = names('Name FileName');

/** platform.md 1.19 */
export const PLUGIN_ASSEMBLY = names('IsolationMode SourceType IntroducedVersion FileName PluginTypes');
export const STEP = names(`
  SdkMessageId PluginTypeName PrimaryEntity PluginTypeId AsyncAutoDelete FilteringAttributes InvocationSource Mode Rank
  EventHandlerTypeCode Stage IsCustomizable IsHidden SupportedDeployment IntroducedVersion
  SdkMessageProcessingStepImages`);
export const STEP_IMAGE = names(
  'SdkMessageProcessingStepImageId Attributes EntityAlias ImageType MessagePropertyName IsCustomizable',
);

/** platform.md 1.20 */
export const CUSTOM_API = names(`
  allowedcustomprocessingsteptype bindingtype boundentitylogicalname? description displayname executeprivilegename?
  iscustomizable isfunction isprivate name plugintypeid workflowsdkstepenabled`);
export const API_PARAMETER = names('description? displayname iscustomizable isoptional name type');
export const API_PROPERTY = names('description? displayname iscustomizable name type');

/** platform.md 1.21 */
export const ROLE = names('IsCustomizable IsAutoAssigned RolePrivileges');
export const FIELD_PERMISSION = names('EntityName AttributeName CanRead CanCreate CanUpdate');
export const ENVIRONMENT_VARIABLE = names(
  'defaultvalue? description displayname introducedversion iscustomizable isrequired secretstore type',
);

/** platform.md 1.5 */
export const MANIFEST = names(
  'UniqueName LocalizedNames Descriptions Version Managed Publisher RootComponents MissingDependencies',
);
export const PUBLISHER = names(`
  UniqueName LocalizedNames Descriptions EMailAddress SupportingWebsiteUrl CustomizationPrefix
  CustomizationOptionValuePrefix Addresses`);
export const ADDRESS = names(`
  AddressNumber AddressTypeCode City County Country Fax FreightTermsCode ImportSequenceNumber Latitude Line1 Line2 Line3
  Longitude Name PostalCode PostOfficeBox PrimaryContactName ShippingMethodCode StateOrProvince Telephone1 Telephone2
  Telephone3 TimeZoneRuleVersionNumber UPSZone UTCOffset UTCConversionTimeZoneCode`);

/** platform.md 1.6 */
export const CUSTOMIZATIONS = names(`
  Entities Roles Workflows FieldSecurityProfiles Templates EntityMaps EntityRelationships OrganizationSettings optionsets
  WebResources CustomControls SolutionPluginAssemblies SdkMessageProcessingSteps AppModuleSiteMaps AppModules
  EntityDataProviders Languages`);
