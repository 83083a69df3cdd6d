import type { Row, RowPage, Value } from '@bbl/dataverse/ports';
import type { Query } from '@bbl/dataverse/query';

export interface CreateRequest {
  readonly table: string;
  readonly row: Row;
  /** The id the client chose, if any. */
  readonly id?: string;
}

export interface UpdateRequest {
  readonly table: string;
  readonly id: string;
  readonly row: Row;
  /** With it the update fails with 0x80060882 when the row has another version. */
  readonly rowVersion?: string;
  /** The platform's own change that follows from one the caller was allowed to make; not checked again. */
  readonly isCascade?: true;
}

export interface DeleteRequest {
  readonly table: string;
  readonly id: string;
  readonly rowVersion?: string;
}

export interface RetrieveRequest {
  readonly table: string;
  readonly id: string;
  /** Every column when omitted. */
  readonly columns?: readonly string[];
}

/** Create or update by id or alternate key; `only` as If-Match: * and If-None-Match: * say it. */
export interface UpsertRequest {
  readonly table: string;
  readonly target: RowAddress;
  readonly row: Row;
  readonly only?: 'create' | 'update';
  readonly rowVersion?: string;
}

/** A row by its id or by the values of one of its alternate keys. */
export type RowAddress = { readonly id: string } | { readonly key: Row };

export interface UpsertResponse {
  readonly id: string;
  readonly isCreated: boolean;
}

/** The messages of the organisation service that have a request of their own; every other one goes through Execute. */
export interface Messages {
  Create: { request: CreateRequest; response: string };
  Update: { request: UpdateRequest; response: void };
  Delete: { request: DeleteRequest; response: void };
  Upsert: { request: UpsertRequest; response: UpsertResponse };
  Retrieve: { request: RetrieveRequest; response: Row };
  RetrieveMultiple: { request: { readonly query: Query }; response: RowPage };
  Associate: { request: AssociateRequest; response: void };
  Disassociate: { request: AssociateRequest; response: void };
  Execute: { request: ExecuteRequest; response: Outputs };
}

export interface AssociateRequest {
  readonly table: string;
  readonly id: string;
  /** Navigation property of the relationship. */
  readonly navigation: string;
  readonly related: { readonly table: string; readonly id: string };
}

export interface ExecuteRequest {
  /** A message of the platform or the unique name of a custom API. */
  readonly message: string;
  readonly parameters: Parameters;
}

export type Parameters = { readonly [name: string]: Value };
/** Values of a response; the lists of structures some messages answer are lists of their properties. */
export type Outputs = { readonly [name: string]: Value | readonly Parameters[] };
export type MessageName = keyof Messages;
