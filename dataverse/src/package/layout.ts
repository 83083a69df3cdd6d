/**
 * Where the parts of an unpacked solution stand in customizations.xml. One row a collection, in the order of the
 * platform (platform.md 1.6); packing and unpacking both read this table.
 */

/** A collection of customizations.xml whose members have a file each. */
export interface Collection {
  /** Element of customizations.xml that holds the members. */
  readonly element: string;
  /** Whether an unpacked file belongs to it. */
  readonly isMember: (path: string) => boolean;
  /** The file that an element of the collection unpacks to. */
  readonly pathOf: (member: MemberNames) => string;
}

/** What a file name is made of, read from the element. */
export interface MemberNames {
  /** Text of a direct child. */
  text(child: string): string;
  attribute(name: string): string;
}

const below =
  (folder: string, end: string) =>
  (path: string): boolean =>
    path.startsWith(`${folder}/`) && path.endsWith(end);

/** `/WebResources/x` and the like: the part in the zip that a component's metadata names. */
const partOf = (member: MemberNames): string => member.text('FileName').replace(/^\//, '');

export const COLLECTIONS: readonly Collection[] = [
  {
    element: 'Roles',
    isMember: below('Roles', '.xml'),
    pathOf: (role) => `Roles/${role.attribute('name')}.xml`,
  },
  {
    element: 'optionsets',
    isMember: below('OptionSets', '.xml'),
    pathOf: (choice) => `OptionSets/${choice.attribute('Name')}.xml`,
  },
  {
    element: 'WebResources',
    isMember: below('WebResources', '.data.xml'),
    pathOf: (resource) => `WebResources/${resource.text('Name')}.data.xml`,
  },
  {
    element: 'CustomControls',
    isMember: below('Controls', '/ControlManifest.xml.data.xml'),
    pathOf: (control) => `Controls/${control.text('Name')}/ControlManifest.xml.data.xml`,
  },
  {
    element: 'SolutionPluginAssemblies',
    isMember: below('PluginAssemblies', '.dll.data.xml'),
    pathOf: (assembly) => `${partOf(assembly)}.data.xml`,
  },
  {
    element: 'SdkMessageProcessingSteps',
    isMember: below('SdkMessageProcessingSteps', '.xml'),
    pathOf: (step) => `SdkMessageProcessingSteps/${step.attribute('SdkMessageProcessingStepId')}.xml`,
  },
  {
    element: 'AppModuleSiteMaps',
    isMember: below('AppModuleSiteMaps', '/AppModuleSiteMap.xml'),
    pathOf: (siteMap) => `AppModuleSiteMaps/${siteMap.text('SiteMapUniqueName')}/AppModuleSiteMap.xml`,
  },
  {
    element: 'AppModules',
    isMember: below('AppModules', '/AppModule.xml'),
    pathOf: (app) => `AppModules/${app.text('UniqueName')}/AppModule.xml`,
  },
];

/** Folders whose files are the same in the zip and outside. */
export const SAME_IN_BOTH = ['customapis/', 'environmentvariabledefinitions/'] as const;

/** Elements whose root declares the schema instance, as the solution packager writes them; the app module does not. */
export const DECLARES_INSTANCE = (root: string): boolean => root !== 'AppModule';

export const INSTANCE_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';

export const Paths = {
  Solution: 'Other/Solution.xml',
  Customizations: 'Other/Customizations.xml',
  Relationships: 'Other/Relationships.xml',
  ColumnSecurity: 'Other/FieldSecurityProfiles.xml',
} as const;

export const Parts = {
  Solution: 'solution.xml',
  Customizations: 'customizations.xml',
  ContentTypes: '[Content_Types].xml',
} as const;

/** A damaged or foreign package, or a tree that does not make one. The message names the part and what is wrong. */
export class PackageError extends Error {
  constructor(part: string, problem: string) {
    super(`${part}: ${problem}`);
    this.name = 'PackageError';
  }
}

/** Files by path or part name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;
