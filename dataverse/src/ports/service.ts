import type { Row, Value } from './values';

/** Whose rights a service call uses: the calling user's, or the SYSTEM user's (`CreateOrganizationService(null)`). */
export type ServiceIdentity = 'user' | 'system';

/**
 * One call of the organisation service. The bundle sends it as JSON text and gets a {@link ServiceAnswer} as JSON
 * text, synchronously, in V8 and in Jint alike.
 */
export type ServiceRequest = { readonly as: ServiceIdentity } & (
  | { readonly op: 'create'; readonly table: string; readonly row: Row }
  | { readonly op: 'retrieve'; readonly table: string; readonly id: string; readonly columns: readonly string[] }
  | {
      readonly op: 'update';
      readonly table: string;
      readonly id: string;
      readonly row: Row;
      /** With it the update fails with 0x80060882 when the row has another version. */
      readonly rowVersion?: string;
    }
  | { readonly op: 'delete'; readonly table: string; readonly id: string }
  | { readonly op: 'retrieveMultiple'; readonly fetchXml: string }
  | { readonly op: 'execute'; readonly message: string; readonly parameters: { readonly [name: string]: Value } }
);

/** A page of rows. Aliased columns of link-entities stand in the row under `alias.column`, aggregates under their alias. */
export interface RowPage {
  readonly rows: readonly Row[];
  readonly moreRecords: boolean;
  readonly pagingCookie?: string;
  /** Of all pages, at most 5,000, when the query asked for it. */
  readonly totalRecordCount?: number;
  readonly totalRecordCountLimitExceeded?: boolean;
}

/** What the platform answers a failed call with: HRESULT as `0x…` and its text. */
export interface ServiceFault {
  readonly code: string;
  readonly message: string;
}

/**
 * `value` is: create → GuidValue; retrieve → Row; update, delete → null; retrieveMultiple → RowPage;
 * execute → the response's values by name.
 */
export type ServiceAnswer = { readonly value: unknown } | { readonly fault: ServiceFault };

/** The one function an engine gives the bundle: {@link ServiceRequest} as JSON in, {@link ServiceAnswer} as JSON out. */
export type ServicePort = (requestJson: string) => string;
