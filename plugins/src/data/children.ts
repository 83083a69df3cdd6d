import type { TableName } from '@bbl/dataverse/generated/tables';
import { required } from '@bbl/dataverse/mapping';
import type { Step } from '../runtime/handlers';
import type { Service } from '../runtime/service';

/**
 * Rows that go with a deleted one, children before their parents. Collected at stage 10, for the platform clears the
 * lookups to the deleted row before stage 20. domain.md 2.1-8.
 */
export type Children = readonly { readonly table: TableName; readonly ids: readonly string[] }[];

const NAME = 'children';

/** What a stage 10 keeps for the stage that deletes. */
export const keepChildren = (children: Children): { readonly [name: string]: string } => ({
  [NAME]: JSON.stringify(children.filter(({ ids }) => ids.length > 0)),
});

export const keptChildren = ({ kept }: Pick<Step<TableName>, 'kept'>): Children =>
  JSON.parse(required(kept(NAME))) as Children;

export const countChildren = (children: Children): number => children.reduce((count, { ids }) => count + ids.length, 0);

export const idsIn = (children: Children, table: TableName): readonly string[] =>
  children.find((group) => group.table === table)?.ids ?? [];

export function deleteChildren(system: Service, children: Children): void {
  for (const { table, ids } of children) for (const id of ids) system.delete(table, id);
}
