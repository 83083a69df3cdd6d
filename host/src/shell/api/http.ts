/** What the host answered instead of success: HTTP status, the platform's code (`0x…`) and the sentence for people. */
export class ApiError extends Error {
  constructor(
    readonly httpStatus: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ApiError';
  }

  /** The code as client scripts see it: a positive decimal number, 0 where the host gave none. */
  get errorCode(): number {
    return Number.parseInt(this.code, 16) || 0;
  }
}

export const API_ROOT = '/api/data/v9.2/';

const NO_ANSWER = 'The host does not answer. Check that it is still running, then try again.';
const NOT_SIGNED_IN = 'Your session is over. Open the address that the host printed when it started.';

/**
 * A request to the host.
 * @param url absolute on this origin; Web API callers use {@link callApi}
 * @throws ApiError for every answer that is not a success, and with status 0 when there was none
 */
export async function send(url: string, init: RequestInit = {}): Promise<Response> {
  const response = await ask(url, init);
  if (!response.ok) throw await toApiError(response);
  return response;
}

/**
 * A request to the host for an answer of any status.
 * @throws ApiError with status 0 when there was no answer
 */
export async function ask(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...init });
  } catch {
    throw new ApiError(0, '', NO_ANSWER);
  }
}

/** A request to the Web API; `path` is relative to its root, `body` is sent as JSON. */
export async function callApi(
  method: string,
  path: string,
  options: { readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'OData-MaxVersion': '4.0',
    'OData-Version': '4.0',
    ...options.headers,
  };
  if (options.body === undefined) return send(API_ROOT + path, { method, headers });
  headers['Content-Type'] = 'application/json; charset=utf-8';
  return send(API_ROOT + path, { method, headers, body: JSON.stringify(options.body) });
}

/** The error envelope of an answer; also used for the parts of a batch. */
export function readApiError(httpStatus: number, body: string): ApiError {
  const parsed = parseEnvelope(body);
  if (httpStatus === 401) return new ApiError(401, parsed?.code ?? '', NOT_SIGNED_IN);
  return new ApiError(
    httpStatus,
    parsed?.code ?? '',
    parsed?.message ?? `The host answered with status ${httpStatus}.`,
  );
}

async function toApiError(response: Response): Promise<ApiError> {
  return readApiError(response.status, await response.text());
}

function parseEnvelope(body: string): { readonly code: string; readonly message: string } | undefined {
  try {
    const { error } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } };
    return error ? { code: String(error.code ?? ''), message: String(error.message ?? '') } : undefined;
  } catch {
    return undefined;
  }
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
