import type { Dispatch } from './engine';
import { associate, disassociate } from './messages/associate';
import { create } from './messages/create';
import { remove } from './messages/delete';
import { execute } from './messages/execute';
import { retrieve } from './messages/retrieve';
import { retrieveMultiple } from './messages/retrieveMultiple';
import { update } from './messages/update';
import { upsert } from './messages/upsert';
import type { MessageName, Messages } from './requests';
import type { Scope } from './scope';

type Handlers = {
  readonly [M in MessageName]: (request: Messages[M]['request'], scope: Scope) => Messages[M]['response'];
};

const HANDLERS: Handlers = {
  Create: create,
  Update: update,
  Delete: remove,
  Upsert: upsert,
  Retrieve: retrieve,
  RetrieveMultiple: retrieveMultiple,
  Associate: associate,
  Disassociate: disassociate,
  Execute: execute,
};

/** Runs one message in a scope: inside the transaction, for the scope's caller. */
export const dispatch: Dispatch = (message, request, scope) => HANDLERS[message](request, scope);
