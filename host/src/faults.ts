/**
 * What the host answers a failed request with: the platform's HRESULT, its HTTP status and a sentence.
 * Codes: platform.md 4.9 and the Web API error list of Dataverse.
 */
export class HostFault extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
    /** Seconds, for 429. */
    readonly retryAfterSeconds?: number,
  ) {
    super(message);
    this.name = 'HostFault';
  }
}

export const FaultCode = {
  IsvAborted: '0x80040265',
  ObjectDoesNotExist: '0x80040217',
  PrivilegeDenied: '0x80040220',
  ColumnSecurity: '0x8004f507',
  DuplicateKey: '0x80060892',
  DuplicateRecord: '0x80040237',
  VersionMismatch: '0x80060882',
  InvalidArgument: '0x80040203',
  UnknownProperty: '0x80048d19',
  UnknownColumn: '0x80041103',
  UnknownTable: '0x80041102',
  ResourceNotFound: '0x8006088a',
  NotSupported: '0x80041d1f',
  LoopDepth: '0x80044182',
  AggregateLimit: '0x8004e023',
  RestrictedDelete: '0x80048416',
  RequestsLimit: '0x80072322',
  TimeLimit: '0x80072321',
  ConcurrencyLimit: '0x80072326',
  Unexpected: '0x80040216',
} as const;

/** The host does not implement this; 501, never an approximation. */
export const unsupported = (what: string): HostFault =>
  new HostFault(501, FaultCode.NotSupported, `The local host does not support ${what}.`);
export const badRequest = (code: string, message: string): HostFault => new HostFault(400, code, message);
export const rowNotFound = (table: string, id: string): HostFault =>
  new HostFault(404, FaultCode.ObjectDoesNotExist, `${table} With Id = ${id} Does Not Exist`);
