import { serverManagedColumns } from '../shared/serverManaged';
import type { Subject } from './subject';

/** `displayNames.ts`: what the sentences of the guard call tables and their server-managed columns. */
export function displayNamesFile({ solution }: Subject): string {
  const managed = serverManagedColumns(solution);
  const names = solution.tables.map((table): [string, object] => {
    const columns = table.columns.filter(({ name }) => managed.get(table.name)?.includes(name));
    const byName = Object.fromEntries(columns.map(({ name, displayName }) => [name, displayName]));
    return [table.name, { table: table.displayName, columns: byName }];
  });
  const data = JSON.stringify(Object.fromEntries(names.sort(([a], [b]) => (a < b ? -1 : 1))));
  return [
    '/** Display names of own tables and of the columns that only the server may write, by logical name. */',
    'export const DISPLAY_NAMES: {',
    'readonly [table: string]: { readonly table: string; readonly columns: { readonly [column: string]: string } };',
    `} = ${data};`,
  ].join('\n');
}
