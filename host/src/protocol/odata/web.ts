/** One request to the Web API, wherever it came from: a connection, a part of a batch, or the host itself. */
export interface WebRequest {
  /** Upper case. */
  readonly method: string;
  /** Relative to the root of the service, with the query string: `accounts?$top=1`. Not decoded. */
  readonly url: string;
  /** By name in lower case. */
  readonly headers: { readonly [name: string]: string | undefined };
  readonly body: string;
}

export interface WebResponse {
  readonly status: number;
  readonly headers: { readonly [name: string]: string };
  readonly body: string;
}

export const JSON_TYPE = 'application/json; odata.metadata=minimal';
const ODATA_VERSION = { 'OData-Version': '4.0' };
/** A browser that keeps rows would show them to the next user, or columns that their reader has lost the right to. */
const NOT_KEPT = { 'Cache-Control': 'no-store' };

export const jsonResponse = (
  status: number,
  body: string,
  headers: { readonly [name: string]: string } = {},
): WebResponse => ({ status, headers: { 'Content-Type': JSON_TYPE, ...ODATA_VERSION, ...NOT_KEPT, ...headers }, body });

export const noContent = (headers: { readonly [name: string]: string } = {}): WebResponse => ({
  status: 204,
  headers: { ...ODATA_VERSION, ...headers },
  body: '',
});

export const textResponse = (body: string, contentType: string): WebResponse => ({
  status: 200,
  headers: { 'Content-Type': contentType, ...ODATA_VERSION },
  body,
});
