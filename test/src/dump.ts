import { TABLES } from '@bbl/dataverse/generated/metadata';
import type { WebApi } from './webApi';

export type Row = Record<string, unknown>;
/** Every row of every table with its version, by table. */
export type Dump = Readonly<Record<string, readonly Row[]>>;

/** Reads everything that the System Administrator can see of the solution's tables and those it uses. */
export async function dumpOf(api: WebApi): Promise<Dump> {
  const dump: Record<string, readonly Row[]> = {};
  for (const [table, { set, id }] of Object.entries(TABLES)) dump[table] = await api.list(`${set}?$orderby=${id}`);
  return dump;
}

/**
 * Proves that nothing of what `work` tries leaves a trace in any row.
 * @param tables whose rows may change: a command that refuses its rows one by one has taken its locks.
 */
export async function expectNothingChanged(
  api: WebApi,
  work: () => Promise<void>,
  { except = [] }: { readonly except?: readonly string[] } = {},
): Promise<void> {
  const read = async () => Object.entries(await dumpOf(api)).filter(([table]) => !except.includes(table));
  const before = await read();
  await work();
  expect(await read()).toEqual(before);
}
