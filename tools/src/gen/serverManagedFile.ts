import { serverManagedColumns } from '../shared/serverManaged';
import type { Subject } from './subject';

/** `serverManaged.ts`: the columns that the guard refuses from anyone but the server. */
export function serverManagedFile({ solution }: Subject): string {
  const data = JSON.stringify(Object.fromEntries(serverManagedColumns(solution)));
  return [
    '/** Columns by table that only the server may write (domain.md 2.1-1): what the guard steps of Update filter on. */',
    `export const SERVER_MANAGED: { readonly [table: string]: readonly string[] } = ${data};`,
  ].join('\n');
}
