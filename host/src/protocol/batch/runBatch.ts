import { newId } from '../../pipeline/ids';
import { errorResponse, methodNotAllowed } from '../odata/errors';
import { readPreferences } from '../odata/preferences';
import type { WebRequest, WebResponse } from '../odata/web';
import { writeParts, writeResponsePart } from './multipart';
import { type BatchOperation, readBatch } from './readBatch';

type Answer = (request: WebRequest) => WebResponse;
/** Runs `work` in one transaction; what it throws undoes all of it. */
export type RunChangeSet = <T>(work: (answer: Answer) => T) => T;

/**
 * `POST $batch`: the requests one after the other, each change set as one transaction. Stops at the first failure
 * unless the client prefers `odata.continue-on-error`. The parts say what became of the requests; the answer is 200, or
 * has the status of the failure that the batch stopped at.
 */
export function runBatch(request: WebRequest, answer: Answer, runChangeSet: RunChangeSet): WebResponse {
  if (request.method !== 'POST') throw methodNotAllowed(request.method);
  const { continuesOnError } = readPreferences(request.headers['prefer']);
  const parts: string[] = [];
  let status = 200;
  for (const item of readBatch(request)) {
    const outcome =
      item.kind === 'request' ? runRequest(item.operation, answer) : runSet(item.operations, runChangeSet);
    parts.push(outcome.part);
    if (outcome.failure !== undefined && !continuesOnError) {
      status = outcome.failure;
      break;
    }
  }
  const boundary = `batchresponse_${newId()}`;
  return {
    status,
    headers: { 'Content-Type': `multipart/mixed; boundary=${boundary}`, 'OData-Version': '4.0' },
    body: writeParts(parts, boundary),
  };
}

interface Outcome {
  readonly part: string;
  /** Status of the request that failed. */
  readonly failure?: number;
}

const isFailure = ({ status }: WebResponse): boolean => status >= 400;

function runRequest({ request, contentId }: BatchOperation, answer: Answer): Outcome {
  const response = answer(request);
  const part = writeResponsePart({ ...response, contentId });
  return isFailure(response) ? { part, failure: response.status } : { part };
}

/** Thrown to undo a change set; carries the answer of the request that failed. */
class ChangeSetFailure extends Error {
  constructor(
    readonly response: WebResponse,
    readonly contentId: string | undefined,
  ) {
    super('A request of a change set failed');
  }
}

function runSet(operations: readonly BatchOperation[], runChangeSet: RunChangeSet): Outcome {
  try {
    const parts = runChangeSet((answer) => runOperations(operations, answer));
    const boundary = `changesetresponse_${newId()}`;
    return {
      part: `Content-Type: multipart/mixed; boundary=${boundary}\r\n\r\n${writeParts(parts, boundary)}`,
    };
  } catch (error) {
    if (!(error instanceof ChangeSetFailure)) throw error;
    const part = writeResponsePart({ ...error.response, contentId: error.contentId });
    return { part, failure: error.response.status };
  }
}

function runOperations(operations: readonly BatchOperation[], answer: Answer): string[] {
  const addresses = new Map<string, string>();
  return operations.map(({ request, contentId }) => {
    const response = attempt(withAddresses(request, addresses), contentId, answer);
    const address = response.headers['OData-EntityId'];
    if (contentId !== undefined && address !== undefined) addresses.set(contentId, relative(address));
    return writeResponsePart({ ...response, contentId });
  });
}

function attempt(request: WebRequest, contentId: string | undefined, answer: Answer): WebResponse {
  let response: WebResponse;
  try {
    response = answer(request);
  } catch (error) {
    throw new ChangeSetFailure(errorResponse(error), contentId);
  }
  if (isFailure(response)) throw new ChangeSetFailure(response, contentId);
  return response;
}

const relative = (address: string): string => address.replace(/^.*\/(?=[^/]+$)/, '');

/** Puts the rows made before in the place of `$<content id>`, in the address and wherever a body names a row. */
function withAddresses(request: WebRequest, addresses: ReadonlyMap<string, string>): WebRequest {
  if (addresses.size === 0) return request;
  const url = request.url.replace(/^\$([\w-]+)/, (reference, id: string) => addresses.get(id) ?? reference);
  const body = request.body.replace(/"\/?\$([\w-]+)"/g, (reference, id: string) => {
    const address = addresses.get(id);
    return address === undefined ? reference : `"/${address}"`;
  });
  return { ...request, url, body };
}
