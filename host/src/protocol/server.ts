import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Host } from '../openHost';
import type { Caller } from '../pipeline/caller';
import { callerOf } from './access/callers';
import { type Admission, Gate } from './access/gate';
import { ProtectionLimits } from './access/protectionLimits';
import { registerAppRoutes } from './app/routes';
import { registerHostRoutes } from './hostRoutes';
import { actingUserOf, type ServerContext } from './serverContext';
import { envelope, errorResponse } from './odata/errors';
import { JSON_TYPE, type WebResponse } from './odata/web';

export interface ServerOptions {
  readonly token: string;
  /** Folder with the built shell. */
  readonly shellFolder: string;
}

const BODY_BYTES_MAX = 32 * 1024 * 1024;
/** Dataverse takes addresses of 32 KB. */
const HEADER_BYTES_MAX = 64 * 1024;
const VERSIONS: ReadonlySet<string> = new Set(['v9.0', 'v9.1', 'v9.2']);

/** The host's one door: Web API, host endpoints and the app's files. Not yet listening. */
export function createServer(host: Host, { token, shellFolder }: ServerOptions): { app: FastifyInstance; gate: Gate } {
  const gate = new Gate(token);
  const context: ServerContext = { host, gate, limits: new ProtectionLimits(), shellFolder };
  const app = Fastify({
    bodyLimit: BODY_BYTES_MAX,
    http: { maxHeaderSize: HEADER_BYTES_MAX },
    routerOptions: { maxParamLength: HEADER_BYTES_MAX },
    logger: false,
    forceCloseConnections: true,
  });
  // Every body arrives as the text it is: numbers must not pass through a double.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply, host));
  app.setNotFoundHandler((request, reply) =>
    reply
      .code(404)
      .type(JSON_TYPE)
      .send(envelope('0x8006088a', `Resource not found for the segment '${request.url}'.`)),
  );
  app.addHook('onRequest', async (request, reply) => {
    const refusal = gate.refusalOfOrigin(request.headers);
    if (refusal) return refuse(refusal, reply);
    return undefined;
  });
  app.get('/health', () => ({ status: 'ok' }));
  registerAppRoutes(app, context);
  void app.register(async (inner) => {
    inner.addHook('onRequest', async (request, reply) => {
      const admission = gate.admit(request.headers);
      return admission.kind === 'refused' ? refuse(admission, reply) : undefined;
    });
    registerHostRoutes(inner, context);
    registerWebApi(inner, context);
  });
  return { app, gate };
}

function registerWebApi(app: FastifyInstance, context: ServerContext): void {
  // The root of the service is asked for without a slash as well.
  app.get<{ Params: { version: string } }>('/api/data/:version', (request, reply) =>
    reply.redirect(`/api/data/${encodeURIComponent(request.params.version)}/`, 307),
  );
  app.route<{ Params: { version: string; '*': string } }>({
    method: ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'],
    url: '/api/data/:version/*',
    exposeHeadRoute: false,
    handler: (request, reply) => {
      const { version } = request.params;
      const base = `/api/data/${version}/`;
      if (!VERSIONS.has(version)) {
        return reply
          .code(404)
          .type(JSON_TYPE)
          .send(envelope('0x8006088a', `There is no Web API ${version}.`));
      }
      const response = answer(
        request,
        request.url.slice(base.length),
        `http://${request.headers.host ?? ''}${base}`,
        context,
      );
      return reply.code(response.status).headers(response.headers).send(response.body);
    },
  });
}

function answer(request: FastifyRequest, url: string, root: string, context: ServerContext): WebResponse {
  const { host, limits } = context;
  try {
    const caller = callerOf(
      { headers: request.headers, actingUserId: actingUserOf(request, context) },
      host.pipeline.engine,
    );
    const headers = request.headers as { readonly [name: string]: string | undefined };
    const body = typeof request.body === 'string' ? request.body : '';
    const impersonate = (userId: string): Caller =>
      callerOf({ headers: { mscrmcallerid: userId }, actingUserId: undefined }, host.pipeline.engine);
    return limits.run(caller.userId, () =>
      host.webApi.handle({ method: request.method, url, headers, body }, { caller, root, impersonate }),
    );
  } catch (error) {
    return errorResponse(error);
  }
}

function refuse(admission: Admission, reply: FastifyReply): FastifyReply | undefined {
  if (admission.kind === 'admitted') return undefined;
  const code = admission.status === 401 ? '0x80040204' : '0x80040220';
  return reply.code(admission.status).type(JSON_TYPE).send(envelope(code, admission.message));
}

function sendFailure(error: unknown, _request: FastifyRequest, reply: FastifyReply, host: Host): FastifyReply {
  const status = statusOf(error);
  if (status !== undefined) {
    const message = status === 413 ? 'The request body is too large.' : 'The request is malformed.';
    return reply.code(status).type(JSON_TYPE).send(envelope('0x80060888', message));
  }
  host.parts.onBug(error);
  const response = errorResponse(error);
  return reply.code(response.status).headers(response.headers).send(response.body);
}

/** Fastify's own refusals (too large, malformed) carry a status of the client's range. */
function statusOf(error: unknown): number | undefined {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined;
}
