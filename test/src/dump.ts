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

/** Proves that nothing of what `work` tries leaves a trace in any row. */
export async function expectNothingChanged(api: WebApi, work: () => Promise<void>): Promise<void> {
  const before = await dumpOf(api);
  await work();
  expect(await dumpOf(api)).toEqual(before);
}
