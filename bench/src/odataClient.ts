import { Agent, request } from 'node:http';

/** One request of a batch; its path is below the root of the service. */
export interface BatchPart {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** The part of OData that both servers speak, over one connection that stays open. */
export interface ODataClient {
  /** @returns the text of the answer, unread: reading it would take the same time for both */
  send(method: 'GET' | 'POST', path: string, body?: string, contentType?: string): Promise<string>;
  /** Sends one change set, all or nothing. @throws Error when not every part was carried out */
  changeSet(parts: readonly BatchPart[]): Promise<void>;
  close(): void;
}

export function odataClient(root: string, headers: Readonly<Record<string, string>> = {}): ODataClient {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send: ODataClient['send'] = (method, path, body = '', contentType = 'application/json') =>
    new Promise((resolve, reject) => {
      const own = body === '' ? {} : { 'Content-Type': contentType, 'Content-Length': String(Buffer.byteLength(body)) };
      const sent = request(`${root}${path}`, { method, agent, headers: { ...headers, ...own } }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          if ((answer.statusCode ?? 500) < 400) resolve(text);
          else reject(new Error(`${method} ${path}: ${String(answer.statusCode)} ${text}`));
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return {
    send,
    async changeSet(parts) {
      const text = await send('POST', '$batch', multipart(parts), 'multipart/mixed; boundary=batch');
      const done = text.match(/^HTTP\/1\.1 20[14]/gm)?.length ?? 0;
      if (done !== parts.length) throw new Error(`${done} of ${parts.length} requests were carried out: ${text}`);
    },
    close: () => {
      agent.destroy();
    },
  };
}

function multipart(parts: readonly BatchPart[]): string {
  const requests = parts.flatMap(({ method, path, body }, index) => [
    '--set',
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    `Content-ID: ${index + 1}`,
    '',
    `${method} ${path} HTTP/1.1`,
    'Content-Type: application/json',
    '',
    body === undefined ? '' : JSON.stringify(body),
  ]);
  const head = ['--batch', 'Content-Type: multipart/mixed; boundary=set', ''];
  return [...head, ...requests, '--set--', '--batch--', ''].join('\r\n');
}
