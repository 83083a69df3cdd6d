/** A bare client of the Web API for tests: what is sent and answered stands in the test, not in a library. */
export interface WebApi {
  /** Sends one request below `/api/data/v9.2/`; `as` is the id of the acting user. */
  send(method: string, path: string, body?: unknown, options?: RequestOptions): Promise<Answer>;
  /** Creates a row and returns its id; a refusal is thrown as {@link WebApiError}. */
  create(set: string, row: object, options?: RequestOptions): Promise<string>;
  get<T = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<T>;
  /** All rows of a list, through every page. */
  list<T = Record<string, unknown>>(path: string, options?: RequestOptions): Promise<T[]>;
  patch(path: string, row: object, options?: RequestOptions): Promise<void>;
  remove(path: string, options?: RequestOptions): Promise<void>;
  /** Calls a custom API and returns its response. */
  call<T = Record<string, unknown>>(name: string, parameters: object, options?: RequestOptions): Promise<T>;
  /** Host-only endpoints below `/host/`. */
  host(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface RequestOptions {
  readonly as?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

/** A refused request: HTTP status, the platform's code and its sentence. */
export class WebApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function webApi(url: string, token: string): WebApi {
  async function request(path: string, method: string, body: unknown, options: RequestOptions = {}): Promise<Answer> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'OData-Version': '4.0',
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(options.as === undefined ? {} : { MSCRMCallerID: options.as }),
        ...options.headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text !== '' ? JSON.parse(text) : text,
    };
  }

  async function expectSuccess(answer: Promise<Answer>): Promise<Answer> {
    const settled = await answer;
    if (settled.status < 400) return settled;
    const { error } = settled.body as { error?: { code?: string; message?: string } };
    throw new WebApiError(settled.status, error?.code ?? '', error?.message ?? JSON.stringify(settled.body));
  }

  const api: WebApi = {
    send: (method, path, body, options) => request(`/api/data/v9.2/${path}`, method, body, options),
    async create(set, row, options) {
      const { headers } = await expectSuccess(api.send('POST', set, row, options));
      const id = /\(([0-9a-f-]{36})\)$/i.exec(headers.get('odata-entityid') ?? '')?.[1];
      if (id === undefined) throw new Error('The answer to a create names no row');
      return id;
    },
    async get<T>(path: string, options?: RequestOptions) {
      return (await expectSuccess(api.send('GET', path, undefined, options))).body as T;
    },
    async list<T>(path: string, options?: RequestOptions) {
      const rows: T[] = [];
      let next: string | undefined = `/api/data/v9.2/${path}`;
      while (next !== undefined) {
        const { body } = await expectSuccess(request(next, 'GET', undefined, options));
        const page = body as { value: T[]; '@odata.nextLink'?: string };
        rows.push(...page.value);
        next = page['@odata.nextLink'];
      }
      return rows;
    },
    async patch(path, row, options) {
      await expectSuccess(api.send('PATCH', path, row, options));
    },
    async remove(path, options) {
      await expectSuccess(api.send('DELETE', path, undefined, options));
    },
    async call<T>(name: string, parameters: object, options?: RequestOptions) {
      return (await expectSuccess(api.send('POST', name, parameters, options))).body as T;
    },
    host: (method, path, body) => request(`/host/${path}`, method, body),
  };
  return api;
}
