import type { RequestOptions, WebApi } from './webApi';

/** One request of a batch, its path below the service. */
export interface BatchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface BatchAnswer {
  readonly status: number;
  /** Id of the row that the request created or changed. */
  readonly id: string | undefined;
  /** `{ error }` of a refusal, the row or rows of a read. */
  readonly body: unknown;
}

/** Sends requests as one change set: one transaction. Answers are in order, or the one refusal that undid it all. */
export const sendChangeSet = (
  api: WebApi,
  requests: readonly BatchRequest[],
  options?: RequestOptions,
): Promise<BatchAnswer[]> => send(api, [changeSetPart(requests)], options);

/** Sends requests as a batch without change set: a transaction each. */
export const sendBatch = (
  api: WebApi,
  requests: readonly BatchRequest[],
  options?: RequestOptions,
): Promise<BatchAnswer[]> =>
  send(
    api,
    requests.map((request) => requestPart(request)),
    options,
  );

async function send(api: WebApi, parts: readonly string[], options: RequestOptions = {}): Promise<BatchAnswer[]> {
  const body = [...parts.flatMap((part) => ['--batch', part]), '--batch--', ''].join('\r\n');
  const headers = { ...options.headers, 'Content-Type': 'multipart/mixed; boundary=batch' };
  const answer = await api.send('POST', '$batch', body, { ...options, headers });
  // Answers of parts, also where the batch stopped at one; a refusal of the batch itself is an object.
  if (typeof answer.body === 'string') return readAnswers(answer.body);
  throw new Error(`The batch was answered with ${answer.status}: ${JSON.stringify(answer.body)}`);
}

function changeSetPart(requests: readonly BatchRequest[]): string {
  const parts = requests.flatMap((request, index) => ['--set', requestPart(request, index + 1)]);
  return ['Content-Type: multipart/mixed; boundary=set', '', ...parts, '--set--', ''].join('\r\n');
}

function requestPart({ method, path, body, headers = {} }: BatchRequest, contentId?: number): string {
  return [
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(contentId === undefined ? [] : [`Content-ID: ${contentId}`]),
    '',
    `${method} /api/data/v9.2/${path} HTTP/1.1`,
    ...(body === undefined ? [] : ['Content-Type: application/json']),
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    body === undefined ? '' : JSON.stringify(body),
    '',
  ].join('\r\n');
}

function readAnswers(text: string): BatchAnswer[] {
  return text
    .split(/^HTTP\/1\.1 /m)
    .slice(1)
    .map((part) => {
      const [head = '', ...rest] = part.split('\r\n\r\n');
      const content = rest.join('\r\n\r\n').split(/\r\n--|^--/)[0] ?? '';
      return {
        status: Number(head.slice(0, 3)),
        id: /^odata-entityid: .*\(([0-9a-f-]{36})\)/im.exec(head)?.[1],
        body: content.startsWith('{') ? (JSON.parse(content) as unknown) : undefined,
      };
    });
}
