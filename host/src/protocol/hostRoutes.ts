import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { canonicalGuid } from '@bbl/dataverse/query';
import { HostFault } from '../faults';
import { SEEDS } from '../options';
import { clearCookie, setCookie } from './access/gate';
import { callerOf } from './access/callers';
import { type Limits, PLATFORM_LIMITS } from './access/protectionLimits';
import { AppDescriber } from './app/describeApp';
import { badPayload, errorResponse } from './odata/errors';
import { type JsonObject, parseJson, parseJsonObject } from './odata/exactJson';
import { actingUserOf, type ServerContext } from './serverContext';

const JSON_UTF8 = 'application/json; charset=utf-8';

type Work = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** What the host offers beside Dataverse: time, reset, trace, limits, and what the shell needs. surface.md 7. */
export function registerHostRoutes(app: FastifyInstance, context: ServerContext): void {
  registerControls(app, context);
  registerShellRoutes(app, context);
}

/** Time, reset, trace and limits. */
function registerControls(app: FastifyInstance, { host, limits }: ServerContext): void {
  app.put(
    '/host/clock',
    guarded((request) => {
      const { now } = bodyOf(request);
      if (now !== null && typeof now !== 'string') throw badPayload("'now' has to be an ISO time or null.");
      if (!host.clock.set(now)) throw badPayload(`'${String(now)}' is no ISO time.`);
      return { now: host.clock.now() };
    }),
  );
  app.post(
    '/host/reset',
    guarded((request) => {
      const { seed = 'none' } = bodyOf(request);
      const chosen = SEEDS.find((known) => known === seed);
      if (chosen === undefined) throw badPayload("'seed' has to be 'demo' or 'none'.");
      host.reset(chosen);
      return { seed: chosen };
    }),
  );
  app.get(
    '/host/trace',
    guarded(() => {
      const { trace } = host.pipeline.engine;
      return { steps: trace.steps(), messages: trace.messages() };
    }),
  );
  app.put(
    '/host/limits',
    guarded((request) => {
      const chosen = readLimits(request);
      limits.set(chosen);
      return chosen ?? { enabled: false };
    }),
  );
}

/** The description of the app, and who acts in it. */
function registerShellRoutes(app: FastifyInstance, context: ServerContext): void {
  const { host, gate } = context;
  let describer: AppDescriber | undefined;

  app.get(
    '/host/app',
    guarded((request, reply) => {
      describer ??= new AppDescriber(host);
      const actingUserId = actingUserOf(request, context);
      const caller = callerOf({ headers: request.headers, actingUserId }, host.pipeline.engine);
      void reply.type(JSON_UTF8);
      return describer.describe(caller.userId);
    }),
  );
  app.put(
    '/host/acting-user',
    guarded((request, reply) => {
      const { id } = bodyOf(request);
      if (id === null) {
        void reply.header('Set-Cookie', clearCookie(gate.actingUserCookie));
        return { id: null };
      }
      const userId = typeof id === 'string' ? canonicalGuid(id) : undefined;
      if (userId === undefined) throw badPayload("'id' has to be the id of a user or null.");
      host.pipeline.engine.security.requireUser(userId);
      void reply.header('Set-Cookie', setCookie(gate.actingUserCookie, userId));
      return { id: userId };
    }),
  );
}

/** Faults become the platform's error envelope here as well. */
function guarded(work: Work): (request: FastifyRequest, reply: FastifyReply) => unknown {
  return (request, reply) => {
    try {
      return reply.send(work(request, reply));
    } catch (error) {
      if (!(error instanceof HostFault)) throw error;
      const response = errorResponse(error);
      return reply.code(response.status).headers(response.headers).send(response.body);
    }
  };
}

const textOf = (request: FastifyRequest): string => (typeof request.body === 'string' ? request.body : '');
const bodyOf = (request: FastifyRequest): JsonObject => parseJsonObject(textOf(request));

/** `null` or `{"enabled": false}` switches off; numbers that are left out are the platform's. */
function readLimits(request: FastifyRequest): Limits | null {
  const text = textOf(request);
  if (text.trim() !== '' && parseJson(text) === null) return null;
  const { enabled = true, ...given } = parseJsonObject(text);
  if (enabled === false) return null;
  const limits: { -readonly [name in keyof Limits]: number } = { ...PLATFORM_LIMITS };
  for (const [name, value] of Object.entries(given)) {
    if (!(name in limits))
      throw badPayload(`There is no limit '${name}'; there are ${Object.keys(limits).join(', ')}.`);
    if (typeof value !== 'number' || value < 0) throw badPayload(`'${name}' has to be a number of at least 0.`);
    limits[name as keyof Limits] = value;
  }
  return limits;
}
