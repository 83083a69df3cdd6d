/** HRESULTs that Dataverse answers a bad query with; names after its error list. */
export const QueryFaultCode = {
  /** QueryBuilderNoEntity */
  UnknownTable: '0x80041102',
  /** QueryBuilderNoAttribute */
  UnknownColumn: '0x80041103',
  /** QueryBuilderInvalid_Alias */
  InvalidAlias: '0x80041119',
  /** InvalidArgument: malformed XML, wrong values, contradicting options */
  InvalidArgument: '0x80040203',
  /** Number of link entities in query exceeded maximum limit. */
  TooManyLinks: '0x8004430d',
  /** Number of conditions in query exceeded maximum limit. */
  TooManyConditions: '0x8004430c',
  /** Error of the OData parser: syntax, unknown property */
  OData: '0x80060888',
  /** The local host does not do this. */
  Unsupported: '0x80041d1f',
} as const;

/**
 * Why a query cannot be run. `invalid` is the caller's mistake with the platform's code (HTTP 400); `unsupported` may
 * be right in Dataverse but is not done here (HTTP 501).
 */
export class QueryFault extends Error {
  constructor(
    readonly kind: 'invalid' | 'unsupported',
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'QueryFault';
  }
}

export const invalidQuery = (message: string, code: string = QueryFaultCode.InvalidArgument): QueryFault =>
  new QueryFault('invalid', code, message);

export const unsupportedQuery = (what: string): QueryFault =>
  new QueryFault('unsupported', QueryFaultCode.Unsupported, `The local host does not support ${what} in queries.`);
