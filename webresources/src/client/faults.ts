import { CallFault } from './port';

/** What a rejected `Xrm.WebApi` call carries; none of it is certain. */
interface XrmError {
  readonly message?: string;
  readonly errorCode?: number;
  readonly code?: number | string;
  /** The service's answer as text or headers, where the client passes them on. */
  readonly retryAfter?: number | string;
  readonly raw?: string;
}

/** A failed call as one kind of error, with the platform's code as `0x…` and the wait that the service asked for. */
export function toCallFault(error: unknown): CallFault {
  if (error instanceof CallFault) return error;
  const { message, errorCode, code, retryAfter, raw } = (error ?? {}) as XrmError;
  const seconds = Number(retryAfter ?? /retry-after"?\s*[:=]\s*"?(\d+)/i.exec(raw ?? '')?.[1]);
  const fault: [string, string] = [message ?? String(error), hexCode(errorCode ?? code)];
  return Number.isFinite(seconds) ? new CallFault(...fault, seconds) : new CallFault(...fault);
}

/** The client hands codes over as signed or unsigned decimals, or as text. */
function hexCode(code: number | string | undefined): string {
  if (code === undefined) return '';
  const number = typeof code === 'number' ? code : Number(code);
  return Number.isFinite(number) ? `0x${(number >>> 0).toString(16).padStart(8, '0')}` : String(code);
}
