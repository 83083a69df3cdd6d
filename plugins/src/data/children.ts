import { outdatedRowViolation } from '@bbl/dataverse/errors';
import { type FetchFilter, isNull } from '@bbl/dataverse/fetch';
import type { TableName } from '@bbl/dataverse/generated/tables';
import { required } from '@bbl/dataverse/mapping';
import type { Step } from '../runtime/handlers';
import { Refusal } from '../runtime/refusal';
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

/** Tables whose rows hang on the deleted one directly, and the lookup that says so. */
export interface Hanging {
  readonly lookup:
    | 'bbl_contractid'
    | 'bbl_contractlineid'
    | 'bbl_contractcustomerid'
    | 'bbl_contractlinecustomerid'
    | 'bbl_invoicefrequencyid';
  readonly tables: readonly TableName[];
  /** Where rows may name nothing by right: what else tells those that hung on the deleted row. */
  readonly within?: readonly FetchFilter[];
}

const ADRIFT = 'adrift';

/**
 * Notes at stage 10 which rows hang on nothing already, past the server: they are no part of this deletion. Mostly
 * there are none, for the lookup is required.
 */
export const keepAdrift = (system: Service, hanging: Hanging): { readonly [name: string]: string } => ({
  [ADRIFT]: JSON.stringify(readAdrift(system, hanging)),
});

/**
 * Stage 10 is outside the transaction: rows may have been added since. The platform has cleared the lookups of all
 * that hung on the row, so that what hangs on nothing now is exactly that. Refuses with GRD-06 when a row is among
 * them that was not collected; it would be left behind. domain.md 2.1-8, 8.10-2.
 */
export function refuseIfMoreHangs(step: Pick<Step<TableName>, 'kept' | 'system'>, hanging: Hanging): void {
  const before = JSON.parse(required(step.kept(ADRIFT))) as Children;
  refuseIfUncollected(readAdrift(step.system, hanging), [...keptChildren(step), ...before]);
}

/** Refuses with GRD-06 when one of the rows `found` is not among those collected at stage 10. */
export function refuseIfUncollected(found: Children, collected: Children): void {
  const known = new Set(collected.flatMap(({ ids }) => ids));
  const isKnown = ({ ids }: Children[number]): boolean => ids.every((id) => known.has(id));
  if (!found.every(isKnown)) throw new Refusal([outdatedRowViolation()]);
}

const readAdrift = (system: Service, { lookup, tables, within = [] }: Hanging): Children =>
  tables
    .map((table) => ({ table, ids: system.idsOf(table, (query) => query.where(isNull(lookup), ...within)) }))
    .filter(({ ids }) => ids.length > 0);
