import type {
  AppMetadata,
  ChoiceMetadata,
  FormMetadata,
  RelationshipMetadata,
  RibbonMetadata,
  TableMetadata,
  ViewMetadata,
} from '@bbl/dataverse/metadata';

export interface Currency {
  readonly id: string;
  /** ISO code */
  readonly code: string;
  readonly symbol: string;
  /** Digits after the point. */
  readonly precision: number;
}

/** What column security lets a user do with a secured column. */
export interface ColumnRights {
  readonly read: boolean;
  readonly create: boolean;
  readonly update: boolean;
}

export interface AppUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  /** Privilege name → depth; a missing name is a missing privilege. */
  readonly privileges: { readonly [privilege: string]: string };
  /** `table.column` of a secured column → what the user's profiles allow; a missing one allows nothing. */
  readonly secured: { readonly [column: string]: ColumnRights };
  /** Column security does not bind administrators. */
  readonly isAdministrator: boolean;
}

export interface SwitchableUser {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface ControlManifest {
  readonly namespace: string;
  readonly constructor: string;
  readonly version: string;
  /** Name of the data-set; absent on field controls. */
  readonly datasetName?: string;
  readonly properties: readonly {
    readonly name: string;
    /** `of-type`, for example `Whole.None` */
    readonly type: string;
    readonly usage: 'bound' | 'input' | 'output';
    readonly default?: string;
  }[];
  /** URLs of string files and style sheets. */
  readonly resx: readonly string[];
  readonly css: readonly string[];
}

export interface ControlDescription {
  /** Full name: prefix, namespace and constructor. */
  readonly name: string;
  readonly folderUrl: string;
  readonly manifest: ControlManifest;
}

/** `GET /host/app`: everything the shell knows about the solution and the person in front of it. */
export interface AppDescription {
  readonly solution: { readonly uniqueName: string; readonly displayName: string; readonly version: string };
  readonly user: AppUser;
  readonly users: readonly SwitchableUser[];
  readonly organization: { readonly name: string; readonly baseCurrencyId: string };
  readonly currencies: readonly Currency[];
  readonly tables: readonly TableMetadata[];
  readonly relationships: readonly RelationshipMetadata[];
  readonly choices: readonly ChoiceMetadata[];
  readonly views: readonly ViewMetadata[];
  readonly forms: readonly FormMetadata[];
  readonly ribbons: readonly RibbonMetadata[];
  readonly apps: readonly AppMetadata[];
  readonly webResources: readonly { readonly name: string; readonly type: number; readonly url: string }[];
  readonly controls: readonly ControlDescription[];
}
