import { FaultCode, HostFault } from '../../faults';
import { jsonResponse, type WebResponse } from './web';

/** The platform's error envelope. A bug shows a plain sentence; whoever catches it keeps the details. */
export function errorResponse(error: unknown): WebResponse {
  const fault =
    error instanceof HostFault ? error : new HostFault(500, FaultCode.Unexpected, 'An unexpected error occurred.');
  const headers = fault.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(fault.retryAfterSeconds) };
  return jsonResponse(fault.httpStatus, envelope(fault.code, fault.message), headers);
}

export const envelope = (code: string, message: string): string => JSON.stringify({ error: { code, message } });

export const resourceNotFound = (segment: string): HostFault =>
  new HostFault(404, FaultCode.ResourceNotFound, `Resource not found for the segment '${segment}'.`);

export const methodNotAllowed = (method: string): HostFault =>
  new HostFault(405, '0x80060888', `The requested resource does not support the HTTP method '${method}'.`);

/** What is wrong with a request body. */
export const badPayload = (message: string): HostFault => new HostFault(400, FaultCode.UnknownProperty, message);
/** What is wrong with an address. */
export const badUrl = (message: string): HostFault => new HostFault(400, '0x80060888', message);
