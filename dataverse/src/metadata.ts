/**
 * The solution as data: what the XML of `solution/` says, read once by `solution/read.ts` and used by the code
 * generator, the solution lint and the local host alike. Names are logical names in lower case unless said.
 */

export type ColumnType =
  | 'uniqueidentifier'
  | 'string'
  | 'memo'
  | 'integer'
  | 'bigint'
  | 'decimal'
  | 'money'
  | 'boolean'
  | 'choice'
  | 'state'
  | 'status'
  | 'dateonly'
  | 'datetime'
  | 'lookup'
  | 'owner';

export interface ChoiceOption {
  readonly value: number;
  readonly label: string;
  /** Status options: the state they belong to. */
  readonly state?: number;
  /** State options: the status a row gets with this state. */
  readonly defaultStatus?: number;
}

export interface ChoiceMetadata {
  readonly name: string;
  readonly displayName: string;
  readonly isGlobal: boolean;
  readonly options: readonly ChoiceOption[];
}

export interface ColumnMetadata {
  readonly name: string;
  readonly schemaName: string;
  readonly type: ColumnType;
  readonly displayName: string;
  readonly description: string;
  readonly required: 'none' | 'recommended' | 'required' | 'systemrequired';
  readonly isPrimaryName: boolean;
  readonly isSecured: boolean;
  readonly isCustom: boolean;
  readonly validForCreate: boolean;
  readonly validForUpdate: boolean;
  readonly validForRead: boolean;
  /** string, memo */
  readonly maxLength?: number;
  /** integer, decimal, money; decimals as strings to stay exact */
  readonly minValue?: string;
  readonly maxValue?: string;
  /** decimal, money: digits after the point; money with precisionSource 2 follows the row's currency */
  readonly precision?: number;
  readonly precisionSource?: 0 | 1 | 2;
  /** choice, state, status, boolean: the options (for a global choice also in `choices`) */
  readonly choiceName?: string;
  readonly options?: readonly ChoiceOption[];
  /** Declared default of a choice or boolean; undefined where the definition has none */
  readonly defaultValue?: number;
  readonly autoNumberFormat?: string;
  /** money base twin: the money column it is calculated from */
  readonly baseOf?: string;
  /** lookup, owner: target tables */
  readonly targets?: readonly string[];
}

export interface KeyMetadata {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface TableMetadata {
  readonly name: string;
  readonly schemaName: string;
  readonly setName: string;
  readonly displayName: string;
  readonly displayCollectionName: string;
  /** `business`: system tables whose rows belong to a business unit (users, teams, roles). */
  readonly ownership: 'user' | 'organization' | 'business' | 'none';
  readonly primaryId: string;
  readonly primaryName: string;
  readonly columns: readonly ColumnMetadata[];
  readonly keys: readonly KeyMetadata[];
  readonly isQuickCreateEnabled: boolean;
  readonly isAuditEnabled: boolean;
  /** Binding of a dataset control to the table's grids (CustomControlDefaultConfigs), by full control name. */
  readonly gridControl?: ControlBinding;
}

export type Cascade = 'NoCascade' | 'Cascade' | 'RemoveLink' | 'Restrict' | 'Active' | 'UserOwned';

/** One to many. `referencing` is the many side, which holds the lookup column. */
export interface RelationshipMetadata {
  readonly name: string;
  readonly referencedTable: string;
  readonly referencingTable: string;
  readonly referencingColumn: string;
  /** Single-valued navigation property of the many side, for `@odata.bind` and `$expand`; case-sensitive. */
  readonly lookupNavigation: string;
  /** Collection-valued navigation property of the one side. */
  readonly collectionNavigation: string;
  readonly cascadeDelete: Cascade;
  readonly cascadeAssign: Cascade;
  readonly cascadeShare: Cascade;
  readonly cascadeReparent: Cascade;
}

/** Many to many through an intersect table, for example users and roles. Both ends are reached by `$ref`. */
export interface ManyToManyMetadata {
  readonly name: string;
  readonly intersectTable: string;
  readonly ends: readonly [ManyToManyEnd, ManyToManyEnd];
}
export interface ManyToManyEnd {
  readonly table: string;
  /** Column of the intersect table that holds this table's id. */
  readonly column: string;
  /** Collection-valued navigation property of this table, which leads to the other. */
  readonly navigation: string;
}

/** querytype of a saved query. */
export const QueryType = { Public: 0, AdvancedFind: 1, Associated: 2, QuickFind: 4, Lookup: 64 } as const;

export interface ViewColumn {
  /** `column` or `alias.column` of a link-entity */
  readonly name: string;
  readonly widthPx: number;
}

export interface ViewMetadata {
  readonly id: string;
  readonly table: string;
  readonly name: string;
  readonly queryType: number;
  readonly isDefault: boolean;
  readonly isQuickFind: boolean;
  readonly fetchXml: string;
  readonly layoutXml: string;
  readonly columns: readonly ViewColumn[];
}

export interface ControlBinding {
  readonly control: string;
  /** Parameters by name; the dataset parameter is not among them. */
  readonly parameters: { readonly [name: string]: { readonly value: string; readonly isStatic: boolean } };
}

export interface FormCell {
  readonly id: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly isVisible: boolean;
  readonly colSpan: number;
  readonly rowSpan: number;
  readonly control?: FormControl;
}

export interface FormControl {
  readonly id: string;
  readonly classId: string;
  /** Column of a field control; absent on sub-grids and web resources. */
  readonly column?: string;
  readonly isDisabled: boolean;
  readonly uniqueId?: string;
  /** `<parameters>` as name → text. */
  readonly parameters: { readonly [name: string]: string };
  /** Code component bound through controlDescriptions. */
  readonly binding?: ControlBinding;
}

export interface FormSection {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly showLabel: boolean;
  readonly isVisible: boolean;
  readonly columnCount: number;
  readonly rows: readonly (readonly FormCell[])[];
}

export interface FormTab {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly isVisible: boolean;
  readonly columns: readonly { readonly width: string; readonly sections: readonly FormSection[] }[];
}

export interface FormEventHandler {
  readonly event: 'onload' | 'onsave' | 'onchange';
  /** onchange: the column */
  readonly column?: string;
  readonly functionName: string;
  readonly library: string;
  readonly passExecutionContext: boolean;
  readonly parameters: string;
}

export interface FormMetadata {
  readonly id: string;
  readonly table: string;
  readonly name: string;
  readonly type: 'main' | 'quickCreate' | 'quick' | 'card';
  readonly tabs: readonly FormTab[];
  readonly header: readonly FormCell[];
  readonly libraries: readonly string[];
  readonly handlers: readonly FormEventHandler[];
}

/** A parameter of a JavaScript action or rule: `CrmParameter` with its Value, or a literal. */
export type RibbonParameter =
  | { readonly kind: 'crm'; readonly value: string }
  | { readonly kind: 'string' | 'int' | 'bool' | 'decimal'; readonly value: string };

export interface RibbonFunction {
  readonly functionName: string;
  /** Web resource name. */
  readonly library: string;
  readonly parameters: readonly RibbonParameter[];
}

export type RibbonEnableRule =
  | { readonly kind: 'selectionCount'; readonly minimum?: number; readonly maximum?: number; readonly invert: boolean }
  | ({ readonly kind: 'custom'; readonly default: boolean; readonly invert: boolean } & RibbonFunction)
  | { readonly kind: 'value'; readonly column: string; readonly value: string; readonly invert: boolean }
  | { readonly kind: 'formState'; readonly state: string; readonly invert: boolean }
  | { readonly kind: 'recordPrivilege'; readonly privilege: string; readonly invert: boolean };

export type RibbonDisplayRule =
  | {
      readonly kind: 'entityPrivilege';
      readonly table: string;
      readonly privilege: string;
      readonly depth: string;
      readonly invert: boolean;
    }
  | { readonly kind: 'formState'; readonly state: string; readonly invert: boolean };

export interface RibbonButton {
  readonly id: string;
  readonly location: 'homepageGrid' | 'subGrid' | 'form';
  readonly sequence: number;
  readonly label: string;
  readonly toolTip: string;
  /** Web resource name of the icon, if any. */
  readonly icon?: string;
  readonly commandId: string;
}

export interface RibbonCommand {
  readonly id: string;
  readonly enableRules: readonly RibbonEnableRule[];
  readonly displayRules: readonly RibbonDisplayRule[];
  readonly actions: readonly RibbonFunction[];
}

export interface RibbonMetadata {
  readonly table: string;
  readonly buttons: readonly RibbonButton[];
  readonly commands: readonly RibbonCommand[];
  /** Locations of platform buttons that the table hides, for example `Mscrm.HomepageGrid.bbl_invoice.NewRecord`. */
  readonly hidden: readonly string[];
}

export interface SiteMapSubArea {
  readonly id: string;
  readonly title: string;
  readonly icon?: string;
  readonly table?: string;
  readonly url?: string;
}
export interface SiteMapGroup {
  readonly id: string;
  readonly title: string;
  readonly subAreas: readonly SiteMapSubArea[];
}
export interface SiteMapArea {
  readonly id: string;
  readonly title: string;
  readonly groups: readonly SiteMapGroup[];
}
export interface AppMetadata {
  readonly uniqueName: string;
  readonly title: string;
  readonly tables: readonly string[];
  readonly roleIds: readonly string[];
  readonly areas: readonly SiteMapArea[];
}

export type PrivilegeLevel = 'Basic' | 'Local' | 'Deep' | 'Global';

export interface RoleMetadata {
  readonly id: string;
  readonly name: string;
  /** `prvReadbbl_MilestoneSplit` → level */
  readonly privileges: readonly { readonly name: string; readonly level: PrivilegeLevel }[];
}

export interface ColumnSecurityProfileMetadata {
  readonly id: string;
  readonly name: string;
  readonly permissions: readonly {
    readonly table: string;
    readonly column: string;
    readonly canRead: boolean;
    readonly canCreate: boolean;
    readonly canUpdate: boolean;
  }[];
}

export interface StepImage {
  readonly alias: string;
  readonly type: 'pre' | 'post' | 'both';
  readonly columns: readonly string[];
}

export interface StepMetadata {
  readonly id: string;
  readonly name: string;
  /** Create, Update, Delete, … */
  readonly message: string;
  readonly table: string;
  readonly stage: 10 | 20 | 40;
  readonly mode: 0 | 1;
  readonly rank: number;
  /** Update only; empty means every column. */
  readonly filteringColumns: readonly string[];
  readonly images: readonly StepImage[];
  readonly pluginType: string;
}

export type CustomApiType =
  | 'Boolean'
  | 'DateTime'
  | 'Decimal'
  | 'Entity'
  | 'EntityCollection'
  | 'EntityReference'
  | 'Float'
  | 'Integer'
  | 'Money'
  | 'Picklist'
  | 'String'
  | 'StringArray'
  | 'Guid';

export interface CustomApiMetadata {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly description: string;
  readonly isFunction: boolean;
  readonly boundTable?: string;
  readonly executePrivilege?: string;
  readonly pluginTypeId: string;
  readonly parameters: readonly { readonly name: string; readonly type: CustomApiType; readonly isOptional: boolean }[];
  readonly responses: readonly { readonly name: string; readonly type: CustomApiType }[];
}

export interface EnvironmentVariableMetadata {
  readonly schemaName: string;
  readonly displayName: string;
  readonly description: string;
  readonly type: 'string' | 'number' | 'boolean' | 'json';
  readonly defaultValue: string | null;
}

export interface WebResourceMetadata {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  /** 1 html, 2 css, 3 js, 4 xml, 5 png, 11 svg, 12 resx */
  readonly type: number;
  /** Path of the content file below `solution/`. */
  readonly path: string;
}

export interface ControlMetadata {
  readonly name: string;
  /** Folder below `solution/` with ControlManifest.xml, bundle.js, css/, strings/. */
  readonly folder: string;
}

export interface PluginAssemblyMetadata {
  readonly id: string;
  readonly fullName: string;
  readonly types: readonly { readonly id: string; readonly name: string }[];
}

export interface SolutionModel {
  readonly uniqueName: string;
  readonly displayName: string;
  readonly version: string;
  readonly publisher: { readonly uniqueName: string; readonly prefix: string; readonly optionValuePrefix: number };
  readonly tables: readonly TableMetadata[];
  readonly relationships: readonly RelationshipMetadata[];
  readonly manyToMany: readonly ManyToManyMetadata[];
  readonly choices: readonly ChoiceMetadata[];
  readonly views: readonly ViewMetadata[];
  readonly forms: readonly FormMetadata[];
  readonly ribbons: readonly RibbonMetadata[];
  readonly apps: readonly AppMetadata[];
  readonly roles: readonly RoleMetadata[];
  readonly columnSecurityProfiles: readonly ColumnSecurityProfileMetadata[];
  readonly pluginAssemblies: readonly PluginAssemblyMetadata[];
  readonly steps: readonly StepMetadata[];
  readonly customApis: readonly CustomApiMetadata[];
  readonly environmentVariables: readonly EnvironmentVariableMetadata[];
  readonly webResources: readonly WebResourceMetadata[];
  readonly controls: readonly ControlMetadata[];
}

/** Files of an unpacked solution by path with forward slashes relative to its root, for example `Entities/bbl_Project/Entity.xml`. */
export type SolutionFiles = ReadonlyMap<string, Uint8Array>;
