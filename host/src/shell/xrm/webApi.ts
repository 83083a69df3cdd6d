import { sendBatch, type BatchItem } from '../api/batch';
import { callApi } from '../api/http';
import { bareId, type Row } from '../api/rows';
import type { Shell } from '../shell';
import { asClientCall } from './errors';
import { toHttpRequest, type ExecuteRequest } from './executeRequest';
import { strict } from './strict';

/** The row operations of `Xrm.WebApi`, which components get as `context.webAPI` too. */
export function makeRowApi({ client }: Shell) {
  return {
    createRecord: (entityLogicalName: string, data: Row) =>
      asClientCall(async () => ({ entityType: entityLogicalName, id: await client.create(entityLogicalName, data) })),
    updateRecord: (entityLogicalName: string, id: string, data: Row) =>
      asClientCall(async () => {
        await client.update(entityLogicalName, id, data);
        return { entityType: entityLogicalName, id: bareId(id) };
      }),
    deleteRecord: (entityLogicalName: string, id: string) =>
      asClientCall(async () => {
        await client.remove(entityLogicalName, id);
        return { entityType: entityLogicalName, id: bareId(id) };
      }),
    retrieveRecord: (entityLogicalName: string, id: string, options = '') =>
      asClientCall(() => client.retrieve(entityLogicalName, id, options)),
    retrieveMultipleRecords: (entityLogicalName: string, options = '', maxPageSize?: number) =>
      asClientCall(async () => {
        const query = options.slice(Math.max(0, options.indexOf('?')));
        const answer = await client.query(entityLogicalName, query, maxPageSize);
        return {
          entities: answer['value'] as Row[],
          nextLink: answer['@odata.nextLink'] as string | undefined,
          fetchXmlPagingCookie: answer['@Microsoft.Dynamics.CRM.fetchxmlpagingcookie'] as string | undefined,
        };
      }),
  };
}

/** `Xrm.WebApi`; this client is always online, so `online` is the same. */
export function makeWebApi(shell: Shell) {
  const execute = (request: ExecuteRequest): Promise<Response> =>
    asClientCall(() => {
      const { method, path, body } = toHttpRequest(shell.model, request);
      return callApi(method, path, body === undefined ? {} : { body });
    });
  /** A list inside the list is a change set: one transaction. */
  const executeMultiple = (requests: readonly (ExecuteRequest | readonly ExecuteRequest[])[]): Promise<Response[]> =>
    asClientCall(() => sendBatch(requests.map((request) => toBatchItem(shell, request))));
  const members = { ...makeRowApi(shell), execute, executeMultiple, isAvailableOffline: () => false };
  return strict('Xrm.WebApi', { ...members, online: strict('Xrm.WebApi.online', members) });
}

function toBatchItem(shell: Shell, request: ExecuteRequest | readonly ExecuteRequest[]): BatchItem {
  if (Array.isArray(request))
    return (request as readonly ExecuteRequest[]).map((item) => toHttpRequest(shell.model, item));
  return toHttpRequest(shell.model, request as ExecuteRequest);
}
