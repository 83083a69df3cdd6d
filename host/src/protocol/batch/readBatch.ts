import { badPayload } from '../odata/errors';
import type { WebRequest } from '../odata/web';
import { boundaryOf, type Part, readPart, readParts } from './multipart';

/** A request of a batch with the id that later requests of its change set may use. */
export interface BatchOperation {
  readonly request: WebRequest;
  readonly contentId: string | undefined;
}

/** What a batch consists of, in order. */
export type BatchItem =
  | { readonly kind: 'request'; readonly operation: BatchOperation }
  | { readonly kind: 'changeSet'; readonly operations: readonly BatchOperation[] };

const OPERATIONS_MAX = 1000;
const REQUEST_LINE = /^(GET|POST|PATCH|PUT|DELETE)\s+(\S+)(?:\s+HTTP\/1\.[01])?$/;

/** Reads the body of a `$batch` request. Throws 400 when it is malformed, too long, or a batch within a batch. */
export function readBatch({ headers, body }: WebRequest): readonly BatchItem[] {
  const boundary = boundaryOf(headers['content-type']);
  if (boundary === undefined) throw badPayload("A batch has the content type 'multipart/mixed' with a boundary.");
  const items = readParts(body, boundary).map(readItem);
  const count = items.reduce((sum, item) => sum + (item.kind === 'request' ? 1 : item.operations.length), 0);
  if (count > OPERATIONS_MAX) {
    throw badPayload(`The batch holds ${count} operations; the limit is ${OPERATIONS_MAX}.`);
  }
  return items;
}

function readItem(part: Part): BatchItem {
  const boundary = boundaryOf(part.headers['content-type']);
  if (boundary === undefined) return { kind: 'request', operation: readOperation(part) };
  const operations = readParts(part.content, boundary).map(readOperation);
  if (operations.some(({ request }) => request.method === 'GET')) {
    throw badPayload('A change set cannot hold GET requests.');
  }
  return { kind: 'changeSet', operations };
}

function readOperation({ headers, content }: Part): BatchOperation {
  const lineEnd = content.indexOf('\n');
  const [line, rest] = lineEnd < 0 ? [content, ''] : [content.slice(0, lineEnd), content.slice(lineEnd + 1)];
  const [, method, address] = REQUEST_LINE.exec(line.trim()) ?? [];
  if (method === undefined || address === undefined) {
    throw badPayload(`'${line.trim()}' is not a request line such as 'GET accounts HTTP/1.1'.`);
  }
  const url = address
    .replace(/^https?:\/\/[^/]+/i, '')
    .replace(/^\/api\/data\/v\d+\.\d+\//i, '')
    .replace(/^\/+/, '');
  if (url.startsWith('$batch')) throw badPayload('A batch cannot hold another batch.');
  const inner = readPart(rest);
  return { request: { method, url, headers: inner.headers, body: inner.content }, contentId: headers['content-id'] };
}
