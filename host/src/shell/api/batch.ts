import { API_ROOT, ask, readApiError } from './http';

export interface BatchRequest {
  readonly method: string;
  /** Relative to the Web API's root. */
  readonly path: string;
  readonly body?: unknown;
}

/** A single request, or a list that succeeds or fails as one transaction. */
export type BatchItem = BatchRequest | readonly BatchRequest[];

export const BATCH_REQUESTS_MAX = 1000;

const isChangeSet = (item: BatchItem): item is readonly BatchRequest[] => Array.isArray(item);

/**
 * Sends requests as one `$batch` and returns their answers in order.
 * @throws ApiError of the first request that failed; Error above 1,000 requests
 */
export async function sendBatch(items: readonly BatchItem[]): Promise<Response[]> {
  const requests = items.flatMap((item) => (isChangeSet(item) ? item : [item]));
  if (requests.length > BATCH_REQUESTS_MAX) throw new Error(`A batch holds at most ${BATCH_REQUESTS_MAX} requests`);
  const boundary = `batch_${crypto.randomUUID()}`;
  const response = await ask(`${API_ROOT}$batch`, {
    method: 'POST',
    headers: {
      'Content-Type': `multipart/mixed; boundary=${boundary}`,
      Accept: 'application/json',
      'OData-MaxVersion': '4.0',
      'OData-Version': '4.0',
    },
    body: composeBatch(items, boundary, location.origin),
  });
  const contentType = response.headers.get('Content-Type') ?? '';
  const text = await response.text();
  // A batch that stopped at a failure has its status, and the answers up to it.
  if (!contentType.startsWith('multipart/')) throw readApiError(response.status, text);
  const answers = parseBatch(text, contentType);
  const failed = answers.find((answer) => !answer.ok);
  if (failed) throw readApiError(failed.status, await failed.text());
  return answers;
}

/** The body of a `$batch` request; addresses in it are absolute. */
export function composeBatch(items: readonly BatchItem[], boundary: string, origin: string): string {
  const parts = items.map((item, index) => {
    if (!isChangeSet(item)) return requestPart(item, origin);
    const inner = `changeset_${index}_${boundary}`;
    const requests = item.map((request, at) => `--${inner}\r\n${requestPart(request, origin, at + 1)}`).join('');
    return `Content-Type: multipart/mixed; boundary=${inner}\r\n\r\n${requests}--${inner}--\r\n`;
  });
  return `${parts.map((part) => `--${boundary}\r\n${part}`).join('')}--${boundary}--\r\n`;
}

function requestPart({ method, path, body }: BatchRequest, origin: string, contentId?: number): string {
  const lines = [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${method} ${origin}${API_ROOT}${path} HTTP/1.1`,
    ...(body === undefined ? [] : ['Content-Type: application/json; type=entry']),
    '',
    body === undefined ? '' : JSON.stringify(body),
    '',
  ];
  return lines.join('\r\n');
}

/** The answers in a multipart body, change sets laid flat. */
export function parseBatch(body: string, contentType: string): Response[] {
  const boundary = contentType.match(/boundary="?([^";]+)"?/i)?.[1];
  if (!boundary) throw new Error('The answer to a batch has no boundary');
  const parts = body.split(`--${boundary}`).slice(1, -1);
  return parts.flatMap((part) => {
    const [head, rest] = splitOnce(part.replace(/^\r?\n/, ''));
    const nested = head.match(/Content-Type:\s*(multipart\/mixed[^\r\n]*)/i)?.[1];
    return nested ? parseBatch(rest, nested) : [parseAnswer(rest)];
  });
}

function parseAnswer(text: string): Response {
  const [head, body] = splitOnce(text);
  const [statusLine = '', ...headerLines] = head.split(/\r?\n/);
  const status = Number(statusLine.split(' ')[1]);
  const headers = new Headers();
  for (const line of headerLines) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.append(line.slice(0, colon).trim(), line.slice(colon + 1).trim());
  }
  // A Response without content must not be given any.
  return new Response(status === 204 || status === 304 ? null : body.trim(), { status, headers });
}

function splitOnce(text: string): readonly [string, string] {
  const match = /\r?\n\r?\n/.exec(text);
  return match ? [text.slice(0, match.index), text.slice(match.index + match[0].length)] : [text, ''];
}
