import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

export type Admission =
  | { readonly kind: 'admitted'; readonly by: 'bearer' | 'cookie' }
  | { readonly kind: 'refused'; readonly status: 401 | 403; readonly message: string };

const HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Who may talk to the host: requests for this machine's own address (a name that somebody else's DNS points here is
 * none), from pages of this host or from programs, and with the token.
 */
export class Gate {
  private readonly tokenDigest: Buffer;
  private port = 0;

  constructor(readonly token: string) {
    this.tokenDigest = digest(token);
  }

  /** Tells the port once the host listens; cookies are named after it because browsers share them among ports. */
  listensOn(port: number): void {
    this.port = port;
  }

  get tokenCookie(): string {
    return `host_token_${this.port}`;
  }

  get actingUserCookie(): string {
    return `host_user_${this.port}`;
  }

  /** Undefined when the request may go on to the check of its token. */
  refusalOfOrigin(headers: IncomingHttpHeaders): Admission | undefined {
    const host = headers.host ?? '';
    const names =
      this.port === 80 ? [...HOSTS, ...HOSTS.map((name) => `${name}:80`)] : HOSTS.map((name) => `${name}:${this.port}`);
    if (!names.includes(host.toLowerCase())) return forbidden('The host answers on the address of this machine alone.');
    const { origin } = headers;
    if (origin !== undefined && origin !== `http://${host}`)
      return forbidden('Pages of another origin cannot use this host.');
    return undefined;
  }

  admit(headers: IncomingHttpHeaders): Admission {
    const { authorization } = headers;
    if (authorization !== undefined) {
      const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
      return token !== undefined && this.isToken(token) ? { kind: 'admitted', by: 'bearer' } : UNAUTHORIZED;
    }
    const cookie = readCookie(headers.cookie, this.tokenCookie);
    return cookie !== undefined && this.isToken(cookie) ? { kind: 'admitted', by: 'cookie' } : UNAUTHORIZED;
  }

  isToken(text: string): boolean {
    return timingSafeEqual(digest(text), this.tokenDigest);
  }
}

const UNAUTHORIZED: Admission = {
  kind: 'refused',
  status: 401,
  message: 'The access token is missing or wrong. Open the address that was printed when the host started.',
};

const forbidden = (message: string): Admission => ({ kind: 'refused', status: 403, message });

/** Digests have one length, so that comparing them tells nothing about the token's. */
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

export function readCookie(header: string | undefined, name: string): string | undefined {
  for (const part of (header ?? '').split(';')) {
    const equals = part.indexOf('=');
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return undefined;
}

/** A cookie that scripts cannot read and other sites cannot send. */
export const setCookie = (name: string, value: string): string => `${name}=${value}; Path=/; HttpOnly; SameSite=Strict`;
export const clearCookie = (name: string): string => `${setCookie(name, '')}; Max-Age=0`;
