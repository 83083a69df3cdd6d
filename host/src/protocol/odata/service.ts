import { HostFault } from '../../faults';
import type { Caller } from '../../pipeline/caller';
import type { Pipeline } from '../../pipeline/pipeline';
import type { Parameters } from '../../pipeline/requests';
import { runBatch } from '../batch/runBatch';
import type { Execute, RequestContext } from '../handlers/context';
import { badUrl, errorResponse } from './errors';
import { readSegments } from './path';
import { readPreferences, refuseBypasses } from './preferences';
import { PreparedQueries } from './preparedQuery';
import { route } from './router';
import type { WebRequest, WebResponse } from './web';

/** Who sends requests, and where the service is. */
export interface Session {
  readonly caller: Caller;
  /** Address of the service, with a slash at the end. */
  readonly root: string;
  /** The caller that the `MSCRMCallerID` of a part of a batch means; without it parts cannot name one. */
  impersonate?(userId: string): Caller;
}

/** The Web API as a function from requests to responses, without a connection. */
export class WebApi {
  private readonly queries: PreparedQueries;

  /** @param onBug gets whatever was no fault of a request. */
  constructor(
    private readonly pipeline: Pipeline,
    private readonly onBug: (error: unknown) => void,
  ) {
    this.queries = new PreparedQueries(pipeline.engine);
  }

  /** Never throws: every failure is an answer. */
  handle(request: WebRequest, session: Session): WebResponse {
    try {
      return this.reporting(() => this.answer(request, session));
    } catch (error) {
      return errorResponse(error);
    }
  }

  /** A fault with a cause hides a bug of a handler or of the host from the client; it is told to whoever runs the host. */
  private reporting<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof HostFault) || error.cause !== undefined) this.onBug(error);
      throw error;
    }
  }

  private answer(request: WebRequest, session: Session): WebResponse {
    refuseBypasses(request.headers);
    const { path, search } = splitUrl(request.url);
    if (path === '$batch')
      return runBatch(
        request,
        (part) => this.handlePart(part, session),
        (work) => this.changeSet(session, work),
      );
    const variables = variablesOf(search);
    const execute: Execute = (message, parameters) =>
      this.pipeline.execute(message, parameters, session.caller, variables);
    return this.respond(request, session, execute);
  }

  private handlePart(request: WebRequest, session: Session): WebResponse {
    try {
      return this.handle(request, { ...session, caller: callerOfPart(request, session) });
    } catch (error) {
      return errorResponse(error);
    }
  }

  /** Runs the requests of a change set in one transaction; `work` gets a function that throws what a request fails with. */
  private changeSet<T>(session: Session, work: (answer: (request: WebRequest) => WebResponse) => T): T {
    return this.pipeline.changeSet(session.caller, (execute) =>
      work((request) => {
        const caller = callerOfPart(request, session);
        const own: Execute = (message, parameters) => execute(message, parameters, caller);
        return this.reporting(() => this.respond(request, session, own));
      }),
    );
  }

  private respond(request: WebRequest, { root }: Session, execute: Execute): WebResponse {
    refuseBypasses(request.headers);
    const { path, search } = splitUrl(request.url);
    const context: RequestContext = {
      engine: this.pipeline.engine,
      queries: this.queries,
      request,
      search: withoutTag(search),
      preferences: readPreferences(request.headers['prefer']),
      root,
      execute,
    };
    return route(readSegments(path), context);
  }
}

function callerOfPart({ headers }: WebRequest, session: Session): Caller {
  const userId = headers['mscrmcallerid'];
  if (userId === undefined) return session.caller;
  if (!session.impersonate) throw badUrl('Requests of this batch cannot name a caller.');
  return session.impersonate(userId);
}

function splitUrl(url: string): { readonly path: string; readonly search: string } {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  try {
    return { path: decodeURIComponent(path), search: mark < 0 ? '' : url.slice(mark + 1) };
  } catch {
    throw badUrl('The address is not encoded correctly.');
  }
}

/** `?tag=x` becomes a shared variable that steps find in their outermost context. */
function variablesOf(search: string): Parameters {
  if (!search.includes('tag=')) return {};
  const tag = new URLSearchParams(search).get('tag');
  return tag === null ? {} : { tag };
}

const withoutTag = (search: string): string =>
  search.includes('tag=')
    ? search
        .split('&')
        .filter((option) => !option.startsWith('tag='))
        .join('&')
    : search;
