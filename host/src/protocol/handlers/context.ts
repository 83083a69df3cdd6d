import type { Engine } from '../../pipeline/engine';
import type { MessageName, Messages } from '../../pipeline/requests';
import type { Preferences } from '../odata/preferences';
import type { PreparedQueries } from '../odata/preparedQuery';
import type { WebRequest } from '../odata/web';

/** Runs one message for the caller of the request: in a transaction of its own, or in that of a change set. */
export type Execute = <M extends MessageName>(message: M, request: Messages[M]['request']) => Messages[M]['response'];

/** One request on its way through the handlers. */
export interface RequestContext {
  readonly engine: Engine;
  readonly queries: PreparedQueries;
  readonly request: WebRequest;
  /** The query string, without `?`, not decoded. */
  readonly search: string;
  readonly preferences: Preferences;
  /** Address of the service, with a slash at the end. */
  readonly root: string;
  readonly execute: Execute;
}
