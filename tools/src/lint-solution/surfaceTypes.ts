/**
 * The public surface as data. A column is written as words: `S` when only the server writes it, then its type
 * (`text`, `money`, `decimal` (four decimals), `yesno`, `whole`, `date`, `datetime`, `choice <name>`, `lookup <table>`,
 * `autonumber`). A request parameter or response property is its type; `optional` follows where it may be left out.
 */
export interface Surface {
  readonly choices: { readonly [name: string]: readonly string[] };
  readonly tables: { readonly [name: string]: SurfaceTable };
  readonly views: { readonly [name: string]: string };
  readonly customApis: { readonly [name: string]: SurfaceApi };
  readonly roles: readonly string[];
  readonly columnSecurityProfiles: readonly string[];
  readonly environmentVariables: { readonly [schemaName: string]: string };
  readonly controls: readonly string[];
  readonly app: { readonly uniqueName: string; readonly siteMap: readonly string[] };
  /** Tables of the app that stand in no site map and on no form: people get there by an address. */
  readonly tablesByAddress: readonly string[];
  /** Tables whose rows people may deactivate; the others need no view of inactive rows. */
  readonly deactivatableTables: readonly string[];
  /** Secured though S would demand it: S columns that people may set through the form (domain.md 9.1-1). */
  readonly unsecuredServerColumns: readonly string[];
  /** Parts of the surface that are not built yet, as `<kind> <name>`; the check prints them. */
  readonly postponed: readonly string[];
}

export interface SurfaceTable {
  readonly set: string;
  readonly ownership: 'user' | 'organization';
  readonly columns: { readonly [name: string]: string };
  readonly keys?: readonly (readonly string[])[];
}

export interface SurfaceApi {
  readonly request: { readonly [name: string]: string };
  readonly response: { readonly [name: string]: string };
}
