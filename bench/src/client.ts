/** Just enough of the Web API for measuring. */
export interface Client {
  get(path: string): Promise<unknown>;
  post(path: string, body: object): Promise<{ readonly id: string; readonly body: unknown }>;
  patch(path: string, body: object): Promise<void>;
}

export function client(url: string, token: string): Client {
  const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
  const send = async (method: string, path: string, body?: object): Promise<Response> => {
    const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${url}/api/data/v9.2/${path}`, init);
    if (response.status >= 400) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  };
  return {
    get: async (path) => (await send('GET', path)).json(),
    async patch(path, body) {
      await send('PATCH', path, body);
    },
    async post(path, body) {
      const response = await send('POST', path, body);
      const id = /\(([0-9a-f-]{36})\)$/i.exec(response.headers.get('odata-entityid') ?? '')?.[1] ?? '';
      const text = await response.text();
      return { id, body: text === '' ? null : JSON.parse(text) };
    },
  };
}
