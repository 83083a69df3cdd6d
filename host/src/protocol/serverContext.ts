import type { FastifyRequest } from 'fastify';
import type { Host } from '../openHost';
import { type Gate, readCookie } from './access/gate';
import type { ProtectionLimits } from './access/protectionLimits';

/** What the routes share. */
export interface ServerContext {
  readonly host: Host;
  readonly gate: Gate;
  readonly limits: ProtectionLimits;
  readonly shellFolder: string;
}

/** Only a browser acts as somebody else by cookie; programs say so with a header. */
export function actingUserOf(request: FastifyRequest, { gate }: ServerContext): string | undefined {
  if (request.headers.authorization !== undefined) return undefined;
  return readCookie(request.headers.cookie, gate.actingUserCookie);
}
