import type { WebApi } from './webApi';

/** One outermost request as the host's trace shows it. */
export interface TracedMessage {
  readonly message: string;
  readonly table: string;
  readonly outcome: 'ok' | 'fault';
  /** Service calls of all its steps together. */
  readonly serviceCalls: number;
}

/** The last requests that the host executed, oldest first. */
export async function tracedMessages(api: WebApi): Promise<readonly TracedMessage[]> {
  const { body } = await api.host('GET', 'trace');
  return (body as { messages: readonly TracedMessage[] }).messages;
}

/** The most service calls of any request with this message, e.g. the unique name of a custom API. */
export async function mostServiceCalls(api: WebApi, message: string): Promise<number> {
  const own = (await tracedMessages(api)).filter((traced) => traced.message === message);
  if (own.length === 0) throw new Error(`The trace holds no ${message}`);
  return Math.max(...own.map(({ serviceCalls }) => serviceCalls));
}
