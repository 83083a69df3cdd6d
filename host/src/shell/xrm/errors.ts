import { ApiError, messageOf } from '../api/http';

/** What a rejected call of the client API carries. */
export interface ClientError {
  readonly errorCode: number;
  readonly code: number;
  readonly message: string;
  readonly title: string;
  readonly raw: string;
}

export function toClientError(error: unknown): ClientError {
  const message = messageOf(error);
  const code = error instanceof ApiError ? error.errorCode : 0;
  return { errorCode: code, code, message, title: 'Error', raw: JSON.stringify({ errorCode: code, message }) };
}

/** The same call, whose rejection is a {@link ClientError}. */
export async function asClientCall<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    // Client scripts read `errorCode` and `message` of whatever they catch; the platform rejects with a plain object.
    throw Object.assign(new Error(messageOf(error)), toClientError(error));
  }
}
