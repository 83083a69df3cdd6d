import type { RequestOptions, WebApi } from './webApi';

/** One object of a command's `Results`. */
export interface RowResult {
  readonly id: string;
  readonly outcome: 'changed' | 'unchanged' | 'refused';
  readonly code?: string;
  readonly message?: string;
  readonly rule?: string;
  readonly invoices?: readonly string[];
}

/** Code and HTTP status that a write was refused with: `400 BBL-MST-01`, or `204` when it was not refused. */
export async function answerTo(
  api: WebApi,
  method: 'POST' | 'PATCH' | 'PUT' | 'DELETE',
  path: string,
  body?: object,
  options?: RequestOptions,
): Promise<string> {
  const { status, body: answer } = await api.send(method, path, body, options);
  const message = (answer as { error?: { message?: string } } | undefined)?.error?.message ?? '';
  const code = /^BBL-[A-Z]{3}-\d\d/.exec(message)?.[0];
  return [String(status), ...(code ? [code] : [])].join(' ');
}

/** The results of a command, and how it went row by row: `changed`, `unchanged` or the code of the refusal. */
export async function runCommand(
  api: WebApi,
  name: string,
  parameters: object,
  options?: RequestOptions,
): Promise<{ outcomes: string[]; results: RowResult[]; next: string; invoiceIds: string[] }> {
  const answer = await api.call<{ Results: string; Next?: string; InvoiceIds?: string[] }>(name, parameters, options);
  const results = JSON.parse(answer.Results) as RowResult[];
  return {
    results,
    outcomes: results.map(({ outcome, code }) => code ?? outcome),
    next: answer.Next ?? '',
    invoiceIds: answer.InvoiceIds ?? [],
  };
}
